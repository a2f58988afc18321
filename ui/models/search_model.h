#pragma once

#include <client/search.h>

#include <QtCore/QAbstractListModel>

namespace relevo::models {

/// What a search has found, people first, each kind under a heading. Headings cannot be chosen.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { Heading, Contact, Message, Note };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int(Kind)
        NameRole,                    ///< QString: contact's name or "Visitor 3f2a"; a heading's words
        ChannelRole,                 ///< QString; empty while unknown
        AuthorRole,                  ///< QString: who said it; empty for the customer
        AtRole,                      ///< QDateTime, UTC
        TextRole,                    ///< QString: some words around; also Qt::DisplayRole
        MarksRole,                   ///< QVariantList of QPoint(start, length): the words in the text
        OpenRole,                    ///< bool: the conversation goes on
    };

    explicit SearchModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Replaces all rows; null for none.
    void show(const client::SharedResults& results);
    /// Null for a heading and outside of the rows. Valid until the next show().
    [[nodiscard]] const client::SearchHit* hitAt(int row) const;
    /// The row of the same thing found before, or -1.
    [[nodiscard]] int rowOf(const client::SearchHit& hit) const;
    /// The first row that can be chosen, or -1.
    [[nodiscard]] int firstHit() const;

private:
    client::SharedResults m_results;

    [[nodiscard]] int contactRows() const;
    [[nodiscard]] QString heading(int row) const;
};

} // namespace relevo::models
