#pragma once

#include <base/timestamp.h>

#include <optional>

namespace relevo {

/// A moment or none, as std::optional<Timestamp> and in half its room, for what is held a hundred thousand
/// times. The first moment there is (292 million years ago) stands for none.
class MaybeTime
{
public:
    constexpr MaybeTime() = default;
    constexpr MaybeTime(Timestamp at) : m_at(at) {}
    constexpr MaybeTime(const std::optional<Timestamp>& at) : m_at(at.value_or(none)) {}

    [[nodiscard]] constexpr bool has_value() const { return m_at != none; }
    [[nodiscard]] constexpr explicit operator bool() const { return has_value(); }
    /// There must be one.
    [[nodiscard]] constexpr Timestamp operator*() const { return m_at; }
    [[nodiscard]] constexpr Timestamp value_or(Timestamp other) const { return has_value() ? m_at : other; }
    [[nodiscard]] constexpr operator std::optional<Timestamp>() const
    {
        return has_value() ? std::optional(m_at) : std::nullopt;
    }
    constexpr void reset() { m_at = none; }

    friend constexpr bool operator==(const MaybeTime&, const MaybeTime&) = default;
    // Named, or std::optional's own comparison takes it for what may be in one.
    friend constexpr bool operator==(const MaybeTime& a, const std::optional<Timestamp>& b)
    {
        return a == MaybeTime(b);
    }
    friend constexpr bool operator==(const MaybeTime& a, const Timestamp& b) { return a.m_at == b; }

private:
    static constexpr Timestamp none = Timestamp::min();
    Timestamp m_at = none;
};

} // namespace relevo
