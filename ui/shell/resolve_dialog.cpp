#include <ui/shell/resolve_dialog.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <protocol/limits.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

ResolveDialog::ResolveDialog(const Theme& theme, const QString& contactName, QWidget* parent)
    : QDialog(parent), m_notes(new QPlainTextEdit), m_back(new QCheckBox(tr("Hand back to the bot")))
{
    setObjectName(QStringLiteral("resolveDialog"));
    setWindowTitle(tr("Resolve conversation"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto* title = new Text(theme, &Fonts::heading, &Colors::text,
                           tr("Resolve the conversation with %1").arg(isolated(contactName)));
    title->setWordWrap(true);
    auto* words = new Text(theme, &Fonts::body, &Colors::muted, tr("The customer sees a closing message."));
    words->setWordWrap(true);
    auto* label = new Text(theme, &Fonts::captionStrong, &Colors::text, tr("Resolution notes"));
    label->setBuddy(m_notes);
    m_notes->setObjectName(QStringLiteral("resolutionNotes"));
    m_notes->setAccessibleName(tr("Resolution notes"));
    m_notes->setPlaceholderText(tr("What was the matter, and how was it solved? Only your team reads this."));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(14 * grid);
    m_notes->setMinimumWidth(54 * grid);
    m_notes->viewport()->setAutoFillBackground(false);
    m_notes->document()->setDocumentMargin(grid);
    m_notes->installEventFilter(this);
    m_back->setObjectName(QStringLiteral("handBack"));
    m_back->setAccessibleName(m_back->text());
    m_back->setToolTip(
        tr("The bot answers the customer's next message. Otherwise the conversation is closed."));

    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto* confirmButton = new QPushButton(tr("Resolve conversation"));
    confirmButton->setObjectName(QStringLiteral("confirmResolve"));
    confirmButton->setAccessibleName(confirmButton->text());
    confirmButton->setFont(theme.fonts().bodyStrong);
    confirmButton->setToolTip(
        tr("Resolve (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    confirmButton->setDefault(true);
    setButtonKind(*confirmButton, ButtonKind::Primary);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(grid);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(confirmButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid + metrics::half);
    layout->setSpacing(metrics::half);
    layout->addWidget(title);
    layout->addWidget(words);
    layout->addSpacing(2 * grid);
    layout->addWidget(label);
    layout->addWidget(m_notes);
    layout->addSpacing(grid + metrics::half);
    layout->addWidget(m_back);
    layout->addSpacing(3 * grid);
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirmButton, &QPushButton::clicked, this, &ResolveDialog::confirm);
    m_notes->setFocus();
}

bool ResolveDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_notes && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            confirm();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ResolveDialog::confirm()
{
    QString notes = m_notes->toPlainText().trimmed();
    // Whoever pastes a book gets its beginning: the relay would refuse the whole.
    while (notes.toUtf8().size() > static_cast<qsizetype>(protocol::maxNotesBytes))
        notes.truncate(notes.size() * 9 / 10);
    Q_EMIT resolved(notes, m_back->isChecked());
    accept();
}

} // namespace relevo::ui
