#include <relay/inspect.h>

#include <assist/language.h>
#include <assist/sentiment.h>
#include <assist/summary.h>
#include <assist/triggers.h>
#include <protocol/codec.h>
#include <protocol/names.h>

#include <cmath>

namespace relevo::relay {

using namespace protocol;

namespace {

constexpr std::size_t longestLine = 1u << 20;
constexpr std::size_t mostTurns = 10'000;
const QUuid turnSpace(0x5a3c1d52, 0x7c6e, 0x4a54, 0x9b, 0x0e, 0x1f, 0x27, 0x64, 0x3d, 0x8a, 0x90);

struct Utterance
{
    QString text;
    bool vip = false;
};

QString memberText(const Json& object, const char* name)
{
    const auto member = object.find(name);
    return member != object.end() && member->is_string() ? toQString(*member) : QString();
}

domain::Contact contactOf(const Json& object)
{
    domain::Contact contact;
    const auto member = object.find("contact");
    if (member == object.end() || !member->is_object())
        return contact;
    contact.name = memberText(*member, "name");
    contact.email = memberText(*member, "email");
    contact.phone = memberText(*member, "phone");
    const auto attributes = member->find("attributes");
    if (attributes == member->end() || !attributes->is_object())
        return contact;
    for (const auto& [name, value] : attributes->items())
        contact.attributes[fromUtf8(name)] = value.is_string() ? toQString(value) : fromUtf8(dump(value));
    return contact;
}

/// The line as JSON when it is an object, else nothing.
std::optional<Json> objectIn(std::string_view line)
{
    if (line.empty() || line.front() != '{')
        return std::nullopt;
    Result<Json> json = parseJson(line);
    return json && json->is_object() ? std::optional(std::move(*json)) : std::nullopt;
}

/// A line that is text, or JSON that names it; nothing for JSON that does not.
std::optional<Utterance> utteranceIn(std::string_view line)
{
    const std::optional<Json> object = objectIn(line);
    if (!object)
        return Utterance{fromUtf8(line), false};
    for (const char* name : {"text", "content", "utterance", "message"}) {
        if (const auto member = object->find(name); member != object->end() && member->is_string())
            return Utterance{toQString(*member), assist::isVip(contactOf(*object))};
    }
    return std::nullopt;
}

Json noUtterance()
{
    return {{"error", "The line is JSON without a text: {\"text\"} is expected, or the text itself."}};
}

/// Three digits are all that a judgement is worth.
double rounded(double score)
{
    return std::round(score * 1000.0) / 1000.0;
}

Json triggersOf(std::string_view line)
{
    const std::optional<Utterance> utterance = utteranceIn(line);
    if (!utterance)
        return noUtterance();
    static const assist::Triggers triggers{domain::Settings{}};
    const std::optional<domain::Trigger> found =
        triggers.find(utterance->text, {utterance->vip, 0, std::nullopt});
    return {{"handoff", found.has_value()},
            {"trigger", found ? Json(protocol::nameOf(found->type)) : Json(nullptr)},
            {"score", found ? rounded(found->score) : 0.0},
            {"language", utf8(assist::detectLanguage(utterance->text))},
            {"reason", found ? utf8(found->reason) : std::string()}};
}

Json sentimentIn(std::string_view line)
{
    const std::optional<Utterance> utterance = utteranceIn(line);
    if (!utterance)
        return noUtterance();
    const assist::Sentiment sentiment = assist::sentimentOf(utterance->text);
    return {{"score", rounded(sentiment.score)}, {"label", utf8(sentiment.label)}};
}

domain::Author authorOf(const QString& role)
{
    return role == u"bot"     ? domain::Author::Bot
           : role == u"agent" ? domain::Author::Agent
                              : domain::Author::Customer;
}

/// The trigger that is told, else the last one that the customer's own words gave.
domain::Trigger triggerOf(const Json& conversation, const assist::SummaryInput& input)
{
    domain::Trigger trigger;
    const auto told = conversation.find("trigger");
    if (told != conversation.end() && told->is_object()) {
        trigger.type = valueOf<domain::TriggerType>(utf8(memberText(*told, "type"))).value_or(trigger.type);
        trigger.reason = memberText(*told, "reason");
        return trigger;
    }
    const assist::Triggers triggers{domain::Settings{}};
    for (const domain::Message& message : input.messages) {
        if (message.author != domain::Author::Customer)
            continue;
        if (auto found = triggers.find(message.content))
            trigger = std::move(*found);
    }
    return trigger;
}

Json summaryOf(std::string_view line)
{
    const std::optional<Json> conversation = objectIn(line);
    const auto turns = conversation ? conversation->find("turns") : Json::const_iterator();
    if (!conversation || turns == conversation->end() || !turns->is_array())
        return {{"error", "The line is no conversation: {\"id\",\"turns\":[{\"role\",\"content\"}]}."}};
    assist::SummaryInput input;
    const QString id = memberText(*conversation, "id");
    input.conversation.sessionId = id;
    input.conversation.contact = contactOf(*conversation);
    QString customerWords;
    for (const Json& turn : *turns) {
        if (!turn.is_object() || input.messages.size() >= mostTurns)
            continue;
        domain::Message message;
        message.seq = static_cast<qint64>(input.messages.size()) + 1;
        // The same line has the same answer, also in the ids.
        message.id = domain::MessageId(
            QUuid::createUuidV5(turnSpace, QStringLiteral("%1/%2").arg(id).arg(message.seq)));
        message.author = authorOf(memberText(turn, "role"));
        message.content = memberText(turn, "content");
        if (message.author == domain::Author::Customer)
            customerWords += message.content + u'\n';
        input.messages.push_back(std::move(message));
    }
    input.conversation.language = assist::detectLanguage(customerWords);
    input.trigger = triggerOf(*conversation, input);
    return toJson(assist::summarize(input));
}

/// Reads up to the end of the line; false at the end of the input.
bool readLine(std::FILE* in, std::string& line)
{
    line.clear();
    bool any = false;
    for (int c = std::getc(in); c != EOF; c = std::getc(in)) {
        any = true;
        if (c == '\n')
            return true;
        if (line.size() < longestLine)
            line.push_back(static_cast<char>(c));
    }
    return any;
}

} // namespace

std::string inspectLine(Inspection what, std::string_view line)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = line.find_first_not_of(space);
    // An empty line is an utterance too: whoever pairs lines with answers must not lose count.
    line = begin == std::string_view::npos ? std::string_view()
                                           : line.substr(begin, line.find_last_not_of(space) - begin + 1);
    switch (what) {
    case Inspection::Triggers:
        return dump(triggersOf(line));
    case Inspection::Sentiment:
        return dump(sentimentIn(line));
    case Inspection::Summary:
        break;
    }
    return dump(summaryOf(line));
}

int inspect(Inspection what, std::FILE* in, std::FILE* out)
{
    std::string line;
    while (readLine(in, line)) {
        std::string answer = inspectLine(what, line);
        answer += '\n';
        // Whoever waits for the answer to one line before writing the next must get it.
        if (std::fwrite(answer.data(), 1, answer.size(), out) != answer.size() || std::fflush(out) != 0)
            return 1;
    }
    return std::ferror(in) == 0 ? 0 : 1;
}

} // namespace relevo::relay
