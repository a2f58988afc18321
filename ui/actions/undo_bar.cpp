#include <ui/actions/undo_bar.h>

#include <models/names.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/herald.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int widestBar = 44 * grid;
constexpr int barShadow = metrics::half;

} // namespace

UndoBar::UndoBar(const Theme& theme, const client::LiveView& live, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_live(live), m_clock(clock), m_end(this),
      m_text(new Text(theme, &Fonts::body, &Colors::text)), m_undo(new QPushButton(tr("Undo")))
{
    setObjectName(QStringLiteral("undoBar"));
    m_text->setObjectName(QStringLiteral("undoText"));
    m_text->setElided(true);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setFont(theme.fonts().bodyStrong);
    m_undo->setIcon(theme.icon(QStringLiteral("undo"), &Colors::accentText));
    setButtonKind(*m_undo, ButtonKind::Quiet);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * grid + barShadow, metrics::half + barShadow, metrics::half + barShadow,
                               metrics::half + barShadow);
    layout->setSpacing(grid);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &UndoBar::refresh);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undo);
    hide();
}

void UndoBar::hold(const client::HeldWish& wish)
{
    m_list.add(wish);
    refresh();
    announce(*this, accessibleName());
}

void UndoBar::setConnected(bool connected)
{
    if (m_connected == connected)
        return;
    m_connected = connected;
    refresh();
}

bool UndoBar::canUndo()
{
    return m_list.newest(m_clock.now()) != nullptr;
}

void UndoBar::undo()
{
    if (const std::optional<models::UndoList::Group> group = m_list.take(m_clock.now())) {
        for (const client::HeldWish& wish : group->wishes)
            Q_EMIT takeBackRequested(wish.id);
    }
    refresh();
}

void UndoBar::clear()
{
    m_list.clear();
    refresh();
}

void UndoBar::setPlace(const QRect& place)
{
    m_place = place;
    this->place();
}

void UndoBar::refresh()
{
    const models::UndoList::Group* group = m_list.newest(m_clock.now());
    if (!group) {
        m_end.stop();
        hide();
        Q_EMIT changed();
        return;
    }
    const QString text = words(*group);
    m_text->setWhole(text);
    setAccessibleName(text);
    m_end.start(std::max(milliseconds(1), group->wishes.front().until - m_clock.now()));
    place();
    show();
    raise();
    Q_EMIT changed();
}

QString UndoBar::words(const models::UndoList::Group& group) const
{
    using client::Wish;
    const auto count = static_cast<int>(group.wishes.size());
    if (count > 1) {
        if (!m_connected)
            return tr("%n conversation(s): done when the connection is back", nullptr, count);
        switch (group.wish) {
        case Wish::Resolve:
            return tr("%n conversation(s) resolved", nullptr, count);
        case Wish::Snooze:
            return tr("%n conversation(s) snoozed", nullptr, count);
        case Wish::HandBack:
            return tr("%n conversation(s) handed back to the bot", nullptr, count);
        case Wish::Release:
            return tr("%n conversation(s) given back to the queue", nullptr, count);
        case Wish::MarkSpam:
            return tr("%n conversation(s) marked as spam", nullptr, count);
        case Wish::ConvertToTicket:
            return tr("%n conversation(s) converted to tickets", nullptr, count);
        case Wish::BlockContact:
            return tr("%n customer(s) blocked", nullptr, count);
        case Wish::DeleteContactNote:
            return tr("%n note(s) deleted", nullptr, count);
        case Wish::MergeContacts:
            return tr("%n customer(s) merged", nullptr, count);
        case Wish::SplitContact:
            return tr("%n customer(s) separated", nullptr, count);
        default:
            return tr("%n conversation(s) transferred", nullptr, count);
        }
    }
    const domain::ConversationId& id = group.wishes.front().conversation;
    const client::ConversationRow* row = m_live.row(id);
    const QString name = isolated(models::visibleName(row ? row->contactName : QString(), id));
    if (!m_connected)
        return tr("%1: done when the connection is back").arg(name);
    switch (group.wish) {
    case Wish::Resolve:
        return tr("%1: resolved").arg(name);
    case Wish::Snooze:
        return tr("%1: snoozed").arg(name);
    case Wish::HandBack:
        return tr("%1: handed back to the bot").arg(name);
    case Wish::Release:
        return tr("%1: given back to the queue").arg(name);
    case Wish::MarkSpam:
        return tr("%1: marked as spam").arg(name);
    case Wish::ConvertToTicket:
        return tr("%1: converted to a ticket").arg(name);
    case Wish::BlockContact:
        return tr("%1: blocked").arg(name);
    case Wish::DeleteContactNote:
        return tr("%1: note deleted").arg(name);
    case Wish::MergeContacts:
        return tr("%1: the same person as another").arg(name);
    case Wish::SplitContact:
        return tr("%1: separated").arg(name);
    default:
        return tr("%1: transferred").arg(name);
    }
}

void UndoBar::place()
{
    const int height = sizeHint().height();
    const int width = std::min(widestBar, m_place.width());
    const QRect bar(m_place.left(), m_place.bottom() + 1 - height - metrics::half, width, height);
    setGeometry(QStyle::visualRect(layoutDirection(), m_place, bar));
}

void UndoBar::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int step = 0; step < barShadow; ++step) {
        painter.setBrush(QColor(0, 0, 0, 10));
        painter.drawRoundedRect(QRectF(rect()).adjusted(step, step + 1, -step, -step), metrics::radius,
                                metrics::radius);
    }
    painter.setPen(QPen(c.strongBorder, 1)); // a shadow is no edge in the dark
    painter.setBrush(c.surface);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(barShadow + 0.5, barShadow + 0.5, -barShadow - 0.5, -barShadow - 0.5),
        metrics::radius, metrics::radius);
}

} // namespace relevo::ui
