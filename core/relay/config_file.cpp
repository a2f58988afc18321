#include <relay/config_file.h>

#include <relay/config_keys.h>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <QtCore/QFile>

#include <sstream>

namespace relevo::relay {
namespace {

constexpr qint64 largestFile = 1'024 * 1'024;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

class Reading
{
public:
    explicit Reading(const QString& path) { m_file.path = path; }

    [[nodiscard]] Result<ConfigFile> read(const toml::table& table)
    {
        if (Result<void> read = readTable(table, {}); !read)
            return std::unexpected(read.error());
        return std::move(m_file);
    }

    [[nodiscard]] std::unexpected<Error> wrong(quint32 line, const QString& what, const QString& detail) const
    {
        return failure(ErrorCode::Invalid,
                       QStringLiteral("%1, line %2: %3").arg(m_file.path).arg(line).arg(what), detail);
    }

private:
    [[nodiscard]] Result<void> readTable(const toml::table& table, const QString& prefix)
    {
        for (const auto& [key, node] : table) {
            const QString name = prefix + fromUtf8(key.str());
            const quint32 line = key.source().begin.line;
            Result<void> read;
            if (const ConfigKey* known = configKey(name))
                read = readValue(*known, node, line);
            else if (node.is_table() && isTable(name))
                read = readTable(*node.as_table(), name + u'.');
            else
                read = unknown(name, line);
            if (!read)
                return read;
        }
        return {};
    }

    [[nodiscard]] static bool isTable(const QString& name)
    {
        const auto& keys = configKeys();
        return std::any_of(keys.begin(), keys.end(),
                           [&name](const ConfigKey& key) { return key.name.startsWith(name + u'.'); });
    }

    [[nodiscard]] std::unexpected<Error> unknown(const QString& name, quint32 line) const
    {
        QStringList known;
        for (const ConfigKey& key : configKeys()) {
            if (!key.secret)
                known.push_back(key.name);
        }
        const QString meant = nearestOf(name, known);
        return wrong(line, QStringLiteral("the key \"%1\" is not known.").arg(name),
                     meant.isEmpty()
                         ? QStringLiteral("Known keys are: %1.").arg(known.join(QStringLiteral(", ")))
                         : QStringLiteral("Did you mean \"%1\"?").arg(meant));
    }

    [[nodiscard]] Result<void> readValue(const ConfigKey& key, const toml::node& node, quint32 line)
    {
        if (key.secret)
            return wrong(line, QStringLiteral("\"%1\" does not belong into this file.").arg(key.name),
                         QStringLiteral("Secrets come from a file of their own (%1_file) or from %2.")
                             .arg(key.name, variableOf(key)));
        switch (key.kind) {
        case ConfigKey::Kind::Text:
        case ConfigKey::Kind::Choice:
            if (const auto text = node.value_exact<std::string>()) {
                m_file.values.insert(key.name, {fromUtf8(*text), line});
                return {};
            }
            return wrong(line, QStringLiteral("\"%1\" must be a text in quotes.").arg(key.name), {});
        case ConfigKey::Kind::Number:
            if (const auto number = node.value_exact<int64_t>()) {
                m_file.values.insert(key.name, {QString::number(*number), line});
                return {};
            }
            return wrong(line, QStringLiteral("\"%1\" must be a whole number.").arg(key.name), {});
        case ConfigKey::Kind::Flag:
            if (const auto flag = node.value_exact<bool>()) {
                m_file.values.insert(key.name,
                                     {*flag ? QStringLiteral("true") : QStringLiteral("false"), line});
                return {};
            }
            return wrong(line, QStringLiteral("\"%1\" must be true or false.").arg(key.name), {});
        case ConfigKey::Kind::Texts:
            break;
        }
        QStringList texts;
        const toml::array* array = node.as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            const auto text = (*array)[i].value_exact<std::string>();
            if (!text) {
                array = nullptr;
                break;
            }
            texts.push_back(fromUtf8(*text));
        }
        if (!array)
            return wrong(line, QStringLiteral("\"%1\" must be a list of texts.").arg(key.name),
                         QStringLiteral("For example %1 = [\"10.0.0.0/8\", \"::1\"].").arg(key.name));
        m_file.values.insert(key.name, {texts.join(u','), line});
        return {};
    }

    ConfigFile m_file;
};

} // namespace

Result<ConfigFile> readConfigFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Invalid,
            QStringLiteral("The configuration file %1 cannot be read: %2").arg(path, file.errorString()),
            QStringLiteral("Check the path given with --config."));
    const QByteArray content = file.read(largestFile + 1);
    if (content.size() > largestFile)
        return failure(ErrorCode::Invalid,
                       QStringLiteral("The configuration file %1 is larger than 1 MiB.").arg(path),
                       QStringLiteral("Check the path given with --config."));
    Reading reading(path);
    const toml::parse_result parsed =
        toml::parse(std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
    if (!parsed)
        return reading.wrong(parsed.error().source().begin.line, fromUtf8(parsed.error().description()),
                             QStringLiteral("Write it as TOML: listen = \"127.0.0.1:8787\""));
    return reading.read(parsed.table());
}

} // namespace relevo::relay
