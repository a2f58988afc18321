#pragma once

#include <protocol/codec.h>
#include <protocol/limits.h>
#include <protocol/names.h>

#include <limits>

// What the codec's two source files share; not for others.
namespace relevo::protocol::detail {

/// What is on disk or comes from our own relay may be longer than what the door accepts, but never than a
/// frame.
inline constexpr std::size_t anyLength = maxFrameBytes;

inline void put(Json& json, const char* name, const QString& text)
{
    if (!text.isEmpty())
        json[name] = utf8(text);
}

inline void put(Json& json, const char* name, const std::optional<Timestamp>& at)
{
    if (at)
        json[name] = toRfc3339(*at);
}

inline Json list(const QStringList& texts)
{
    Json json = Json::array();
    for (const QString& text : texts)
        json.push_back(utf8(text));
    return json;
}

inline QStringList texts(Fields& fields, const char* name)
{
    QStringList result;
    const Json* member = fields.member(name);
    if (!member)
        return result;
    if (!member->is_array()) {
        fields.fail(name, "must be a list of texts");
        return result;
    }
    for (const Json& item : *member) {
        if (!item.is_string())
            fields.fail(name, "must be a list of texts");
        result.push_back(toQString(item));
    }
    return result;
}

template <typename Enum>
Enum named(Fields& fields, const char* name, Enum fallback)
{
    const QString text = fields.optionalText(name, maxShortText);
    if (text.isEmpty())
        return fallback;
    const std::optional<Enum> value = valueOf<Enum>(utf8(text));
    if (!value)
        fields.fail(name, "has a value that is not known");
    return value.value_or(fallback);
}

inline std::optional<Timestamp> optionalTime(Fields& fields, const char* name)
{
    const QString text = fields.optionalText(name, maxShortText);
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<Timestamp> at = fromRfc3339(utf8(text));
    if (!at)
        fields.fail(name, "must be an RFC 3339 time");
    return at;
}

inline Timestamp time(Fields& fields, const char* name)
{
    const std::optional<Timestamp> at = optionalTime(fields, name);
    if (!at)
        fields.fail(name, "is required and must be an RFC 3339 time");
    return at.value_or(Timestamp{});
}

inline int smallNumber(Fields& fields, const char* name, int fallback)
{
    const qint64 value = fields.optionalNumber(name).value_or(fallback);
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
        fields.fail(name, "is too large");
        return fallback;
    }
    return static_cast<int>(value);
}

inline double real(Fields& fields, const char* name, double fallback)
{
    const Json* member = fields.member(name);
    if (!member)
        return fallback;
    if (!member->is_number()) {
        fields.fail(name, "must be a number");
        return fallback;
    }
    return member->get<double>();
}

/// Reads a nested object; its error, if any, becomes the outer one's.
template <typename T>
std::optional<T> nested(Fields& fields, const char* name)
{
    const Json* member = fields.member(name);
    if (!member)
        return std::nullopt;
    Result<T> value = fromJson<T>(*member);
    if (!value) {
        fields.fail(name, "does not have the expected shape");
        return std::nullopt;
    }
    return std::move(*value);
}

/// What was wrong inside the object `name`, if anything, becomes the outer one's error.
inline void adopt(Fields& fields, const char* name, const Fields& inner)
{
    if (inner.error())
        fields.fail(name, "does not have the expected shape");
}

template <typename T>
Result<T> finish(const Fields& fields, T&& value)
{
    if (fields.error())
        return std::unexpected(*fields.error());
    return std::forward<T>(value);
}

} // namespace relevo::protocol::detail
