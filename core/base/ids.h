#pragma once

#include <base/clock.h>

#include <QtCore/QHashFunctions>
#include <QtCore/QUuid>

#include <mutex>
#include <string>

namespace relevo {

/// Lower-case text of a UUID without braces, as it is stored and sent.
[[nodiscard]] std::string uuidText(const QUuid& uuid);

/// The reverse of uuidText; nothing unless the text is a UUID of exactly 36 characters.
[[nodiscard]] std::optional<QUuid> parseUuid(QStringView text);
[[nodiscard]] std::optional<QUuid> parseUuid(std::string_view text);

/// An id of one kind of thing (`Tag`), so that a message's id cannot be passed where a handoff's is meant.
/// A default-made one is null and stands for "none".
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid& uuid) : m_uuid(uuid) {}

    [[nodiscard]] static std::optional<Id> parse(QStringView text)
    {
        const std::optional<QUuid> uuid = parseUuid(text);
        return uuid ? std::optional(Id(*uuid)) : std::nullopt;
    }
    [[nodiscard]] static std::optional<Id> parse(std::string_view text)
    {
        const std::optional<QUuid> uuid = parseUuid(text);
        return uuid ? std::optional(Id(*uuid)) : std::nullopt;
    }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] const QUuid& uuid() const { return m_uuid; }
    [[nodiscard]] std::string text() const { return uuidText(m_uuid); }
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id& a, const Id& b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id& a, const Id& b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

/// Where new ids come from. Implementations may be called from any thread.
class IdSource
{
public:
    virtual ~IdSource() = default;
    [[nodiscard]] virtual QUuid next() = 0;

    template <typename IdType>
    [[nodiscard]] IdType make()
    {
        return IdType(next());
    }
};

/// UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then a 12-bit counter that keeps ids of one
/// millisecond in order, then 62 random bits. Ids of one source are strictly increasing as text.
class UuidV7Source final : public IdSource
{
public:
    explicit UuidV7Source(const Clock& clock);
    [[nodiscard]] QUuid next() override;

private:
    const Clock& m_clock;
    std::mutex m_mutex;
    qint64 m_lastMillis = 0;
    quint16 m_counter = 0;
};

} // namespace relevo
