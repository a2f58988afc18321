#include <models/canned_model.h>

#include <models/choices.h>
#include <models/names.h>

#include <client/conversation_row.h>

#include <algorithm>

namespace relevo::models {

namespace {

// Found only far within the text: after everything that is called so.
constexpr int deepScore = -200;
constexpr int exactBonus = 100; ///< the shortcut itself, typed whole
constexpr int startBonus = 12;  ///< its beginning
constexpr int sameLanguage = 10;
constexpr int otherLanguage = -10;

} // namespace

QString nameOf(const client::CannedResponse& response)
{
    return response.title.isEmpty() ? response.shortcut : response.title;
}

CannedModel::CannedModel(QObject* parent) : QAbstractListModel(parent) {}

int CannedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const client::CannedResponse& CannedModel::at(int row) const
{
    return m_responses[m_rows[static_cast<std::size_t>(row)].place].response;
}

QVariant CannedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Known& known = m_responses[m_rows[static_cast<std::size_t>(index.row())].place];
    const client::CannedResponse& response = known.response;
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(response);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(nameOf(response), client::oneLine(response.content));
    case choice::DetailRole:
        return client::oneLine(response.content);
    case choice::IconRole:
        return response.personal ? QStringLiteral("user") : QStringLiteral("chat");
    case choice::TrailingRole: {
        const QString shortcut = QLatin1Char('/') + response.shortcut;
        return response.language.isEmpty()
                   ? shortcut
                   : QStringLiteral("%1 · %2").arg(shortcut, languageName(response.language));
    }
    case choice::TitleMatchesRole: {
        QList<int> matches = m_needle.inShort(known.name, known.beginning);
        const auto shown = static_cast<int>(nameOf(response).size());
        matches.removeIf([shown](int at) { return at >= shown; });
        return QVariant::fromValue(matches);
    }
    case choice::DetailMatchesRole:
        return QVariant::fromValue(m_needle.inLong(known.name, known.beginning));
    default:
        return {};
    }
}

void CannedModel::setResponses(std::vector<client::CannedResponse> responses)
{
    std::vector<Known> known;
    known.reserve(responses.size());
    for (client::CannedResponse& response : responses) {
        const QString name = response.title.isEmpty() ? response.shortcut
                                                      : response.title + QLatin1Char(' ') + response.shortcut;
        const QString beginning = folded(client::oneLine(response.content));
        const QString whole = folded(response.content);
        known.push_back({std::move(response), folded(name), beginning, whole});
    }
    beginResetModel();
    m_rows.clear();
    m_responses = std::move(known);
    endResetModel();
    search();
}

void CannedModel::setLanguage(const QString& code)
{
    if (code == m_language)
        return;
    m_language = code;
    search();
}

void CannedModel::setTyped(const QString& typed)
{
    m_typed = folded(typed.trimmed());
    m_needle = Needle(typed);
    search();
}

int CannedModel::languageBonus(const QString& language) const
{
    if (m_language.isEmpty() || language.isEmpty())
        return 0;
    return language == m_language ? sameLanguage : otherLanguage;
}

std::optional<int> CannedModel::score(const Known& known) const
{
    if (m_needle.isEmpty())
        return 0;
    const QString shortcut = folded(known.response.shortcut);
    const int bonus = shortcut == m_typed ? exactBonus : shortcut.startsWith(m_typed) ? startBonus : 0;
    if (const std::optional<int> score = m_needle.score(known.name, known.beginning))
        return *score + bonus;
    const QStringList words = m_typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool within = std::ranges::all_of(words, [&known](const QString& word) {
        return known.whole.contains(word) || known.name.contains(word);
    });
    return within ? std::optional(deepScore) : std::nullopt;
}

void CannedModel::search()
{
    std::vector<Row> rows;
    for (std::size_t place = 0; place < m_responses.size(); ++place) {
        if (const std::optional<int> found = score(m_responses[place]))
            rows.push_back({place, *found + languageBonus(m_responses[place].response.language)});
    }
    std::ranges::stable_sort(rows, [](const Row& a, const Row& b) { return a.score > b.score; });
    if (rows.size() > mostRows)
        rows.resize(mostRows);
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace relevo::models
