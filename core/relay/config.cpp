#include <relay/config.h>

#include <QtCore/QUrl>

namespace relevo::relay {
namespace {

const char* nameOf(Config::Source source)
{
    switch (source) {
    case Config::Source::Default:
        return "default";
    case Config::Source::File:
        return "file";
    case Config::Source::Environment:
        return "environment";
    case Config::Source::Argument:
        return "argument";
    }
    return "default";
}

/// `where` names the option, the variable or the line, as whoever wrote it would look for it.
Result<void> check(const ConfigKey& key, QString& text, const QString& where)
{
    if (key.kind == ConfigKey::Kind::Flag) {
        if (text == QLatin1String("1"))
            text = QStringLiteral("true");
        if (text == QLatin1String("0"))
            text = QStringLiteral("false");
        if (text != QLatin1String("true") && text != QLatin1String("false"))
            return failure(ErrorCode::Invalid,
                           QStringLiteral("%1 \"%2\" is neither true nor false.").arg(where, text.left(32)));
    }
    if (key.kind == ConfigKey::Kind::Number) {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (!isNumber || number < key.least || number > key.most)
            return failure(ErrorCode::Invalid,
                           QStringLiteral("%1 \"%2\" is not a whole number from %3 to %4.")
                               .arg(where, text.left(32))
                               .arg(key.least)
                               .arg(key.most));
    }
    if (key.kind == ConfigKey::Kind::Choice && !key.choices.contains(text)) {
        const QString meant = nearestOf(text, key.choices);
        return failure(ErrorCode::Invalid,
                       QStringLiteral("%1 \"%2\" is not known.").arg(where, text.left(32)),
                       (meant.isEmpty() ? QString() : QStringLiteral("Did you mean \"%1\"? ").arg(meant)) +
                           QStringLiteral("It is one of: %1.").arg(key.choices.join(QStringLiteral(", "))));
    }
    return {};
}

QString masked(const ConfigKey& key, const QString& text)
{
    if (key.secret && !text.isEmpty())
        return QStringLiteral("********");
    QUrl url(text);
    if (url.isValid() && !url.password().isEmpty()) {
        url.setPassword(QStringLiteral("********"));
        return url.toString();
    }
    return text;
}

} // namespace

Result<Config> Config::resolve(const QHash<QString, QString>& arguments,
                               const QProcessEnvironment& environment, const ConfigFile& file)
{
    Config config;
    config.m_path = file.path;
    for (const ConfigKey& key : configKeys()) {
        Value value{key.fallback, Source::Default};
        value.where = key.name;
        const QString variable = variableOf(key);
        if (arguments.contains(key.name)) {
            value = {arguments.value(key.name), Source::Argument, QStringLiteral("--") + optionOf(key)};
        } else if (!environment.value(variable).isEmpty()) {
            value = {environment.value(variable), Source::Environment, variable};
        } else if (file.values.contains(key.name)) {
            const ConfigFile::Value& written = file.values[key.name];
            value = {written.text, Source::File,
                     QStringLiteral("%1, line %2: %3").arg(file.path).arg(written.line).arg(key.name)};
        }
        if (value.source != Source::Default) {
            if (Result<void> fits = check(key, value.text, value.where); !fits)
                return std::unexpected(fits.error());
        }
        config.m_values.insert(key.name, value);
    }
    return config;
}

std::unexpected<Error> Config::wrong(const QString& name, Error error) const
{
    error.message = QStringLiteral("%1: %2").arg(where(name), error.message);
    return std::unexpected(std::move(error));
}

QStringList Config::texts(const QString& name) const
{
    QStringList texts;
    for (const QString& one : text(name).split(u',', Qt::SkipEmptyParts))
        texts.push_back(one.trimmed());
    return texts;
}

protocol::Json Config::shown() const
{
    protocol::Json settings = protocol::Json::object();
    for (const ConfigKey& key : configKeys()) {
        const Value& value = m_values[key.name];
        protocol::Json one{{"from", nameOf(value.source)}};
        if (key.kind == ConfigKey::Kind::Number)
            one["value"] = value.text.toLongLong();
        else if (key.kind == ConfigKey::Kind::Flag)
            one["value"] = flag(key.name);
        else if (key.kind == ConfigKey::Kind::Texts) {
            one["value"] = protocol::Json::array();
            for (const QString& text : texts(key.name))
                one["value"].push_back(protocol::utf8(text));
        } else
            one["value"] = value.text.isEmpty() ? protocol::Json()
                                                : protocol::Json(protocol::utf8(masked(key, value.text)));
        settings[protocol::utf8(key.name)] = std::move(one);
    }
    return {{"file", m_path.isEmpty() ? protocol::Json() : protocol::Json(protocol::utf8(m_path))},
            {"settings", std::move(settings)}};
}

QStringList Config::changedSince(const Config& before) const
{
    QStringList changed;
    for (const ConfigKey& key : configKeys()) {
        if (text(key.name) != before.text(key.name))
            changed.push_back(key.name);
    }
    return changed;
}

} // namespace relevo::relay
