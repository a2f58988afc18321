#include <assist/facts.h>

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

struct Pattern
{
    const char* kind;
    QRegularExpression expression; ///< the value is the first group
};

const std::array<Pattern, 6>& patterns()
{
    constexpr auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const std::array<Pattern, 6> all{{
        {"email", QRegularExpression(QStringLiteral(R"(([\w.+-]+@[\w-]+(?:\.[\w-]+)+))"), options)},
        {"tracking",
         QRegularExpression(QStringLiteral(R"(\b(1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2})\b)"), options)},
        {"order",
         QRegularExpression(
             QStringLiteral(
                 R"((?:order|pedido|orden|invoice|factura|fatura)\b[^\d\n]{0,24}?#?\s?((?=[\w-]*\d)[A-Z0-9][A-Z0-9-]{2,})\b)"),
             options)},
        {"amount",
         QRegularExpression(
             QStringLiteral(
                 R"(((?:[$€£₹]|R\$|USD|EUR|INR|Rs\.?)\s?\d[\d.,]*\d|(?:[$€£₹]|R\$)\s?\d|\b\d[\d.,]*\s?(?:€|dollars|euros|usd|eur|reais|pesos|rupees)\b))"),
             options)},
        {"date",
         QRegularExpression(
             QStringLiteral(
                 R"(\b(\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s(?:de\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fev|mai|set|out|dez)\w*))"),
             options)},
        {"phone",
         QRegularExpression(
             QStringLiteral(R"((?<![\w-])(\+\d[\d ()-]{7,}\d|\(\d{2,3}\)\s?\d[\d -]{5,}\d|\b[6-9]\d{9}\b))"),
             options)},
    }};
    return all;
}

} // namespace

std::vector<domain::Fact> factsOf(const std::vector<domain::Message>& messages)
{
    std::vector<domain::Fact> facts;
    for (const domain::Message& message : messages) {
        if (message.author != domain::Author::Customer)
            continue;
        for (const Pattern& pattern : patterns()) {
            auto matches = pattern.expression.globalMatch(message.content);
            while (matches.hasNext()) {
                const QString value = matches.next().captured(1).trimmed();
                const bool known =
                    std::any_of(facts.begin(), facts.end(), [&value](const domain::Fact& fact) {
                        return fact.value.compare(value, Qt::CaseInsensitive) == 0;
                    });
                if (!known && !value.isEmpty())
                    facts.push_back({QString::fromLatin1(pattern.kind), value, message.id});
            }
        }
    }
    return facts;
}

} // namespace relevo::assist
