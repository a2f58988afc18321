#include <assist/issue.h>

#include <assist/phrases.h>
#include <assist/tokens.h>
#include <assist/triggers.h>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr qsizetype longestIssue = 240;
constexpr qsizetype shortSentence = 110; ///< then the one after it may belong to it
constexpr qsizetype longestRead = 4'096;
constexpr int worthless = -1'000;

// Words that speak of something gone wrong or wanted.
constexpr auto troubles = u"not no never didnt cant cannot couldnt wont isnt wasnt werent hasnt havent hadnt "
                          u"doesnt wrong broken damag "
                          u"defect missing late delay still "
                          u"problem issue error fail stuck lost charg twice instead refund cancel return "
                          u"replac exchange wait expired "
                          u"leak torn fake empty incomplete deduct crash refuse change help want need "
                          u"no nunca problema error fallo mal roto rota danad defectuos equivocad falta "
                          u"faltan retras cobr doble reembols "
                          u"cancel devol cambi todavia aun perdid esper quiero necesito "
                          u"nao nunca problema erro falha quebrad danific defeito errad falta atras cobrad "
                          u"duas reembols troca ainda perdid "
                          u"esper quero preciso";

// What it can be about.
constexpr auto things =
    u"order delivery package parcel product item payment refund account invoice subscription card money "
    u"address website "
    u"app coupon code shipment "
    u"pedido entrega paquete producto articulo pago cuenta factura suscripcion tarjeta dinero direccion "
    u"envio cupon "
    u"pacote produto pagamento conta fatura nota assinatura cartao dinheiro endereco encomenda cupom";

constexpr auto greetings =
    u"hi. hello. hey. dear. good. morning. afternoon. evening. there. sir. madam. team. "
    u"hola. buenos. buenas. dias. tardes. noches. "
    u"ola. oi. bom. boa. dia. tarde. noite. tudo. bem.";

constexpr auto thanking =
    u"thanks thank thx ok okay fine great gracias vale perfecto obrigad valeu beleza certo";

/// Without "Hi," or "Buenos días," in front, and with a capital first.
QString cleaned(QString sentence)
{
    sentence = sentence.simplified();
    for (int round = 0; round < 3; ++round) {
        qsizetype end = sentence.indexOf(u',');
        if (end < 0 || end > 24)
            break;
        const std::vector<QString> front = words(sentence.left(end));
        const bool greeting = std::all_of(
            front.begin(), front.end(), [](const QString& word) { return beginsWithAny({word}, greetings); });
        if (!greeting || end + 1 >= sentence.size())
            break;
        sentence = sentence.mid(end + 1).trimmed();
    }
    const QStringList parts = sentence.split(u' ');
    if (parts.size() > 3 && beginsWithAny(words(parts.first()), u"hi. hello. hey. hola. ola. oi."))
        sentence = sentence.mid(parts.first().size() + 1);
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

QString shortened(QString text)
{
    if (text.size() <= longestIssue)
        return text;
    const qsizetype space = text.lastIndexOf(u' ', longestIssue - 1);
    qsizetype cut = space > longestIssue / 2 ? space : longestIssue - 1;
    if (text[cut - 1].isHighSurrogate())
        --cut;
    return text.left(cut) + u'…';
}

/// How much a sentence tells a stranger.
int worthOf(const std::vector<QString>& spoken)
{
    if (spoken.empty())
        return -50;
    int worth = std::min<int>(static_cast<int>(spoken.size()), 20);
    int trouble = 0;
    int thing = 0;
    int digits = 0;
    for (const QString& word : spoken) {
        trouble += beginsWithAny({word}, troubles) ? 1 : 0;
        thing += beginsWithAny({word}, things) ? 1 : 0;
        digits += std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }) ? 1 : 0;
    }
    worth += 6 * std::min(trouble, 3) + 6 * std::min(thing, 2) + std::min(digits, 2);
    if (trouble == 0 && thing == 0)
        worth -= 12;
    if (spoken.size() < 4)
        worth -= 12;
    // An order number alone is a fact.
    if (trouble == 0 && digits > 0 && spoken.size() <= 7)
        worth -= 20;
    if (beginsWithAny({spoken.front()}, thanking))
        worth -= 10;
    // Mostly numbers: an address or a list of data.
    if (digits * 2 > static_cast<int>(spoken.size()))
        worth -= 10;
    return worth;
}

/// The sentence at `at`, and when it is short the better of those beside it.
QString withNeighbour(const QStringList& parts, const std::vector<int>& worths, qsizetype at)
{
    const auto worth = [&worths](qsizetype i) {
        return i >= 0 && i < static_cast<qsizetype>(worths.size()) ? worths[static_cast<std::size_t>(i)]
                                                                   : worthless;
    };
    const qsizetype beside = worth(at - 1) > worth(at + 1) ? at - 1 : at + 1;
    if (parts[at].size() >= shortSentence || worth(beside) <= 0)
        return cleaned(parts[at]);
    const qsizetype first = std::min(at, beside);
    const QString both = cleaned(parts[first]) + u' ' + parts[first + 1].simplified();
    return both.size() <= longestIssue ? both : cleaned(parts[at]);
}

} // namespace

QString mainIssueOf(const std::vector<domain::Message>& messages)
{
    const Triggers triggers{domain::Settings{}};
    QString best;
    int bestWorth = -20;
    int age = 0;
    for (const domain::Message& message : messages) {
        if (message.author != domain::Author::Customer || message.note)
            continue;
        const QStringList parts = sentences(message.content.left(longestRead));
        std::vector<int> worths;
        for (const QString& part : parts)
            worths.push_back(triggers.find(part) ? worthless : worthOf(words(part)) - age);
        const auto top = std::max_element(worths.begin(), worths.end());
        if (top != worths.end() && *top > bestWorth) {
            bestWorth = *top;
            best = withNeighbour(parts, worths, top - worths.begin());
        }
        // What comes first usually says what it is about; later messages answer and add.
        age = std::min(age + 10, 30);
    }
    return shortened(best);
}

QString openQuestionOf(const std::vector<domain::Message>& messages)
{
    QString question;
    for (auto it = messages.rbegin(); it != messages.rend() && question.isEmpty(); ++it) {
        if (it->author == domain::Author::Bot || it->author == domain::Author::Agent)
            break;
        if (it->author != domain::Author::Customer || it->note)
            continue;
        for (const QString& sentence : sentences(it->content.left(longestRead))) {
            if (sentence.endsWith(u'?'))
                question = shortened(sentence.simplified());
        }
    }
    return question;
}

} // namespace relevo::assist
