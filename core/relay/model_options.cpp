#include <relay/model_options.h>

#include <QtCore/QFile>

namespace relevo::relay {
namespace {

Result<QByteArray> readKey(const Config& config)
{
    const QString path = config.text(QStringLiteral("model.key_file"));
    QByteArray key = config.text(QStringLiteral("model.key")).toUtf8();
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::Invalid,
                           QStringLiteral("The model's key file cannot be read: %1").arg(file.errorString()),
                           QStringLiteral("Check the path given with --model-key-file."));
        key = file.read(4096);
    }
    key = key.trimmed();
    // It becomes a header field.
    for (const char c : key) {
        if (c < '!' || c > '~')
            return failure(ErrorCode::Invalid,
                           QStringLiteral("The model's key has characters that no key has."),
                           QStringLiteral("The file must hold the key alone, on one line."));
    }
    return key;
}

Result<QUrl> readUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("--model-url is no address of a web server."),
                       QStringLiteral("For example https://api.example.com/v1, or http://127.0.0.1:8080."));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return failure(ErrorCode::Invalid,
                       QStringLiteral("--model-url must be an address without a key, a query or a fragment."),
                       QStringLiteral("Give the key by RELEVO_MODEL_KEY or --model-key-file."));
    return url;
}

} // namespace

Result<std::optional<assist::ModelOptions>> readModelOptions(const Config& config)
{
    const QString url = config.text(QStringLiteral("model.url"));
    const QString name = config.text(QStringLiteral("model.name"));
    if (url.isEmpty() != name.isEmpty())
        return failure(ErrorCode::Invalid,
                       url.isEmpty() ? QStringLiteral("--model-name is given without --model-url.")
                                     : QStringLiteral("--model-url is given without --model-name."),
                       QStringLiteral("A model is an address and the name it has there."));
    if (url.isEmpty())
        return std::nullopt;
    const Result<QUrl> address = readUrl(url);
    const Result<QByteArray> key = readKey(config);
    if (!address || !key)
        return std::unexpected(!address ? address.error() : key.error());
    assist::ModelOptions options;
    options.model = name;
    options.url = *address;
    options.apiKey = *key;
    options.timeout = std::chrono::seconds(config.number(QStringLiteral("model.timeout_seconds")));
    options.mostCalls = static_cast<int>(config.number(QStringLiteral("model.concurrency")));
    options.maskPersonalData = config.flag(QStringLiteral("model.mask"));
    options.stream = config.flag(QStringLiteral("model.stream"));
    return options;
}

} // namespace relevo::relay
