#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QDateTime>

#include <optional>
#include <vector>

namespace relevo::models {

/// How long a conversation can be put off at most, in minutes: 31 days.
inline constexpr int longestSnoozeMinutes = 31 * 24 * 60;

/// A time as somebody types it, after `now` (both local): "45" and "45 min" are minutes, "2 h" and "2h30"
/// hours, "3 d" days, "17:30", "5.15 pm" and "9am" the next such time. Nothing for anything else, and for
/// what is too far ahead.
[[nodiscard]] std::optional<QDateTime> parseSnooze(const QString& typed, const QDateTime& now);

/// Until when a conversation can be put off: what was typed, or some usual spans. Roles are those of
/// choices.h.
class SnoozeChoices final : public QAbstractListModel
{
    Q_OBJECT
public:
    /// `now` is local time.
    explicit SnoozeChoices(const QDateTime& now, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// Empty: the usual ones. What is no time leaves nothing to choose.
    void setTyped(const QString& typed, const QDateTime& now);
    /// From now on, at least 1.
    [[nodiscard]] int minutesAt(int row) const;

private:
    struct Row
    {
        QString words;
        QDateTime until;
    };

    QDateTime m_now;
    std::vector<Row> m_rows;

    [[nodiscard]] std::vector<Row> usual() const;
    [[nodiscard]] QString untilWords(const QDateTime& until) const;
};

} // namespace relevo::models
