#include <ui/settings/people_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/leave_question.h>
#include <ui/settings/question.h>
#include <ui/settings/shown_once.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <base/timestamp.h>
#include <models/people_records.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/names.h>

#include <algorithm>

namespace relevo::ui {

using domain::Agent;
using protocol::Json;

namespace {

QString agentPath(const Agent& agent, const char* rest = "")
{
    return QStringLiteral("/api/agents/%1%2").arg(agent.id.toString(), QString::fromLatin1(rest));
}

Json wordList(const QStringList& words)
{
    Json list = Json::array();
    for (const QString& word : words)
        list.push_back(protocol::utf8(word));
    return list;
}

/// What an admin writes of an agent; without `before` all of it, else what is another.
Json bodyOf(const Agent& agent, const Agent* before)
{
    Json body = Json::object();
    if (!before || before->name != agent.name)
        body["name"] = protocol::utf8(agent.name);
    if (!before || before->role != agent.role)
        body["role"] = protocol::nameOf(agent.role);
    if (!before || before->skills != agent.skills)
        body["skills"] = wordList(agent.skills);
    if (!before || before->languages != agent.languages)
        body["languages"] = wordList(agent.languages);
    if (!before || before->capacity != agent.capacity)
        body["capacity"] = agent.capacity;
    if (!before || before->totpRequired != agent.totpRequired)
        body["totpRequired"] = agent.totpRequired;
    return body;
}

} // namespace

PeoplePage::PeoplePage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : SettingsPage(theme, tr("People"),
                   tr("Who works here: what they may do, and which customers they are offered.")),
      m_live(live), m_api(api), m_form(new PersonForm(theme)),
      m_editor(new ListEditor(theme, m_model, m_form,
                              {QStringLiteral("person"), QStringLiteral("people"), tr("People"),
                               tr("Find somebody"), tr("Find by name, address, team or skill"),
                               tr("Invite somebody"), tr("There is nobody yet.")})),
      m_access(new PersonAccess(theme)), m_link(new ShownOnce(theme, QStringLiteral("invite")))
{
    addSpace(2 * metrics::grid);
    add(m_link);
    add(m_editor);
    add(m_access);
    pin(m_editor->bar());
    m_access->hide();
    makePlaces();
    connect(m_editor, &ListEditor::typed, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        m_editor->showRows(!m_model.records().empty());
    });
    connect(m_editor, &ListEditor::chosen, this, [this](int row) {
        // The answer that is waited for is about whom the form shows.
        if (m_busy) {
            pointAtOpen();
            return;
        }
        const auto id = domain::AgentId::parse(m_model.keyAt(row));
        leaveFor([this, id] {
            if (const Agent* agent = id ? known(*id) : nullptr)
                open(draftOf(*agent), false);
        });
    });
    connect(m_editor, &ListEditor::newWanted, this, [this] {
        if (m_busy)
            return;
        leaveFor([this] {
            open({}, true);
            m_form->takeFocus();
        });
    });
    connect(m_editor, &ListEditor::saveWanted, this, [this] { save({}); });
    connect(m_editor, &ListEditor::giveUpWanted, this, &PeoplePage::discard);
    connect(m_form, &PersonForm::edited, this, &PeoplePage::updateButtons);
    connect(m_access, &PersonAccess::wanted, this, &PeoplePage::ask);
    connect(&live, &client::LiveView::agentsChanged, this, [this] {
        if (isVisible()) // else it looks when it is opened
            peopleChanged();
    });
    connect(&live, &client::LiveView::meChanged, this, &PeoplePage::updateButtons);
    peopleChanged();
}

void PeoplePage::makePlaces()
{
    addPlace(tr("Invite somebody"), tr("New agent, colleague or account; a link to set the password"),
             &m_editor->adder());
    addPlace(tr("Roles"), tr("Make somebody agent, supervisor or administrator"), &m_editor->search());
    addPlace(tr("Skills and languages"), tr("Which customers somebody is offered"), &m_editor->search());
    addPlace(tr("Conversations at once"), tr("Capacity: how many somebody is offered"), &m_editor->search());
    addPlace(tr("Disable or enable an account"), tr("Somebody left, or came back"), &m_editor->search());
    addPlace(tr("Reset somebody’s password"), tr("Forgotten, or a new invitation"), &m_editor->search());
    addPlace(tr("Second factor of others"), tr("Require it, or remove it for somebody who lost their phone"),
             &m_editor->search());
}

void PeoplePage::opened()
{
    peopleChanged();
}

void PeoplePage::setOnline(bool online)
{
    m_online = online;
    tellOffline(!online);
    m_editor->setOnline(online);
    updateButtons();
}

const Agent* PeoplePage::known(const domain::AgentId& id) const
{
    const auto found = std::ranges::find(m_live.agents(), id, &Agent::id);
    return found == m_live.agents().end() ? nullptr : &*found;
}

PersonDraft PeoplePage::draftOf(const Agent& agent) const
{
    PersonDraft draft{agent, {}};
    for (const domain::Team& team : m_live.teams()) {
        if (std::ranges::find(team.members, agent.id) != team.members.end())
            draft.teams << team.id.toString();
    }
    draft.teams.sort();
    return draft;
}

void PeoplePage::peopleChanged()
{
    m_model.setRecords(models::peopleRecords(m_live.agents(), m_live.teams()));
    m_editor->showRows(!m_live.agents().empty());
    m_form->setChoices(m_live.teams(), m_live.agents());
    pointAtOpen();
    const Agent* agent = m_editor->isOpen() && !m_isNew ? known(m_form->loaded().agent.id) : nullptr;
    if (!agent || m_busy)
        return;
    m_access->show(*agent, isOwn(*agent));
    const PersonDraft now = draftOf(*agent);
    const PersonDraft& before = m_form->loaded();
    const bool isNews = now.teams != before.teams || !bodyOf(now.agent, &before.agent).empty();
    const bool disputed = m_form->rebase(now);
    if (!isNews)
        return; // what is said beside the buttons stays
    updateButtons();
    if (disputed)
        m_editor->say(
            tr("Somebody else has changed this in the meantime. Saving replaces their version with yours."),
            true);
}

void PeoplePage::pointAtOpen()
{
    if (m_editor->isOpen())
        m_editor->setCurrentRow(m_isNew ? -1 : m_model.rowOf(m_form->loaded().agent.id.toString()));
}

void PeoplePage::leaveFor(const std::function<void()>& then)
{
    askBeforeLeaving(*this, theme(), {QStringLiteral("person")}, then);
}

void PeoplePage::open(const PersonDraft& draft, bool isNew)
{
    m_isNew = isNew;
    m_form->load(draft, isNew                ? PersonForm::Whose::New
                        : isOwn(draft.agent) ? PersonForm::Whose::Own
                                             : PersonForm::Whose::Theirs);
    m_editor->openForm();
    m_editor->say({});
    pointAtOpen();
    m_access->show(draft.agent, isNew || isOwn(draft.agent));
    updateButtons();
}

bool PeoplePage::hasUnsaved() const
{
    return m_editor->isOpen() && m_form->isChanged();
}

QString PeoplePage::unsavedTitle() const
{
    return m_isNew ? tr("The invitation has not been created")
                   : tr("Your changes to this person are not saved");
}

void PeoplePage::discard()
{
    const Agent* agent = m_isNew ? nullptr : known(m_form->loaded().agent.id);
    if (agent) {
        open(draftOf(*agent), false);
        return;
    }
    m_form->load({}, PersonForm::Whose::New);
    m_editor->closeForm();
    m_access->hide();
    updateButtons();
}

void PeoplePage::putSecretsAway()
{
    m_link->putAway();
}

void PeoplePage::begun(const QString& words)
{
    m_busy = true;
    updateButtons();
    m_editor->say(words);
}

void PeoplePage::save(std::function<void()> then)
{
    if (m_busy || !m_online || !m_form->check())
        return;
    const PersonDraft written = m_form->draft();
    const auto done = [this, written, then = std::move(then)](const Answer& answer) {
        saved(written, answer, then);
    };
    if (m_isNew) {
        Json body = bodyOf(written.agent, nullptr);
        body["email"] = protocol::utf8(written.agent.email);
        begun(tr("Inviting…"));
        m_api.post(QStringLiteral("/api/agents/invite"), body, this, done);
        return;
    }
    const Json body = bodyOf(written.agent, &m_form->loaded().agent);
    begun(tr("Saving…"));
    if (body.empty()) // only their teams
        done(Json::object());
    else
        m_api.patch(agentPath(written.agent), body, this, done);
}

void PeoplePage::saved(const PersonDraft& written, const Answer& answer, const std::function<void()>& then)
{
    if (!answer) {
        refused(answer.error());
        return;
    }
    PersonDraft now = written;
    bool stays = false;
    const Json* told = protocol::Fields(*answer).member("agent");
    if (const Result<Agent> agent = told ? protocol::fromJson<Agent>(*told) : failure(ErrorCode::Invalid, {}))
        now.agent = *agent;
    if (m_isNew) {
        if (now.agent.id.isNull()) { // nothing to go on with
            refused({ErrorCode::Internal, {}, {}, {}});
            return;
        }
        PersonDraft fresh = now;
        fresh.teams.clear();
        open(fresh, false);
        m_form->fill(now); // their teams are still to be saved
        stays = showLink(now.agent, *answer, true);
    }
    QStringList moved;
    for (const QString& team : now.teams + m_form->loaded().teams) {
        if (now.teams.contains(team) != m_form->loaded().teams.contains(team) && !moved.contains(team))
            moved << team;
    }
    // A link is shown this once: nobody is led away from it.
    saveTeams(now, moved, stays ? std::function<void()>() : then);
}

void PeoplePage::saveTeams(const PersonDraft& written, QStringList left, const std::function<void()>& then)
{
    if (left.isEmpty()) {
        finished(written, then);
        return;
    }
    const QString id = left.takeFirst();
    const auto team = std::ranges::find_if(
        m_live.teams(), [&id](const domain::Team& one) { return one.id.toString() == id; });
    if (team == m_live.teams().end()) { // deleted meanwhile
        saveTeams(written, left, then);
        return;
    }
    Json members = Json::array();
    for (const domain::AgentId& member : team->members) {
        if (member != written.agent.id)
            members.push_back(member.text());
    }
    if (written.teams.contains(id))
        members.push_back(written.agent.id.text());
    m_api.patch(QStringLiteral("/api/teams/") + id, Json{{"members", std::move(members)}}, this,
                [this, written, left, then](const Answer& answer) {
                    if (answer || answer.error().code == ErrorCode::NotFound)
                        saveTeams(written, left, then);
                    else
                        refused(answer.error());
                });
}

void PeoplePage::finished(const PersonDraft& written, const std::function<void()>& then)
{
    m_busy = false;
    open(written, false);
    m_editor->say(tr("Saved."));
    if (then)
        then();
}

void PeoplePage::refused(const Error& error)
{
    m_busy = false;
    updateButtons();
    QString own;
    if (error.code == ErrorCode::Conflict && m_isNew) {
        m_form->tellTaken();
        own = tr("Somebody here has this address already.");
    } else if (error.code == ErrorCode::Conflict) {
        own = tr("This is the last administrator. Make somebody else one first.");
    } else if (error.code == ErrorCode::NotFound) {
        own = tr("This person no longer exists.");
    } else if (m_form->tellWrong(client::wrongFields(error))) {
        own = tr("Something above needs correcting.");
    }
    m_editor->say(apiWords(error, own), true);
}

void PeoplePage::ask(Act what)
{
    const Agent agent = m_form->loaded().agent;
    if (m_busy || !m_online)
        return;
    if (what == Act::Enable) {
        act(what, agent);
        return;
    }
    int held = 0;
    for (const client::ConversationRow& row : m_live.rows())
        held += row.holder == domain::Holder::Agent && row.holderAgent == agent.id ? 1 : 0;
    const AccessQuestion words = questionOf(what, agent, held);
    auto* question =
        new Question(theme(), QStringLiteral("accessQuestion"), words.title, words.words, window());
    question->addAnswer(QStringLiteral("accessYes"), words.yes,
                        what == Act::Invite ? ButtonKind::Primary : ButtonKind::Danger,
                        [this, what, agent] { act(what, agent); });
    question->open();
}

void PeoplePage::act(Act what, const Agent& agent)
{
    if (m_busy)
        return;
    begun(tr("Asking the relay…"));
    const auto done = [this, what, agent](const Answer& answer) {
        acted(what, agent, answer);
    };
    switch (what) {
    case Act::Invite:
    case Act::ResetPassword:
        m_api.post(agentPath(agent, "/reset-password"), Json::object(), this, done);
        break;
    case Act::ResetFactor:
        m_api.post(agentPath(agent, "/reset-totp"), Json::object(), this, done);
        break;
    case Act::EndSessions:
        m_api.remove(agentPath(agent, "/sessions"), this, done);
        break;
    case Act::Disable:
    case Act::Enable:
        m_api.patch(agentPath(agent), {{"disabled", what == Act::Disable}}, this, done);
        break;
    }
}

void PeoplePage::acted(Act what, const Agent& agent, const Answer& answer)
{
    if (!answer) {
        refused(answer.error());
        return;
    }
    m_busy = false;
    const Json* told = protocol::Fields(*answer).member("agent");
    if (const Result<Agent> now = told ? protocol::fromJson<Agent>(*told) : failure(ErrorCode::Invalid, {});
        now && m_form->loaded().agent.id == agent.id) {
        m_access->show(*now, isOwn(*now));
        (void)m_form->rebase({*now, m_form->loaded().teams});
    }
    updateButtons();
    m_editor->say({});
    switch (what) {
    case Act::Invite:
    case Act::ResetPassword:
        (void)showLink(agent, *answer, what == Act::Invite);
        break;
    case Act::ResetFactor:
        m_editor->say(tr("The second factor is taken away."));
        break;
    case Act::EndSessions:
        m_editor->say(tr("Signed out everywhere."));
        break;
    case Act::Disable:
        m_editor->say(tr("The account is disabled."));
        break;
    case Act::Enable:
        m_editor->say(tr("The account is enabled."));
        break;
    }
}

bool PeoplePage::showLink(const Agent& agent, const Json& answer, bool invited)
{
    protocol::Fields fields(answer);
    const QString token = fields.optionalText("token", protocol::maxShortText);
    const std::optional<Timestamp> until =
        fromRfc3339(fields.optionalText("expiresAt", protocol::maxShortText).toStdString());
    if (token.isEmpty())
        return false;
    QUrl page = m_api.pageUrl(QStringLiteral("/join"));
    page.setFragment(token);
    const QString title = invited ? tr("Give this link to %1").arg(isolated(agent.name))
                                  : tr("Give %1 this link to set another password").arg(isolated(agent.name));
    QString words =
        tr("Send it to %1 yourself, by a way you trust: whoever has it sets the password. It works once "
           "and is shown this once.")
            .arg(isolated(agent.email));
    if (until)
        words +=
            u' ' + tr("It is valid until %1.")
                       .arg(momentText(QDateTime::fromMSecsSinceEpoch(until->time_since_epoch().count())));
    m_link->show(title, words, tr("Link for %1").arg(agent.name), page.toString(QUrl::FullyEncoded));
    ensureWidgetVisible(m_link);
    return true;
}

void PeoplePage::updateButtons()
{
    const bool may = m_online && !m_busy;
    m_editor->setMayAdd(may);
    m_form->setReadOnly(!may);
    m_access->setBusy(!may);
    m_editor->setButtons({m_online, hasUnsaved(), m_isNew, m_busy, true});
}

} // namespace relevo::ui
