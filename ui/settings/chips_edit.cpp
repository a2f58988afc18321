#include <ui/settings/chips_edit.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/tag.h>
#include <ui/widgets/text.h>

#include <QtCore/QRegularExpression>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

namespace {

/// What separates one from the next.
const QRegularExpression& separator()
{
    static const QRegularExpression found(QStringLiteral("[,;\\n\\r\\t]+"));
    return found;
}

} // namespace

ChipsEdit::ChipsEdit(const Theme& theme, const QString& objectName, const QString& name,
                     const QString& placeholder)
    : m_theme(theme), m_chips(new QWidget), m_flow(new FlowLayout(metrics::half)), m_line(new QLineEdit),
      m_placeholder(placeholder)
{
    setAccessibleName(name);
    m_chips->setLayout(m_flow);
    m_line->setObjectName(objectName);
    m_line->setAccessibleName(tr("Add to: %1").arg(name));
    m_line->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_line->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid);
    layout->addWidget(m_chips);
    layout->addWidget(m_line);
    setFocusProxy(m_line);
    // What was typed and not confirmed is not lost on the way to the next field.
    connect(m_line, &QLineEdit::editingFinished, this, [this] { addFrom(m_line->text()); });
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.contains(separator()))
            addFrom(text);
    });
    rebuild();
}

bool ChipsEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        addFrom(m_line->text()); // and the window's default button stays alone
        return true;
    }
    if (key->matches(QKeySequence::Paste)) {
        // A line edit would make blanks of the line ends.
        const QString pasted = QGuiApplication::clipboard()->text();
        if (pasted.contains(separator())) {
            addFrom(m_line->text() + pasted);
            return true;
        }
    }
    if (key->key() == Qt::Key_Backspace && m_line->text().isEmpty() && !m_texts.isEmpty()) {
        take(m_texts.back());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChipsEdit::setTexts(const QStringList& texts)
{
    if (m_texts == texts)
        return;
    m_texts = texts;
    rebuild();
}

void ChipsEdit::addFrom(const QString& typed)
{
    bool added = false;
    for (const QString& part : typed.split(separator())) {
        const QString text = part.simplified();
        if (text.isEmpty() || m_texts.contains(text, Qt::CaseInsensitive))
            continue;
        m_texts << text;
        added = true;
    }
    m_line->clear();
    if (!added)
        return;
    rebuild();
    Q_EMIT changed();
}

void ChipsEdit::take(const QString& text)
{
    m_texts.removeOne(text);
    rebuild();
    m_line->setFocus();
    Q_EMIT changed();
}

void ChipsEdit::rebuild()
{
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        // The button that was pressed is still in its click.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString& text : m_texts) {
        auto* chip = new Tag(m_theme);
        auto* remove = new QToolButton;
        remove->setObjectName(QStringLiteral("removeChip"));
        remove->setAccessibleName(tr("Remove %1").arg(text));
        remove->setToolTip(tr("Remove"));
        remove->setIcon(m_theme.icon(QStringLiteral("close")));
        remove->setIconSize({m_theme.smallIconSize(), m_theme.smallIconSize()});
        remove->setFocusPolicy(Qt::StrongFocus);
        chip->add(new Text(m_theme, &Fonts::body, &Colors::text, text));
        chip->add(remove);
        m_flow->addWidget(chip);
        connect(remove, &QToolButton::clicked, this, [this, text] { take(text); });
    }
    m_line->setPlaceholderText(m_texts.isEmpty() ? m_placeholder : tr("Add another"));
    m_chips->setVisible(!m_texts.isEmpty());
    m_chips->updateGeometry();
}

} // namespace relevo::ui
