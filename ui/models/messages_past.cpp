#include <models/messages_model.h>

#include <models/moments.h>
#include <models/names.h>

#include <QtCore/QLocale>

#include <algorithm>

// The part of MessagesModel that stands above the conversation: earlier ones with the same customer.
namespace relevo::models {

namespace {

/// Names the heading of the conversation itself, below the earlier ones.
const QString& here()
{
    static const QString name = QStringLiteral("here");
    return name;
}

QString pastDay(Timestamp at)
{
    return QLocale().toString(dateTime(at).toLocalTime().date(), QLocale::LongFormat);
}

QString headingOf(const client::Transcript& talk)
{
    if (!talk.state())
        return {};
    const domain::Conversation& conversation = talk.state()->conversation;
    return QStringLiteral("%1 · %2").arg(pastDay(conversation.openedAt), channelName(conversation.channel));
}

} // namespace

void MessagesModel::setPast(const std::vector<client::Transcript*>& past,
                            const std::optional<PastOffer>& offer)
{
    const std::vector<QPointer<client::Transcript>> before = m_past;
    m_past.assign(past.begin(), past.end());
    m_offer = offer;
    for (const QPointer<client::Transcript>& one : before) {
        if (one && one != m_transcript && std::find(past.begin(), past.end(), one) == past.end())
            one->disconnect(this);
    }
    for (client::Transcript* one : past) {
        if (std::find(before.begin(), before.end(), one) != before.end())
            continue;
        connect(one, &client::Transcript::reset, this, &MessagesModel::update);
        connect(one, &client::Transcript::changed, this, &MessagesModel::update);
        connect(one, &QObject::destroyed, this, &MessagesModel::reload);
    }
    if (m_transcript)
        update();
}

void MessagesModel::addPast(std::vector<Row>& rows) const
{
    if (m_transcript->hasOlder() || !m_transcript->isLoaded())
        return;
    const auto heading = [&rows](const QString& name, bool underway) {
        rows.push_back({Kind::Past, 0, name, false, underway, true});
    };
    if (m_offer)
        heading(m_offer->conversation.toString(), m_offer->underway);
    bool any = false;
    for (const QPointer<client::Transcript>& talk : m_past) {
        if (!talk || !talk->isLoaded())
            continue;
        any = true;
        heading(QStringLiteral("#") + talk->conversation().toString(), false);
        QDate day;
        const domain::Message* above = nullptr;
        for (const domain::Message& message : talk->messages()) {
            const QDate said = dateTime(message.at).toLocalTime().date();
            if (std::exchange(day, said) != said) {
                rows.push_back({Kind::Day, message.seq, {}, false, false, true});
                above = nullptr;
            }
            const bool told = message.author == domain::Author::System && !message.note;
            const bool grouped = !told && above && above->author == message.author &&
                                 above->authorId == message.authorId && above->note == message.note &&
                                 message.at - above->at < std::chrono::minutes(5);
            rows.push_back({told ? Kind::System : Kind::Message, message.seq, {}, grouped, false, true});
            above = told ? nullptr : &message;
        }
    }
    if (any)
        heading(here(), false);
}

const domain::Message* MessagesModel::pastMessage(qint64 seq) const
{
    for (const QPointer<client::Transcript>& talk : m_past) {
        if (!talk)
            continue;
        const auto& messages = talk->messages();
        const auto found =
            std::lower_bound(messages.begin(), messages.end(), seq,
                             [](const domain::Message& message, qint64 at) { return message.seq < at; });
        if (found != messages.end() && found->seq == seq)
            return &*found;
    }
    return nullptr;
}

QVariant MessagesModel::pastData(const Row& row, int role) const
{
    const bool offered = m_offer && row.clientId == m_offer->conversation.toString();
    if (role == OfferRole)
        return offered && !m_offer->underway ? row.clientId : QString();
    if (role != Qt::DisplayRole && role != ContentRole)
        return {};
    if (row.clientId == here())
        return tr("This conversation");
    if (offered)
        return m_offer->underway ? tr("Fetching…")
                                 : tr("Show earlier conversation · %1").arg(pastDay(m_offer->at));
    for (const QPointer<client::Transcript>& talk : m_past) {
        if (talk && row.clientId == QStringLiteral("#") + talk->conversation().toString())
            return tr("Earlier conversation · %1").arg(headingOf(*talk));
    }
    return {};
}

} // namespace relevo::models
