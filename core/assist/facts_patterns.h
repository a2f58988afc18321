#pragma once

#include <QtCore/QRegularExpression>
#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// A way in which people write a fact. The value is the first group.
struct FactPattern
{
    /// What a text must have to be worth a look.
    enum class Needs { Nothing, Digit, At };
    /// What a value must be beyond its shape.
    enum class Check { None, Identifier, CardNumber, PhoneNumber };

    const char* kind; ///< empty: it is taken, so that nothing else is read into it, but reported as no fact
    Needs needs = Needs::Digit;
    Check check = Check::None;
    QRegularExpression expression;
};

/// In order of precedence: what one has taken is no other's. Each begins where a word begins and bounds what
/// it repeats, so that no text makes them slow.
[[nodiscard]] const std::vector<FactPattern>& factPatterns();

/// A number or code that stands alone; what it is depends on what was asked.
[[nodiscard]] const QRegularExpression& bareIdentifier();

/// The next one of a list, where the last ends: ", 7002", " and #7003".
[[nodiscard]] const QRegularExpression& nextIdentifier();

/// Where a form or a template was not filled in: "[Full Address]", "{{name}}", "<order id>".
[[nodiscard]] const QRegularExpression& placeholder();

/// True when a value is what its pattern's check asks for.
[[nodiscard]] bool passes(FactPattern::Check check, const QString& value);

} // namespace relevo::assist
