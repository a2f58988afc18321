#include <models/inbox_filter.h>

#include <models/names.h>

#include <domain/priority.h>

namespace relevo::models {

namespace {

// The names in the kept JSON; never changed, only added to.
constexpr const char* sortNames[] = {"urgency", "waiting", "newest", "due"};
constexpr const char* priorityNames[] = {"urgent", "high", "normal", "low"};

template <std::size_t count>
std::optional<int> indexOf(const char* const (&names)[count], const QString& name)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (name == QLatin1String(names[i]))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

} // namespace

domain::Priority presentPriority(const client::ConversationRow& row, Timestamp now)
{
    return client::isWaiting(row) ? domain::priorityAt(client::queueHandoff(row), now) : row.priority;
}

InboxMatcher::InboxMatcher(const InboxFilter& filter, domain::Agent me)
    : m_filter(filter), m_me(std::move(me)), m_text(filter.text.simplified(), Qt::CaseInsensitive)
{
}

bool InboxMatcher::matches(const client::ConversationRow& row, Timestamp now) const
{
    if (!m_filter.channel.isEmpty() && row.channel != m_filter.channel)
        return false;
    if (!m_filter.language.isEmpty() && row.language != m_filter.language)
        return false;
    if (!m_filter.tag.isEmpty() && !row.tags.contains(m_filter.tag))
        return false;
    if (m_filter.vip && !row.vip)
        return false;
    if (m_filter.unread && row.unread == 0)
        return false;
    if (m_filter.mine && row.holderAgent != m_me.id && row.offeredTo != m_me.id &&
        (!row.resolvedAt || row.assignedTo != m_me.name))
        return false;
    if (m_filter.atRisk && !client::isAnswerAtRisk(row, now))
        return false;
    if (m_filter.atLeast && presentPriority(row, now) > *m_filter.atLeast)
        return false;
    if (m_text.pattern().isEmpty())
        return true;
    return m_text.indexIn(visibleName(row.contactName, row.id)) >= 0 ||
           m_text.indexIn(row.issue.text()) >= 0 || m_text.indexIn(row.lastLine.text()) >= 0;
}

QJsonObject toJson(const SavedView& view)
{
    QJsonObject json{{QStringLiteral("name"), view.name},
                     {QStringLiteral("sort"), QLatin1String(sortNames[static_cast<int>(view.sort)])}};
    const auto text = [&json](const QString& name, const QString& value) {
        if (!value.isEmpty())
            json.insert(name, value);
    };
    const auto flag = [&json](const QString& name, bool value) {
        if (value)
            json.insert(name, true);
    };
    text(QStringLiteral("text"), view.filter.text);
    text(QStringLiteral("channel"), view.filter.channel);
    text(QStringLiteral("language"), view.filter.language);
    text(QStringLiteral("tag"), view.filter.tag);
    if (view.filter.atLeast)
        json.insert(QStringLiteral("priority"),
                    QLatin1String(priorityNames[static_cast<int>(*view.filter.atLeast)]));
    flag(QStringLiteral("mine"), view.filter.mine);
    flag(QStringLiteral("unread"), view.filter.unread);
    flag(QStringLiteral("atRisk"), view.filter.atRisk);
    flag(QStringLiteral("vip"), view.filter.vip);
    return json;
}

SavedView savedViewFrom(const QJsonObject& json)
{
    const auto text = [&json](const QString& name) {
        return json.value(name).toString();
    };
    const auto flag = [&json](const QString& name) {
        return json.value(name).toBool();
    };
    SavedView view;
    view.name = text(QStringLiteral("name")).simplified().left(longestViewName);
    view.filter.text = text(QStringLiteral("text"));
    view.filter.channel = text(QStringLiteral("channel"));
    view.filter.language = text(QStringLiteral("language"));
    view.filter.tag = text(QStringLiteral("tag"));
    if (const auto priority = indexOf(priorityNames, text(QStringLiteral("priority"))))
        view.filter.atLeast = static_cast<domain::Priority>(*priority);
    view.filter.mine = flag(QStringLiteral("mine"));
    view.filter.unread = flag(QStringLiteral("unread"));
    view.filter.atRisk = flag(QStringLiteral("atRisk"));
    view.filter.vip = flag(QStringLiteral("vip"));
    view.sort = static_cast<InboxSort>(indexOf(sortNames, text(QStringLiteral("sort"))).value_or(0));
    return view;
}

QString nameOf(InboxSort sort)
{
    switch (sort) {
    case InboxSort::Urgency:
        return QCoreApplication::translate("relevo::models", "Most urgent first");
    case InboxSort::WaitingLongest:
        return QCoreApplication::translate("relevo::models", "Longest wait first");
    case InboxSort::Newest:
        return QCoreApplication::translate("relevo::models", "Newest first");
    case InboxSort::DueNext:
        return QCoreApplication::translate("relevo::models", "Due soonest first");
    }
    return {};
}

} // namespace relevo::models
