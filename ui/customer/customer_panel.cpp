#include <ui/customer/customer_panel.h>

#include <ui/customer/attribute_table.h>
#include <ui/customer/bot_line.h>
#include <ui/customer/contact_notes.h>
#include <ui/customer/contact_rules.h>
#include <ui/customer/contact_tags.h>
#include <ui/customer/identity_card.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/flush_row.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace relevo::ui {

using metrics::grid;

CustomerPanel::CustomerPanel(const Theme& theme, const models::ConversationDetails& details,
                             const Clock& clock, QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_details(details), m_clock(clock), m_soon(this), m_minute(this),
      m_page(new QWidget), m_identity(new IdentityCard(theme)), m_bot(new BotLine(theme)),
      m_summaryPlace(new QVBoxLayout), m_tags(new ContactTags(theme)), m_notes(new ContactNotes(theme)),
      m_attributes(new AttributeTable(theme)), m_others(new PersonCard(theme))
{
    setObjectName(QStringLiteral("customerPanel"));
    setAccessibleName(tr("Customer and summary"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(3 * grid);
    makePage();
    // Several things change in one turn of the loop; they are laid out once.
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
        else
            askForPerson(); // the earlier conversations stand in the transcript, whoever sees this column
    });
    connect(&details, &models::ConversationDetails::changed, this, [this] {
        dropStale();
        refreshSoon();
    });
    m_minute.setInterval(std::chrono::seconds(20));
    connect(&m_minute, &QTimer::timeout, this, &CustomerPanel::refreshSoon);
    connectParts();
}

void CustomerPanel::makePage()
{
    auto* layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    layout->setSpacing(2 * grid);
    m_summaryPlace->setSpacing(0);
    layout->addWidget(m_identity);
    layout->addWidget(m_bot);
    layout->addLayout(m_summaryPlace);
    for (QWidget* part : std::initializer_list<QWidget*>{m_tags, m_notes})
        layout->addWidget(part);
    for (QWidget* part : std::initializer_list<QWidget*>{m_attributes, m_others}) {
        auto* row = new FlushRow(FlushRow::Side::Both);
        row->addWidget(part);
        layout->addLayout(row);
    }
    layout->addStretch();
    m_page->hide();
    setWidget(m_page);
    m_page->setAutoFillBackground(false);
}

void CustomerPanel::connectParts()
{
    connect(m_identity, &IdentityCard::changed, this,
            [this](const client::ContactChange& change) { Q_EMIT contactChanged(key(), change); });
    connect(m_identity, &IdentityCard::blockWanted, this,
            [this](bool blocked) { Q_EMIT blockWanted(key(), blocked); });
    connect(m_bot, &BotLine::wanted, this, &CustomerPanel::botWanted);
    connect(m_identity, &IdentityCard::mergeWanted, this, [this] { Q_EMIT mergeWanted({}); });
    connect(m_attributes, &AttributeTable::changed, this,
            [this](const client::ContactChange& change) { Q_EMIT contactChanged(key(), change); });
    connect(m_tags, &ContactTags::changed, this, [this](const QStringList& tags) {
        client::ContactChange change;
        change.tags = tags;
        Q_EMIT contactChanged(key(), change);
    });
    connect(m_notes, &ContactNotes::added, this,
            [this](const QString& text) { Q_EMIT noteAdded(key(), text); });
    connect(m_notes, &ContactNotes::deleted, this,
            [this](const domain::ContactId& contact, const domain::MessageId& note) {
                Q_EMIT noteDeleted(keyOf(contact), note);
            });
    connect(m_others, &PersonCard::conversationChosen, this, &CustomerPanel::conversationChosen);
    connect(m_others, &PersonCard::compareWanted, this, &CustomerPanel::mergeWanted);
    connect(m_others, &PersonCard::splitWanted, this,
            [this](const domain::ContactId& contact) { Q_EMIT splitWanted(keyOf(contact)); });
}

bool CustomerPanel::isEditable() const
{
    return !m_details.isEmpty() && !m_details.isErased() && !m_contact.isNull();
}

client::ContactKey CustomerPanel::keyOf(const domain::ContactId& contact) const
{
    return {m_details.conversation(), contact};
}

void CustomerPanel::refreshSoon()
{
    m_soon.start();
}

/// What was asked for another handoff or of another contact answers nothing in this one.
void CustomerPanel::dropStale()
{
    const std::optional<domain::Handoff> handoff = m_details.handoff();
    if (!handoff || handoff->id != m_asked) {
        m_asked = handoff ? handoff->id : domain::HandoffId();
        m_proposals = {};
        m_trouble.clear();
        m_refreshing = false;
    }
    const domain::Contact contact = m_details.contact();
    if (contact.id != m_contact) {
        m_contact = contact.id;
        m_mergedInto = contact.mergedInto;
        m_person = {};
        m_alike.clear();
        m_personState = PersonCard::State::Unknown;
        m_personAsked = false;
        m_tagsSuggested = false;
        m_notes->forgetTyped();
        verticalScrollBar()->setValue(0);
    } else if (contact.mergedInto != m_mergedInto) {
        m_mergedInto = contact.mergedInto;
        m_personAsked = false;
    }
}

void CustomerPanel::setConnected(bool connected)
{
    if (connected && !m_connected)
        m_personAsked = false; // whatever it was, it may be another by now
    m_connected = connected;
    if (!connected) {
        // No answer is to come over a line that is cut.
        m_refreshing = false;
        m_proposals.asked = m_proposals.forDraft = false;
    }
    refreshSoon();
}

void CustomerPanel::showReplies(const domain::HandoffId& handoff, const QStringList& texts,
                                const QString& engine)
{
    if (handoff != m_asked)
        return;
    const bool forDraft = std::exchange(m_proposals, {false, false, texts, engine}).forDraft;
    if (forDraft && !texts.isEmpty())
        Q_EMIT replyChosen(texts.front());
    m_trouble = texts.isEmpty() ? tr("There is nothing to suggest yet.") : QString();
    refreshSoon();
}

void CustomerPanel::refreshed(const domain::HandoffId& handoff)
{
    if (handoff != m_asked)
        return;
    m_refreshing = false;
    m_trouble.clear();
    refreshSoon();
}

void CustomerPanel::showTrouble(const domain::HandoffId& handoff, const QString& words)
{
    if (handoff != m_asked)
        return;
    m_proposals.asked = m_proposals.forDraft = false;
    m_trouble = words;
    refreshSoon();
}

void CustomerPanel::showPerson(const domain::ContactId& contact, const std::optional<client::Person>& person)
{
    if (contact != m_contact)
        return;
    m_personState = person ? PersonCard::State::Known : PersonCard::State::Unknown;
    if (person)
        m_person = *person;
    refreshSoon();
}

void CustomerPanel::showAlike(const domain::ContactId& contact, const std::vector<domain::Contact>& alike)
{
    if (contact != m_contact)
        return;
    m_alike = alike;
    refreshSoon();
}

void CustomerPanel::renewPerson()
{
    m_personAsked = false;
    refreshSoon();
}

void CustomerPanel::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    dropStale();
    refresh();
    m_minute.start();
}

void CustomerPanel::resizeEvent(QResizeEvent* event)
{
    m_page->setMaximumWidth(viewport()->width());
    QScrollArea::resizeEvent(event);
    fitPage();
}

bool CustomerPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_page && event->type() == QEvent::LayoutRequest)
        fitPage();
    return QScrollArea::eventFilter(watched, event);
}

/// As high as it has to be as wide as it is: what the area works out for it, it may for another width, before
/// the scroll bar came, and the chips, which can be the lowest, were cut then.
void CustomerPanel::fitPage()
{
    if (m_page->layout() && m_page->width() > 0)
        m_page->setMinimumHeight(std::max(0, m_page->layout()->totalHeightForWidth(m_page->width())));
}

void CustomerPanel::refresh()
{
    m_page->setVisible(!m_details.isEmpty());
    if (m_details.isEmpty())
        return;
    const domain::Contact contact = m_details.contact();
    const bool editable = isEditable();
    m_identity->show({m_details.name(), contact, m_details.channel(), m_details.language(),
                      localTimeOf(contact, m_clock.now()), editable});
    m_bot->show(m_details.isBotOff() && m_details.isOpen(), m_details.setsBot() && m_connected);
    refreshSummary();
    m_tags->show(contact.tags, editable);
    if (!std::exchange(m_tagsSuggested, true))
        m_tags->setSuggestions(m_details.knownTags());
    m_attributes->show(contact.attributes, toldElsewhere(contact), editable);
    refreshPerson();
}

void CustomerPanel::refreshSummary()
{
    std::optional<SummaryContent> content;
    if (const std::optional<domain::Summary> summary = m_details.summary())
        content = SummaryContent{*summary,     m_details.summaryIsStale(),
                                 m_refreshing, m_connected && m_details.canReply(),
                                 m_proposals,  m_trouble};
    const bool waiting = !content && m_details.handoff();
    if (content == m_shownSummary && waiting == m_shownWaiting)
        return;
    const QWidget* keyboard = QApplication::focusWidget();
    const bool wasHere = m_summary && keyboard && m_summary->isAncestorOf(keyboard);
    const QString keyboardAt = wasHere ? keyboard->objectName() : QString();
    QWidget* before = std::exchange(m_summary, nullptr);
    if (content) {
        m_summary = makeCard(*content);
    } else if (waiting) {
        auto* text = new Text(m_theme, &Fonts::caption, &Colors::muted, tr("The summary is being made…"));
        text->setWordWrap(true);
        m_summary = text;
    }
    if (m_summary)
        m_summaryPlace->addWidget(m_summary);
    if (wasHere) {
        // The keyboard stays on what took the place of what it was on.
        auto* again =
            keyboardAt.isEmpty() || !m_summary ? nullptr : m_summary->findChild<QWidget*>(keyboardAt);
        (again && again->isEnabled() ? again : this)->setFocus(Qt::OtherFocusReason);
    }
    delete before;
    m_shownSummary = std::move(content);
    m_shownWaiting = waiting;
}

void CustomerPanel::askForPerson()
{
    if (m_personAsked || !m_connected || !isEditable())
        return;
    m_personAsked = true;
    m_personState = PersonCard::State::Asked;
    Q_EMIT personWanted(m_details.contact());
}

void CustomerPanel::refreshPerson()
{
    const domain::Contact contact = m_details.contact();
    askForPerson();
    ContactNotes::Content notes;
    for (const domain::ContactNote& note : contact.notes)
        notes.notes.push_back({contact.id, note});
    std::vector<const domain::Contact*> others{&m_person.contact};
    for (const domain::Contact& one : m_person.merged)
        others.push_back(&one);
    for (const domain::Contact* other : others) {
        if (other->id.isNull() || other->id == contact.id)
            continue;
        for (const domain::ContactNote& note : other->notes)
            notes.notes.push_back({other->id, note});
    }
    std::stable_sort(notes.notes.begin(), notes.notes.end(),
                     [](const NoteOf& a, const NoteOf& b) { return a.note.at > b.note.at; });
    notes.me = m_details.me().id;
    notes.mayDeleteAll = m_details.me().role != domain::Role::Agent;
    notes.editable = isEditable();
    m_notes->show(notes);
    m_others->show({m_personState, m_details.conversation(), contact.id, m_person, m_alike, isEditable()});
    m_others->setVisible(isEditable());
}

SummaryCard* CustomerPanel::makeCard(const SummaryContent& content)
{
    auto* card = new SummaryCard(m_theme, content);
    connect(card, &SummaryCard::factChosen, this, &CustomerPanel::factChosen);
    connect(card, &SummaryCard::replyChosen, this, &CustomerPanel::replyChosen);
    connect(card, &SummaryCard::refreshWanted, this, &CustomerPanel::askForSummary);
    connect(card, &SummaryCard::repliesWanted, this, [this] { askForReplies(false); });
    connect(card, &SummaryCard::draftWanted, this, [this] { askForReplies(true); });
    return card;
}

void CustomerPanel::askForSummary()
{
    m_refreshing = true;
    m_trouble.clear();
    refreshSoon();
    Q_EMIT refreshWanted(m_asked);
}

void CustomerPanel::askForReplies(bool forDraft)
{
    m_proposals = {true, forDraft, {}, {}};
    m_trouble.clear();
    refreshSoon();
    Q_EMIT repliesWanted(m_asked);
}

} // namespace relevo::ui
