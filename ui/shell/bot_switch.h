#pragma once

#include <client/relay_api.h>
#include <models/conversation_details.h>

namespace relevo::ui {

class DeskPage;

/// Lets bots speak in the conversation that is looked at, or not: asks the relay, whose event shows it to
/// everybody, and says so where it refused.
class BotSwitch final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    BotSwitch(client::RelayApi& api, const models::ConversationDetails& details, DeskPage& page,
              QObject* parent = nullptr);

    void set(bool on);

private:
    client::RelayApi& m_api;
    const models::ConversationDetails& m_details;
    DeskPage& m_page;
};

} // namespace relevo::ui
