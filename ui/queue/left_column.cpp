#include <ui/queue/left_column.h>

#include <ui/queue/bulk_bar.h>
#include <ui/queue/filter_bar.h>
#include <ui/queue/inbox_view.h>
#include <ui/queue/offer_reminder.h>
#include <ui/shell/preferences.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/availability_button.h>
#include <ui/widgets/health_bar.h>
#include <ui/widgets/link_bar.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;
using models::InboxSection;

LeftColumn::LeftColumn(const Theme& theme, models::Inbox& inbox, Preferences& preferences, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_preferences(preferences), m_inbox(new InboxView(theme, inbox)),
      m_filter(new FilterBar(theme, inbox)), m_bulk(new BulkBar(theme, inbox)),
      m_name(new Text(theme, &Fonts::bodyStrong, &Colors::text)),
      m_project(new Text(theme, &Fonts::caption, &Colors::muted)),
      m_availability(new AvailabilityButton(theme)), m_program(new PopupButton),
      m_health(new HealthBar(theme)), m_link(new LinkBar(theme)), m_lists(new QWidget),
      m_middle(new QStackedWidget), m_offers(new OfferReminder(theme, inbox))
{
    auto* lists = new QVBoxLayout(m_lists);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(0);
    lists->addWidget(m_filter);
    lists->addWidget(m_inbox, 1);
    lists->addWidget(m_bulk);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    m_middle->addWidget(m_lists);
    layout->addWidget(m_offers);
    layout->addWidget(m_middle, 1);
    layout->addWidget(m_health);
    layout->addWidget(m_link);

    m_inbox->setFolded(preferences.foldedSections());
    m_filter->setViews(preferences.savedViews());
    inbox.arrange(inbox.filter(), preferences.inboxSort());
    connectParts();
}

void LeftColumn::connectParts()
{
    connect(m_inbox, &InboxView::chosen, this, &LeftColumn::chosen);
    connect(m_inbox, &InboxView::entered, this, &LeftColumn::entered);
    connect(m_inbox, &InboxView::claimPressed, this, &LeftColumn::claimPressed);
    connect(m_inbox, &InboxView::declinePressed, this, &LeftColumn::declinePressed);
    connect(m_offers, &OfferReminder::chosen, this, &LeftColumn::chosen);
    connect(m_offers, &OfferReminder::accepted, this, &LeftColumn::claimPressed);
    connect(m_offers, &OfferReminder::declined, this, &LeftColumn::declinePressed);
    connect(m_inbox, &InboxView::foldedChanged, this,
            [this] { m_preferences.setFoldedSections(m_inbox->folded()); });
    connect(m_inbox->verticalScrollBar(), &QScrollBar::valueChanged, m_filter,
            [this](int value) { m_filter->setEdge(value > 0); });
    connect(m_inbox, &InboxView::filterWanted, m_filter, &FilterBar::startTyping);
    connect(m_filter, &FilterBar::viewsChanged, this,
            [this] { m_preferences.setSavedViews(m_filter->views()); });
    connect(m_filter, &FilterBar::sortChanged, this,
            [this](models::InboxSort sort) { m_preferences.setInboxSort(sort); });
    connect(m_filter, &FilterBar::left, m_inbox, &InboxView::takeKeyboard);
    connect(m_bulk, &BulkBar::wished, this, &LeftColumn::bulkWished);
    connect(m_bulk, &BulkBar::closed, this, [this] { m_inbox->goTo(InboxSection::Waiting); });
}

PersonList& LeftColumn::waiting()
{
    return m_inbox->list(InboxSection::Waiting);
}

PersonList& LeftColumn::mine()
{
    return m_inbox->list(InboxSection::Mine);
}

QWidget* LeftColumn::makeHeader()
{
    m_name->setElided(true);
    m_project->setElided(true);
    m_program->setObjectName(QStringLiteral("programMenu"));
    m_program->setIcon(m_theme.icon(QStringLiteral("more")));
    m_program->setFixedWidth(metrics::controlHeight + metrics::half);
    m_program->setAccessibleName(tr("Menu"));

    auto* names = new QVBoxLayout;
    names->setSpacing(1);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_project);
    names->addStretch();
    auto* header = new QWidget;
    auto* row = new QHBoxLayout(header);
    const auto follow = [this, header, row] {
        header->setFixedHeight(m_theme.headerHeight());
        // Room for the avatar, which paintEvent draws.
        row->setContentsMargins(2 * grid + m_theme.grown(metrics::avatar) + 10, 0, grid, 0);
    };
    connect(&m_theme, &Theme::changed, header, follow);
    follow();
    row->setSpacing(metrics::half);
    row->addLayout(names, 1);
    row->addWidget(m_availability);
    row->addWidget(m_program);
    return header;
}

QMenu& LeftColumn::programMenu()
{
    return m_program->popup();
}

void LeftColumn::openProgramMenu()
{
    m_program->open();
}

void LeftColumn::showInsteadOfLists(QWidget* widget)
{
    if (widget && m_middle->indexOf(widget) < 0)
        m_middle->addWidget(widget);
    m_middle->setCurrentWidget(widget ? widget : m_lists);
    m_offers->setNeeded(widget);
}

void LeftColumn::setAgent(const QString& name, const QString& project, domain::Availability availability)
{
    m_agentName = name;
    m_name->setWhole(name);
    m_project->setWhole(project);
    m_availability->setAvailability(availability);
    update();
}

void LeftColumn::showCurrent(const domain::ConversationId& conversation)
{
    m_inbox->showCurrent(conversation);
}

void LeftColumn::paintEvent(QPaintEvent*)
{
    if (m_agentName.isEmpty())
        return;
    QPainter painter(this);
    const int size = m_theme.grown(metrics::avatar);
    const QRect place(2 * grid, (m_theme.headerHeight() - size) / 2, size, size);
    paintAvatar(painter, QStyle::visualRect(layoutDirection(), rect(), place), m_agentName, m_theme);
}

} // namespace relevo::ui
