#pragma once

#include <base/error.h>

#include <nlohmann/json.hpp>

#include <string_view>

namespace relevo::protocol {

using Json = nlohmann::json;

/// Parses a whole JSON text from outside: valid UTF-8, nothing after it, no deeper than maxJsonDepth. Fails
/// with `invalid`.
[[nodiscard]] Result<Json> parseJson(std::string_view text);

/// The compact text. Strings made by us are valid UTF-8; anything else is replaced, never thrown.
[[nodiscard]] std::string dump(const Json& json);

/// All of the text, also a byte order mark at its beginning, which is a character like others here.
[[nodiscard]] QString fromUtf8(std::string_view text);
[[nodiscard]] QString toQString(const Json& string);
[[nodiscard]] inline std::string utf8(const QString& text)
{
    return text.toStdString();
}

/// Reads the fields of one JSON object that came from outside. The first field that does not fit is
/// remembered, so a reader takes all it wants and asks once: `if (auto error = fields.error()) return
/// *error;`
class Fields
{
public:
    explicit Fields(const Json& object);

    /// A required text of 1 … maxBytes bytes of UTF-8.
    [[nodiscard]] QString text(const char* name, std::size_t maxBytes);
    /// A text of up to maxBytes; empty when absent or null.
    [[nodiscard]] QString optionalText(const char* name, std::size_t maxBytes);
    [[nodiscard]] bool flag(const char* name, bool fallback = false);
    [[nodiscard]] qint64 number(const char* name);
    [[nodiscard]] std::optional<qint64> optionalNumber(const char* name);
    /// A required UUID.
    template <typename IdType>
    [[nodiscard]] IdType id(const char* name)
    {
        const std::optional<IdType> parsed = IdType::parse(QStringView(text(name, 36)));
        if (!parsed)
            fail(name, "must be a UUID");
        return parsed.value_or(IdType{});
    }
    template <typename IdType>
    [[nodiscard]] IdType optionalId(const char* name)
    {
        return has(name) ? id<IdType>(name) : IdType{};
    }
    /// The member, or null when absent.
    [[nodiscard]] const Json* member(const char* name) const;
    [[nodiscard]] bool has(const char* name) const;

    void fail(const char* name, const char* what);
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    const Json& m_object;
    std::optional<Error> m_error;
};

} // namespace relevo::protocol
