#include <ui/shell/people_controller.h>

#include <ui/conversation/conversation_page.h>
#include <ui/customer/customer_panel.h>
#include <ui/customer/merge_dialog.h>
#include <ui/shell/desk_page.h>

#include <algorithm>

namespace relevo::ui {

namespace {

constexpr int mostFound = 30;
constexpr std::size_t mostAlike = 3;
constexpr std::size_t fewMessages = 50;

bool isAlike(const domain::Contact& a, const domain::Contact& b)
{
    return (!a.email.isEmpty() && a.email.compare(b.email, Qt::CaseInsensitive) == 0) ||
           (!a.phone.isEmpty() && a.phone == b.phone);
}

} // namespace

PeopleController::PeopleController(const Parts& parts, QObject* parent)
    : QObject(parent), m_(parts), m_people(parts.desk)
{
    connectPanel();
    connect(&m_.page, &DeskPage::conversationWanted, this, &PeopleController::look);
    connect(&m_.page.conversation(), &ConversationPage::pastWanted, this, &PeopleController::showPast);
    connect(&m_.desk, &client::Desk::wishKept, this, [this](client::Wish wish) {
        if (wish == client::Wish::MergeContacts || wish == client::Wish::SplitContact)
            m_.page.customer().renewPerson();
    });
}

void PeopleController::connectPanel()
{
    CustomerPanel& panel = m_.page.customer();
    connect(&panel, &CustomerPanel::personWanted, this, &PeopleController::fetchPerson);
    connect(&panel, &CustomerPanel::contactChanged, this,
            [this](const client::ContactKey& whose, const client::ContactChange& change) {
                m_people.update(whose, change);
            });
    connect(&panel, &CustomerPanel::blockWanted, this,
            [this](const client::ContactKey& whose, bool blocked) { m_people.setBlocked(whose, blocked); });
    connect(&panel, &CustomerPanel::noteAdded, this,
            [this](const client::ContactKey& whose, const QString& text) { m_people.addNote(whose, text); });
    connect(&panel, &CustomerPanel::noteDeleted, this,
            [this](const client::ContactKey& whose, const domain::MessageId& note) {
                m_people.deleteNote(whose, note);
            });
    connect(&panel, &CustomerPanel::mergeWanted, this, &PeopleController::askForSame);
    connect(&panel, &CustomerPanel::splitWanted, this,
            [this](const client::ContactKey& whose) { m_people.split(whose); });
}

client::ContactKey PeopleController::key() const
{
    return {m_.models.details.conversation(), m_.models.details.contact().id};
}

void PeopleController::fetchPerson(const domain::Contact& contact)
{
    m_people.get(contact.id, this, [this, contact](const Result<client::Person>& person) {
        CustomerPanel& panel = m_.page.customer();
        panel.showPerson(contact.id, person ? std::optional(*person) : std::nullopt);
        if (person && contact.id == m_.models.details.contact().id) {
            fetchAlike(contact, *person);
            takeTalks(*person);
        }
    });
}

void PeopleController::fetchAlike(const domain::Contact& contact, const client::Person& person)
{
    const QString words = contact.email.isEmpty() ? contact.phone : contact.email;
    if (words.isEmpty())
        return;
    const auto isKnown = [person, contact](const domain::Contact& one) {
        return domain::rootOf(one) == domain::rootOf(contact) || one.id == person.contact.id;
    };
    m_people.find(words, mostFound, this,
                  [this, contact, isKnown](const Result<std::vector<domain::Contact>>& found) {
                      std::vector<domain::Contact> alike;
                      for (const domain::Contact& one : found ? *found : std::vector<domain::Contact>{}) {
                          if (alike.size() < mostAlike && !isKnown(one) && isAlike(contact, one))
                              alike.push_back(one);
                      }
                      m_.page.customer().showAlike(contact.id, alike);
                  });
}

void PeopleController::askForSame(const domain::Contact& guess)
{
    const models::ConversationDetails& details = m_.models.details;
    if (details.isEmpty() || details.isErased())
        return;
    auto* dialog = new MergeDialog(m_.theme, details.contact(), details.name(), &m_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connectDialog(*dialog);
    if (!guess.id.isNull())
        dialog->choose(guess);
    dialog->open();
}

void PeopleController::connectDialog(MergeDialog& dialog)
{
    connect(&dialog, &MergeDialog::searchRequested, this, [this, dialog = &dialog](const QString& words) {
        m_people.find(words, mostFound, dialog,
                      [dialog, words](const Result<std::vector<domain::Contact>>& found) {
                          dialog->setFound(words, found);
                      });
    });
    connect(&dialog, &MergeDialog::personWanted, this, [this, dialog = &dialog](const domain::ContactId& id) {
        m_people.get(id, dialog, [dialog, id](const Result<client::Person>& person) {
            if (person)
                dialog->setPerson(id, *person);
        });
    });
    connect(&dialog, &MergeDialog::merged, this,
            [this, conversation = m_.models.details.conversation()](const domain::ContactId& contact,
                                                                    const domain::ContactId& into) {
                m_people.merge({conversation, contact}, into);
            });
}

void PeopleController::look(const domain::ConversationId& conversation)
{
    if (conversation == m_looking)
        return;
    m_looking = conversation;
    const std::vector<domain::Conversation> before = std::exchange(m_talks, {});
    const std::size_t shown = std::exchange(m_shown, 0);
    for (std::size_t i = 0; i < shown; ++i) {
        if (before[i].id != conversation)
            m_.desk.closeConversation(before[i].id);
    }
}

void PeopleController::takeTalks(const client::Person& person)
{
    const client::Transcript* transcript = m_.models.messages.transcript();
    if (!transcript || !transcript->state() || transcript->conversation() != m_looking)
        return;
    std::vector<domain::Conversation> talks;
    for (const domain::Conversation& one : person.conversations) {
        if (one.id != m_looking && one.openedAt < transcript->state()->conversation.openedAt)
            talks.push_back(one);
    }
    // What is shown and is not theirs after all goes, with what was above it.
    std::size_t same = 0;
    while (same < std::min(m_shown, talks.size()) && talks[same].id == m_talks[same].id)
        ++same;
    for (std::size_t i = same; i < m_shown; ++i)
        m_.desk.closeConversation(m_talks[i].id);
    m_shown = same;
    m_talks = std::move(talks);
    layPast();
    // They stand above the conversation's beginning; of a short one nobody scrolls there.
    if (!m_talks.empty() && transcript->hasOlder() && transcript->messages().size() < fewMessages)
        m_.desk.loadOlder(m_looking);
}

void PeopleController::showPast(const domain::ConversationId& conversation)
{
    if (m_shown > 0 && m_talks[m_shown - 1].id == conversation) {
        m_.desk.loadOlder(conversation);
        return;
    }
    if (m_shown == m_talks.size() || m_talks[m_shown].id != conversation)
        return;
    ++m_shown;
    const client::Transcript* talk = m_.desk.openBeside(conversation);
    connect(talk, &client::Transcript::loadingDone, this, &PeopleController::layPast);
    layPast();
}

void PeopleController::layPast()
{
    std::vector<client::Transcript*> past;
    for (std::size_t i = m_shown; i-- > 0;)
        past.push_back(m_.desk.openBeside(m_talks[i].id));
    std::optional<models::MessagesModel::PastOffer> offer;
    // Of the topmost there may be more; a further one follows when its beginning is here.
    const bool more = !past.empty() && (!past.front()->isLoaded() || past.front()->hasOlder());
    if (more)
        offer = {m_talks[m_shown - 1].id, m_talks[m_shown - 1].openedAt, !past.front()->isLoaded()};
    else if (m_shown < m_talks.size())
        offer = {m_talks[m_shown].id, m_talks[m_shown].openedAt, false};
    m_.models.messages.setPast(past, offer);
}

void PeopleController::setBlocked(bool blocked)
{
    if (!key().contact.isNull())
        m_people.setBlocked(key(), blocked);
}

void PeopleController::markSpam(const domain::HandoffId& handoff)
{
    m_people.markSpam(m_.page.current(), handoff, false);
}

void PeopleController::convertToTicket(const domain::HandoffId& handoff)
{
    m_people.convertToTicket(m_.page.current(), handoff);
}

} // namespace relevo::ui
