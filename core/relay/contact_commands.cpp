#include <relay/contact_commands.h>

#include <domain/email_address.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <relay/answers.h>
#include <relay/searches.h>

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace relevo::relay::contactcommands {

using protocol::Fields;
using protocol::Json;

namespace {

/// A text that may be absent; null and an empty one forget what is known.
std::optional<QString> given(Fields& fields, const Json& body, const char* name)
{
    if (!body.contains(name))
        return std::nullopt;
    return fields.optionalText(name, protocol::maxShortText);
}

std::optional<QStringList> tagsOf(Fields& fields)
{
    const Json* member = fields.member("tags");
    if (!member)
        return std::nullopt;
    // The bounds are the decision's; a list that is far past them is not even read.
    const bool good = member->is_array() && member->size() <= protocol::maxPageItems &&
                      std::ranges::all_of(*member, [](const Json& item) { return item.is_string(); });
    if (!good) {
        fields.fail("tags", "must be a list of at most 30 texts");
        return std::nullopt;
    }
    QStringList tags;
    for (const Json& item : *member)
        tags.push_back(protocol::toQString(item));
    return tags;
}

Result<std::map<QString, QString>> attributesOf(const Json& body)
{
    Json attributes = body.value("attributes", Json::object());
    if (attributes.is_object()) {
        for (auto& [key, value] : attributes.items()) {
            if (value.is_null())
                value = "";
        }
    }
    Result<domain::ContactPatch> patch =
        protocol::contactPatchFromJson(Json{{"attributes", std::move(attributes)}});
    if (!patch)
        return std::unexpected(patch.error());
    return std::move(patch->attributes);
}

bool isPhone(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral(R"(^\+?[\d\s().\-/]{3,40}(\s*(ext\.?|x)\s*\d+)?$)"));
    return shape.match(text).hasMatch() &&
           std::ranges::count_if(text, [](QChar c) { return c.isDigit(); }) >= 3;
}

std::string contactAnswer(const Outcome& outcome)
{
    return protocol::dump(contactJson(outcome.conversation->conversation));
}

std::string noteAnswer(const Outcome& outcome)
{
    return protocol::dump(
        Json{{"noteId", outcome.conversation->conversation.contact.notes.back().id.text()}});
}

Submission about(const Scope& scope, const domain::ContactId& contact, domain::Command command,
                 std::string (*answer)(const Outcome&))
{
    Submission submission{scope.project, {}, scope.actor, contact, std::move(command), answer, {}};
    submission.tellsOfContact = true;
    return submission;
}

} // namespace

Result<Submission> update(const Scope& scope, const domain::ContactId& contact, const Json& body)
{
    Fields fields(body);
    domain::CorrectContact command;
    command.contact = contact;
    command.name = given(fields, body, "name");
    command.email = given(fields, body, "email");
    command.phone = given(fields, body, "phone");
    command.tags = tagsOf(fields);
    if (command.email && !command.email->isEmpty() && !domain::isEmailAddress(*command.email))
        fields.fail("email", "must be an e-mail address, or empty for none");
    if (command.phone && !command.phone->isEmpty() && !isPhone(*command.phone))
        fields.fail("phone", "must be a telephone number, or empty for none");
    if (fields.has("blocked"))
        command.blocked = fields.flag("blocked");
    if (fields.error())
        return std::unexpected(*fields.error());
    Result<std::map<QString, QString>> attributes = attributesOf(body);
    if (!attributes)
        return std::unexpected(attributes.error());
    command.attributes = std::move(*attributes);
    return about(scope, contact, std::move(command), contactAnswer);
}

Result<Submission> note(const Scope& scope, const domain::ContactId& contact, const Json& body)
{
    Fields fields(body);
    domain::AddContactNote command;
    command.contact = contact;
    command.author = scope.agent;
    command.authorName = scope.actor.name;
    command.text = fields.text("text", protocol::maxContentBytes);
    if (fields.error())
        return std::unexpected(*fields.error());
    return about(scope, contact, std::move(command), noteAnswer);
}

Result<Submission> deleteNote(const Scope& scope, const domain::ContactId& contact, const Json& body)
{
    Fields fields(body);
    const domain::DeleteContactNote command{contact, fields.id<domain::MessageId>("noteId"), scope.agent,
                                            scope.mayActForOthers()};
    if (fields.error())
        return std::unexpected(*fields.error());
    return about(scope, contact, command, answers::done);
}

Result<Submission> merge(const Scope& scope, const domain::ContactId& contact, const Json& body)
{
    Fields fields(body);
    domain::MergeContact command;
    command.contact = contact;
    command.into = fields.id<domain::ContactId>("into");
    if (fields.error())
        return std::unexpected(*fields.error());
    return about(scope, contact, std::move(command), contactAnswer);
}

Result<Submission> split(const Scope& scope, const domain::ContactId& contact, const Json&)
{
    return about(scope, contact, domain::SplitContact{contact}, contactAnswer);
}

Make named(std::string_view name)
{
    struct Named
    {
        std::string_view name;
        Make make;
    };
    static constexpr std::array all{Named{"update", &update}, Named{"note", &note},
                                    Named{"deleteNote", &deleteNote}, Named{"merge", &merge},
                                    Named{"split", &split}};
    const auto found = std::ranges::find(all, name, &Named::name);
    return found == all.end() ? nullptr : found->make;
}

} // namespace relevo::relay::contactcommands
