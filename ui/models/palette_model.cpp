#include <models/palette_model.h>

#include <models/choices.h>
#include <models/names.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace relevo::models {

namespace {

const QString conversationPrefix = QStringLiteral("conversation:");
const QString messagePrefix = QStringLiteral("message:");
// What was chosen before is likely to be meant again; actions are few, so what sounds like one is one.
constexpr int recentBonus = 8;
constexpr int actionBonus = 6;
constexpr int pageBonus = 4;
constexpr int settingBonus = 3; // less than its page
constexpr int agentBonus = 2;
constexpr std::size_t recentShown = 5;
// Of each kind but conversations, so that none hides the others.
constexpr std::size_t mostOfAKind = 6;
// What is found by its words alone comes after what is called so.
constexpr int foundScore = -1'000'000;

QString groupName(PaletteItem::Kind kind)
{
    switch (kind) {
    case PaletteItem::Kind::Action:
        return PaletteModel::tr("Actions");
    case PaletteItem::Kind::Page:
    case PaletteItem::Kind::Setting:
        return PaletteModel::tr("Settings");
    case PaletteItem::Kind::Agent:
        return PaletteModel::tr("Agents");
    case PaletteItem::Kind::Canned:
        return PaletteModel::tr("Canned responses");
    case PaletteItem::Kind::Conversation:
        return PaletteModel::tr("Conversations");
    case PaletteItem::Kind::Contact:
        return PaletteModel::tr("Contacts");
    case PaletteItem::Kind::Message:
        return PaletteModel::tr("Messages");
    }
    return {};
}

} // namespace

PaletteModel::PaletteModel(const client::LiveView& live, QObject* parent)
    : QAbstractListModel(parent), m_live(live), m_index(live)
{
    connect(&m_index, &PaletteIndex::found, this,
            [this](quint64 number, const QList<PaletteIndex::Hit>& hits) {
                if (!m_searching || number != m_asked)
                    return;
                m_hits = hits;
                publish();
            });
}

QString PaletteModel::keyOf(const domain::ConversationId& conversation)
{
    return conversationPrefix + conversation.toString();
}

domain::ConversationId PaletteModel::conversationOf(const QString& key)
{
    if (!key.startsWith(conversationPrefix))
        return {};
    return domain::ConversationId::parse(QStringView(key).mid(conversationPrefix.size()))
        .value_or(domain::ConversationId());
}

std::optional<PaletteModel::MessagePlace> PaletteModel::messageOf(const QString& key)
{
    if (!key.startsWith(messagePrefix))
        return std::nullopt;
    const QStringList parts = key.mid(messagePrefix.size()).split(QLatin1Char('/'));
    const auto conversation = domain::ConversationId::parse(parts.value(0));
    const auto message = domain::MessageId::parse(parts.value(1));
    if (!conversation || !message)
        return std::nullopt;
    return MessagePlace{*conversation, *message};
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.item.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{row.group, row.item.title, row.item.detail, row.item.keys};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case choice::DetailRole:
        return row.item.detail;
    case choice::IconRole:
        return row.item.icon;
    case choice::KeysRole:
        return row.item.keys;
    case choice::GroupRole:
        return row.group;
    case choice::TitleMatchesRole:
        return QVariant::fromValue(row.titleMatches);
    case choice::DetailMatchesRole:
        return QVariant::fromValue(row.detailMatches);
    default:
        return {};
    }
}

const PaletteItem& PaletteModel::at(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].item;
}

void PaletteModel::open(std::vector<PaletteItem> items, const QStringList& recent)
{
    m_items = std::move(items);
    m_recent = recent;
    m_needle = {};
    m_found.reset();
    m_hits.clear();
    publish();
}

void PaletteModel::close()
{
    m_index.abandon();
    m_searching = false;
    m_items.clear();
    m_found.reset();
    m_hits.clear();
    m_needle = {};
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void PaletteModel::setTyped(const QString& typed)
{
    m_needle = Needle(typed);
    m_typed = folded(typed.trimmed());
    m_found.reset();
    m_searching = !m_needle.isEmpty();
    if (m_searching) {
        m_asked = m_index.find(m_needle);
        return;
    }
    m_index.abandon();
    m_hits.clear();
    publish();
}

void PaletteModel::setFound(const client::SharedResults& found)
{
    m_found = found;
    // While the conversations are still looked through, it is shown with them.
    if (!m_searching && !m_needle.isEmpty())
        publish();
}

std::optional<PaletteItem> PaletteModel::conversationItem(const domain::ConversationId& id) const
{
    const client::ConversationRow* row = m_live.row(id);
    if (!row)
        return std::nullopt;
    PaletteItem item;
    item.key = keyOf(id);
    item.kind = PaletteItem::Kind::Conversation;
    item.title = visibleName(row->contactName, id);
    item.icon = QStringLiteral("chat");
    // The line in which it was found, else what it is about.
    const QString issue = folded(row->issue.text().left(PaletteIndex::foundOfIssue));
    const QString line = folded(row->lastLine.text().left(PaletteIndex::foundOfLine));
    const QString name = folded(item.title);
    const bool foundInLine =
        row->issue.isEmpty() || m_needle.inLong(name, line).size() > m_needle.inLong(name, issue).size();
    item.detail = (foundInLine ? row->lastLine : row->issue).text();
    return item;
}

int PaletteModel::bonusOf(const PaletteItem& item) const
{
    const int recent = m_recent.contains(item.key) ? recentBonus : 0;
    switch (item.kind) {
    case PaletteItem::Kind::Action:
        return recent + actionBonus;
    case PaletteItem::Kind::Page:
        return recent + pageBonus;
    case PaletteItem::Kind::Setting:
        return recent + settingBonus;
    case PaletteItem::Kind::Agent:
        return recent + agentBonus;
    case PaletteItem::Kind::Canned:
    case PaletteItem::Kind::Conversation:
    case PaletteItem::Kind::Contact:
    case PaletteItem::Kind::Message:
        break;
    }
    return recent;
}

PaletteModel::Row PaletteModel::rowOf(const PaletteItem& item) const
{
    const QString title = folded(item.title);
    const QString detail = folded(item.detail);
    if (item.kind == PaletteItem::Kind::Setting)
        return {item, m_needle.inLong({}, title), m_needle.inLong({}, detail), {}};
    return {item, m_needle.inShort(title, detail), m_needle.inLong(title, detail), {}};
}

std::vector<PaletteModel::Row> PaletteModel::recentFirst() const
{
    std::vector<Row> rows;
    for (const QString& key : m_recent) {
        const auto found = std::find_if(m_items.begin(), m_items.end(),
                                        [&key](const PaletteItem& item) { return item.key == key; });
        if (found != m_items.end() && found->harms)
            continue;
        if (found != m_items.end())
            rows.push_back(rowOf(*found));
        else if (const std::optional<PaletteItem> item = conversationItem(conversationOf(key)))
            rows.push_back(rowOf(*item));
        if (rows.size() == recentShown)
            break;
    }
    const std::size_t recent = rows.size();
    if (recent > 0)
        rows.front().group = tr("Recent");
    std::optional<PaletteItem::Kind> kind;
    for (const PaletteItem& item : m_items) {
        const auto known = std::find_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(recent),
                                        [&item](const Row& row) { return row.item.key == item.key; });
        const bool asked = item.kind == PaletteItem::Kind::Agent || item.kind == PaletteItem::Kind::Canned ||
                           item.kind == PaletteItem::Kind::Setting;
        if (asked || known != rows.begin() + static_cast<std::ptrdiff_t>(recent))
            continue;
        rows.push_back(rowOf(item));
        if (kind != item.kind)
            rows.back().group = groupName(item.kind);
        kind = item.kind;
    }
    return rows;
}

std::vector<PaletteModel::Scored> PaletteModel::fittingItems() const
{
    std::vector<Scored> fitting;
    for (const PaletteItem& item : m_items) {
        // A setting is called by a sentence, in which any letters are found in order somewhere.
        const std::optional<int> score =
            item.kind == PaletteItem::Kind::Setting
                ? m_needle.score({}, folded(item.title + u' ' + item.detail + u' ' + item.words))
                : m_needle.score(folded(item.title), folded(item.detail));
        if (score)
            fitting.push_back({*score + bonusOf(item), item});
    }
    const auto rank = [this](const Scored& one) {
        return std::tuple(!one.item.harms, beginsSo(one), one.score);
    };
    std::ranges::stable_sort(fitting,
                             [&rank](const Scored& a, const Scored& b) { return rank(a) > rank(b); });
    return fitting;
}

bool PaletteModel::beginsSo(const Scored& one) const
{
    const QString title = folded(one.item.title);
    return title.startsWith(m_typed) || title.contains(u' ' + m_typed);
}

bool PaletteModel::isCalledSo(const Scored& one) const
{
    if (one.item.kind == PaletteItem::Kind::Setting)
        return beginsSo(one);
    return !one.item.harms && m_needle.score(folded(one.item.title), {});
}

std::vector<PaletteModel::Scored> PaletteModel::fittingConversations() const
{
    std::vector<Scored> fitting;
    for (const PaletteIndex::Hit& hit : m_hits) {
        if (const std::optional<PaletteItem> item = conversationItem(hit.conversation))
            fitting.push_back({hit.score + bonusOf(*item), *item});
    }
    std::ranges::stable_sort(fitting, [](const Scored& a, const Scored& b) { return a.score > b.score; });
    return fitting;
}

std::vector<PaletteModel::Scored> PaletteModel::found() const
{
    std::vector<Scored> all;
    if (!m_found)
        return all;
    for (const client::SearchHit& hit : m_found->contacts) {
        // Whose conversation is open is among the conversations.
        if (!m_live.row(hit.conversation))
            all.push_back({foundScore,
                           {keyOf(hit.conversation),
                            PaletteItem::Kind::Contact,
                            visibleName(hit.name, hit.conversation),
                            hit.text,
                            QStringLiteral("user"),
                            {}}});
    }
    for (const client::SearchHit& hit : m_found->messages) {
        const QString key =
            messagePrefix + hit.conversation.toString() + QLatin1Char('/') + hit.message.toString();
        all.push_back(
            {foundScore,
             {key,
              PaletteItem::Kind::Message,
              visibleName(hit.name, hit.conversation),
              hit.text,
              hit.kind == client::SearchHit::Kind::Note ? QStringLiteral("note") : QStringLiteral("mail"),
              {}}});
    }
    return all;
}

std::vector<PaletteModel::Row> PaletteModel::bestFirst() const
{
    using Kind = PaletteItem::Kind;
    std::map<Kind, std::vector<Scored>> groups;
    std::size_t others = 0;
    for (const std::vector<Scored>& some : {fittingItems(), found()}) {
        for (const Scored& one : some) {
            std::vector<Scored>& group = groups[one.item.kind == Kind::Setting ? Kind::Page : one.item.kind];
            if (group.size() == mostOfAKind)
                continue;
            group.push_back(one);
            ++others;
        }
    }
    if (std::vector<Scored> conversations = fittingConversations(); !conversations.empty()) {
        const std::size_t room = std::max(mostOfAKind, static_cast<std::size_t>(mostRows) -
                                                           std::min<std::size_t>(others, mostRows));
        conversations.resize(std::min(conversations.size(), room));
        groups[Kind::Conversation] = std::move(conversations);
    }
    // Whoever types the beginning of a name means somebody, not "Mark as spam".
    const bool otherCalledSo = std::ranges::any_of(groups, [this](const auto& group) {
        return std::ranges::any_of(group.second, [this](const Scored& one) { return isCalledSo(one); });
    });
    std::vector<Kind> order;
    order.reserve(groups.size());
    for (const auto& [kind, group] : groups)
        order.push_back(kind);
    const auto rank = [this, &groups, otherCalledSo](Kind kind) {
        const Scored& best = groups[kind].front();
        return std::tuple(!(best.item.harms && otherCalledSo), beginsSo(best), best.score);
    };
    std::ranges::stable_sort(order, [&rank](Kind a, Kind b) { return rank(a) > rank(b); });
    std::vector<Row> rows;
    for (const Kind kind : order) {
        const std::size_t first = rows.size();
        for (const Scored& one : groups[kind])
            rows.push_back(rowOf(one.item));
        rows[first].group = groupName(kind);
    }
    return rows;
}

void PaletteModel::publish()
{
    m_searching = false;
    std::vector<Row> next = m_needle.isEmpty() ? recentFirst() : bestFirst();
    beginResetModel();
    m_rows = std::move(next);
    endResetModel();
    Q_EMIT searched();
}

} // namespace relevo::models
