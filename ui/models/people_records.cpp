#include <models/people_records.h>

#include <models/names.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <tuple>

namespace relevo::models {

using domain::Agent;
using domain::Team;

namespace {

const QString recordDot = QStringLiteral(" · ");

/// Whoever can work comes first.
int standing(const Agent& agent)
{
    return agent.disabled ? 2 : agent.invited ? 1 : 0;
}

QStringList languageNames(const QStringList& codes)
{
    QStringList names;
    for (const QString& code : codes)
        names << languageName(code);
    return names;
}

QStringList teamsOf(const Agent& agent, const std::vector<Team>& teams)
{
    QStringList names;
    for (const Team& team : teams) {
        if (std::binary_search(team.members.begin(), team.members.end(), agent.id))
            names << team.name;
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace

QString roleName(domain::Role role)
{
    switch (role) {
    case domain::Role::Agent:
        return QCoreApplication::translate("relevo::models", "Agent");
    case domain::Role::Supervisor:
        return QCoreApplication::translate("relevo::models", "Supervisor");
    case domain::Role::Admin:
        return QCoreApplication::translate("relevo::models", "Administrator");
    }
    return {};
}

QString scopeName(const QString& scope)
{
    if (scope == QLatin1String("conversations"))
        return QCoreApplication::translate("relevo::models", "Conversations");
    if (scope == QLatin1String("handoffs"))
        return QCoreApplication::translate("relevo::models", "Handoffs");
    if (scope == QLatin1String("read"))
        return QCoreApplication::translate("relevo::models", "Reading");
    if (scope == QLatin1String("admin"))
        return QCoreApplication::translate("relevo::models", "Administration");
    return scope;
}

std::vector<Record> peopleRecords(const std::vector<Agent>& agents, const std::vector<Team>& teams)
{
    std::vector<const Agent*> people;
    people.reserve(agents.size());
    for (const Agent& agent : agents)
        people.push_back(&agent);
    std::ranges::sort(people, [](const Agent* a, const Agent* b) {
        const int order = QString::localeAwareCompare(a->name, b->name);
        return std::tuple(standing(*a), order, a->id) < std::tuple(standing(*b), 0, b->id);
    });
    std::vector<Record> records;
    records.reserve(people.size());
    for (const Agent* agent : people) {
        QStringList detail{agent->email};
        detail << teamsOf(*agent, teams).join(QStringLiteral(", "))
               << agent->skills.join(QStringLiteral(", "))
               << languageNames(agent->languages).join(QStringLiteral(", "));
        detail.removeAll(QString());
        Record record{agent->id.toString(), agent->name, detail.join(recordDot), roleName(agent->role)};
        if (agent->disabled) {
            record.trailing =
                QCoreApplication::translate("relevo::models", "Disabled") + recordDot + record.trailing;
            record.icon = QStringLiteral("block");
        } else if (agent->invited) {
            record.trailing =
                QCoreApplication::translate("relevo::models", "Invited") + recordDot + record.trailing;
            record.icon = QStringLiteral("mail");
        } else {
            record.availability = agent->goneAt ? domain::Availability::Away : agent->availability;
        }
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<Record> teamRecords(const std::vector<Team>& teams, const std::vector<Agent>& agents)
{
    std::vector<Record> records;
    records.reserve(teams.size());
    for (const Team& team : teams) {
        QStringList names;
        for (const Agent& agent : agents) {
            if (std::binary_search(team.members.begin(), team.members.end(), agent.id))
                names << agent.name;
        }
        std::ranges::sort(
            names, [](const QString& a, const QString& b) { return QString::localeAwareCompare(a, b) < 0; });
        const auto count = static_cast<int>(team.members.size());
        records.push_back({team.id.toString(), team.name,
                           names.isEmpty() ? QCoreApplication::translate("relevo::models", "No members yet.")
                                           : names.join(QStringLiteral(", ")),
                           QCoreApplication::translate("relevo::models", "%n member(s)", nullptr, count),
                           QStringLiteral("team")});
    }
    std::ranges::sort(records, [](const Record& a, const Record& b) {
        return QString::localeAwareCompare(a.title, b.title) < 0;
    });
    return records;
}

std::vector<Record> keyRecords(const std::vector<ApiKeyRow>& keys,
                               const std::function<QString(const QDateTime&)>& moment)
{
    std::vector<Record> records;
    records.reserve(keys.size());
    for (const ApiKeyRow& key : keys) {
        QStringList scopes;
        for (const QString& scope : key.scopes)
            scopes << scopeName(scope);
        records.push_back(
            {key.id, key.name, scopes.join(QStringLiteral(", ")),
             key.usedAt
                 ? QCoreApplication::translate("relevo::models", "Last used %1").arg(moment(*key.usedAt))
                 : QCoreApplication::translate("relevo::models", "Never used"),
             QStringLiteral("key")});
    }
    return records;
}

QString languageCode(const QString& typed)
{
    const QString wanted = folded(typed.trimmed());
    if (wanted.isEmpty())
        return {};
    for (int at = QLocale::C + 1; at <= QLocale::LastLanguage; ++at) {
        const auto language = static_cast<QLocale::Language>(at);
        QString code = QLocale::languageToCode(language);
        if (code.size() == 2 && (wanted == code || wanted == folded(QLocale::languageToString(language)) ||
                                 wanted == folded(languageName(code))))
            return code;
    }
    return {};
}

} // namespace relevo::models
