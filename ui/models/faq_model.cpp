#include <models/faq_model.h>

#include <models/choices.h>
#include <models/fuzzy.h>
#include <models/names.h>

#include <client/conversation_row.h>

#include <algorithm>

namespace relevo::models {

namespace {

/// In the first language that has one.
QString answerOf(const domain::FaqEntry& entry)
{
    return entry.answer.empty() ? QString() : client::oneLine(entry.answer.begin()->second);
}

QString languagesOf(const domain::FaqEntry& entry)
{
    QStringList names;
    for (const auto& [code, answer] : entry.answer)
        names << languageName(code);
    return names.join(QStringLiteral(", "));
}

QString allOf(const domain::FaqEntry& entry)
{
    QStringList parts{entry.name};
    for (const auto& [code, words] : entry.words)
        parts << words;
    for (const auto& [code, answer] : entry.answer)
        parts << answer;
    return folded(parts.join(u' '));
}

} // namespace

QString nameOf(const domain::FaqEntry& entry)
{
    if (!entry.name.trimmed().isEmpty())
        return entry.name;
    for (const auto& [code, words] : entry.words) {
        if (!words.isEmpty())
            return words.front();
    }
    return answerOf(entry);
}

FaqModel::FaqModel(QObject* parent) : QAbstractListModel(parent) {}

int FaqModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const domain::FaqEntry& FaqModel::at(int row) const
{
    return m_entries[m_rows[static_cast<std::size_t>(row)]];
}

QVariant FaqModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::FaqEntry& entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(entry);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(nameOf(entry), answerOf(entry));
    case choice::DetailRole:
        return answerOf(entry);
    case choice::IconRole:
        return QStringLiteral("bot");
    case choice::TrailingRole:
        return languagesOf(entry);
    default:
        return {};
    }
}

void FaqModel::setEntries(std::vector<domain::FaqEntry> entries)
{
    beginResetModel();
    m_rows.clear();
    m_entries = std::move(entries);
    endResetModel();
    search();
}

void FaqModel::setTyped(const QString& typed)
{
    m_typed = folded(typed.simplified());
    search();
}

void FaqModel::search()
{
    const QStringList words = m_typed.split(u' ', Qt::SkipEmptyParts);
    std::vector<std::size_t> rows;
    for (std::size_t place = 0; place < m_entries.size(); ++place) {
        const QString all = words.isEmpty() ? QString() : allOf(m_entries[place]);
        if (std::ranges::all_of(words, [&all](const QString& word) { return all.contains(word); }))
            rows.push_back(place);
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace relevo::models
