#pragma once

#include <models/fuzzy.h>

#include <client/live_view.h>
#include <client/search.h>

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimer>

namespace relevo::models {

/// What the palette can find beside conversations.
struct PaletteItem
{
    enum class Kind { Action, Page, Agent, Canned, Conversation, Contact, Message };

    QString key; ///< what it is, for whoever carries it out and for what was chosen recently
    Kind kind = Kind::Action;
    QString title;
    QString detail = {};
    QString icon = {};
    QString keys = {}; ///< as the system writes them
};

/// What fits what is typed, in groups, that of the best one first: actions, pages, agents and canned
/// responses as they are given, all open conversations by contact, issue and last line, and what a search
/// beside has found of contacts and messages. With nothing typed: what was chosen last, then the actions.
///
/// A hundred thousand conversations are looked through in slices of the event loop, so that typing is never
/// held up; the rows change when all have been seen. Roles are those of choices.h.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int mostRows = 50;
    static constexpr std::chrono::milliseconds slice{5};

    /// `live` must outlive the model.
    explicit PaletteModel(const client::LiveView& live, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// Begins anew with these items and the conversations there are now; those that come later are not found
    /// before the next open. `recent` are keys, the newest first.
    void open(std::vector<PaletteItem> items, const QStringList& recent);
    /// Forgets everything.
    void close();
    void setTyped(const QString& typed);
    /// Contacts and messages that fit what is typed, which the model does not know itself.
    void setFound(const client::SharedResults& found);
    /// Looks through what is left at once: before the best row is carried out.
    void finish();
    [[nodiscard]] bool isSearching() const { return m_searching; }
    [[nodiscard]] const PaletteItem& at(int row) const;

    /// The key of a conversation, and back; null for any other key.
    [[nodiscard]] static QString keyOf(const domain::ConversationId& conversation);
    [[nodiscard]] static domain::ConversationId conversationOf(const QString& key);
    /// The message of a key; nothing for any other key.
    struct MessagePlace
    {
        domain::ConversationId conversation;
        domain::MessageId message;
    };
    [[nodiscard]] static std::optional<MessagePlace> messageOf(const QString& key);

Q_SIGNALS:
    /// The rows are those of what is typed.
    void searched();

private:
    struct Conversation
    {
        domain::ConversationId id;
        bool known = false; ///< the texts are there
        QString name;       ///< folded
        QString lines;      ///< folded: issue and last line
    };
    struct Hit
    {
        int score = 0;
        std::size_t place = 0; ///< among the conversations
        Timestamp at;
    };
    struct Row
    {
        PaletteItem item;
        QList<int> titleMatches;
        QList<int> detailMatches;
        QString group; ///< of the first one of a group
    };
    struct Scored
    {
        int score = 0;
        PaletteItem item;
    };

    const client::LiveView& m_live;
    QTimer m_next;
    std::vector<PaletteItem> m_items;
    QStringList m_recent;
    std::vector<Conversation> m_conversations;
    std::size_t m_seen = 0; ///< of them, for what is typed
    std::vector<Hit> m_hits;
    std::vector<Row> m_rows;
    client::SharedResults m_found;
    Needle m_needle;
    bool m_searching = false;

    /// Looks through some of them, all when there is no `budget`. True when none are left.
    bool look(std::optional<std::chrono::milliseconds> budget);
    void read(Conversation& conversation) const;
    void keep(const Hit& hit);
    void publish();
    [[nodiscard]] std::vector<Row> recentFirst() const;
    [[nodiscard]] std::vector<Row> bestFirst() const;
    [[nodiscard]] std::vector<Scored> fittingItems() const;
    [[nodiscard]] std::vector<Scored> fittingConversations() const;
    [[nodiscard]] std::vector<Scored> found() const;
    [[nodiscard]] Row rowOf(const PaletteItem& item) const;
    [[nodiscard]] std::optional<PaletteItem> conversationItem(const domain::ConversationId& id) const;
    [[nodiscard]] int bonusOf(const PaletteItem& item) const;
};

} // namespace relevo::models
