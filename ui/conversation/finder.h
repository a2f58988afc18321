#pragma once

#include <models/messages_model.h>
#include <models/text_search.h>

#include <QtCore/QTimer>

namespace relevo::ui {

class FindBar;
class TranscriptView;

/// Finds words in the conversation that is shown: as one types, from the newest place back to older ones, and
/// further back than what is loaded when one goes on.
class Finder final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the finder.
    Finder(FindBar& bar, TranscriptView& view, const models::MessagesModel& messages,
           QObject* parent = nullptr);

    void open();
    void close();

private:
    struct Place
    {
        qint64 seq = 0;      ///< of the message
        qsizetype place = 0; ///< in it, counted from its beginning

        friend bool operator==(const Place&, const Place&) = default;
    };

    FindBar& m_bar;
    TranscriptView& m_view;
    const models::MessagesModel& m_messages;
    models::TextSearch m_search;
    std::vector<Place> m_places; ///< from old to new
    std::ptrdiff_t m_at = -1;    ///< the one looked at; -1 for none
    QTimer m_soon;
    bool m_seeking = false; ///< older messages were asked for to go on
    std::size_t m_loadedBefore = 0;

    void start(const QString& text);
    void collect();
    void collectAgain();
    void goOlder();
    void goNewer();
    void olderCame();
    void show();
    [[nodiscard]] bool mayBeMore() const;
    [[nodiscard]] QString stateWords() const;
};

} // namespace relevo::ui
