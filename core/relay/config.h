#pragma once

#include <protocol/json.h>
#include <relay/config_file.h>
#include <relay/config_keys.h>

#include <QtCore/QProcessEnvironment>

namespace relevo::relay {

/// Everything that is set, each thing from the first that says something: argument, environment, file,
/// default. Every value fits its key's kind and range.
class Config
{
public:
    enum class Source { Default, File, Environment, Argument };

    /// `arguments` by the keys' names. An empty environment variable says nothing. Fails with `invalid`,
    /// naming the option, the variable or the line of the file.
    [[nodiscard]] static Result<Config> resolve(const QHash<QString, QString>& arguments,
                                                const QProcessEnvironment& environment,
                                                const ConfigFile& file);

    /// The file it was read from; empty for none.
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QString text(const QString& name) const { return m_values.value(name).text; }
    [[nodiscard]] qint64 number(const QString& name) const { return text(name).toLongLong(); }
    [[nodiscard]] bool flag(const QString& name) const { return text(name) == QLatin1String("true"); }
    [[nodiscard]] QStringList texts(const QString& name) const;
    /// The option, the variable, or file, line and key where the value stands, as whoever wrote it would look
    /// for it; the key's name for a default.
    [[nodiscard]] QString where(const QString& name) const { return m_values.value(name).where; }
    /// The same error, saying at which setting it lies.
    [[nodiscard]] std::unexpected<Error> wrong(const QString& name, Error error) const;
    [[nodiscard]] Source sourceOf(const QString& name) const { return m_values.value(name).source; }

    /// {"file": path|null, "settings": {name: {"value", "from"}}}; secrets, and passwords in addresses, are
    /// masked.
    [[nodiscard]] protocol::Json shown() const;
    /// The names of what is set otherwise here than in `before`.
    [[nodiscard]] QStringList changedSince(const Config& before) const;

private:
    struct Value
    {
        QString text;
        Source source = Source::Default;
        QString where = {};
    };

    QString m_path;
    QHash<QString, Value> m_values;
};

} // namespace relevo::relay
