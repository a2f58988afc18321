#include <ui/customer/editable_line.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/flush_row.h>
#include <ui/widgets/painted.h>
#include <ui/widgets/text.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

EditableLine::EditableLine(const Theme& theme, About about, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_about(std::move(about)),
      m_text(new Text(theme, m_about.font, &Colors::text)), m_field(new QLineEdit),
      m_copy(makeButton("copyValue", QStringLiteral("copy"), tr("Copy %1").arg(m_about.name))),
      m_pencil(makeButton("editValue", QStringLiteral("pencil"), tr("Change %1").arg(m_about.name))),
      m_offer(new QPushButton(m_about.offer)), m_trouble(new Text(theme, &Fonts::caption, &Colors::danger))
{
    m_text->setObjectName(m_about.objectName + QStringLiteral("Value"));
    m_text->setToolTip(m_about.name);
    m_text->setWordWrap(m_about.icon.isEmpty());
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_field->setObjectName(m_about.objectName);
    m_field->setAccessibleName(m_about.name);
    m_field->setPlaceholderText(m_about.name);
    m_field->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_field->installEventFilter(this);
    m_offer->setObjectName(m_about.objectName + QStringLiteral("Offer"));
    m_offer->setAccessibleName(m_about.offer);
    m_offer->setFont(theme.fonts().caption);
    m_offer->setIcon(theme.icon(QStringLiteral("add"), &Colors::muted));
    m_offer->setIconSize({m_theme.smallIconSize(), m_theme.smallIconSize()});
    m_offer->setMaximumHeight(std::max(3 * grid, m_offer->fontMetrics().height() + grid)); // as a line
    setButtonKind(*m_offer, ButtonKind::Quiet);
    m_trouble->setObjectName(m_about.objectName + QStringLiteral("Trouble"));
    m_trouble->setWordWrap(true);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_value); });
    connect(m_pencil, &QPushButton::clicked, this, &EditableLine::edit);
    connect(m_offer, &QPushButton::clicked, this, &EditableLine::edit);
    lay();
    present(false);
}

QPushButton* EditableLine::makeButton(const char* name, const QString& icon, const QString& words)
{
    auto* button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(m_theme.icon(icon, &Colors::faint));
    button->setIconSize({m_theme.smallIconSize(), m_theme.smallIconSize()});
    button->setFixedSize(3 * grid, 3 * grid);
    button->setAccessibleName(words);
    button->setToolTip(words);
    setButtonKind(*button, ButtonKind::Quiet);
    return button;
}

void EditableLine::lay()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addStrut(3 * grid); // as high as its buttons, also without any
    row->setSpacing(grid);
    if (!m_about.icon.isEmpty()) {
        const Theme& theme = m_theme;
        auto* icon = new Painted(theme, metrics::icon,
                                 [name = m_about.icon, &theme](QPainter& painter, const QRect& rect) {
                                     paintIcon(painter, rect, name, theme.colors().faint);
                                 });
        icon->setObjectName(QStringLiteral("lineIcon"));
        // Beside a line that is one: a value, the field it is changed in, or what is offered instead.
        row->addWidget(icon, 0, Qt::AlignVCenter);
    }
    row->addWidget(m_text, 1);
    row->addWidget(m_field, 1);
    auto* offer = new FlushRow;
    offer->addWidget(m_offer);
    offer->addStretch();
    row->addLayout(offer);
    row->addStretch(0);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_pencil);
    row->addLayout(buttons);
    row->setAlignment(buttons, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::half);
    layout->addLayout(row);
    layout->addWidget(m_trouble);
}

void EditableLine::setValue(const QString& value)
{
    if (value == m_value)
        return;
    m_value = value;
    if (!isEditing())
        present(false);
}

void EditableLine::setStandIn(const QString& words)
{
    if (words == m_standIn)
        return;
    m_standIn = words;
    if (!isEditing())
        present(false);
}

void EditableLine::setEditable(bool editable)
{
    if (editable == m_editable)
        return;
    m_editable = editable;
    present(editable && isEditing());
}

bool EditableLine::isEditing() const
{
    return !m_field->isHidden();
}

void EditableLine::edit()
{
    if (!m_editable)
        return;
    m_field->setText(m_value);
    present(true);
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
}

void EditableLine::present(bool editing)
{
    const QString shown = m_value.isEmpty() ? m_standIn : m_value;
    m_text->setWhole(shown);
    // An address has no place to be broken, and what stands beside an icon is one line.
    m_text->setElided(!m_about.icon.isEmpty() || !shown.contains(QLatin1Char(' ')));
    m_text->setVisible(!editing && !shown.isEmpty());
    m_field->setVisible(editing);
    m_offer->setVisible(!editing && shown.isEmpty() && m_editable && !m_about.offer.isEmpty());
    m_copy->setVisible(!editing && m_about.copied && !m_value.isEmpty());
    m_pencil->setVisible(!editing && m_editable && !shown.isEmpty());
    setInvalid(*m_field, false);
    m_trouble->setWhole({});
    m_trouble->hide();
    setVisible(editing || !m_text->isHidden() || !m_offer->isHidden());
}

void EditableLine::commit()
{
    if (!isEditing())
        return;
    const QString typed = m_field->text().simplified();
    const QString trouble = m_about.trouble ? m_about.trouble(typed) : QString();
    if (!trouble.isEmpty()) {
        m_trouble->setWhole(trouble);
        m_trouble->show();
        setInvalid(*m_field, true);
        m_field->setAccessibleDescription(trouble);
        return;
    }
    m_field->setAccessibleDescription({});
    const bool another = typed != m_value;
    m_value = typed;
    leave(m_field->hasFocus());
    if (another)
        Q_EMIT changed(typed);
}

void EditableLine::leave(bool byKey)
{
    present(false);
    // The keyboard stays where it was, on the way to change it again.
    if (byKey)
        (m_pencil->isHidden() ? m_offer : m_pencil)->setFocus(Qt::OtherFocusReason);
}

bool EditableLine::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        // After the field has lost it.
        QMetaObject::invokeMethod(this, &EditableLine::commit, Qt::QueuedConnection);
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            commit();
            return true;
        }
        if (key == Qt::Key_Escape) {
            leave(true);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace relevo::ui
