#pragma once

#include <models/fuzzy.h>

#include <client/live_view.h>

#include <QtCore/QObject>
#include <QtCore/QThread>
#include <QtCore/QTimer>

namespace relevo::models {

/// The open conversations as the palette looks through them, kept ready on a thread of its own: what somebody
/// types is held against a hundred thousand of them there, and the windows' thread only hears the best. The
/// index follows the live state; it is begun a moment after the rows are there, or by the first question.
class PaletteIndex final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostHits = 50;

    struct Hit
    {
        int score = 0;
        domain::ConversationId conversation;
        Timestamp at; ///< of its newest message
    };

    /// `live` must outlive the index.
    explicit PaletteIndex(const client::LiveView& live, QObject* parent = nullptr);
    ~PaletteIndex() override;

    /// Who fits, by name, issue and last line; answered by found() under the number this gives. Of questions
    /// that come faster than they are answered only the newest is.
    quint64 find(const Needle& needle);
    /// Nobody waits for an answer any more.
    void abandon();

    // Of the two lines, so much can be found.
    static constexpr qsizetype foundOfIssue = 80;
    static constexpr qsizetype foundOfLine = 60;

Q_SIGNALS:
    /// The best first; of equals the one that was talked in last.
    void found(quint64 number, const QList<relevo::models::PaletteIndex::Hit>& hits);

private:
    class Worker;
    struct Text;

    const client::LiveView& m_live;
    QThread m_thread;
    Worker* m_worker; ///< lives on m_thread; but for its `wanted` reached by queued calls only
    QTimer m_begin;   ///< a moment after the rows came
    QTimer m_feed;
    bool m_begun = false; ///< since the rows came
    QList<domain::ConversationId> m_unread;
    quint64 m_number = 0;
    std::optional<Needle> m_waiting; ///< asked before all had been read

    void reset();
    void begin();
    void feed();
    void change(const QList<domain::ConversationId>& changed, const QList<domain::ConversationId>& gone);
    void ask(const Needle& needle);
    [[nodiscard]] static Text textOf(const client::ConversationRow& row);
    void tell(std::vector<Text> texts);
};

} // namespace relevo::models
