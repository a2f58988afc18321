#include <relay/config_file.h>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <QtCore/QFile>
#include <QtCore/QStringList>

#include <sstream>

namespace relevo::relay {
namespace {

const QStringList& knownKeys()
{
    static const QStringList keys{QStringLiteral("data"), QStringLiteral("store"), QStringLiteral("listen")};
    return keys;
}

std::unexpected<Error> wrong(const QString& path, quint32 line, const QString& what, const QString& detail)
{
    return failure(ErrorCode::Invalid, QStringLiteral("%1, line %2: %3").arg(path).arg(line).arg(what),
                   detail);
}

} // namespace

Result<ConfigFile> readConfigFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Invalid,
            QStringLiteral("The configuration file %1 cannot be read: %2").arg(path, file.errorString()),
            QStringLiteral("Check the path given with --config."));
    const toml::parse_result parsed = toml::parse(file.readAll().toStdString());
    if (!parsed)
        return wrong(path, parsed.error().source().begin.line,
                     QString::fromUtf8(parsed.error().description().data(),
                                       static_cast<qsizetype>(parsed.error().description().size())),
                     QStringLiteral("Write it as TOML: listen = \"127.0.0.1:8787\""));
    ConfigFile config;
    for (const auto& [key, node] : parsed.table()) {
        const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.length()));
        const quint32 line = node.source().begin.line;
        if (!knownKeys().contains(name))
            return wrong(path, line, QStringLiteral("the key \"%1\" is not known.").arg(name),
                         QStringLiteral("Known keys are: %1.").arg(knownKeys().join(QStringLiteral(", "))));
        const std::optional<std::string> text = node.value<std::string>();
        if (!text)
            return wrong(path, line, QStringLiteral("\"%1\" must be a text in quotes.").arg(name), {});
        config.values.insert(name, QString::fromStdString(*text));
    }
    return config;
}

} // namespace relevo::relay
