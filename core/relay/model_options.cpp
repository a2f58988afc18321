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
            return config.wrong(
                QStringLiteral("model.key_file"),
                {ErrorCode::Invalid,
                 QStringLiteral("The model's key file cannot be read: %1").arg(file.errorString()),
                 QStringLiteral("Check the path; --model-key-file gives another."),
                 {}});
        key = file.read(4096);
    }
    key = key.trimmed();
    // It becomes a header field.
    for (const char c : key) {
        if (c < '!' || c > '~')
            return config.wrong(path.isEmpty() ? QStringLiteral("model.key")
                                               : QStringLiteral("model.key_file"),
                                {ErrorCode::Invalid,
                                 QStringLiteral("The model's key has characters that no key has."),
                                 QStringLiteral("The file must hold the key alone, on one line."),
                                 {}});
    }
    return key;
}

Result<QUrl> readUrl(const Config& config)
{
    const QString where = config.where(QStringLiteral("model.url"));
    const QUrl url(config.text(QStringLiteral("model.url")), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("%1 is no address of a web server.").arg(where),
                       QStringLiteral("For example https://api.example.com/v1, or http://127.0.0.1:8080."));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return failure(
            ErrorCode::Invalid,
            QStringLiteral("%1 must be an address without a key, a query or a fragment.").arg(where),
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
                       url.isEmpty() ? QStringLiteral("%1 is given without model.url (--model-url).")
                                           .arg(config.where(QStringLiteral("model.name")))
                                     : QStringLiteral("%1 is given without model.name (--model-name).")
                                           .arg(config.where(QStringLiteral("model.url"))),
                       QStringLiteral("A model is an address and the name it has there."));
    if (url.isEmpty())
        return std::nullopt;
    const Result<QUrl> address = readUrl(config);
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
