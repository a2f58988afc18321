#include <models/messages_model.h>

#include <models/local_moment.h>
#include <models/moments.h>
#include <models/names.h>
#include <models/send_fence.h>
#include <models/system_texts.h>
#include <models/trigger_reasons.h>

#include <domain/reply_window.h>

#include <QtCore/QLocale>

#include <algorithm>

namespace relevo::models {

namespace {

constexpr std::chrono::minutes groupedWithin{5};

QDate localDay(const domain::Message& message)
{
    return localMoment(message.at).date;
}

bool sameSpeaker(const domain::Message& a, const domain::Message& b)
{
    return a.author == b.author && a.authorId == b.authorId && a.note == b.note &&
           b.at - a.at < groupedWithin;
}

/// Somebody said it, or the relay did; not a line between.
bool isSaid(MessagesModel::Kind kind)
{
    return kind == MessagesModel::Kind::Message || kind == MessagesModel::Kind::System;
}

bool didNotArrive(const domain::Message& message)
{
    return message.delivery == domain::Delivery::Failed || message.delivery == domain::Delivery::Unknown;
}

QString inDeskLanguage(const QString& systemText)
{
    return systemTextIn(QLocale().name().left(2), systemText);
}

/// The first thing that was said after the handoff was requested; what the relay itself says of it bears the
/// same moment as the customer's word that caused it.
bool isAfter(const domain::Handoff& handoff, const domain::Message& message)
{
    return message.at > handoff.createdAt ||
           (message.at == handoff.createdAt && message.author == domain::Author::System);
}

} // namespace

MessagesModel::MessagesModel(QObject* parent) : QAbstractListModel(parent) {}

void MessagesModel::setTranscript(client::Transcript* transcript, const domain::AgentId& me)
{
    if (m_transcript)
        m_transcript->disconnect(this);
    for (const QPointer<client::Transcript>& one : m_past) {
        if (one)
            one->disconnect(this);
    }
    m_past.clear();
    m_offer.reset();
    m_transcript = transcript;
    m_me = me;
    if (transcript) {
        connect(transcript, &client::Transcript::reset, this, &MessagesModel::reload);
        connect(transcript, &client::Transcript::changed, this, &MessagesModel::update);
        connect(transcript, &client::Transcript::stateChanged, this, &MessagesModel::update);
        connect(transcript, &client::Transcript::hasOlderChanged, this, &MessagesModel::update);
        connect(transcript, &client::Transcript::messageChanged, this, &MessagesModel::messageChanged);
        connect(transcript, &QObject::destroyed, this, &MessagesModel::reload);
    }
    reload();
}

int MessagesModel::newMarkerRow() const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.kind == Kind::New; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int MessagesModel::rowOf(const domain::MessageId& message) const
{
    if (!m_transcript || message.isNull())
        return -1;
    const auto& messages = m_transcript->messages();
    const auto known = std::find_if(messages.begin(), messages.end(),
                                    [&message](const domain::Message& one) { return one.id == message; });
    if (known == messages.end())
        return -1;
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&known](const Row& one) {
        return one.seq == known->seq && isSaid(one.kind);
    });
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

std::vector<const domain::Message*> MessagesModel::saidAfter(qint64 seq) const
{
    return m_transcript ? saidSince(m_transcript->messages(), seq, m_me.toString())
                        : std::vector<const domain::Message*>{};
}

QString MessagesModel::newestHeld() const
{
    if (!m_transcript)
        return {};
    const auto& waiting = m_transcript->waiting();
    const auto held = std::find_if(waiting.rbegin(), waiting.rend(), [this](const domain::Message& message) {
        return m_transcript->heldUntil(message.clientId).has_value();
    });
    return held == waiting.rend() ? QString() : held->clientId;
}

std::vector<domain::Attachment> MessagesModel::pictures() const
{
    std::vector<domain::Attachment> pictures;
    const auto add = [&pictures](const std::vector<domain::Message>& messages) {
        for (const domain::Message& message : messages)
            std::copy_if(
                message.attachments.begin(), message.attachments.end(), std::back_inserter(pictures),
                [](const domain::Attachment& file) { return domain::isPicture(file.mime) && !file.gone; });
    };
    if (m_transcript) {
        add(m_transcript->messages());
        add(m_transcript->waiting());
    }
    return pictures;
}

int MessagesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MessagesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == KindRole)
        return static_cast<int>(row.kind);
    if (row.kind == Kind::Handoff)
        return handoffData(role);
    if (row.kind == Kind::Past)
        return pastData(row, role);
    const domain::Message* message = messageOf(row);
    if (!message)
        return {};
    if (row.kind == Kind::Day)
        return role == AtRole ? QVariant(localDay(*message).startOfDay()) : QVariant();
    if (row.kind == Kind::New)
        return role == Qt::DisplayRole || role == ContentRole ? QVariant(tr("New messages")) : QVariant();
    return messageData(*message, row, role);
}

QVariant MessagesModel::messageData(const domain::Message& message, const Row& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case ContentRole:
        return row.kind == Kind::System ? inDeskLanguage(message.content) : message.content;
    case AuthorRole:
        return static_cast<int>(message.author);
    case AuthorNameRole:
        return authorName(message);
    case AtRole:
        return dateTime(message.at);
    case DeliveryRole:
        return static_cast<int>(message.delivery);
    case WaitingRole:
        return row.seq == 0;
    case MineRole:
        return isMine(message);
    case GroupedRole:
        return row.grouped;
    case ErrorRole:
        return troubleOf(message);
    case NoteRole:
        return message.note;
    case MessageIdRole:
        return message.id.isNull() ? QString() : message.id.toString();
    case SeqRole:
        return row.past ? 0 : message.seq;
    case ClientIdRole:
        return message.clientId;
    case HeldUntilRole: {
        const std::optional<Timestamp> until =
            row.seq == 0 ? m_transcript->heldUntil(message.clientId) : std::nullopt;
        return until ? dateTime(*until) : QDateTime();
    }
    case RetriableRole:
        return !row.past && isMine(message) && !message.note && didNotArrive(message) &&
               !wasTriedAgain(message);
    case ConversationRole:
        return QVariant::fromValue(message.conversationId);
    case AttachmentsRole:
        return QVariant::fromValue(message.attachments);
    case TemplateRole:
        return message.madeFrom ? message.madeFrom->name : QString();
    case OriginalRole:
        return row.kind == Kind::System && inDeskLanguage(message.content) != message.content
                   ? message.content
                   : QString();
    default:
        return {};
    }
}

QString MessagesModel::authorName(const domain::Message& message) const
{
    if (message.author == domain::Author::Bot)
        return tr("Bot");
    if (message.author == domain::Author::Customer)
        return visibleName(message.authorName.isEmpty() && m_transcript->state()
                               ? m_transcript->state()->conversation.contact.name
                               : message.authorName,
                           message.conversationId);
    if (isMine(message))
        return tr("You");
    // A program may leave a note for the agents, too.
    return message.author == domain::Author::System ? tr("Automatic") : message.authorName;
}

bool MessagesModel::isMine(const domain::Message& message) const
{
    return message.author == domain::Author::Agent && message.authorId == m_me.toString();
}

bool MessagesModel::wasTriedAgain(const domain::Message& message) const
{
    const auto isRepeat = [this, &message](const domain::Message& other) {
        return other.content == message.content && isMine(other) && !other.note &&
               std::equal(other.attachments.begin(), other.attachments.end(), message.attachments.begin(),
                          message.attachments.end(),
                          [](const auto& a, const auto& b) { return a.id == b.id; });
    };
    const auto& messages = m_transcript->messages();
    const auto& waiting = m_transcript->waiting();
    const auto later =
        std::upper_bound(messages.begin(), messages.end(), message.seq,
                         [](qint64 seq, const domain::Message& other) { return seq < other.seq; });
    return std::any_of(later, messages.end(), isRepeat) ||
           std::any_of(waiting.begin(), waiting.end(), isRepeat);
}

QString MessagesModel::troubleOf(const domain::Message& message) const
{
    if (!didNotArrive(message))
        return {};
    if (message.note && message.deliveryError == domain::closedBeforeSent())
        return tr("Not sent: the time for free text was over");
    QString reason = message.deliveryError ? message.deliveryError->message : QString();
    if (reason.endsWith(u'.'))
        reason.chop(1); // one part of a line, whose other parts are no sentences
    QString words = message.delivery == domain::Delivery::Unknown
                        ? tr("It was sent, and nobody has said whether it arrived")
                    : reason.isEmpty() ? tr("The channel gave no reason")
                                       : reason;
    if (message.delivery == domain::Delivery::Unknown && !reason.isEmpty())
        words += QStringLiteral(" · ") + reason;
    if (isMine(message) && wasTriedAgain(message))
        words += QStringLiteral(" · ") + tr("Sent again below");
    return words;
}

QVariant MessagesModel::handoffData(int role) const
{
    if (!m_transcript || !m_transcript->state() || !m_transcript->state()->handoff)
        return {};
    const domain::Handoff& handoff = *m_transcript->state()->handoff;
    switch (role) {
    case Qt::DisplayRole:
    case ContentRole:
        return handoff.trigger.reason.isEmpty() ? nameOf(handoff.trigger.type)
                                                : triggerReasonText(handoff.trigger.reason);
    case TriggerTypeRole:
        return static_cast<int>(handoff.trigger.type);
    case AtRole:
        return dateTime(handoff.createdAt);
    default:
        return {};
    }
}

QHash<int, QByteArray> MessagesModel::roleNames() const
{
    return {{KindRole, "kind"},
            {AuthorRole, "author"},
            {AuthorNameRole, "authorName"},
            {ContentRole, "content"},
            {AtRole, "at"},
            {DeliveryRole, "delivery"},
            {WaitingRole, "waiting"},
            {MineRole, "mine"},
            {GroupedRole, "grouped"},
            {ErrorRole, "error"},
            {MessageIdRole, "messageId"},
            {NoteRole, "note"},
            {TriggerTypeRole, "triggerType"},
            {SeqRole, "seq"},
            {ClientIdRole, "clientId"},
            {HeldUntilRole, "heldUntil"},
            {RetriableRole, "retriable"},
            {ConversationRole, "conversation"},
            {AttachmentsRole, "attachments"},
            {OriginalRole, "original"},
            {TemplateRole, "template"},
            {OfferRole, "offer"}};
}

const domain::Message* MessagesModel::messageOf(const Row& row) const
{
    if (!m_transcript)
        return nullptr;
    if (row.past)
        return pastMessage(row.seq);
    if (row.seq > 0) {
        const auto& messages = m_transcript->messages();
        const auto found =
            std::lower_bound(messages.begin(), messages.end(), row.seq,
                             [](const domain::Message& message, qint64 seq) { return message.seq < seq; });
        return found != messages.end() && found->seq == row.seq ? &*found : nullptr;
    }
    const auto& waiting = m_transcript->waiting();
    const auto found = std::find_if(waiting.begin(), waiting.end(), [&row](const domain::Message& message) {
        return message.clientId == row.clientId;
    });
    return found == waiting.end() ? nullptr : &*found;
}

std::vector<MessagesModel::Row> MessagesModel::layout() const
{
    std::vector<Row> rows;
    if (!m_transcript)
        return rows;
    addPast(rows);
    const auto& messages = m_transcript->messages();
    const auto& state = m_transcript->state();
    const domain::Handoff* handoff = state && state->handoff ? &*state->handoff : nullptr;
    // When the handoff is older than what is loaded, its line belongs to a page that is not here.
    bool lineDue =
        handoff && (messages.empty() || !isAfter(*handoff, messages.front()) || !m_transcript->hasOlder());
    bool newDue = m_transcript->readUpTo() > 0;
    const domain::Message* above = nullptr;
    QDate day;
    const auto add = [&](const domain::Message& message) {
        if (localDay(message) != day) {
            day = localDay(message);
            rows.push_back({Kind::Day, message.seq, message.clientId});
            above = nullptr;
        }
        if (lineDue && isAfter(*handoff, message)) {
            lineDue = false;
            rows.push_back({Kind::Handoff, 0, {}});
            above = nullptr;
        }
        if (newDue && message.seq > m_transcript->readUpTo() && message.author == domain::Author::Customer) {
            newDue = false;
            rows.push_back({Kind::New, message.seq, {}});
            above = nullptr;
        }
        const bool told = message.author == domain::Author::System && !message.note;
        const Kind kind = told ? Kind::System : Kind::Message;
        const bool waits = message.seq == 0;
        rows.push_back({kind, message.seq, waits ? message.clientId : QString(),
                        kind == Kind::Message && above && sameSpeaker(*above, message),
                        waits && m_transcript->heldUntil(message.clientId)});
        above = kind == Kind::Message ? &message : nullptr;
    };
    for (const domain::Message& message : messages)
        add(message);
    for (const domain::Message& message : m_transcript->waiting())
        add(message);
    if (lineDue)
        rows.push_back({Kind::Handoff, 0, {}});
    return rows;
}

void MessagesModel::reload()
{
    beginResetModel();
    m_rows = layout();
    endResetModel();
}

void MessagesModel::update()
{
    std::vector<Row> next = layout();
    const auto same = [](const Row& a, const Row& b) {
        return a.kind == b.kind && a.seq == b.seq && a.clientId == b.clientId;
    };
    std::size_t head = 0;
    while (head < m_rows.size() && head < next.size() && same(m_rows[head], next[head]))
        ++head;
    std::size_t tail = 0;
    while (tail < m_rows.size() - head && tail < next.size() - head &&
           same(m_rows[m_rows.size() - 1 - tail], next[next.size() - 1 - tail]))
        ++tail;
    const std::size_t before = m_rows.size() - head - tail;
    const std::size_t after = next.size() - head - tail;
    // Rows that stand in each other's place change in place: a waiting bubble becomes the sent one.
    const std::size_t replaced = std::min(before, after);
    const int first = static_cast<int>(head + replaced);
    if (before > after) {
        beginRemoveRows({}, first, first + static_cast<int>(before - after) - 1);
        m_rows.erase(m_rows.begin() + first,
                     m_rows.begin() + first + static_cast<std::ptrdiff_t>(before - after));
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, first, first + static_cast<int>(after - before) - 1);
        m_rows.insert(m_rows.begin() + first, next.begin() + first,
                      next.begin() + first + static_cast<std::ptrdiff_t>(after - before));
        endInsertRows();
    }
    const std::vector<Row> old = std::exchange(m_rows, std::move(next));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (old[i] != m_rows[i])
            Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
    const auto handoff =
        std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.kind == Kind::Handoff; });
    if (handoff != m_rows.end()) {
        const QModelIndex line = index(static_cast<int>(handoff - m_rows.begin()));
        Q_EMIT dataChanged(line, line);
    }
}

void MessagesModel::messageChanged(qsizetype at)
{
    const qint64 seq = m_transcript->messages()[static_cast<std::size_t>(at)].seq;
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        const Row& row = m_rows[i];
        if (row.seq == seq && isSaid(row.kind)) {
            Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
            return;
        }
    }
}

} // namespace relevo::models
