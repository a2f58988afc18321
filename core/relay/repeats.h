#pragma once

#include <relay/hub.h>
#include <relay/query_thread.h>

#include <QtCore/QHash>

namespace relevo::relay {

/// Notices that a customer says the same again to the bot (assist::sameness), which tells that its answers do
/// not help. Remembers the last few things that each customer has said in a conversation that the bot holds;
/// bounded, a cache over the journal, from which it is filled at the start. I/O thread.
class Repeats final : public QObject, public Listener
{
    Q_OBJECT

public:
    Repeats(Hub& hub, QueryThread& queries, QObject* parent = nullptr);
    ~Repeats() override;

    /// Reads up again what was said of late, so that a restart forgets no repetition.
    void catchUp();
    /// How often this customer had said the same before; 0 for something new, and for what says nothing.
    [[nodiscard]] int count(const domain::ConversationId& conversation, const QString& text) const;
    void heard(const Published& published) override;

private:
    struct Said
    {
        QString text;
        int times = 1;
    };
    using Memory = std::vector<Said>; // the newest last

    static void remember(Memory& memory, const domain::Message& message);
    void readUp(const domain::ProjectId& project, const domain::ConversationId& conversation);

    Hub& m_hub;
    QueryThread& m_queries;
    QHash<domain::ConversationId, Memory> m_said;
};

} // namespace relevo::relay
