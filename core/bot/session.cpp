#include <bot/session.h>

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>

namespace relevo::bot {
namespace {

// Stored; the order is that of domain::Lane.
const std::array<QString, 3> laneNames{QStringLiteral("info"), QStringLiteral("commerce"),
                                       QStringLiteral("support")};

std::unexpected<Error> wrongSession(const QString& what)
{
    return failure(ErrorCode::Invalid, QStringLiteral("What the bots remember cannot be read: %1").arg(what));
}

} // namespace

const std::vector<Upcaster>& sessionUpcasters()
{
    static const std::vector<Upcaster> steps; // version 1 is the only one so far
    return steps;
}

QByteArray writeSession(const Session& session)
{
    const QJsonObject json{{QStringLiteral("schema"), static_cast<int>(sessionUpcasters().size()) + 1},
                           {QStringLiteral("lane"), laneNames.at(static_cast<std::size_t>(session.lane))},
                           {QStringLiteral("bot"), session.bot},
                           {QStringLiteral("asked"), session.asked},
                           {QStringLiteral("memories"), session.memories},
                           {QStringLiteral("epoch"), session.epoch},
                           {QStringLiteral("answeredSeq"), session.answeredSeq}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Session> readSession(const QByteArray& bytes, const std::vector<Upcaster>& upcasters)
{
    if (bytes.isEmpty())
        return Session{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return wrongSession(QStringLiteral("it is no JSON object."));
    QJsonObject json = document.object();
    const int newest = static_cast<int>(upcasters.size()) + 1;
    const int version = json[u"schema"].toInt();
    if (version < 1 || version > newest)
        return wrongSession(
            QStringLiteral("its version is %1, this program knows 1 to %2.").arg(version).arg(newest));
    for (int step = version; step < newest; ++step)
        json = upcasters[static_cast<std::size_t>(step - 1)](std::move(json));
    Session session;
    const auto lane = std::find(laneNames.begin(), laneNames.end(), json[u"lane"].toString());
    if (lane == laneNames.end())
        return wrongSession(QStringLiteral("\"lane\" is not known."));
    if (!json[u"bot"].isString() || !json[u"asked"].isBool() || !json[u"memories"].isObject() ||
        !json[u"epoch"].isDouble() || !json[u"answeredSeq"].isDouble())
        return wrongSession(QStringLiteral("a field is missing or of the wrong kind."));
    session.lane = static_cast<domain::Lane>(lane - laneNames.begin());
    session.bot = json[u"bot"].toString();
    session.asked = json[u"asked"].toBool();
    session.memories = json[u"memories"].toObject();
    session.epoch = json[u"epoch"].toInteger();
    session.answeredSeq = json[u"answeredSeq"].toInteger();
    if (session.answeredSeq < 0)
        return wrongSession(QStringLiteral("\"answeredSeq\" is below 0."));
    return session;
}

} // namespace relevo::bot
