#include <assist/facts_patterns.h>

#include <algorithm>

namespace relevo::assist {
namespace {

using Needs = FactPattern::Needs;
using Check = FactPattern::Check;

QRegularExpression compiled(const QString& pattern)
{
    QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::UseUnicodePropertiesOption);
    expression.optimize();
    return expression;
}

/// What stands between "order" and its number: "no. is #", "número de".
QString leadIn()
{
    return QStringLiteral(
        R"((?:[\s#:.,()'"=º°\[-]|\b(?:numbers?|numbr|numb|num|nums|numeros?|no|nos|nbr|nr|nro|ids?|code|c[oó]digo|ref|reference|details?|invoice|receipt|n[uú]meros?|n[º°]|n|is|was|are|it|its|it's|es|é|era|fue|foi|my|the|of mine|with|de|del|da|do|la|el|o|mi|meu|this|for)\b){1,9}?)");
}

QString identifier(const QString& shortest)
{
    return QStringLiteral(R"((?<![\w-])((?=[A-Z-]{0,8}\d)[A-Z0-9](?:[A-Z0-9]|[-_/](?=[A-Z0-9])){)") +
           shortest +
           QStringLiteral(
               R"(,30})(?![\w-]|\.\d|\s?(?:%|percent|days?|dias?|d[ií]as|hours?|hrs?|weeks?|times?|items?|pieces?|pcs|units?|am|pm)(?!\w)))");
}

QString after(const char16_t* words, const QString& shortest)
{
    return QStringLiteral(R"(\b(?:)") + QStringView(words).toString() + QStringLiteral(R"()(?!\w))") +
           leadIn() + identifier(shortest);
}

QString month()
{
    return QStringLiteral(
        R"((?:jan(?:uary|eiro)?|feb(?:ruary|rero)?|mar(?:ch|zo|ço)?|apr(?:il)?|mayo?|june?|july?|aug(?:ust)?|sept?(?:ember|iembre)?|oct(?:ober|ubre)?|nov(?:ember|iembre|embro)?|dec(?:ember)?|ene(?:ro)?|abr(?:il)?|junio|julio|ago(?:sto)?|dic(?:iembre)?|fev(?:ereiro)?|maio|junho|julho|setembro|outubro|dez(?:embro)?|(?<=de )(?:set|out))\b)");
}

QString weekday()
{
    return QStringLiteral(
        R"((?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:el\s)?(?:lunes|martes|mi[eé]rcoles|jueves|viernes|domingo)(?:\spasado|\sque\sviene)?|(?:segunda|ter[cç]a|quarta|quinta|sexta)-feira|(?<=até |\sna |esta |nesta |próxima |é na )(?:segunda|ter[cç]a|quarta|quinta|sexta)(?!-|\s(?:vez|via|parte|feira))|s[aá]bado(?:\spasado|\spassado)?)");
}

/// Written out or in digits: "three", "tres", "12".
QString count()
{
    return QStringLiteral(
        R"((?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|couple of|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|uma?|duas|dois|tr[eê]s|quatro|sete|oito|nove|dez))");
}

QString relativeDate()
{
    const QString english =
        QStringLiteral(
            R"((?:the\s)?day\s(?:before\syesterday|after\stomorrow)|yesterday|yester(?:da|dy)|yestarday|ystrday|today|tonight|tonite|tomm?orr?ow|tomoro|tmrw|tmrow|tmr|2moro|2morrow|(?:last|next|this|coming)\s(?:night|nite|morning|afternoon|evening|week|weekend|month|year|)") +
        weekday() +
        QStringLiteral(
            R"()|(?:a\s)?%1\s(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s(?:ago|back|before)|)")
            .arg(count());
    const QString spanish =
        QStringLiteral(
            R"(anteayer|antier|ayer|anoche|hoy|pasado\sma[ñn]ana|(?<!la )(?<!las )mañana|hace\s%1\s(?:d[ií]as?|semanas?|mes(?:es)?|horas?|años?)|(?:la\s)?semana\s(?:pasada|que\sviene)|(?:el\s)?(?:mes|año)\spasado|)")
            .arg(count());
    const QString portuguese =
        QStringLiteral(
            R"(anteontem|ontem|hoje|amanhã|h[aá]\s%1\s(?:dias?|semanas?|m[eê]s(?:es)?|horas?|anos?)|%1\s(?:dias?|semanas?|m[eê]s(?:es)?|horas?|anos?)\satr[aá]s|(?:a\s)?semana\s(?:passada|que\svem)|(?:o\s)?m[eê]s\spassado|)")
            .arg(count());
    return english + spanish + portuguese + weekday();
}

QString amountNumber()
{
    return QStringLiteral(
        R"(\d{1,3}(?:[.,\s']\d{2,3}){0,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,3})?(?!\d))");
}

void addContact(std::vector<FactPattern>& all)
{
    all.push_back(
        {"", Needs::Nothing, Check::None, compiled(QStringLiteral(R"(\b((?:https?://|www\.)\S{1,400}))"))});
    all.push_back(
        {"email", Needs::At, Check::None,
         compiled(QStringLiteral(
             R"((?<![\w.+-])(?<![\w.+-]['’])([\w.+-](?:[\w.+'’-]{0,62}[\w.+-])?@(?:[\w-]{1,63}\.){1,4}\p{L}{2,24})(?![\w-]))"))});
    // An address to pay to: letters only after the at sign, and no dot.
    all.push_back(
        {"payment", Needs::At, Check::None,
         compiled(QStringLiteral(R"((?<![\w.+@-])([\w.-]{2,64}@(?!localhost)[a-z]{2,20})(?![\w@-]|\.\w))"))});
    all.push_back(
        {"", Needs::Digit, Check::CardNumber,
         compiled(QStringLiteral(
             R"((?<![\w-])(\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}|\d{4}[ -]?\d{6}[ -]?\d{5})(?![\w-]))"))});
    all.push_back(
        {"card", Needs::Digit, Check::None,
         compiled(QStringLiteral(
             R"(\b(?:card|tarjeta|cart[ãa]o|digits?|d[ií]gitos|ending|ends|ended|terminad[ao]|termina|final)\b[^\d\n.?!]{0,24}?(?<![\w-])(\d{4})(?![\w-]|\.\d|\s?(?:rs|rupees)\b))"))});
}

/// What is called a phone number behind it is no second order: "order 4711, 612345678 is my phone".
void addNamedPhone(std::vector<FactPattern>& all)
{
    all.push_back(
        {"phone", Needs::Digit, Check::PhoneNumber,
         compiled(QStringLiteral(
             R"((?<![\w.,#-])(\+?\d[\d ().-]{5,17}\d)(?=,?\s(?:is|es|é)\s(?:(?:my|the|mi|el|o|meu)\s){1,2}(?:(?:cell|mobile|n[uú]mero de)\s)?(?:phone|mobile|cell|whatsapp|tel[eé]fono|telefone|celular|fone|m[oó]vil)\b))"))});
}

void addAddress(std::vector<FactPattern>& all)
{
    // A house number and a street, with what follows up to the end of the thought.
    const QString rest =
        QStringLiteral(
            R"((?:[ ,]{1,3}(?!(?:and|but|how|why|what|when|where|is|its|it's|it|please|plz|pls|my|i|im|look|seriously|u|you|same|can|will|now|get|no|yes|the|this|that|they|y|e|pero|mas|por|que|se|as|not|ok|for|to)\b|(?:on|by|before|after|until|till|since|from|at|el|al|desde|hasta|antes|dia|d[ií]a|em|at[eé]|no)\s(?:the\s|de\s|del\s|el\s|dia\s|d[ií]a\s)?(?:\d|%1|%2)|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/)[\w/#-]{1,24}){0,12})")
            .arg(month(), weekday());
    all.push_back(
        {"address", Needs::Digit, Check::None,
         compiled(
             QStringLiteral(
                 R"((?<![\w/.-])((?:(?:flat|apt|apartment|house|plot|door|h)\.?\s?(?:no|number|num)?\.?[ :#]{0,2})?\d{1,5}[A-Z]?(?:[/-]\w{1,5})?,?(?: [\w.]{2,16}){0,3} (?:street|str|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|nagar|salai|marg|cross|colony|apartments?|towers?|layout|enclave)\b%1))")
                 .arg(rest))});
    all.push_back(
        {"address", Needs::Digit, Check::None,
         compiled(
             QStringLiteral(
                 R"((?<![\w/.-])((?:flat|apt|apartment|house|plot|door)\.?\s(?:no\.?|number|num)?[ :#]{0,2}[A-Z]{0,2}-?\d{1,5}[A-Z]?\b%1))")
                 .arg(rest))});
    all.push_back(
        {"address", Needs::Digit, Check::None,
         compiled(
             QStringLiteral(
                 R"(\b((?:calle|avenida|avda?\.|av\.|paseo|plaza|carrera|rua|travessa|alameda|rodovia|praça) (?:[\w.]{1,16}[ ]){0,5}?[\w.]{1,16},? (?:n[º°o.]{0,2} ?)?\d{1,5}[A-Z]?\b%1))")
                 .arg(rest))});
}

void addIdentifiers(std::vector<FactPattern>& all)
{
    all.push_back({"tracking", Needs::Digit, Check::Identifier,
                   compiled(QStringLiteral(R"((?<![\w-])(1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2})(?![\w-]))"))});
    all.push_back({"tracking", Needs::Digit, Check::Identifier,
                   compiled(after(u"tracking|trackng|awb|consignment|docket|waybill|rastreo|rastreio|"
                                  u"rastreamento|seguimiento|gu[ií]a",
                                  QStringLiteral("5")))});
    all.push_back(
        {"transaction", Needs::Digit, Check::Identifier,
         compiled(after(u"transaction|transactn|txn|utr|rrn|payment id|transacci[oó]n|transaç[ãa]o|nsu",
                        QStringLiteral("5")))});
}

void addAmounts(std::vector<FactPattern>& all)
{
    const QString number = amountNumber();
    const QString times = QStringLiteral(R"((?:\s?(?:k|lakhs?|lacs?|crores?|thousand|million|mil)\b)?)");
    all.push_back(
        {"amount", Needs::Digit, Check::None,
         compiled(
             QStringLiteral(
                 R"((?<![\w$])((?:R\$|US\$|A\$|C\$|MX\$|S/\.?|[$€£₹¥]|(?:USD|EUR|GBP|INR|BRL|MXN|COP|ARS|CLP|PEN|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|JPY|Rs|Re)\b\.?)\s?(?:%1)(?:\.-)?%2))")
                 .arg(number, times))});
    all.push_back(
        {"amount", Needs::Digit, Check::None,
         compiled(
             QStringLiteral(
                 R"((?<![\w.,/-])((?:%1)(?:\s?(?:k|lakhs?|lacs?|crores?|thousand|million|mil))?\s?(?:[€£](?:\d{2}(?!\d))?|[₹¥]|\$|(?:dollars?|d[oó]lar(?:es)?|bucks|euros?|pounds?|libras|quid|usd|eur|gbp|inr|brl|mxn|chf|sek|nok|dkk|pln|jpy|cad|aud|nzd|francs?|(?<=\s)kr|kroner|kronor|yen|zloty|reais|pesos?|soles|rupees?|rupess|rupies|rupias?|rs|rupaye|cents?|centavos|c[eé]ntimos)\b)))")
                 .arg(number))});
    all.push_back(
        {"amount", Needs::Digit, Check::None,
         compiled(QStringLiteral(
             R"((?<![\w.,/-])(\d{1,4}(?:[.,]\d{1,2})?\s?(?:k|lakhs?|lacs?|crores?)\b)(?!\s?(?:tv|video|resolution|hdmi|monitor|display|ultra|uhd|steps)))"))});
    all.push_back(
        {"amount", Needs::Nothing, Check::None,
         compiled(QStringLiteral(
             R"(\b((?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|lakh|cien|ciento|doscientos|quinientos|mil|veinte|treinta|cuarenta|cincuenta|diez|cem|cento|duzentos|quinhentos|vinte|trinta|quarenta|cinquenta|dez)[ -](?:y |e |and )?){1,5}(?:dollars?|bucks|euros?|pounds?|rupees?|reais|pesos?|d[oó]lares|soles))\b)"))});
    // Paid, charged, cost: then a number without a currency is one of money.
    all.push_back(
        {"amount", Needs::Digit, Check::None,
         compiled(QStringLiteral(
             R"(\b(?:amount|ammount|price|costs?|paid|pay|charged?|debited|deducted|refund(?: of)?|total|worth|bill|valor|precio|preço|pagu[eé]i?|cobraron|cobraram|cobrado|importe|monto|custou|cost[oó])(?:\s(?:of|was|is|me|us|like|about|around|approx|de|por|foi|era|fue|extra|only|just|over|almost|nearly|some|rs))?(?:\s(?:of|was|like|about|around|only|just|extra|de))?[\s:=-]{1,3}((?:\d{1,3}(?:[.,]\d{2,3}){1,4}|\d{2,7})(?:[.,]\d{1,2})?)(?![\w%:/-]|[.,]\d|\s?(?:times?|days?|d[ií]as?|hours?|hrs|horas?|minut[eo]s?|mins?|weeks?|semanas?|months?|m[eê]s(?:es)?|years?|a[ñn]os?|anos?|cuotas?|parcelas?|plazos?|presta[çc][õo]es|veces|vezes|items?|pieces?|for\s(?:order|the\sorder))\b))"))});
}

/// Prices told against each other, and what has cents after "for": "from 9.99 to 19.99", "for 1,998.00".
void addPrices(std::vector<FactPattern>& all)
{
    all.push_back(
        {"amount", Needs::Digit, Check::None,
         compiled(QStringLiteral(
             R"(\b(?:for|instead of|from|to|rather than|por|en vez de|en lugar de|em vez de|ao inv[ée]s de|de|a|para)\s(\d{1,3}(?:[.,]\d{3}){0,2}[.,]\d{2})(?![\w%:/-]|[.,]\d|\s?(?:am|pm|h|hs|hrs?|kg|g|km|m|cm|mm|gb|mb|l|ml|v|mm)\b))"))});
}

void addDates(std::vector<FactPattern>& all)
{
    all.push_back(
        {"date", Needs::Digit, Check::None,
         compiled(
             QStringLiteral(
                 R"((?<![\w/.-])(\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})|(?:(?<=el |on |by |em |dia |día |del |due |até |desde |since )|(?!(?:24/7|1/[234]|2/3|3/4)(?![\d/])))(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])|(?:\d{1,2}(?:st|nd|rd|th)?\s?[-–]\s?)?\d{1,2}(?:st|nd|rd|th|º|ª)?[\s-]?(?:de\s|of\s)?%1(?:(?:,?\s|-)(?:de\s|del\s)?(?:19|20)\d{2})?|%1\.?\s?\d{1,2}(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d{2})?(?!\d|:|\s?(?:days|weeks|months|times|hours|am|pm)))(?![\w/]|-\w))")
                 .arg(month()))});
    all.push_back(
        {"date", Needs::Digit, Check::None,
         compiled(QStringLiteral(
             R"((?<![\w-])((?:\d{1,2}(?:st|nd|rd|th)?\sof\s(?:this|last|next)\smonth)|(?<=on |by |since |til |till |until |before |from |after |the )\d{1,2}(?:st|nd|rd|th)(?!\s(?:time|floor|cross|street|main|block|day|party|person|item|order|class|gen|one|attempt|call|rate|copy))|d[ií]a\s\d{1,2})(?![\w-]))"))});
    all.push_back({"date", Needs::Nothing, Check::None,
                   compiled(QStringLiteral(R"((?<![\w-])(%1)(?![\w-]))").arg(relativeDate()))});
    all.push_back(
        {"time", Needs::Digit, Check::None,
         compiled(QStringLiteral(
             R"((?<![\w.:,/-])((?:1[0-2]|0?\d)(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.)|(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?hrs?)?|(?:[01]?\d|2[0-3])h[0-5]\d|(?<=às |as )(?:[01]?\d|2[0-3])\s?h(?:oras)?)(?![\w:]))"))});
}

void addOrders(std::vector<FactPattern>& all)
{
    const QString order = QStringLiteral("2");
    // The shape of a big shop's order numbers, whatever they are called.
    all.push_back({"order", Needs::Digit, Check::Identifier,
                   compiled(QStringLiteral(R"((?<![\w-])(\d{3}-\d{6,7}-\d{6,7}|OD\d{8,20})(?![\w-]))"))});
    all.push_back(
        {"reference", Needs::Digit, Check::Identifier,
         compiled(after(
             u"invoice|factura|fatura|nota fiscal|ticket|case|complaint|complain|reclamo|"
             u"protocolo|chamado|reference|ref|rma|return id|incident|isbn|serial|imei|localizador|"
             u"folio|expediente|application|solicitud|nif|cif|cnpj|contrato|contract|p[oó]liza|ap[oó]lice|"
             u"policy|abonado|socio|claim|"
             u"cliente|customer (?:number|id|no)|account (?:number|no)|member(?:ship)? (?:number|id|no)|"
             u"confirmation (?:number|code)|c[oó]digo (?:de|da) reserva",
             QStringLiteral("3")))});
    all.push_back(
        {"reference", Needs::Digit, Check::None,
         compiled(QStringLiteral(
             R"(\b(?:flight|vuelo|voo)\s(?:number\s|no\.?\s|n[uú]mero\s)?([A-Z]{2}\s?\d{2,4})(?![\w-]))"))});
    const char16_t* const words = u"orders?|ordr|oder|odr|orderid|orderno|pedidos?|orden|encomenda|compra|"
                                  u"booking|reserva|reservation|reservaci[oó]n|purchase order|po";
    all.push_back({"order", Needs::Digit, Check::Identifier, compiled(after(words, order))});
    all.push_back({"order", Needs::Digit, Check::Identifier,
                   compiled(QStringLiteral(R"((?<!\w)#\s?)") + identifier(order))});
    all.push_back(
        {"order", Needs::Digit, Check::Identifier,
         compiled(
             identifier(order) +
             QStringLiteral(
                 R"((?=\s\(?(?:is\s|es\s|é\s)?(?:my|mi|meu|the|el|o)\s(?:order|pedido)(?:\s(?:number|n[uú]mero))?\b(?!\s\d)))"))});
    // In groups: "order number 12 34 56 78"; and short, where nothing else can be meant: "order #99".
    all.push_back(
        {"order", Needs::Digit, Check::None,
         compiled(
             QStringLiteral(
                 R"(\b(?:%1)(?:\s?(?:number|no\.?|nr\.?|n[uú]mero|n[º°]\.?)[\s:#]{1,2}(?:(?:is|es|é)\s)?|:\s?)(\d{2,3}(?: \d{2,3}){2,5})(?![\w-]| \d))")
                 .arg(QStringView(words).toString()))});
    all.push_back({"order", Needs::Digit, Check::None,
                   compiled(QStringLiteral(R"(\b(?:%1)\s?#\s?(\d{1,2})(?![\w-]|[.,/:]\d))")
                                .arg(QStringView(words).toString()))});
}

void addPhones(std::vector<FactPattern>& all)
{
    all.push_back(
        {"phone", Needs::Digit, Check::PhoneNumber,
         compiled(QStringLiteral(
             R"((?<![\w.,#-])(\+\d{1,3}[\d ().-]{6,18}\d|\(\d{2,3}\)\s?\d[\d -]{5,12}\d|0\d{2,4}[ -]\d{6,8}|0\d{2,4}\s?/\s?\d{2,4}(?:\s?\d{2,4}){1,3}|[6789]\d{2}(?:-\d{2}){3}|\d{3}[-. ]\d{3}[-. ]\d{4}|[6-9]\d{4}[ -]\d{5}|[6-9]\d{9}|[6789]\d{2} \d{3} \d{3}|[6789]\d{2}(?: \d{2}){3}|\d{2} 9?\d{4}[- ]\d{4}|9\d{4}-\d{4})(?![\w-]|\.\d))"))});
    all.push_back(
        {"phone", Needs::Digit, Check::PhoneNumber,
         compiled(QStringLiteral(
             R"(\b(?:phone|mobile|mobl|cell|call|ring|whatsapp|contact|tel[eé]fono|telefone|tel|celular|fone|m[oó]vil|reach|llam\w{1,8}|ligu\w{1,4}|text)\b[^\d\n+?!]{0,30}?(?<![\w#-])(\+?\d[\d ().-]{5,17}\d)(?![\w-]|\.\d))"))});
}

std::vector<FactPattern> made()
{
    std::vector<FactPattern> all;
    addContact(all);
    addNamedPhone(all);
    addAddress(all);
    addIdentifiers(all);
    addAmounts(all);
    addPrices(all);
    addDates(all);
    addOrders(all);
    addPhones(all);
    return all;
}

qsizetype digitsOf(const QString& value)
{
    return std::count_if(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
}

/// The check digit every payment card ends in.
bool isCardNumber(const QString& value)
{
    int sum = 0;
    bool twice = false;
    for (qsizetype i = value.size(); i-- > 0;) {
        if (!value[i].isDigit())
            continue;
        const int digit = value[i].digitValue() * (twice ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
        twice = !twice;
    }
    return sum % 10 == 0 && digitsOf(value) >= 13;
}

/// No letters standing for digits ("112-NNNN"), and more than a word with a digit in it ("b4", "gr8").
bool isIdentifier(const QString& value)
{
    const QString upper = value.toUpper();
    // A letter four times over stands for what was not filled in.
    int same = 1;
    for (qsizetype i = 1; i < upper.size(); ++i) {
        same = upper[i] == upper[i - 1] && upper[i].isLetter() ? same + 1 : 1;
        if (same == 4 || (same == 3 && upper[i] == u'X'))
            return false;
    }
    const qsizetype digits = digitsOf(value);
    const bool capitals = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isUpper(); });
    return digits >= 3 || (digits >= 2 && capitals && value.size() >= 4);
}

} // namespace

const std::vector<FactPattern>& factPatterns()
{
    static const std::vector<FactPattern> all = made();
    return all;
}

const QRegularExpression& bareIdentifier()
{
    static const QRegularExpression expression =
        compiled(QStringLiteral(R"((?:#\s?)?)") + identifier(QStringLiteral("5")));
    return expression;
}

const QRegularExpression& nextIdentifier()
{
    static const QRegularExpression expression = compiled(
        QStringLiteral(
            R"(\s?(?:[,;/]\s?(?:(?:and|or|y|e|ou|o)\s)?|(?:and|or|&|y|e|ou|o)\s)(?:#\s?|n[º°o]\.?\s)?)") +
        identifier(QStringLiteral("1")));
    return expression;
}

const QRegularExpression& placeholder()
{
    static const QRegularExpression expression = compiled(QStringLiteral(
        R"(\[\p{L}(?:[^\[\]@\n\d]|\d(?!\d{2})){1,60}\]|\{{1,2}\s?\p{L}[\w ]{1,40}\}{1,2}|<\p{L}[\w ']{1,40}>)"));
    return expression;
}

bool passes(FactPattern::Check check, const QString& value)
{
    switch (check) {
    case Check::None:
        return true;
    case Check::Identifier:
        return isIdentifier(value);
    case Check::CardNumber:
        return isCardNumber(value);
    case Check::PhoneNumber:
        return digitsOf(value) >= 7 && digitsOf(value) <= 15;
    }
    return false;
}

} // namespace relevo::assist
