#pragma once

#include <base/ids.h>
#include <client/canned_response.h>
#include <client/conversation_row.h>
#include <client/message_templates.h>

/// People and conversations that look like real ones: long and short names, several scripts and directions,
/// emoji, long words, things that look like markup.
namespace relevo::samples {

struct Customer
{
    QString name;
    QString language;
    domain::TriggerType trigger = domain::TriggerType::Keyword;
    QString reason;
    QString issue;
    QString email;
    QString phone;
    std::map<QString, QString> attributes;
};

[[nodiscard]] const Customer& customer(int index);
[[nodiscard]] QString lastLine(int index);
[[nodiscard]] domain::Summary summary(const Customer& customer);
[[nodiscard]] std::vector<domain::Message> messages(const Customer& customer,
                                                    const client::ConversationRow& row,
                                                    const domain::Agent& me, Timestamp handedOver,
                                                    Timestamp now, IdSource& ids);
[[nodiscard]] domain::Message waitingMessage(const client::ConversationRow& row, const domain::Agent& me,
                                             Timestamp now, IdSource& ids);
[[nodiscard]] std::vector<client::CannedResponse> cannedResponses();
[[nodiscard]] client::MessageTemplates messageTemplates();
[[nodiscard]] qint64 lastSeqBefore(const std::vector<domain::Message>& messages, Timestamp at);

} // namespace relevo::samples
