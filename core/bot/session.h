#pragma once

#include <base/error.h>
#include <domain/bots.h>

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <vector>

namespace relevo::bot {

/// What the bots of one conversation remember from one turn to the next.
struct Session
{
    domain::Lane lane = domain::Lane::Info;
    QString bot;            ///< who answered last; empty while nobody has
    bool asked = false;     ///< it asked something: the next message is its own
    QJsonObject memories;   ///< what each bot left for its next turn, by name
    qint64 epoch = 0;       ///< the control epoch of the last turn
    qint64 answeredSeq = 0; ///< of the newest message whose turn is over

    friend bool operator==(const Session&, const Session&) = default;
};

/// Turns a session of one schema version into one of the next.
using Upcaster = QJsonObject (*)(QJsonObject);

/// From version 1 to 2, from 2 to 3 …; the version written is one more than there are.
[[nodiscard]] const std::vector<Upcaster>& sessionUpcasters();

/// Largest memory of a bot, as compact JSON.
inline constexpr qsizetype mostMemoryBytes = 16 * 1024;

[[nodiscard]] QByteArray writeSession(const Session& session);
/// Of this or an older version; empty bytes are a new session. Fails with `invalid` for a newer one and for
/// what is no session.
[[nodiscard]] Result<Session> readSession(const QByteArray& bytes,
                                          const std::vector<Upcaster>& upcasters = sessionUpcasters());

} // namespace relevo::bot
