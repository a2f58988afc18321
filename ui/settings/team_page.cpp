#include <ui/settings/team_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/leave_question.h>
#include <ui/settings/mark_list.h>
#include <ui/settings/question.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <models/people_records.h>
#include <protocol/codec.h>

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using domain::Team;
using protocol::Json;

namespace {

constexpr int longestTeamName = 512;

QString teamPath(const Team& team)
{
    return QStringLiteral("/api/teams/") + team.id.toString();
}

Json membersOf(const Team& team)
{
    Json members = Json::array();
    for (const domain::AgentId& member : team.members)
        members.push_back(member.text());
    return members;
}

} // namespace

TeamPage::TeamPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : SettingsPage(theme, tr("Teams"),
                   tr("Those who share a queue: a conversation can be given to a team, and is offered to "
                      "whoever is in it.")),
      m_live(live), m_api(api), m_name(new QLineEdit),
      m_members(new MarkList(theme, QStringLiteral("teamMembers"), tr("Members"), tr("Find somebody"),
                             tr("There is nobody yet.")))
{
    m_editor = new ListEditor(theme, m_model, makeForm(),
                              {QStringLiteral("team"),
                               QStringLiteral("teams"),
                               tr("Teams"),
                               tr("Find a team"),
                               tr("Find by name or member"),
                               tr("New team"),
                               tr("There are none yet. Without teams every conversation is everybody’s."),
                               {},
                               tr("Delete…")});
    addSpace(2 * metrics::grid);
    add(m_editor);
    pin(m_editor->bar());
    addPlace(tr("New team"), tr("A group, department or queue of its own"), &m_editor->adder());
    addPlace(tr("Members of a team"), tr("Who belongs to it"), &m_editor->search());
    connect(m_editor, &ListEditor::typed, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        m_editor->showRows(!m_live.teams().empty());
    });
    connect(m_editor, &ListEditor::chosen, this, [this](int row) {
        // The answer that is waited for is about whom the form shows.
        if (m_busy) {
            pointAtOpen();
            return;
        }
        const auto id = domain::TeamId::parse(m_model.keyAt(row));
        leaveFor([this, id] {
            if (const Team* team = id ? known(*id) : nullptr)
                open(*team, false);
        });
    });
    connect(m_editor, &ListEditor::newWanted, this, [this] {
        if (m_busy)
            return;
        leaveFor([this] {
            open({}, true);
            m_name->setFocus();
        });
    });
    connect(m_editor, &ListEditor::saveWanted, this, [this] { save({}); });
    connect(m_editor, &ListEditor::giveUpWanted, this, &TeamPage::discard);
    connect(m_editor, &ListEditor::deleteWanted, this, &TeamPage::askToDelete);
    connect(m_name, &QLineEdit::textChanged, this, &TeamPage::edited);
    connect(m_members, &MarkList::changed, this, &TeamPage::edited);
    connect(&live, &client::LiveView::agentsChanged, this, [this] {
        if (isVisible()) // else it looks when it is opened
            teamsChanged();
    });
    teamsChanged();
}

QWidget* TeamPage::makeForm()
{
    m_name->setObjectName(QStringLiteral("teamName"));
    m_name->setMaxLength(longestTeamName);
    m_name->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_nameRow = new SettingRow(theme(), tr("Name"), m_name);
    auto* form = new QWidget;
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_nameRow);
    layout->addWidget(new SettingRow(theme(), tr("Members"), m_members));
    return form;
}

void TeamPage::opened()
{
    teamsChanged();
}

void TeamPage::setOnline(bool online)
{
    m_online = online;
    tellOffline(!online);
    m_editor->setOnline(online);
    updateButtons();
}

const Team* TeamPage::known(const domain::TeamId& id) const
{
    const auto found = std::ranges::find(m_live.teams(), id, &Team::id);
    return found == m_live.teams().end() ? nullptr : &*found;
}

void TeamPage::teamsChanged()
{
    m_model.setRecords(models::teamRecords(m_live.teams(), m_live.agents()));
    m_editor->showRows(!m_live.teams().empty());
    // Who they are and what they may do is enough to know them by.
    std::vector<models::Record> people = models::peopleRecords(m_live.agents(), {});
    for (models::Record& one : people)
        one.detail.clear();
    m_members->setRecords(std::move(people));
    pointAtOpen();
    if (!m_editor->isOpen() || m_isNew || m_busy)
        return;
    const Team* now = known(m_loaded.id);
    if (!now) {
        // What is being written is not thrown away: it can be made anew.
        if (hasUnsaved()) {
            m_isNew = true;
            m_loaded = {};
            updateButtons();
            m_editor->say(tr("Somebody else has deleted this team. Saving creates it again."), true);
        } else {
            close();
        }
        return;
    }
    if (*now == m_loaded)
        return;
    // What was not written here is as it is there.
    const Team mine = written();
    Team next = *now;
    const bool renamed = mine.name != m_loaded.name;
    const bool moved = mine.members != m_loaded.members;
    const bool disputed = (renamed && now->name != m_loaded.name && now->name != mine.name) ||
                          (moved && now->members != m_loaded.members && now->members != mine.members);
    if (renamed)
        next.name = mine.name;
    if (moved)
        next.members = mine.members;
    m_loaded = *now;
    fill(next);
    updateButtons();
    if (disputed)
        m_editor->say(
            tr("Somebody else has changed this in the meantime. Saving replaces their version with yours."),
            true);
}

void TeamPage::pointAtOpen()
{
    if (m_editor->isOpen())
        m_editor->setCurrentRow(m_isNew ? -1 : m_model.rowOf(m_loaded.id.toString()));
}

Team TeamPage::written() const
{
    Team team = m_loaded;
    team.name = m_name->text().simplified();
    team.members.clear();
    for (const QString& key : m_members->marked()) {
        if (const auto id = domain::AgentId::parse(key))
            team.members.push_back(*id);
    }
    std::sort(team.members.begin(), team.members.end());
    return team;
}

void TeamPage::fill(const Team& team)
{
    const QScopedValueRollback loading(m_loading, true);
    if (m_name->text().simplified() != team.name)
        m_name->setText(team.name);
    QStringList marked;
    for (const domain::AgentId& member : team.members)
        marked << member.toString();
    m_members->setMarked(marked);
}

void TeamPage::open(const Team& team, bool isNew)
{
    m_isNew = isNew;
    m_loaded = team;
    fill(team);
    m_nameRow->clearTrouble();
    m_editor->openForm();
    pointAtOpen();
    m_editor->say({});
    updateButtons();
}

void TeamPage::close()
{
    m_isNew = false;
    m_loaded = {};
    fill({});
    m_editor->closeForm();
    updateButtons();
}

void TeamPage::leaveFor(const std::function<void()>& then)
{
    askBeforeLeaving(*this, theme(), {QStringLiteral("team")}, then);
}

bool TeamPage::hasUnsaved() const
{
    return m_editor->isOpen() && written() != m_loaded;
}

QString TeamPage::unsavedTitle() const
{
    return tr("The team is not saved");
}

void TeamPage::discard()
{
    const Team* team = m_isNew ? nullptr : known(m_loaded.id);
    if (team)
        open(*team, false);
    else
        close();
}

bool TeamPage::check()
{
    const Team now = written();
    m_nameRow->clearTrouble();
    if (now.name.isEmpty())
        m_nameRow->tell(tr("Write a name."));
    else if (std::ranges::any_of(m_live.teams(), [&now](const Team& other) {
                 return other.id != now.id && other.name.compare(now.name, Qt::CaseInsensitive) == 0;
             }))
        m_nameRow->tell(tr("Another team has this name."));
    return !m_nameRow->isWrong();
}

void TeamPage::edited()
{
    if (m_loading)
        return;
    (void)check();
    // A field that is still empty is not wrong yet.
    if (m_name->text().isEmpty())
        m_nameRow->clearTrouble();
    updateButtons();
}

void TeamPage::save(std::function<void()> then)
{
    if (m_busy || !m_online || !check())
        return;
    const Team team = written();
    Json body = Json::object();
    if (m_isNew || team.name != m_loaded.name)
        body["name"] = protocol::utf8(team.name);
    if (m_isNew || team.members != m_loaded.members)
        body["members"] = membersOf(team);
    m_busy = true;
    updateButtons();
    m_editor->say(tr("Saving…"));
    const auto done = [this, team, then = std::move(then)](const Answer& answer) {
        saved(team, answer, then);
    };
    if (m_isNew)
        m_api.post(QStringLiteral("/api/teams"), body, this, done);
    else
        m_api.patch(teamPath(team), body, this, done);
}

void TeamPage::saved(const Team& team, const Answer& answer, const std::function<void()>& then)
{
    m_busy = false;
    if (!answer) {
        refused(answer.error());
        return;
    }
    const Json* told = protocol::Fields(*answer).member("team");
    const Result<Team> now = told ? protocol::fromJson<Team>(*told) : failure(ErrorCode::Invalid, {});
    if (now || !team.id.isNull())
        open(now.value_or(team), false);
    else
        close();
    m_editor->say(tr("Saved."));
    if (then)
        then();
}

void TeamPage::refused(const Error& error)
{
    m_busy = false;
    updateButtons();
    QString own;
    if (error.code == ErrorCode::Conflict) {
        m_nameRow->tell(tr("Another team has this name."));
        own = tr("Another team has this name.");
    } else if (error.code == ErrorCode::NotFound) {
        own = tr("The team, or somebody in it, no longer exists.");
    } else if (client::wrongFields(error).contains(QStringLiteral("name"))) {
        m_nameRow->tell(tr("Write a name."));
        own = tr("Something above needs correcting.");
    }
    m_editor->say(apiWords(error, own), true);
}

void TeamPage::askToDelete()
{
    if (m_busy || !m_online || m_isNew)
        return;
    auto* question = new Question(
        theme(), QStringLiteral("teamDeleteQuestion"), tr("Delete the team %1?").arg(isolated(m_loaded.name)),
        tr("Nobody loses their account. Customers who wait for this team wait for everybody from then on. It "
           "cannot be undone."),
        window());
    question->addAnswer(QStringLiteral("teamDeleteYes"), tr("Delete the team"), ButtonKind::Danger,
                        [this] { remove(); });
    question->open();
}

void TeamPage::remove()
{
    if (m_busy)
        return;
    m_busy = true;
    updateButtons();
    m_api.remove(teamPath(m_loaded), this, [this](const Answer& answer) {
        // Gone already is gone.
        if (!answer && answer.error().code != ErrorCode::NotFound) {
            refused(answer.error());
            return;
        }
        m_busy = false;
        close();
    });
}

void TeamPage::updateButtons()
{
    const bool may = m_online && !m_busy;
    m_editor->setMayAdd(may);
    m_name->setReadOnly(!may);
    m_members->setReadOnly(!may);
    m_editor->setButtons({m_online, hasUnsaved(), m_isNew, m_busy});
}

} // namespace relevo::ui
