#include <models/record_model.h>

#include <models/choices.h>

#include <algorithm>

namespace relevo::models {

RecordModel::RecordModel(QObject* parent) : QAbstractListModel(parent) {}

int RecordModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RecordModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Record& record = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return record.title;
    case Qt::AccessibleTextRole: {
        QStringList words{record.title, record.trailing, record.detail};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case Qt::CheckStateRole:
        return record.marked ? QVariant(*record.marked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case choice::DetailRole:
        return record.detail;
    case choice::TrailingRole:
        return record.trailing;
    case choice::IconRole:
        return record.icon;
    case choice::AvailabilityRole:
        return record.availability ? QVariant(static_cast<int>(*record.availability)) : QVariant();
    case choice::TitleMatchesRole:
        return QVariant::fromValue(m_needle.inShort(folded(record.title), folded(record.detail)));
    case choice::DetailMatchesRole:
        return QVariant::fromValue(m_needle.inLong(folded(record.title), folded(record.detail)));
    default:
        return {};
    }
}

Qt::ItemFlags RecordModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && m_rows[static_cast<std::size_t>(index.row())].marked)
        flags |= Qt::ItemIsUserCheckable; // said to screen readers; who marks is the list's owner
    return flags;
}

void RecordModel::setRecords(std::vector<Record> records)
{
    if (records == m_records)
        return;
    m_records = std::move(records);
    show(fitting());
}

void RecordModel::setTyped(const QString& typed)
{
    m_needle = Needle(typed);
    std::vector<Record> rows = fitting();
    // What is found is shown by its letters, also where the rows are the same.
    if (rows == m_rows && !m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    else
        show(std::move(rows));
}

std::vector<Record> RecordModel::fitting() const
{
    if (m_needle.isEmpty())
        return m_records;
    std::vector<std::pair<int, const Record*>> found;
    for (const Record& record : m_records) {
        const QString rest = folded(record.detail + u' ' + record.trailing);
        if (const std::optional<int> score = m_needle.score(folded(record.title), rest))
            found.emplace_back(*score, &record);
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Record> rows;
    rows.reserve(found.size());
    for (const auto& [score, record] : found)
        rows.push_back(*record);
    return rows;
}

void RecordModel::show(std::vector<Record> rows)
{
    const bool stay = std::ranges::equal(rows, m_rows, {}, &Record::key, &Record::key);
    if (!stay) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (rows[at] == m_rows[at])
            continue;
        m_rows[at] = std::move(rows[at]);
        const QModelIndex changed = index(static_cast<int>(at));
        Q_EMIT dataChanged(changed, changed);
    }
}

QString RecordModel::keyAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].key : QString();
}

int RecordModel::rowOf(const QString& key) const
{
    const auto found = std::ranges::find(m_rows, key, &Record::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

} // namespace relevo::models
