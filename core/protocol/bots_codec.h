#pragma once

#include <protocol/settings_codec.h>

namespace relevo::protocol {

// The documents of the bots, as admins write them. The readers check every value against its range, name all
// that is wrong and take a field that does not exist for a misspelt one. Pure, any thread.

struct BotsReading
{
    domain::BotSettings bots;
    std::vector<FieldFault> faults; ///< empty: the settings are good
};

/// {enabled, bots, lanes, rules, enrichers, builtInFaq, triageQuestions, orders}; what is absent stays as in
/// `present`.
[[nodiscard]] BotsReading readBots(const Json& json, const domain::BotSettings& present);

struct FaqReading
{
    std::vector<domain::FaqEntry> entries;
    std::vector<FieldFault> faults;
    std::optional<qint64> version = {}; ///< that they were made of
};

/// {items: [{name, words: {language: [text]}, answer: {language: text}}], version?}: the whole list. What
/// else the relay's answer has may come back with it.
[[nodiscard]] FaqReading readFaq(const Json& json);
[[nodiscard]] Json toJson(const std::vector<domain::FaqEntry>& entries);

struct OrdersReading
{
    std::vector<domain::Order> orders;
    std::vector<FieldFault> faults;
};

/// {items: [{number, status, email?, items?, total?, arrival?, tracking?}]}, at most mostOrdersAtOnce.
[[nodiscard]] OrdersReading readOrders(const Json& json);
/// The same as comma-separated values (RFC 4180) whose first line names the fields; faults name the line.
[[nodiscard]] OrdersReading readOrdersCsv(std::string_view text);
[[nodiscard]] Json toJson(const domain::Order& order);
/// An order as its row holds it, or `internal`.
[[nodiscard]] Result<domain::Order> orderFromJson(const Json& json);

inline constexpr std::size_t mostOrdersAtOnce = 5'000;
inline constexpr std::size_t mostFaqEntries = 500;

} // namespace relevo::protocol
