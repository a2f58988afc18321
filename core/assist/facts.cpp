#include <assist/facts.h>

#include <assist/facts_patterns.h>
#include <assist/facts_products.h>
#include <assist/phrases.h>
#include <assist/tokens.h>
#include <domain/email_address.h>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

constexpr std::ptrdiff_t mostProducts = 6;
constexpr qsizetype surelyOrder = 6;                 ///< characters that are hardly a count of something
constexpr std::size_t mostCollected = 4 * mostFacts; ///< before the less important are left out
constexpr qsizetype mostBehind = 64 * 1024;          ///< letters of all the long messages together
constexpr qsizetype overlap = 200;                   ///< of two pieces, for what stands where they meet

/// What matters most to an agent comes first.
constexpr std::array kindsByWeight{"order",       "tracking", "product", "amount", "reference",
                                   "transaction", "payment",  "card",    "date",   "time",
                                   "email",       "phone",    "address"};

std::ptrdiff_t rankOf(const QString& kind)
{
    return std::find_if(kindsByWeight.begin(), kindsByWeight.end(),
                        [&kind](const char* known) { return kind == QLatin1String(known); }) -
           kindsByWeight.begin();
}

/// The one thing of these that a bot's message asks for; empty when it asks for none or several.
QString askedFor(const QString& botText)
{
    struct Subject
    {
        const char* kind;
        const char16_t* words;
    };
    // The last that is named counts: "your customer number, or that of the order".
    static constexpr std::array subjects{
        Subject{"reference",
                u"contrato contract poliza apolice policy customer cliente member socio booking reserva "
                u"localizador"},
        Subject{"order", u"order. orders. pedido orden. encomenda"},
        Subject{"tracking", u"tracking awb rastreo rastreio seguimiento"},
        Subject{"transaction", u"transaction utr transaccion transacao"},
        Subject{"phone", u"phone mobile telefono telefone celular"},
        Subject{"reference", u"invoice ticket reference factura fatura protocolo case."},
    };
    QString asked;
    for (const QString& sentence : sentences(botText)) {
        const std::vector<QString> text = words(sentence);
        if (!beginsWithAny(text, u"number id no. numero code codigo nro") ||
            beginsWithAny(text, u"model modelo"))
            continue;
        if (!sentence.endsWith(u'?') &&
            !beginsWithAny(text, u"please kindly provide share tell confirm favor indique indica informe "
                                 u"envie necesito preciso"))
            continue;
        // "…for your order": the transaction is what is asked for.
        QString inSentence;
        for (const Subject& subject : subjects) {
            if (beginsWithAny(text, subject.words))
                inSentence = QString::fromLatin1(subject.kind);
        }
        if (inSentence.isEmpty())
            continue;
        if (!asked.isEmpty() && asked != inSentence)
            return {};
        asked = inSentence;
    }
    return asked;
}

class Collector
{
public:
    void botSaid(const QString& text) { m_asked = askedFor(text.left(longestRead)); }

    /// A long message piece by piece, each cut between words.
    void read(const domain::Message& message)
    {
        m_message = &message;
        const QString& content = message.content;
        for (qsizetype from = 0; from < content.size() && m_facts.size() < mostCollected;) {
            m_text = content.mid(from, longestRead);
            const bool isLast = from + m_text.size() == content.size();
            const qsizetype again = isLast ? -1 : m_text.indexOf(u' ', longestRead - overlap);
            if (again >= 0)
                m_text.truncate(m_text.lastIndexOf(u' '));
            m_tellsTo = again < 0 ? m_text.size() : again + (m_text.size() - again) / 2;
            readPiece();
            if (isLast || m_behind >= mostBehind)
                return;
            from += again < 0 ? m_text.size() : again;
            m_behind += m_text.size();
        }
    }

    [[nodiscard]] std::vector<domain::Fact> facts() &&
    {
        std::stable_sort(m_facts.begin(), m_facts.end(), [](const domain::Fact& a, const domain::Fact& b) {
            return rankOf(a.kind) < rankOf(b.kind);
        });
        if (m_facts.size() > mostFacts)
            m_facts.resize(mostFacts);
        return std::move(m_facts);
    }

private:
    void readPiece()
    {
        m_taken.clear();
        const bool digits = std::any_of(m_text.begin(), m_text.end(), [](QChar c) { return c.isDigit(); });
        const bool at = m_text.contains(u'@');
        if (m_text.contains(u'[') || m_text.contains(u'{') || m_text.contains(u'<'))
            leaveOutUnfilled();
        for (const FactPattern& pattern : factPatterns()) {
            if ((pattern.needs == FactPattern::Needs::Digit && !digits) ||
                (pattern.needs == FactPattern::Needs::At && !at))
                continue;
            take(pattern, QString::fromLatin1(pattern.kind));
        }
        if (digits && !m_asked.isEmpty())
            take({"", FactPattern::Needs::Digit,
                  m_asked == QLatin1String("phone") ? FactPattern::Check::PhoneNumber
                                                    : FactPattern::Check::Identifier,
                  bareIdentifier()},
                 m_asked);
        for (const TextSpan& span : productsIn(m_text))
            addProduct(span);
    }

    [[nodiscard]] bool isTaken(const TextSpan& span) const
    {
        return std::any_of(m_taken.begin(), m_taken.end(), [&span](const TextSpan& other) {
            return span.from < other.to && other.from < span.to;
        });
    }

    void leaveOutUnfilled()
    {
        for (auto matches = placeholder().globalMatch(m_text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            m_taken.push_back({match.capturedStart(), match.capturedEnd()});
        }
    }

    void take(const FactPattern& pattern, const QString& kind)
    {
        for (auto matches = pattern.expression.globalMatch(m_text);
             matches.hasNext() && m_facts.size() < mostCollected;) {
            const QRegularExpressionMatch match = matches.next();
            const TextSpan span{match.capturedStart(1), match.capturedEnd(1)};
            const QString value = match.captured(1).trimmed();
            if (isTaken(span) || span.to > m_tellsTo || !passes(pattern.check, value))
                continue;
            add(span, kind, value);
            if (kind == QLatin1String("order"))
                takeList(span, kind);
        }
    }

    void add(const TextSpan& span, const QString& kind, const QString& value)
    {
        m_taken.push_back(span);
        if (!kind.isEmpty() && !isKnown(value))
            m_facts.push_back({kind, value, m_message->id});
    }

    /// "Order 5512, 2026" names one.
    static bool isYear(const QString& value)
    {
        return value.size() == 4 && (value.startsWith(u"19") || value.startsWith(u"20"));
    }

    /// What follows the first of several: "orders 7001, 7002 and 7003". They are as long as it is,
    /// or long as numbers of orders alone are.
    void takeList(TextSpan last, const QString& kind)
    {
        const qsizetype size = last.to - last.from;
        while (m_facts.size() < mostCollected) {
            const QRegularExpressionMatch match =
                nextIdentifier().match(m_text, last.to, QRegularExpression::NormalMatch,
                                       QRegularExpression::AnchorAtOffsetMatchOption);
            const TextSpan next{match.capturedStart(1), match.capturedEnd(1)};
            const qsizetype found = next.to - next.from;
            if (!match.hasMatch() || (found != size && std::min(found, size) < surelyOrder) ||
                isTaken(next) || next.to > m_tellsTo ||
                !passes(FactPattern::Check::Identifier, match.captured(1)) ||
                (isYear(match.captured(1)) && !isYear(m_text.mid(last.from, size))))
                return;
            add(next, kind, match.captured(1));
            last = next;
        }
    }

    /// The same written otherwise: "#123-456" and "123456".
    [[nodiscard]] bool isKnown(const QString& value) const
    {
        const QString bare = essence(value);
        return std::any_of(m_facts.begin(), m_facts.end(),
                           [&](const domain::Fact& fact) { return essence(fact.value) == bare; });
    }

    static QString essence(const QString& value)
    {
        QString bare;
        for (const QChar c : value) {
            if (c.isLetterOrNumber() || c == u'.' || c == u',' || c == u'@' || c == u'/')
                bare += c.toLower();
        }
        return bare;
    }

    void addProduct(const TextSpan& span)
    {
        if (isTaken(span) || span.to > m_tellsTo)
            return;
        const QString value = m_text.mid(span.from, span.to - span.from);
        const auto isProduct = [](const domain::Fact& fact) {
            return fact.kind == QLatin1String("product");
        };
        const auto known = std::find_if(m_facts.begin(), m_facts.end(), [&](const domain::Fact& fact) {
            return isProduct(fact) && sameProduct(fact.value, value);
        });
        if (known != m_facts.end()) {
            if (value.size() > known->value.size())
                *known = {known->kind, value, m_message->id};
        } else if (std::count_if(m_facts.begin(), m_facts.end(), isProduct) < mostProducts) {
            m_facts.push_back({QStringLiteral("product"), value, m_message->id});
        }
    }

    std::vector<domain::Fact> m_facts;
    qsizetype m_behind = 0; ///< letters that were read of long messages
    QString m_asked;        ///< by the last message of the bot
    // Of the piece being read.
    const domain::Message* m_message = nullptr;
    QString m_text;
    qsizetype m_tellsTo = 0; ///< what ends behind this is told by the next piece, which sees how it goes on
    std::vector<TextSpan> m_taken;
};

} // namespace

std::vector<domain::Fact> factsOf(const std::vector<domain::Message>& messages)
{
    Collector collector;
    for (const domain::Message& message : messages) {
        if (message.note)
            continue;
        if (message.author == domain::Author::Customer)
            collector.read(message);
        else if (message.author != domain::Author::System)
            collector.botSaid(message.content);
    }
    return std::move(collector).facts();
}

QString emailIn(const QString& text)
{
    if (!text.contains(u'@'))
        return {};
    const auto& patterns = factPatterns();
    const auto mail = std::find_if(patterns.begin(), patterns.end(), [](const FactPattern& pattern) {
        return QLatin1String(pattern.kind) == QLatin1String("email");
    });
    QString found = mail == patterns.end() ? QString() : mail->expression.match(text).captured(1);
    found.replace(u'’', u'\''); // what a phone makes of the apostrophe in "o'brien"
    return domain::isEmailAddress(found) ? found : QString();
}

} // namespace relevo::assist
