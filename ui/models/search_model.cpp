#include <models/search_model.h>

#include <models/moments.h>
#include <models/names.h>

#include <QtCore/QPoint>

namespace relevo::models {

namespace {

SearchModel::Kind kindOf(const client::SearchHit& hit)
{
    switch (hit.kind) {
    case client::SearchHit::Kind::Contact:
        return SearchModel::Kind::Contact;
    case client::SearchHit::Kind::Note:
        return SearchModel::Kind::Note;
    case client::SearchHit::Kind::Message:
        break;
    }
    return SearchModel::Kind::Message;
}

/// So many letters of its text stand in its name already: a contact's begins with it.
qsizetype saidByName(const client::SearchHit& hit)
{
    const QString name = hit.name.simplified();
    const bool more =
        hit.kind == client::SearchHit::Kind::Contact && !name.isEmpty() && hit.text.startsWith(name + u' ');
    return more ? name.size() + 1 : 0;
}

QVariantList marksOf(const client::SearchHit& hit)
{
    QVariantList marks;
    const qsizetype from = saidByName(hit);
    for (const auto& [start, length] : hit.marks) {
        if (start >= from)
            marks.push_back(QPoint(static_cast<int>(start - from), static_cast<int>(length)));
    }
    return marks;
}

} // namespace

SearchModel::SearchModel(QObject* parent)
    : QAbstractListModel(parent), m_results(std::make_shared<client::SearchResults>())
{
}

/// With their heading.
int SearchModel::contactRows() const
{
    return m_results->contacts.empty() ? 0 : static_cast<int>(m_results->contacts.size()) + 1;
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    const int messages = m_results->messages.empty() ? 0 : static_cast<int>(m_results->messages.size()) + 1;
    return parent.isValid() ? 0 : contactRows() + messages;
}

const client::SearchHit* SearchModel::hitAt(int row) const
{
    const int contacts = contactRows();
    const auto& list = row < contacts ? m_results->contacts : m_results->messages;
    const int at = (row < contacts ? row : row - contacts) - 1; // after the heading
    return at >= 0 && at < static_cast<int>(list.size()) ? &list[static_cast<std::size_t>(at)] : nullptr;
}

QString SearchModel::heading(int row) const
{
    return row == 0 && !m_results->contacts.empty() ? tr("Customers") : tr("Messages");
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const client::SearchHit* hit = hitAt(index.row());
    if (!hit) {
        switch (role) {
        case KindRole:
            return static_cast<int>(Kind::Heading);
        case Qt::DisplayRole:
        case NameRole:
            return heading(index.row());
        default:
            return {};
        }
    }
    switch (role) {
    case KindRole:
        return static_cast<int>(kindOf(*hit));
    case NameRole:
        return visibleName(hit->name, hit->conversation);
    case ChannelRole:
        return hit->channel;
    case AuthorRole:
        return hit->author;
    case AtRole:
        return dateTime(hit->at);
    case Qt::DisplayRole:
    case TextRole:
        return hit->text.mid(saidByName(*hit));
    case MarksRole:
        return marksOf(*hit);
    case OpenRole:
        return hit->open;
    default:
        return {};
    }
}

Qt::ItemFlags SearchModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return hitAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                              : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

void SearchModel::show(const client::SharedResults& results)
{
    beginResetModel();
    m_results = results ? results : std::make_shared<client::SearchResults>();
    endResetModel();
}

int SearchModel::rowOf(const client::SearchHit& hit) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const client::SearchHit* other = hitAt(row);
        if (other && other->conversation == hit.conversation && other->message == hit.message)
            return row;
    }
    return -1;
}

int SearchModel::firstHit() const
{
    return rowCount() > 0 ? 1 : -1;
}

} // namespace relevo::models
