#include <relay/model_options.h>

#include <QtCore/QFile>

namespace relevo::relay {
namespace {

std::unexpected<Error> wrong(const QString& message, const QString& detail)
{
    return failure(ErrorCode::Invalid, message, detail);
}

Result<int> numberOf(const Setting& setting, const QString& name, int fallback, int least, int most)
{
    const QString text = setting(name);
    if (text.isEmpty())
        return fallback;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrong(
            QStringLiteral("--%1 \"%2\" is not a number from %3 to %4.").arg(name, text).arg(least).arg(most),
            QStringLiteral("Without it, it is %1.").arg(fallback));
    return number;
}

Result<bool> flagOf(const Setting& setting, const QString& name, bool fallback)
{
    const QString text = setting(name);
    if (text.isEmpty())
        return fallback;
    if (text == QLatin1String("true") || text == QLatin1String("1"))
        return true;
    if (text == QLatin1String("false") || text == QLatin1String("0"))
        return false;
    return wrong(QStringLiteral("--%1 \"%2\" is neither true nor false.").arg(name, text),
                 QStringLiteral("Without it, it is %1.")
                     .arg(fallback ? QStringLiteral("true") : QStringLiteral("false")));
}

Result<QByteArray> readKey(const QString& path)
{
    QByteArray key = qgetenv("RELEVO_MODEL_KEY");
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return wrong(QStringLiteral("The model's key file cannot be read: %1").arg(file.errorString()),
                         QStringLiteral("Check the path given with --model-key-file."));
        key = file.read(4096);
    }
    key = key.trimmed();
    // It becomes a header field.
    for (const char c : key) {
        if (c < '!' || c > '~')
            return wrong(QStringLiteral("The model's key has characters that no key has."),
                         QStringLiteral("The file must hold the key alone, on one line."));
    }
    return key;
}

Result<QUrl> readUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty())
        return wrong(QStringLiteral("--model-url is no address of a web server."),
                     QStringLiteral("For example https://api.example.com/v1, or http://127.0.0.1:8080."));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return wrong(QStringLiteral("--model-url must be an address without a key, a query or a fragment."),
                     QStringLiteral("Give the key by RELEVO_MODEL_KEY or --model-key-file."));
    return url;
}

} // namespace

const QStringList& modelSettings()
{
    static const QStringList names{
        QStringLiteral("model-url"),         QStringLiteral("model-name"),
        QStringLiteral("model-key-file"),    QStringLiteral("model-timeout-seconds"),
        QStringLiteral("model-concurrency"), QStringLiteral("model-mask"),
        QStringLiteral("model-stream")};
    return names;
}

Result<std::optional<assist::ModelOptions>> readModelOptions(const Setting& setting)
{
    const QString url = setting(QStringLiteral("model-url"));
    const QString name = setting(QStringLiteral("model-name"));
    if (url.isEmpty() != name.isEmpty())
        return wrong(url.isEmpty() ? QStringLiteral("--model-name is given without --model-url.")
                                   : QStringLiteral("--model-url is given without --model-name."),
                     QStringLiteral("A model is an address and the name it has there."));
    assist::ModelOptions options;
    options.model = name;
    const auto timeout = numberOf(setting, QStringLiteral("model-timeout-seconds"),
                                  static_cast<int>(options.timeout.count() / 1'000), 1, 600);
    const auto calls = numberOf(setting, QStringLiteral("model-concurrency"), options.mostCalls, 1, 256);
    const auto mask = flagOf(setting, QStringLiteral("model-mask"), options.maskPersonalData);
    const auto stream = flagOf(setting, QStringLiteral("model-stream"), options.stream);
    if (!timeout || !calls)
        return std::unexpected(!timeout ? timeout.error() : calls.error());
    if (!mask || !stream)
        return std::unexpected(!mask ? mask.error() : stream.error());
    if (url.isEmpty())
        return std::nullopt;
    const Result<QUrl> address = readUrl(url);
    const Result<QByteArray> key = readKey(setting(QStringLiteral("model-key-file")));
    if (!address || !key)
        return std::unexpected(!address ? address.error() : key.error());
    options.url = *address;
    options.apiKey = *key;
    options.timeout = std::chrono::seconds(*timeout);
    options.mostCalls = *calls;
    options.maskPersonalData = *mask;
    options.stream = *stream;
    return options;
}

} // namespace relevo::relay
