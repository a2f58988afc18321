#include <relay/config_keys.h>

#include <algorithm>
#include <numeric>

namespace relevo::relay {
namespace {

using Kind = ConfigKey::Kind;

constexpr qint64 kibibyte = 1'024;
constexpr qint64 mebibyte = 1'024 * kibibyte;
constexpr qint64 gibibyte = 1'024 * mebibyte;
constexpr qint64 hour = 3'600;

ConfigKey limit(const QString& name, qint64 fallback, qint64 least, qint64 most)
{
    return {.name = name,
            .kind = Kind::Number,
            .fallback = QString::number(fallback),
            .least = least,
            .most = most,
            .reloads = true};
}

std::vector<ConfigKey> makeKeys()
{
    return {
        {.name = QStringLiteral("data")},
        {.name = QStringLiteral("store")},
        {.name = QStringLiteral("key_file")},
        {.name = QStringLiteral("listen"), .fallback = QStringLiteral("127.0.0.1:8787")},
        {.name = QStringLiteral("tls.cert"), .reloads = true},
        {.name = QStringLiteral("tls.key"), .reloads = true},
        {.name = QStringLiteral("trusted_proxies"), .kind = Kind::Texts, .reloads = true},
        {.name = QStringLiteral("log.level"),
         .kind = Kind::Choice,
         .fallback = QStringLiteral("info"),
         .choices = {QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                     QStringLiteral("error")},
         .reloads = true},
        {.name = QStringLiteral("metrics.token"), .reloads = true, .secret = true},
        {.name = QStringLiteral("metrics.token_file"), .reloads = true},
        limit(QStringLiteral("limits.body_bytes"), mebibyte, kibibyte, gibibyte),
        limit(QStringLiteral("limits.attachment_bytes"), 25 * mebibyte, kibibyte, gibibyte),
        limit(QStringLiteral("limits.request_seconds"), 60, 1, hour),
        limit(QStringLiteral("limits.idle_seconds"), 60, 1, hour),
        limit(QStringLiteral("limits.connections"), 20'000, 1, 1'000'000),
        limit(QStringLiteral("limits.connections_per_address"), 1'000, 1, 1'000'000),
        limit(QStringLiteral("limits.websocket_buffer_bytes"), 8 * mebibyte, 64 * kibibyte, gibibyte),
        limit(QStringLiteral("limits.drain_seconds"), 10, 1, hour),
        {.name = QStringLiteral("model.url")},
        {.name = QStringLiteral("model.name")},
        {.name = QStringLiteral("model.key"), .secret = true},
        {.name = QStringLiteral("model.key_file")},
        {.name = QStringLiteral("model.timeout_seconds"),
         .kind = Kind::Number,
         .fallback = QStringLiteral("30"),
         .least = 1,
         .most = 600},
        {.name = QStringLiteral("model.concurrency"),
         .kind = Kind::Number,
         .fallback = QStringLiteral("16"),
         .least = 1,
         .most = 256},
        {.name = QStringLiteral("model.mask"), .kind = Kind::Flag, .fallback = QStringLiteral("true")},
        {.name = QStringLiteral("model.stream"), .kind = Kind::Flag, .fallback = QStringLiteral("false")},
    };
}

/// How many letters must be added, dropped or changed to make one of the other.
int distance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const QChar letter : a) {
        int diagonal = row[0]++;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int same = diagonal + (letter == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({same, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

const std::vector<ConfigKey>& configKeys()
{
    static const std::vector<ConfigKey> keys = makeKeys();
    return keys;
}

const ConfigKey* configKey(const QString& name)
{
    const auto& keys = configKeys();
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&name](const ConfigKey& key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

QString optionOf(const ConfigKey& key)
{
    return QString(key.name).replace(u'.', u'-').replace(u'_', u'-');
}

QString variableOf(const ConfigKey& key)
{
    return QStringLiteral("RELEVO_") + QString(key.name).replace(u'.', u'_').toUpper();
}

QString nearestOf(const QString& word, const QStringList& known)
{
    constexpr qsizetype longest = 64; // nobody mistypes more, and the work grows with it
    QString nearest;
    int best = static_cast<int>(std::clamp<qsizetype>(word.size() / 3, 1, 3)) + 1;
    for (const QString& one : known) {
        // The right word in the wrong table, or without one, is as near as can be.
        const QString last = one.section(u'.', -1);
        const int far = word.size() > longest                        ? best
                        : last == word.section(u'.', -1)             ? 0
                        : word.contains(u'.') || !one.contains(u'.') ? distance(word, one)
                                                                     : distance(word, last);
        if (far < best) {
            best = far;
            nearest = one;
        }
    }
    return nearest;
}

} // namespace relevo::relay
