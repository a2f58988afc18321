#pragma once

#include <models/fuzzy.h>

#include <client/canned_response.h>

#include <QtCore/QAbstractListModel>

namespace relevo::models {

/// The canned responses that fit what is typed, the best first: by shortcut and title, by the words of the
/// text; those in the wanted language before those in another. With nothing typed, all. Roles are those of
/// choices.h.
class CannedModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr std::size_t mostRows = 100;

    explicit CannedModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setResponses(std::vector<client::CannedResponse> responses);
    /// The customer's, a two-letter code; empty: none is preferred.
    void setLanguage(const QString& code);
    void setTyped(const QString& typed);
    [[nodiscard]] bool isEmpty() const { return m_responses.empty(); }
    [[nodiscard]] const client::CannedResponse& at(int row) const;

private:
    struct Known
    {
        client::CannedResponse response;
        QString name;      ///< folded: what the row is called, and the shortcut
        QString beginning; ///< folded: of the text, in one line
        QString whole;     ///< folded
    };
    struct Row
    {
        std::size_t place = 0;
        int score = 0;
    };

    std::vector<Known> m_responses;
    std::vector<Row> m_rows;
    QString m_language;
    QString m_typed;
    Needle m_needle;

    void search();
    [[nodiscard]] std::optional<int> score(const Known& known) const;
    [[nodiscard]] int languageBonus(const QString& language) const;
};

/// What a list calls it: its title, else its shortcut.
[[nodiscard]] QString nameOf(const client::CannedResponse& response);

} // namespace relevo::models
