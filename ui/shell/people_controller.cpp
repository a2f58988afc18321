#include <ui/shell/people_controller.h>

#include <ui/customer/customer_panel.h>
#include <ui/customer/merge_dialog.h>
#include <ui/shell/desk_page.h>

#include <algorithm>

namespace relevo::ui {

namespace {

constexpr int mostFound = 30;
constexpr std::size_t mostAlike = 3;

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
        if (person)
            fetchAlike(contact, *person);
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
        m_people.get(id, dialog, [dialog](const Result<client::Person>& person) {
            if (person)
                dialog->setPerson(*person);
        });
    });
    connect(&dialog, &MergeDialog::merged, this,
            [this, conversation = m_.models.details.conversation()](const domain::ContactId& contact,
                                                                    const domain::ContactId& into) {
                m_people.merge({conversation, contact}, into);
            });
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
