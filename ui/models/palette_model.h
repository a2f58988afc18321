#pragma once

#include <models/palette_index.h>

#include <client/search.h>

#include <QtCore/QAbstractListModel>

namespace relevo::models {

/// What the palette can find beside conversations.
struct PaletteItem
{
    enum class Kind { Action, Page, Setting, Agent, Canned, Conversation, Contact, Message };

    QString key; ///< what it is, for whoever carries it out and for what was chosen recently
    Kind kind = Kind::Action;
    QString title;
    QString detail = {};
    QString icon = {};
    QString keys = {}; ///< as the system writes them
    /// Not easily made good: it never stands first while something else is called so, nor among what was
    /// chosen recently, because Enter does what stands first.
    bool harms = false;
    QString words = {}; ///< it is found by them, too
};

/// What fits what is typed, in groups, that of the best one first: actions, pages, agents and canned
/// responses as they are given, all open conversations by contact, issue and last line, and what a search
/// beside has found of contacts and messages. With nothing typed: what was chosen last, then the actions.
///
/// The conversations are looked through on another thread (palette_index.h), so that typing is never held up;
/// the rows change when all have been seen. Roles are those of choices.h.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int mostRows = PaletteIndex::mostHits;

    /// `live` must outlive the model.
    explicit PaletteModel(const client::LiveView& live, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// Begins anew with these items. `recent` are keys, the newest first.
    void open(std::vector<PaletteItem> items, const QStringList& recent);
    /// Forgets everything.
    void close();
    void setTyped(const QString& typed);
    /// Contacts and messages that fit what is typed, which the model does not know itself.
    void setFound(const client::SharedResults& found);
    /// The rows are still those of something else.
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
    PaletteIndex m_index;
    std::vector<PaletteItem> m_items;
    QStringList m_recent;
    QList<PaletteIndex::Hit> m_hits; ///< the best first
    std::vector<Row> m_rows;
    client::SharedResults m_found;
    Needle m_needle;
    QString m_typed;     ///< folded
    quint64 m_asked = 0; ///< of the index; the newest question's number
    bool m_searching = false;

    void publish();
    [[nodiscard]] std::vector<Row> recentFirst() const;
    [[nodiscard]] std::vector<Row> bestFirst() const;
    [[nodiscard]] std::vector<Scored> fittingItems() const;
    [[nodiscard]] std::vector<Scored> fittingConversations() const;
    [[nodiscard]] std::vector<Scored> found() const;
    /// A word of its name begins with what is typed.
    [[nodiscard]] bool beginsSo(const Scored& one) const;
    /// Fits by its name, and is harmless.
    [[nodiscard]] bool isCalledSo(const Scored& one) const;
    [[nodiscard]] Row rowOf(const PaletteItem& item) const;
    [[nodiscard]] std::optional<PaletteItem> conversationItem(const domain::ConversationId& id) const;
    [[nodiscard]] int bonusOf(const PaletteItem& item) const;
};

} // namespace relevo::models
