#include <assist/facts.h>

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

constexpr qsizetype longestRead = 4'096;

struct Pattern
{
    const char* kind;
    QRegularExpression expression; ///< the value is the first group
};

QRegularExpression compiled(const QString& pattern)
{
    QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::UseUnicodePropertiesOption);
    expression.optimize();
    return expression;
}

/// In order of precedence: what one has taken is no other's. Each begins where a word begins and bounds what
/// it repeats, so that no text makes them slow.
const std::array<Pattern, 7>& patterns()
{
    static const std::array<Pattern, 7> all{{
        {"email",
         compiled(QStringLiteral(R"((?<![\w.+-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}))"))},
        {"tracking", compiled(QStringLiteral(R"(\b(1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2})\b)"))},
        {"tracking",
         compiled(QStringLiteral(
             R"(\b(?:tracking|awb|rastreo|rastreio|rastreamento|seguimiento|gu[ií]a)\b[^\d\n.?!]{0,24}?(?<![\w-])((?=[A-Z-]{0,8}\d)[A-Z0-9][A-Z0-9-]{5,30})\b)"))},
        {"amount",
         compiled(QStringLiteral(
             R"(((?<!\w)(?:[$€£₹]|R\$|USD|EUR|INR|Rs\.?)\s?\d[\d.,]{0,14}(?<=\d)|(?<![\w.,-])\d[\d.,]{0,14}\s?(?:€|\$|£|(?:dollars?|d[oó]lares|euros?|usd|eur|reais|pesos|rupees|rs)\b)))"))},
        {"date",
         compiled(QStringLiteral(
             R"((?<![\w/.-])(\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s(?:de\s|of\s)?(?:jan(?:uary|eiro)?|feb(?:ruary|rero)?|mar(?:ch|zo|ço)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember|iembre)?|oct(?:ober|ubre)?|nov(?:ember|iembre|embro)?|dec(?:ember)?|enero|abril?|mayo|junio|julio|ago(?:sto)?|dic(?:iembre)?|fev(?:ereiro)?|maio|junho|julho|set(?:embro)?|out(?:ubro)?|dez(?:embro)?)|(?:january|february|march|april|june|july|august|september|october|november|december)\s\d{1,2}(?:st|nd|rd|th)?)(?![\w/-]))"))},
        {"order",
         compiled(QStringLiteral(
             R"((?:\b(?:orders?|pedidos?|orden|encomenda|invoice|factura|fatura|booking|reserva|ticket)\b(?!\s+(?:on|from|el|em|del|de)\b)[^\d\n.?!]{0,24}?|(?<!\w)#\s?)(?<![\w-])((?=[A-Z-]{0,8}\d)[A-Z0-9][A-Z0-9-]{2,30})\b)"))},
        {"order", compiled(QStringLiteral(R"((?<![\w-])(\d{3}-\d{7}-\d{7})(?![\w-]))"))},
    }};
    return all;
}

const QRegularExpression& phone()
{
    static const QRegularExpression expression = compiled(QStringLiteral(
        R"((?<![\w.,#-])(\+\d[\d ()-]{7,17}\d|\(\d{2,3}\)\s?\d[\d -]{5,12}\d|\d{10})(?![\w-]))"));
    return expression;
}

class Collector
{
public:
    void read(const domain::Message& message)
    {
        m_taken.clear();
        const QString text = message.content.left(longestRead);
        for (const Pattern& pattern : patterns())
            take(pattern.expression, QString::fromLatin1(pattern.kind), text, message.id);
        take(phone(), QStringLiteral("phone"), text, message.id);
    }
    [[nodiscard]] std::vector<domain::Fact> facts() && { return std::move(m_facts); }

private:
    struct Span
    {
        qsizetype from;
        qsizetype to;
    };

    void take(const QRegularExpression& expression, const QString& kind, const QString& text,
              const domain::MessageId& id)
    {
        for (auto matches = expression.globalMatch(text); matches.hasNext() && m_facts.size() < mostFacts;) {
            const QRegularExpressionMatch match = matches.next();
            const Span span{match.capturedStart(1), match.capturedEnd(1)};
            const bool taken = std::any_of(m_taken.begin(), m_taken.end(), [span](const Span& other) {
                return span.from < other.to && other.from < span.to;
            });
            if (taken)
                continue;
            m_taken.push_back(span);
            const QString value = match.captured(1).trimmed();
            const bool known = std::any_of(m_facts.begin(), m_facts.end(), [&](const domain::Fact& fact) {
                return fact.value.compare(value, Qt::CaseInsensitive) == 0;
            });
            if (!known)
                m_facts.push_back({kind, value, id});
        }
    }

    std::vector<domain::Fact> m_facts;
    std::vector<Span> m_taken; // of the message being read
};

} // namespace

std::vector<domain::Fact> factsOf(const std::vector<domain::Message>& messages)
{
    Collector collector;
    for (const domain::Message& message : messages) {
        if (message.author == domain::Author::Customer && !message.note)
            collector.read(message);
    }
    return std::move(collector).facts();
}

} // namespace relevo::assist
