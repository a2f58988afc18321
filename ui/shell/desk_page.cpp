#include <ui/shell/desk_page.h>

#include <ui/actions/actions.h>
#include <ui/actions/undo_bar.h>
#include <ui/conversation/conversation_header.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/writer.h>
#include <ui/customer/customer_panel.h>
#include <ui/queue/bulk_bar.h>
#include <ui/queue/inbox_view.h>
#include <ui/queue/left_column.h>
#include <ui/search/search_page.h>
#include <ui/supervise/channel_words.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/availability_button.h>
#include <ui/widgets/health_bar.h>
#include <ui/widgets/link_bar.h>

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int leftWidth = 42 * grid;
constexpr int rightWidth = 38 * grid;
constexpr int narrowestLeft = 34 * grid; // this and the next with the text as it is shipped
constexpr int narrowestRight = 30 * grid;
constexpr int narrowestCentre = 44 * grid;
constexpr int centreBesideDetails = 62 * grid; // with less of it three columns are too many

} // namespace

DeskPage::DeskPage(const Theme& theme, DeskModels& models, Preferences& preferences, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_models(models), m_preferences(preferences),
      m_left(new LeftColumn(theme, models.inbox, preferences)),
      m_conversation(new ConversationPage(theme, models.messages, models.details, models.clock)),
      m_customer(new CustomerPanel(theme, models.details, models.clock)),
      m_search(new SearchPage(theme, this)), m_right(new QWidget), m_split(new QSplitter(Qt::Horizontal)),
      m_undo(new UndoBar(theme, models.live, models.clock, this)), m_detailsWanted(preferences.detailsShown())
{
    setObjectName(QStringLiteral("desk"));
    m_conversation->setMinimumWidth(narrowestCentre);
    fitColumns();
    m_split->addWidget(m_left);
    m_split->addWidget(m_conversation);
    m_split->addWidget(m_right);
    auto* right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->addWidget(m_customer);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setStretchFactor(2, 0);
    m_split->setSizes({leftWidth, 80 * grid, rightWidth});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    if (const QByteArray state = preferences.columns(); !state.isEmpty())
        m_split->restoreState(state);
    m_search->hide(); // until it is wanted, in the place of the lists

    m_conversation->setHabits([&preferences] { return preferences.writingHabits(); });

    connectParts();
    updateDetails();
    updateAgent();
    updateEmptyWords();
}

DeskPage::~DeskPage()
{
    m_preferences.setColumns(m_split->saveState());
}

void DeskPage::connectParts()
{
    connect(&m_theme, &Theme::changed, this, [this] {
        fitColumns();
        updateDetails();
    });
    connect(m_split, &QSplitter::splitterMoved, this, &DeskPage::placeUndoBar);
    connect(m_left, &LeftColumn::chosen, this, &DeskPage::look);
    connect(m_left, &LeftColumn::entered, this, &DeskPage::enter);
    connect(m_left, &LeftColumn::claimPressed, this, &DeskPage::claimFromList);
    connect(m_left, &LeftColumn::declinePressed, this, &DeskPage::decline);
    connect(&m_left->bulk(), &BulkBar::placed, this, &DeskPage::placeUndoBar);
    connect(m_conversation, &ConversationPage::claimRequested, this, &DeskPage::claimRequested);
    connect(&m_models.live, &client::LiveView::cannedChanged, this,
            [this] { m_conversation->writer().setCanned(m_models.live.canned()); });
    connect(m_conversation, &ConversationPage::leftComposer, this, [this] {
        if (m_searching)
            m_search->start();
        else
            closeSearch();
    });
    connect(m_search, &SearchPage::closed, this, &DeskPage::closeSearch);
    connect(m_search, &SearchPage::opened, this, &DeskPage::lookAt);
    connect(m_customer, &CustomerPanel::conversationChosen, this, &DeskPage::look);
    connect(m_conversation, &ConversationPage::wayOnChosen, &m_left->link(), &LinkBar::act);
    connect(m_conversation, &ConversationPage::unblockRequested, m_customer, &CustomerPanel::unblock);
    connect(m_customer, &CustomerPanel::factChosen, m_conversation, &ConversationPage::showMessage);
    connect(m_customer, &CustomerPanel::replyChosen, &m_conversation->writer(), &Writer::use);
    connect(&m_models.live, &client::LiveView::meChanged, this, &DeskPage::updateAgent);
    connect(&m_models.live, &client::LiveView::projectChanged, this, &DeskPage::updateAgent);
    connect(&m_models.live, &client::LiveView::meChanged, this, &DeskPage::updateHealth);
    connect(&m_models.live, &client::LiveView::failingChanged, this, &DeskPage::updateHealth);
    connect(&m_left->health(), &HealthBar::placed, this, &DeskPage::placeUndoBar, Qt::QueuedConnection);
    connect(&m_models.inbox, &models::Inbox::countsChanged, this, &DeskPage::updateEmptyWords);
}

void DeskPage::setActions(Actions& actions)
{
    m_conversation->setActions(actions);
    bindHint(m_left->availability(), actions.action(ActionId::Availability), tr("Availability"));
    bindHint(m_left->program(), actions.action(ActionId::ProgramMenu), tr("Menu"));
    connect(&m_left->health(), &HealthBar::moreRequested, &actions.action(ActionId::Live), &QAction::trigger);
}

void DeskPage::setConnected(bool connected)
{
    m_connected = connected;
    updateEmptyWords();
    m_left->availability().setConnected(connected);
    m_conversation->setConnected(connected);
    m_customer->setConnected(connected);
    m_undo->setConnected(connected);
    Q_EMIT connectedChanged();
}

void DeskPage::look(const domain::ConversationId& conversation)
{
    m_current = conversation;
    Q_EMIT conversationWanted(conversation);
    m_conversation->showConversation(conversation);
    m_left->showCurrent(conversation);
    updateDetails();
}

void DeskPage::lookAt(const domain::ConversationId& conversation, const domain::MessageId& message)
{
    look(conversation);
    if (!message.isNull())
        m_conversation->showMessage(message);
}

void DeskPage::enter(const domain::ConversationId& conversation)
{
    if (conversation != m_current)
        look(conversation);
    m_conversation->focusComposer();
}

void DeskPage::claimFromList(const domain::ConversationId& conversation)
{
    if (conversation != m_current)
        look(conversation);
    // The transcript may still be on its way from disk; the queue's row knows enough.
    const client::ConversationRow* row = m_models.live.row(conversation);
    if (m_models.details.isEmpty() && row && client::isWaiting(*row))
        m_conversation->claimUnseen(row->handoffId);
    else
        m_conversation->claim();
}

void DeskPage::claim()
{
    if (!m_current.isNull())
        claimFromList(m_current);
}

void DeskPage::decline(const domain::ConversationId& conversation)
{
    if (const client::ConversationRow* row = m_models.live.row(conversation))
        Q_EMIT declineRequested(row->handoffId);
}

void DeskPage::claimLost(const domain::ConversationId& conversation)
{
    if (conversation != m_current)
        return; // they have gone on already
    const domain::ConversationId next = m_models.inbox.nextWaiting(conversation);
    if (!next.isNull())
        look(next);
}

void DeskPage::goToQueue()
{
    showLists();
    m_left->inbox().goTo(models::InboxSection::Waiting);
}

void DeskPage::goToMine()
{
    showLists();
    m_left->inbox().goTo(models::InboxSection::Mine);
}

void DeskPage::step(int by)
{
    m_left->inbox().step(by);
}

void DeskPage::cyclePanes(int step)
{
    QList<QWidget*> panes{m_search, &m_left->waiting(), &m_left->mine()};
    panes += m_conversation->panes();
    panes += m_customer;
    panes.removeIf([](const QWidget* pane) { return !pane->isVisible(); });
    const auto found = std::find_if(panes.cbegin(), panes.cend(), [](QWidget* pane) {
        return pane->hasFocus() || pane->isAncestorOf(QApplication::focusWidget());
    });
    const qsizetype at = found == panes.cend() ? (step > 0 ? -1 : 0) : found - panes.cbegin();
    panes[(at + step + panes.size()) % panes.size()]->setFocus(Qt::ShortcutFocusReason);
}

int DeskPage::scaled(int width) const
{
    return width * m_theme.textScale() / 100;
}

void DeskPage::fitColumns()
{
    m_left->setMinimumWidth(scaled(narrowestLeft));
    m_right->setMinimumWidth(scaled(narrowestRight));
}

bool DeskPage::isWide() const
{
    return width() >= scaled(narrowestLeft + narrowestRight) + centreBesideDetails;
}

void DeskPage::toggleDetails()
{
    if (isWide()) {
        m_detailsWanted = !m_right->isVisible();
        m_preferences.setDetailsShown(m_detailsWanted);
    } else {
        m_detailsInstead = !m_detailsInstead;
    }
    updateDetails();
}

void DeskPage::findInConversation()
{
    if (!m_current.isNull())
        m_conversation->find();
}

void DeskPage::showLists()
{
    m_detailsInstead = false;
    m_searching = false;
    updateDetails();
}

void DeskPage::openSearch()
{
    m_detailsInstead = false;
    m_searching = true;
    updateDetails();
    m_search->start();
}

void DeskPage::closeSearch()
{
    showLists();
    m_left->inbox().goTo(m_current);
}

void DeskPage::updateDetails()
{
    const bool shown = !m_current.isNull() && (isWide() ? m_detailsWanted : m_detailsInstead);
    const bool beside = shown && isWide();
    // In a narrow window they take the place of the lists only: the link's state is always there to see.
    QWidget* instead = m_searching ? m_search : nullptr;
    m_left->showInsteadOfLists(shown && !beside ? m_customer : instead);
    if (beside && m_customer->parentWidget() != m_right)
        m_right->layout()->addWidget(m_customer);
    if (beside)
        m_customer->show();
    m_right->setVisible(beside);
    m_conversation->header().detailsButton().setChecked(shown);
}

void DeskPage::placeUndoBar()
{
    // Over the lists' end: nobody writes there, and the link's state stays to be seen.
    const BulkBar& bulk = m_left->bulk();
    const QWidget& link = m_left->link();
    const QWidget& health = m_left->health();
    const int below = link.sizeHint().expandedTo(link.minimumSize()).height() +
                      (health.isVisible() ? health.height() : 0) + (bulk.isVisible() ? bulk.height() : 0);
    const QRect lists = m_left->geometry().translated(m_split->pos());
    m_undo->setPlace(lists.adjusted(metrics::half, 0, -metrics::half, -below));
}

void DeskPage::openAvailability()
{
    m_left->availability().open();
}

void DeskPage::updateAgent()
{
    const domain::Agent& me = m_models.live.me();
    m_left->setAgent(me.name, m_models.live.project().name, me.availability);
}

void DeskPage::updateHealth()
{
    // Whoever only answers customers can do nothing about it.
    const bool leads = m_models.live.me().role != domain::Role::Agent;
    const std::vector<domain::HealthChange> failing =
        leads ? m_models.live.failing() : std::vector<domain::HealthChange>();
    m_left->health().tell(failingSummary(failing),
                          failingLines(failing, QDate::currentDate()).join(QLatin1Char('\n')));
}

void DeskPage::updateEmptyWords()
{
    const LinkBar& link = m_left->link();
    if (client::needsUser(link.state()) && link.state() != client::LinkState::SignedOut) {
        // To choose somebody would lead nowhere.
        m_conversation->setCutOff(link.words(), link.actionWords());
        return;
    }
    using Queue = ConversationPage::Queue;
    int known = 0;
    for (int section = 0; section < models::inboxSections; ++section)
        known += m_models.inbox.total(static_cast<models::InboxSection>(section));
    const bool nobody =
        m_models.inbox.waiting() == 0 && m_models.inbox.total(models::InboxSection::Mine) == 0;
    // Without the relay nobody can tell that there is nobody.
    m_conversation->setQueue(m_models.inbox.isBeginning() || (known == 0 && !m_connected) ? Queue::Unknown
                             : nobody && m_connected                                      ? Queue::Nobody
                                                                                          : Queue::Somebody);
}

void DeskPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateDetails();
    // The columns get their places after this.
    QMetaObject::invokeMethod(this, &DeskPage::placeUndoBar, Qt::QueuedConnection);
}

void DeskPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colors().window);
}

} // namespace relevo::ui
