#include <models/canned_text.h>

#include <models/names.h>

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace relevo::models {

namespace {

const QRegularExpression& variable()
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\{\\s*([A-Za-z0-9_.-]{1,80})\\s*\\}\\}"));
    return pattern;
}

QString firstName(const QString& name)
{
    return name.simplified().section(QLatin1Char(' '), 0, 0);
}

} // namespace

QList<CannedVariable> cannedVariables()
{
    return {
        {QStringLiteral("contact.first_name"),
         QCoreApplication::translate("relevo::models", "The customer’s first name"), QStringLiteral("Ada")},
        {QStringLiteral("contact.name"), QCoreApplication::translate("relevo::models", "The customer’s name"),
         QStringLiteral("Ada Lovelace")},
        {QStringLiteral("contact.email"),
         QCoreApplication::translate("relevo::models", "The customer’s e-mail address"),
         QStringLiteral("ada@example.com")},
        {QStringLiteral("contact.phone"),
         QCoreApplication::translate("relevo::models", "The customer’s telephone number"),
         QStringLiteral("+44 20 7946 0018")},
        {QStringLiteral("agent.first_name"), QCoreApplication::translate("relevo::models", "Your first name"),
         QStringLiteral("Luis")},
        {QStringLiteral("agent.name"), QCoreApplication::translate("relevo::models", "Your name"),
         QStringLiteral("Luis Ferrer")},
        {QStringLiteral("order"),
         QCoreApplication::translate("relevo::models", "The order the customer mentioned"),
         QStringLiteral("#10482")},
        {QStringLiteral("product"),
         QCoreApplication::translate("relevo::models", "The product the customer mentioned"),
         QCoreApplication::translate("relevo::models", "desk lamp")},
        {QStringLiteral("tracking"),
         QCoreApplication::translate("relevo::models", "The parcel the customer mentioned"),
         QStringLiteral("1Z999AA10123456784")},
        {QStringLiteral("conversation.channel"),
         QCoreApplication::translate("relevo::models", "The channel the customer uses"),
         channelName(QStringLiteral("web"))}};
}

CannedValues cannedValues(const ConversationDetails& details)
{
    const domain::Contact contact = details.contact();
    const domain::Summary summary = details.summary().value_or(domain::Summary());
    const auto known = [](const QString& first, const QString& second) {
        return first.trimmed().isEmpty() ? second.trimmed() : first.trimmed();
    };
    CannedValues values;
    // Whatever the bot or the site told of the contact; what has a field of its own goes before it.
    for (const auto& [name, value] : contact.attributes)
        values[QStringLiteral("contact.") + name] = value.trimmed();
    const QString name = known(contact.name, summary.customerName);
    values[QStringLiteral("contact.name")] = name;
    values[QStringLiteral("contact.first_name")] = firstName(name);
    values[QStringLiteral("contact.email")] = known(contact.email, summary.customerEmail);
    values[QStringLiteral("contact.phone")] = known(contact.phone, summary.customerPhone);
    values[QStringLiteral("agent.name")] = details.me().name.trimmed();
    values[QStringLiteral("agent.first_name")] = firstName(details.me().name);
    values[QStringLiteral("conversation.channel")] =
        details.channel().isEmpty() ? QString() : channelName(details.channel());
    // The one that was stated last is the one meant now.
    for (const domain::Fact& fact : summary.facts) {
        if (!fact.value.trimmed().isEmpty())
            values[fact.kind] = fact.value.trimmed();
    }
    std::erase_if(values, [](const auto& one) { return one.second.isEmpty(); });
    return values;
}

CannedValues exampleValues()
{
    CannedValues values;
    for (const CannedVariable& one : cannedVariables())
        values[one.name] = one.example;
    return values;
}

std::vector<Gap> gapsIn(const QString& text)
{
    std::vector<Gap> gaps;
    for (auto found = variable().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        gaps.push_back({match.capturedStart(), match.capturedLength(), match.captured(1)});
    }
    return gaps;
}

QString filled(const QString& content, const CannedValues& values)
{
    QString text;
    qsizetype done = 0;
    for (const Gap& gap : gapsIn(content)) {
        text += QStringView(content).mid(done, gap.start - done);
        const auto value = values.find(gap.name);
        text += value == values.end() ? QStringView(content).mid(gap.start, gap.length)
                                      : QStringView(value->second);
        done = gap.start + gap.length;
    }
    text += QStringView(content).mid(done);
    return text;
}

} // namespace relevo::models
