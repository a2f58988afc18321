#include <ui/actions/action_dialog.h>

#include <ui/actions/action_info.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/key_text.h>
#include <ui/widgets/text.h>

#include <protocol/limits.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

ActionDialog::ActionDialog(const Theme& theme, const QString& objectName, const QString& title,
                           const QString& heading, const QString& explanation, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_body(new QVBoxLayout(this))
{
    setObjectName(objectName);
    setWindowTitle(title);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_body->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid + metrics::half);
    m_body->setSpacing(metrics::half);
    m_body->setSizeConstraint(QLayout::SetFixedSize);
    auto* words = new Text(theme, &Fonts::heading, &Colors::text, heading);
    words->setWordWrap(true);
    m_body->addWidget(words);
    if (!explanation.isEmpty()) {
        auto* more = new Text(theme, &Fonts::body, &Colors::muted, explanation);
        more->setWordWrap(true);
        m_body->addWidget(more);
    }
    m_body->addSpacing(2 * grid);
}

QPlainTextEdit* ActionDialog::addWords(const QString& objectName, const QString& caption,
                                       const QString& placeholder, int height)
{
    auto* field = new QPlainTextEdit;
    auto* label = new Text(m_theme, &Fonts::captionStrong, &Colors::text, caption);
    label->setBuddy(field);
    field->setObjectName(objectName);
    field->setAccessibleName(caption);
    field->setPlaceholderText(placeholder);
    field->setTabChangesFocus(true);
    field->setFixedHeight(height);
    field->setMinimumWidth(54 * grid);
    field->viewport()->setAutoFillBackground(false);
    field->document()->setDocumentMargin(grid);
    watch(field);
    m_body->addWidget(label);
    m_body->addWidget(field);
    return field;
}

QPushButton* ActionDialog::addButtons(const QString& objectName, const QString& words, const QString& leave)
{
    auto* cancel = new QPushButton(leave.isEmpty() ? tr("Cancel") : leave);
    cancel->setAutoDefault(false);
    auto* button = new QPushButton(words);
    button->setObjectName(objectName);
    button->setAccessibleName(words);
    button->setFont(m_theme.fonts().bodyStrong);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(words, nativeText(Qt::CTRL | Qt::Key_Return)));
    button->setDefault(true);
    setButtonKind(*button, ButtonKind::Primary);
    auto* row = new QHBoxLayout;
    row->setSpacing(grid);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(button);
    m_body->addSpacing(3 * grid);
    m_body->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(button, &QPushButton::clicked, this, &ActionDialog::confirm);
    return button;
}

QString ActionDialog::notesOf(const QPlainTextEdit& field)
{
    QString notes = field.toPlainText().trimmed();
    while (notes.toUtf8().size() > static_cast<qsizetype>(protocol::maxNotesBytes))
        notes.truncate(notes.size() * 9 / 10);
    return notes;
}

void ActionDialog::watch(QWidget* widget)
{
    widget->installEventFilter(this);
}

bool ActionDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            confirm();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace relevo::ui
