#pragma once

#include <client/batch.h>
#include <client/mirror.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <map>
#include <set>

namespace relevo::client {

/// Gathers what changed in the replica and hands it to the UI thread, at most one batch a frame and never a
/// second before the first was taken, so that a busy UI gets fewer and fuller batches and no queue grows.
/// Lives on the mirror thread.
class Publisher final : public QObject
{
    Q_OBJECT
public:
    explicit Publisher(milliseconds frame, QObject* parent = nullptr);

    /// Another replica, or none; everything is published anew, the open transcripts too.
    void setMirror(Mirror* mirror, const domain::AgentId& me);
    void note(const MirrorChanges& changes);
    /// A row whose unread, unsent or resolving changed, and the waiting messages of its transcript.
    void noteRow(const domain::ConversationId& id);
    /// All the ways out of the project that do not work; another replica begins with none.
    void setFailing(std::vector<domain::HealthChange> channels);
    /// One has stopped working, or works again.
    void noteHealth(const domain::HealthChange& change);

    /// `withHoles`: there is no connection that could fill them, so show what is here.
    void openTranscript(const domain::ConversationId& id, bool withHoles);
    void closeTranscript(const domain::ConversationId& id);
    void closeAll();
    [[nodiscard]] bool isOpen(const domain::ConversationId& id) const { return m_open.contains(id); }
    [[nodiscard]] std::vector<domain::ConversationId> openTranscripts() const;
    /// The page before `before` from the replica. True when it gave messages or nothing more can come.
    [[nodiscard]] bool publishOlder(const domain::ConversationId& id, qint64 before, bool withHoles);
    /// There are no older messages to be had now; asking again may give some.
    void publishNothingOlder(const domain::ConversationId& id);
    /// Transcripts that were shown with holes are read anew.
    void fillHoles();

public Q_SLOTS:
    /// The UI has taken the last batch.
    void taken();

Q_SIGNALS:
    void ready(const relevo::client::SharedBatch& batch);
    /// The replica cannot be read.
    void failed(const relevo::Error& error);

private:
    Mirror* m_mirror = nullptr;
    domain::AgentId m_me;
    QTimer m_frame;
    bool m_inFlight = false;
    bool m_large = false; ///< what is in flight is thousands of rows
    bool m_all = false;
    bool m_agents = false;
    bool m_settings = false;
    bool m_health = false;
    std::vector<domain::HealthChange> m_failing; ///< as the relay has said over the last connection
    std::set<domain::ConversationId> m_changed;
    std::set<domain::ConversationId> m_gone;
    std::map<domain::ConversationId, bool> m_open; ///< and whether it is shown with holes
    std::map<domain::ConversationId, TranscriptBatch> m_transcripts;

    void schedule();
    void publish();
    [[nodiscard]] Result<void> fillRows(LiveBatch& batch);
    [[nodiscard]] Result<void> complete(ConversationRow& row);
    [[nodiscard]] domain::AgentRef me() const;
    [[nodiscard]] Result<void> fillTranscripts(LiveBatch& batch);
    [[nodiscard]] TranscriptBatch& transcript(const domain::ConversationId& id);
    void readAnew(const domain::ConversationId& id, bool withHoles);
};

} // namespace relevo::client
