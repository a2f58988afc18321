#include "conversations.h"

#include <nlohmann/json.hpp>

#include <set>

namespace relevo::replay {

namespace {

std::optional<Turn> readTurn(const nlohmann::json& turn)
{
    if (!turn.is_object() || !turn.contains("role") || !turn.contains("content") ||
        !turn["role"].is_string() || !turn["content"].is_string())
        return std::nullopt;
    const auto& role = turn["role"].get_ref<const std::string&>();
    if (role != "customer" && role != "bot")
        return std::nullopt;
    return Turn{role == "bot" ? Role::Bot : Role::Customer,
                QString::fromStdString(turn["content"].get_ref<const std::string&>())};
}

std::optional<Conversation> readConversation(const QByteArray& line)
{
    const auto json = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    if (!json.is_object() || !json.contains("id") || !json["id"].is_string() || !json.contains("turns") ||
        !json["turns"].is_array())
        return std::nullopt;
    Conversation conversation{QString::fromStdString(json["id"].get<std::string>()), {}, {}};
    if (json.contains("contact") && json["contact"].is_object())
        conversation.contact = QByteArray::fromStdString(json["contact"].dump());
    for (const auto& item : json["turns"]) {
        auto turn = readTurn(item);
        if (!turn)
            return std::nullopt;
        conversation.turns.push_back(std::move(*turn));
    }
    return conversation;
}

} // namespace

Result<std::vector<Conversation>> readConversations(QIODevice& lines)
{
    std::vector<Conversation> conversations;
    std::set<QString> ids;
    for (int number = 1; !lines.atEnd(); ++number) {
        const QByteArray line = lines.readLine().trimmed();
        if (line.isEmpty())
            continue;
        auto conversation = readConversation(line);
        if (!conversation)
            return failure(ErrorCode::Invalid, QStringLiteral("Line %1 is not a conversation.").arg(number));
        if (!ids.insert(conversation->id).second)
            return failure(ErrorCode::Invalid, QStringLiteral("Line %1 repeats an id.").arg(number));
        conversations.push_back(std::move(*conversation));
    }
    return conversations;
}

} // namespace relevo::replay
