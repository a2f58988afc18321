#include <relay/config_file.h>

#include <relay/model_options.h>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <QtCore/QFile>
#include <QtCore/QStringList>

#include <sstream>

namespace relevo::relay {
namespace {

const QStringList& knownKeys()
{
    static const QStringList keys = [] {
        QStringList all{QStringLiteral("data"), QStringLiteral("store"), QStringLiteral("listen")};
        for (QString name : modelSettings())
            all.push_back(name.replace(u'-', u'_').replace(QLatin1String("model_"), QLatin1String("model.")));
        return all;
    }();
    return keys;
}

/// The long option that a key means: "model.key_file" is "model-key-file".
QString optionOf(QString key)
{
    return key.replace(u'.', u'-').replace(u'_', u'-');
}

/// A text, a number or a boolean as it would stand behind an option.
std::optional<QString> textOf(const toml::node& node)
{
    if (const auto text = node.value_exact<std::string>())
        return QString::fromStdString(*text);
    if (const auto number = node.value_exact<int64_t>())
        return QString::number(*number);
    if (const auto flag = node.value_exact<bool>())
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    return std::nullopt;
}

std::unexpected<Error> wrong(const QString& path, quint32 line, const QString& what, const QString& detail)
{
    return failure(ErrorCode::Invalid, QStringLiteral("%1, line %2: %3").arg(path).arg(line).arg(what),
                   detail);
}

Result<void> readTable(const toml::table& table, const QString& prefix, const QString& path,
                       ConfigFile& config)
{
    for (const auto& [key, node] : table) {
        const QString name = prefix + QString::fromUtf8(key.data(), static_cast<qsizetype>(key.length()));
        const quint32 line = node.source().begin.line;
        if (const toml::table* inner = node.as_table(); inner && name == QLatin1String("model")) {
            if (Result<void> read = readTable(*inner, name + u'.', path, config); !read)
                return read;
            continue;
        }
        if (!knownKeys().contains(name))
            return wrong(path, line, QStringLiteral("the key \"%1\" is not known.").arg(name),
                         QStringLiteral("Known keys are: %1.").arg(knownKeys().join(QStringLiteral(", "))));
        const std::optional<QString> text = textOf(node);
        if (!text)
            return wrong(path, line, QStringLiteral("\"%1\" must be a text in quotes.").arg(name), {});
        config.values.insert(optionOf(name), *text);
    }
    return {};
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
    if (Result<void> read = readTable(parsed.table(), {}, path, config); !read)
        return std::unexpected(read.error());
    return config;
}

} // namespace relevo::relay
