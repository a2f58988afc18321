#include <protocol/json.h>

#include <protocol/limits.h>

#include <limits>

namespace relevo::protocol {
namespace {

/// True when brackets outside strings nest deeper than allowed. Counted before parsing, so that depth costs
/// no memory.
bool tooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maxJsonDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

Result<Json> parseJson(std::string_view text)
{
    if (tooDeep(text))
        return failure(ErrorCode::Invalid, QStringLiteral("The JSON is nested too deeply."),
                       QStringLiteral("At most %1 levels are accepted.").arg(maxJsonDepth));
    Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    // The parser takes a NUL byte for the end and does not see what follows.
    if (json.is_discarded() || text.find('\0') != std::string_view::npos)
        return failure(ErrorCode::Invalid, QStringLiteral("This is not valid JSON."),
                       QStringLiteral("Send one JSON value in UTF-8."));
    return json;
}

std::string dump(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

QString fromUtf8(std::string_view text)
{
    constexpr std::string_view mark("\xef\xbb\xbf");
    if (!text.starts_with(mark))
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    // Qt drops one mark; give it another to drop.
    return QString::fromStdString(std::string(mark).append(text));
}

QString toQString(const Json& string)
{
    const auto* text = string.get_ptr<const std::string*>();
    return text ? fromUtf8(*text) : QString();
}

Fields::Fields(const Json& object) : m_object(object)
{
    if (!object.is_object())
        m_error = Error{ErrorCode::Invalid, QStringLiteral("A JSON object is expected here."), {}, {}};
}

const Json* Fields::member(const char* name) const
{
    if (!m_object.is_object())
        return nullptr;
    const auto found = m_object.find(name);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

bool Fields::has(const char* name) const
{
    return member(name) != nullptr;
}

void Fields::fail(const char* name, const char* what)
{
    if (m_error)
        return;
    const QString field = QString::fromLatin1(name);
    m_error = Error{ErrorCode::Invalid,
                    QStringLiteral("The field \"%1\" %2.").arg(field, QString::fromLatin1(what)),
                    QStringLiteral("Correct it and send the request again."),
                    {{QStringLiteral("field"), field}}};
}

QString Fields::text(const char* name, std::size_t maxBytes)
{
    QString value = optionalText(name, maxBytes);
    if (value.isEmpty())
        fail(name, "is required and must not be empty");
    return value;
}

QString Fields::optionalText(const char* name, std::size_t maxBytes)
{
    const Json* value = member(name);
    if (!value)
        return {};
    const auto* text = value->get_ptr<const std::string*>();
    if (!text) {
        fail(name, "must be a text");
        return {};
    }
    if (text->size() > maxBytes) {
        fail(name, "is too long");
        return {};
    }
    return fromUtf8(*text);
}

bool Fields::flag(const char* name, bool fallback)
{
    const Json* value = member(name);
    if (!value)
        return fallback;
    if (!value->is_boolean()) {
        fail(name, "must be true or false");
        return fallback;
    }
    return value->get<bool>();
}

qint64 Fields::number(const char* name)
{
    const std::optional<qint64> value = optionalNumber(name);
    if (!value)
        fail(name, "is required and must be a whole number");
    return value.value_or(0);
}

std::optional<qint64> Fields::optionalNumber(const char* name)
{
    const Json* value = member(name);
    if (!value)
        return std::nullopt;
    if (!value->is_number_integer()) {
        fail(name, "must be a whole number");
        return std::nullopt;
    }
    // Above the largest the parser keeps it unsigned; taken as it is it would come out negative.
    if (value->is_number_unsigned() &&
        value->get<quint64>() > static_cast<quint64>(std::numeric_limits<qint64>::max())) {
        fail(name, "is too large");
        return std::nullopt;
    }
    return value->get<qint64>();
}

} // namespace relevo::protocol
