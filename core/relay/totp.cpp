#include <relay/totp.h>

#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QUrl>
#include <QtCore/QtEndian>

#include <sodium.h>

#include <array>

namespace relevo::relay::totp {
namespace {

constexpr qsizetype secretBytes = 20;
constexpr qsizetype recoveryBytes = 10;

QByteArray randomBytes(qsizetype count)
{
    QByteArray random(count, '\0');
    randombytes_buf(random.data(), static_cast<std::size_t>(count));
    return random;
}

QString withoutBlanks(const QString& text)
{
    QString result = text;
    return result.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
}

} // namespace

QByteArray newSecret()
{
    return randomBytes(secretBytes);
}

QString base32(const QByteArray& bytes)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    unsigned buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = ((buffer << 8U) | static_cast<unsigned char>(byte)) & 0xffffU;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text.append(QLatin1Char(alphabet[(buffer >> static_cast<unsigned>(bits)) & 31U]));
        }
    }
    if (bits > 0)
        text.append(QLatin1Char(alphabet[(buffer << static_cast<unsigned>(5 - bits)) & 31U]));
    return text;
}

QString uri(const QByteArray& secret, const QString& account, const QString& issuer)
{
    const auto encoded = [](const QString& text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return QStringLiteral("otpauth://totp/%1:%2?secret=%3&issuer=%1&algorithm=SHA1&digits=6&period=30")
        .arg(encoded(issuer), encoded(account), base32(secret));
}

QString codeOf(const QByteArray& secret, qint64 step)
{
    QByteArray counter(8, '\0');
    qToBigEndian(static_cast<quint64>(step), counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const auto offset = static_cast<qsizetype>(mac.back() & 0x0f);
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7fffffffU;
    return QStringLiteral("%1").arg(number % 1'000'000U, digits, 10, QLatin1Char('0'));
}

std::optional<qint64> stepOf(const QByteArray& secret, const QString& code, Timestamp now, qint64 after)
{
    const QByteArray given = withoutBlanks(code).toLatin1();
    const qint64 present = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / step;
    std::optional<qint64> found;
    // All three are looked at, in constant time each: how long it takes tells nothing.
    for (const qint64 candidate : {present - 1, present, present + 1}) {
        const QByteArray right = codeOf(secret, candidate).toLatin1();
        const bool same =
            given.size() == right.size() &&
            sodium_memcmp(given.constData(), right.constData(), static_cast<std::size_t>(right.size())) == 0;
        if (same && candidate > after && !found)
            found = candidate;
    }
    return found;
}

QString newRecoveryCode()
{
    QString code = base32(randomBytes(recoveryBytes)).toLower();
    for (qsizetype at = 12; at > 0; at -= 4)
        code.insert(at, u'-');
    return code;
}

QByteArray plainRecoveryCode(const QString& code)
{
    return withoutBlanks(code).toLower().toUtf8();
}

} // namespace relevo::relay::totp
