#pragma once

#include <client/live_view.h>
#include <client/transcript.h>
#include <domain/reply_window.h>

#include <QtCore/QPointer>

namespace relevo::models {

/// What stands beside a conversation: who the customer is, how it came here, who holds it and what this agent
/// may do with it. Plain values for labels and buttons; `changed` says to read them again.
class ConversationDetails final : public QObject
{
    Q_OBJECT
public:
    /// `live` must outlive this.
    explicit ConversationDetails(const client::LiveView& live, QObject* parent = nullptr);

    /// Another conversation, or none (null).
    void setTranscript(client::Transcript* transcript);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] domain::ConversationId conversation() const;
    [[nodiscard]] QString name() const; ///< contact's name or "Visitor 3f2a"
    [[nodiscard]] domain::Contact contact() const;
    [[nodiscard]] QString channel() const;
    [[nodiscard]] bool isErased() const; ///< the contact was; nothing is known of them any more
    [[nodiscard]] bool isOpen() const;   ///< the conversation is not closed
    /// Its id for whoever asks the relay over HTTP; empty while nothing is known.
    [[nodiscard]] QString session() const;
    [[nodiscard]] bool isBotOff() const; ///< no bot may speak to this customer
    /// Whether one may is this agent's to say: who holds an open conversation does, and who leads the team.
    [[nodiscard]] bool setsBot() const;
    [[nodiscard]] QString language() const;
    /// On channels that take free text for a while only; nothing on others.
    [[nodiscard]] std::optional<domain::ReplyWindow> replyWindow() const;
    [[nodiscard]] std::optional<domain::Handoff> handoff() const;
    /// The handoff's summary; nothing until it has come.
    [[nodiscard]] std::optional<domain::Summary> summary() const;
    /// The customer has written since the summary was made.
    [[nodiscard]] bool summaryIsStale() const;
    [[nodiscard]] domain::Control control() const;
    [[nodiscard]] QString holderName() const; ///< "You", "Ana", "Bot" or "Nobody"

    [[nodiscard]] const domain::Agent& me() const { return m_live.me(); }
    /// Labels that agents gave to contacts, as far as they are in the lists; sorted.
    [[nodiscard]] QStringList knownTags() const;

    [[nodiscard]] bool canClaim() const;   ///< it waits and nobody has it
    [[nodiscard]] bool canReply() const;   ///< this agent holds it
    [[nodiscard]] bool isLeaving() const;  ///< it was given to somebody else, who does not have it yet
    [[nodiscard]] bool canResolve() const; ///< this agent holds it, and nothing that ends that is on its way

Q_SIGNALS:
    void changed();

private:
    const client::LiveView& m_live;
    QPointer<client::Transcript> m_transcript;

    [[nodiscard]] const domain::ConversationState* state() const;
    [[nodiscard]] bool isMine() const;
};

} // namespace relevo::models
