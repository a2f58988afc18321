#include <domain/mentions.h>

#include <domain/notices.h>

#include <algorithm>

namespace relevo::domain {

namespace {

constexpr qsizetype longestBody = 300; // characters of the note; the rest is read where it stands

bool names(const QString& note, const QString& name)
{
    const QString sign = u'@' + name;
    for (qsizetype at = note.indexOf(sign, 0, Qt::CaseInsensitive); at >= 0;
         at = note.indexOf(sign, at + 1, Qt::CaseInsensitive)) {
        // "@Ana" is not in "@Anabel", and not in "mail@ana.example".
        const qsizetype end = at + sign.size();
        const bool begins = at == 0 || !note[at - 1].isLetterOrNumber();
        if (begins && (end == note.size() || !note[end].isLetterOrNumber()))
            return true;
    }
    return false;
}

} // namespace

std::vector<AgentId> mentionedIn(const QString& note, const std::vector<AgentId>& wanted,
                                 const AgentId& author, const ProjectState& project)
{
    std::vector<AgentId> told;
    for (const AgentId& id : wanted) {
        const auto agent = project.agents.find(id);
        const bool known = agent != project.agents.end() && !agent->second.disabled;
        if (known && id != author && names(note, agent->second.name) &&
            std::find(told.begin(), told.end(), id) == told.end())
            told.push_back(id);
    }
    return told;
}

Notification mentionNotification(const AgentRef& by, const QString& note, const Contact& contact,
                                 const HandoffId& handoff, const Agent& agent)
{
    const QString language = agent.languages.value(0);
    const QString who = by.name.isEmpty() ? inLanguage(language, QStringLiteral("Somebody"),
                                                       QStringLiteral("Alguien"), QStringLiteral("Alguém"))
                                          : by.name;
    const QString title =
        inLanguage(language, QStringLiteral("%1 mentioned you"), QStringLiteral("%1 te ha mencionado"),
                   QStringLiteral("%1 mencionou você"))
            .arg(who);
    Notification notification;
    notification.title = contact.name.isEmpty() ? title : QStringLiteral("%1 · %2").arg(title, contact.name);
    notification.body = note.size() > longestBody ? note.left(longestBody - 1) + QChar(0x2026) : note;
    notification.kind = QStringLiteral("note.mention");
    notification.url = QStringLiteral("handoff://") + handoff.toString();
    notification.priority = Priority::High;
    notification.audience = Audience::Named;
    notification.agents = {agent.id};
    return notification;
}

} // namespace relevo::domain
