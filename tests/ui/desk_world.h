#pragma once

#include "manual_clock.h"

#include <ui/shell/desk_controller.h>
#include <ui/shell/desk_models.h>
#include <ui/shell/main_window.h>

#include <QtCore/QTemporaryDir>

#include <memory>

namespace relevo {

/// A desk without a relay: the real windows and models over a live state that a test fills by batches, as the
/// client would. What the windows wish is recorded by signals.
class DeskWorld final : public QObject
{
    Q_OBJECT
public:
    explicit DeskWorld(QObject* parent = nullptr);
    ~DeskWorld() override;

    /// In percent, of every desk that is made.
    static inline int textScale = 100;

    ManualClock clock;
    ui::Theme theme;
    client::LiveView live;

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] ui::DeskModels& models() { return *m_models; }
    [[nodiscard]] ui::Preferences& preferences() { return m_preferences; }
    [[nodiscard]] const domain::Agent& me() const { return m_me; }
    /// A child of the window by its object name; fails loudly when there is none.
    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name)
    {
        auto* found = window().findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget is named %s", name);
        return found;
    }

    /// Signed in and online, with nothing to do.
    void signIn();
    /// `count` waiting customers, a realistic mixture; the first ones are the most pressing. The one of this
    /// number has become a ticket.
    void addWaiting(int count);
    static constexpr int ticket = 9;
    /// The agent's own conversations, with messages of all kinds.
    void addMine(int count);
    /// Everything else the inbox shows: an offer, a colleague's, snoozed and resolved ones.
    void addOthers();
    /// One more who waits, whose transcript has not been read from disk.
    domain::ConversationId addUnread();
    /// Adds or changes one row.
    void put(const client::ConversationRow& row);
    /// The transcript of a conversation as if read from disk: made when the window wants it.
    void setTranscript(const domain::ConversationId& id, const client::TranscriptBatch& batch);
    [[nodiscard]] client::Transcript* transcript(const domain::ConversationId& id);

    [[nodiscard]] domain::ConversationId waitingId(int index) const { return m_waiting.at(index); }
    [[nodiscard]] domain::ConversationId mineId(int index) const { return m_mine.at(index); }
    [[nodiscard]] QDateTime local(Timestamp at) const;

private:
    UuidV7Source m_ids;
    domain::Agent m_me;
    QTemporaryDir m_folder;
    QSettings m_settings;
    ui::Preferences m_preferences;
    std::unique_ptr<ui::DeskModels> m_models;
    std::unique_ptr<ui::MainWindow> m_window;
    QHash<domain::ConversationId, client::Transcript*> m_transcripts;
    QHash<domain::ConversationId, client::TranscriptBatch> m_pages;
    QList<domain::ConversationId> m_waiting;
    QList<domain::ConversationId> m_mine;

    [[nodiscard]] client::TranscriptBatch page(const client::ConversationRow& row, int sample);
};

} // namespace relevo
