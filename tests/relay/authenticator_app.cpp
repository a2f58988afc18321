#include "authenticator_app.h"

#include <QtCore/QDateTime>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QtEndian>

namespace relevo::test {

namespace {

QByteArray fromBase32(const std::string& text)
{
    static const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QByteArray bytes;
    quint32 buffer = 0;
    int bits = 0;
    for (const char c : text) {
        buffer = (buffer << 5) | static_cast<quint32>(alphabet.find(c));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.append(static_cast<char>((buffer >> bits) & 0xff));
        }
    }
    return bytes;
}

} // namespace

std::string appCode(const std::string& secret, int steps)
{
    QByteArray counter(8, '\0');
    qToBigEndian<quint64>(static_cast<quint64>(QDateTime::currentSecsSinceEpoch() / 30 + steps),
                          counter.data());
    const QByteArray mac =
        QMessageAuthenticationCode::hash(counter, fromBase32(secret), QCryptographicHash::Sha1);
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + (mac.back() & 15)) & 0x7fffffffU;
    return QStringLiteral("%1").arg(number % 1'000'000, 6, 10, QLatin1Char('0')).toStdString();
}

} // namespace relevo::test
