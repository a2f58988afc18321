#include <assist/issue_frames.h>

#include <assist/folded.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

/// A code, a link or a mail that does not come: the account's, unless it is worth money or tells of a parcel.
std::optional<IssueKind> missingCode(const QStringList& clauses)
{
    static const QRegularExpression notComing = frame(QStringLiteral(
        R"((?:codes?|codigos?|otp|pin|sms|link|enlace|e ?mails?|mails?|correos?|contrasena|senha)(?: \w+){0,4} (?:not|never|no|nunca|nao|doesnt|didnt|isnt|hasnt|wont|dont|aun no|ainda nao)(?: \w+){0,2} (?:arriv|com|show|recei|deliver|lleg|recib|cheg|receb|entra|aparec)\w*|(?:not|never|no|nunca|nao|doesnt|didnt|dont|havent|hasnt|cant|nothing|still)(?: \w+){0,2} (?:arriv|recei|got|get|lleg|recib|cheg|receb)\w*(?: \w+){0,4} (?:codes?|codigos?|otp|pin|sms|link|enlace|e ?mails?|mails?|correos?|contrasena|senha))"));
    static const QRegularExpression worthMoney = frame(QStringLiteral(
        R"((?:gift|discount|promo\w*|coupon|voucher|regalo|descuento|cupon|desconto|cupom|presente)\w*)"));
    static const QRegularExpression goods = frame(QStringLiteral(
        R"((?:order|parcel|package|shipment|track|pedido|paquete|envio|seguimiento|rastre|encomenda|pacote|product|item|refund|reembols|estorn|invoice|factura|fatura)\w*)"));
    static const QRegularExpression tracking = frame(QStringLiteral(R"((?:track|seguim|rastre)\w*)"));
    for (const QString& clause : clauses) {
        const QRegularExpressionMatch match = notComing.match(clause);
        if (!match.hasMatch() || stands(goods, match.captured()) || stands(tracking, clause))
            continue;
        return stands(worthMoney, clause) ? IssueKind::Offer : IssueKind::Account;
    }
    return std::nullopt;
}

bool refusedRefund(const QStringList& clauses)
{
    static const QRegularExpression refused = frame(QStringLiteral(
        R"((?:refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|reject(?:ed|s|ing)?|declin(?:e|ed|es|ing)|rechaz\w+|neg(?:aron|o|ado|ada|ou|aram|am|a|ando|asteis)|nieg\w+|deneg\w+|denieg\w+|recus\w+)(?: \w+){0,4} (?:refund\w*|reembols\w+|estorn\w+|money back|devolver\w*(?: \w+){0,2} (?:dinero|dinheiro))|(?:refund|reembolso|estorno)(?: \w+){0,5} (?:refused|denied|rejected|declined|rechazad[oa]|negad[oa]|denegad[oa]|recusad[oa])|(?:you|they|seller|shop|store) (?:wont|will not|would not|wouldnt)(?: \w+){0,1} (?:refund|give(?: \w+){0,3} money back)|no (?:me |nos |le )?quier(?:en|e|es) (?:reembols\w+|devolver\w*(?: \w+){0,2} dinero)|nao (?:me |nos )?quer(?:em)? (?:reembols\w+|estorn\w+|devolver(?: \w+){0,2} dinheiro))"));
    // "I refused the delivery and want a refund", "my card was declined".
    static const QRegularExpression ofSomethingElse = frame(QStringLiteral(
        R"((?:i|we|yo|eu) (?:refused|rejected|declined|denied|recusei|neguei)|(?:not|never|no|nao|wasnt|isnt) (?:refused|rejected|denied|declined|rechazad\w+|negad\w+|recusad\w+)|rechace|(?:deliver|entreg|parcel|package|paquete|card|tarjeta|cartao|payment|pago|pagamento|replac|exchange)\w*)"));
    constexpr qsizetype before = 14; // characters: "my card was"
    return std::any_of(clauses.begin(), clauses.end(), [](const QString& clause) {
        const QRegularExpressionMatch match = refused.match(clause);
        const qsizetype from = std::max<qsizetype>(0, match.capturedStart() - before);
        return match.hasMatch() && !stands(ofSomethingElse, clause.mid(from, match.capturedEnd() - from));
    });
}

/// Something else came than was ordered.
bool otherGoods(const QString& text, const QStringList& clauses)
{
    static const QRegularExpression other = frame(QStringLiteral(
        R"((?:lleg(?:o|aron|a)|envia(?:ron|steis|ste)|manda(?:ron|steis|ste)|vino|vinieron|dieron|entregaron|recibi|recibimos)(?: \w+){0,1} otr[oa]s? (?!vez|dia|semana|mes|mail|email|correo|mensaje|sms|codigo|cobro|cargo|factura|pedido|paquete|carta|repartidor|persona|tecnico|mensajero)\w+|(?:veio|vieram|cheg(?:ou|aram)|recebi|recebemos|mandaram|enviaram|entregaram)(?: \w+){0,1} outr[oa]s? (?!vez|dia|semana|mes|mail|email|mensagem|sms|codigo|cobranca|fatura|boleto|pedido|pacote|encomenda|carta|entregador|pessoa|tecnico)\w+|(?:got|received|recieved|sent me|sent us|was sent|delivered|get) (?:something (?:else|different)(?! to\b)|(?:some|an|a)?(?:other|nother|another|completely different|totally different|different) (?:item|product|thing|one|colou?r|size|model))|(?:not|isnt|wasnt|arent) (?:\w+ ){0,1}what (?:i|we) (?:ordered|bought|asked|wanted|chose)|no (?:es|era|son|fue) (?:lo|el|la|los|las) que (?:\w+ )?(?:pedi|compre|encargue|pedimos|queria)|nao (?:e|era|sao|foi) (?:o|a|os|as) que (?:eu )?(?:pedi|comprei|encomendei|pedimos|queria))"));
    // "Talla 38 y me llegaron 40", "a lamp and got a chair".
    static const QRegularExpression boughtAndGot = frame(QStringLiteral(
        R"((?:ordered|bought|purchased|asked for|compre|compramos|pedi|pedimos|encargue|comprei|encomendei)(?: \w+){1,8} (?:and|but|y|pero|e|mas) (?:i |we |you |they |me |nos |vosotros )?(?:got|received|recieved|sent me|sent|gave me|was sent|lleg(?:o|aron)|envia(?:ron|steis)|manda(?:ron|steis)|vino|vinieron|recibi|veio|vieram|cheg(?:ou|aram)|recebi|mandaram|enviaram|me mandaram|me enviaram) (?:size |talla |tamanho |a size |numero |um |una |un |uma |a |an |the |el |la |o |unas |unos )?(e mail|\w+))"));
    static const QRegularExpression colourOrNumber = frame(QStringLiteral(
        R"(\d{1,3}|xs|s|m|l|xl|xxl|red|blue|green|black|white|pink|yellow|orange|purple|brown|gr[ae]y|rojo|roja|rojos|rojas|azul|azules|verdes?|negr[oa]s?|blanc[oa]s?|rosa|gris|amarill[oa]s?|vermelh[oa]s?|azuis|pret[oa]s?|branc[oa]s?|cinza|amarel[oa]s?)"));
    static const QRegularExpression article = frame(QStringLiteral(
        R"((?:got|received|recieved|sent me|sent|gave me|lleg(?:o|aron)|envia(?:ron|steis)|manda(?:ron|steis)|recibi|veio|vieram|cheg(?:ou|aram)|recebi|mandaram|enviaram) (?:um|una|un|uma|an?|unas|unos) [a-z]+$)"));
    static const QRegularExpression noGoods = frame(QStringLiteral(
        R"((?:e ?mails?|mails?|mensaj\w*|messag\w*|mensag\w*|sms|text|call|notif\w*|aviso|notice|refund|reembolso|estorno|invoice|factura|fatura|bill|receipt|recibo|link|code|codigo|charge\w*|cargo|cobr\w*|discount|voucher|coupon|cupon|cupom|error|erro|confirm\w*|correo|respuesta|reply|response|answer|resposta|ticket|delay\w*|few|couple|lot|dia|dias|days?|week|hora|mes|notification|tracking|update|bit|little|poco|pouco))"));
    // "You sent me a blue one, I ordered red."
    static const QRegularExpression sentAndOrdered = frame(QStringLiteral(
        R"((?:(?:you|they) (?:sent|gave|delivered)(?: (?:me|us))?|(?:me|nos) (?:enviaron|mandaron|enviasteis|mandasteis|llego|llegaron|dieron|mandaram|enviaram)|(?:mandaram|enviaram|veio|chegou))(?: (?!que\b|lo\b|pedido|paquete|encomenda|order|tarde|late|after|before|when|where)\w+){1,4} (?:and |but |y |pero |e |mas |cuando |quando )?(?:i |we |yo |eu )?(?:ordered|wanted|asked for|bought|pedi|compre|habia pedido|queria|comprei|tinha pedido)\b)"));
    if (std::any_of(clauses.begin(), clauses.end(),
                    [](const QString& clause) { return stands(other, clause); }))
        return true;
    if (const QRegularExpressionMatch match = boughtAndGot.match(text); match.hasMatch()) {
        const QString got = match.captured(1);
        if (!stands(noGoods, got) && (stands(colourOrNumber, got) || stands(article, match.captured())))
            return true;
    }
    const QRegularExpressionMatch match = sentAndOrdered.match(text);
    return match.hasMatch() && !stands(noGoods, match.captured());
}

/// From one on, in the three languages.
const std::array<QStringList, 12>& smallNumbers()
{
    static const std::array<QStringList, 12> all = [] {
        std::array<QStringList, 12> made;
        const QStringList lines =
            QStringLiteral("one un una uno um uma,two dos dois duas,three tres,four cuatro quatro,five cinco,"
                           "six seis,seven siete sete,eight ocho oito,nine nueve nove,ten diez dez,"
                           "eleven once onze,twelve doce doze")
                .split(u',');
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = lines[static_cast<qsizetype>(i)].split(u' ');
        return made;
    }();
    return all;
}

/// 0 for none
int numberOf(const QString& word)
{
    const auto& all = smallNumbers();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&word](const QStringList& same) { return same.contains(word); });
    return found == all.end() ? word.toInt() : static_cast<int>(found - all.begin()) + 1;
}

/// A frame with a number wherever it says NUM.
QRegularExpression numbersFrame(QString pattern)
{
    QStringList names;
    for (const QStringList& same : smallNumbers())
        names += same;
    return frame(
        pattern.replace(QLatin1String("NUM"), QStringLiteral(R"((\d{1,3}|%1))").arg(names.join(u'|'))));
}

/// "Only five of six chairs arrived", "ordered two and got one".
bool fewerThanOrdered(const QString& text)
{
    static const QRegularExpression fewer = numbersFrame(QStringLiteral(
        R"((?:only|just|solo|solamente|apenas|so|somente)(?: \w+){0,3} (?:NUM|half|la mitad|metade)(?: \w+){0,2} (?:of|de|das|dos)(?: (?:the|my|our|las|los|mis|as|os|meus|minhas))? NUM|(?:of|de|das|dos)(?: (?:the|my|our|las|los|mis|as|os|meus|minhas))? NUM(?: \w+){0,3} (?:only|just|solo|solamente|apenas|so|somente)(?: \w+){0,3} NUM|(?:only|just) (?:received |got |the )?NUM (?!days|hours|weeks|e?mails)\w+(?: \w+){0,1} (?:arrived|came|were delivered|have arrived)|(?:solo|solamente) (?:me |nos )?(?:llegaron|vinieron|recibi) NUM (?!dias|horas|correos|mensajes|mails)\w+|(?:so|apenas|somente) (?:me )?(?:chegaram|vieram|recebi) NUM (?!dias|horas|emails|mensagens)\w+|(?:arrived|came|received|got|llegaron|vinieron|recibi|chegaram|vieram|recebi) NUM(?: \w+){0,1} (?:of the|of my|out of|de las|de los|de mis|das|dos)(?: (?:the|my|as|os|meus|minhas))? NUM)"));
    static const QRegularExpression coming = frame(QStringLiteral(
        R"((?:arriv|recei|recie|deliver|came|come|got|sent|lleg|recib|entreg|vin(?:o|ieron)|envia|manda|cheg|veio|vieram|receb)\w*)"));
    static const QRegularExpression boughtAndGot = numbersFrame(QStringLiteral(
        R"((?:ordered|bought|purchased|paid for|compre|compramos|pedi|pedimos|comprei|paguei por)(?: \w+){0,2} NUM(?: \w+){0,4} (?:and|but|y|pero|e|mas)(?: \w+){0,2} (?:got|received|recieved|sent|lleg\w+|recibi|mandaron|enviaron|vinieron|veio|vieram|cheg\w+|recebi|mandaram)(?: only| just| solo| so| apenas)? NUM\b(?! \w+ (?:late|broken|damaged|days)))"));
    static const QRegularExpression sized =
        frame(QStringLiteral(R"(sizes?|tallas?|tamanhos?|numero|number|models?|modelo)"));
    if (const QRegularExpressionMatch match = boughtAndGot.match(text); match.hasMatch()) {
        const int ordered = numberOf(match.captured(1));
        const int came = numberOf(match.captured(2));
        // Of a size a smaller one is another, and "a lamp and got one" is what was wanted.
        if (!stands(sized, match.captured()) && came > 0 && came < ordered)
            return true;
    }
    return stands(fewer, text) && stands(coming, text);
}

bool inPieces(const QString& text)
{
    static const QRegularExpression pieces = frame(QStringLiteral(
        R"(in (?:\w+ ){0,2}?pieces|shattered|smashed|(?:hech[oa]s?|en|em|feit[oa]s?)(?: mil)? (?:pedazos|anicos|trozos|pedacos|cacos)|despedacad[oa]s?|estilhacad[oa]s?|destrozad[oa]s?)"));
    static const QRegularExpression coming = frame(QStringLiteral(
        R"((?:arriv|recei|came|inside|is|are|was|were|lleg|recib|vin(?:o|ieron)|esta|estan|estaba|cheg|veio|vieram|estao|estava)\w*)"));
    return stands(pieces, text) && stands(coming, text);
}

/// "The technician did not come": an appointment that was not kept.
bool visitMissed(const QString& text)
{
    static const QRegularExpression missed = frame(QStringLiteral(
        R"((?:technician|engineer|installer|plumber|electrician|tecnicos?|instalador(?:es)?|fontanero|electricista|encanador|eletricista|montador(?:es)?)(?: \w+){0,12} (?:didnt|did not|never|hasnt|no|nao|nunca|no one|nobody) (?:come|came|show\w*|turn\w*|arriv\w*|appear\w*|vino|vinieron|aparec\w+|llego|llegaron|ha venido|se presento|veio|vieram|apareceu|compareceu)|(?:nobody|no one|nadie|ninguem) (?:came|showed up|turned up|vino|ha venido|se presento|veio|apareceu))"));
    static const QRegularExpression fetching =
        frame(QStringLiteral(R"((?:pick|collect|fetch|recog|coleta|retirar|buscar)\w*)"));
    return stands(missed, text) && !stands(fetching, text);
}

/// "I cannot log in".
bool lockedOut(const QString& text)
{
    static const QRegularExpression locked = frame(QStringLiteral(
        R"((?:cannot|cant|couldnt|unable to|not able to|wont let me|no puedo|no me deja|no consigo|nao consigo|nao posso|nao da para)(?: \w+){0,2} (?:log ?in|login|sign in|log on|iniciar sesion|loguearme|fazer login|logar|entrar (?:a|en|en mi|na|na minha|no) (?:cuenta|conta|mi cuenta|minha conta)))"));
    return stands(locked, text);
}

bool lateJourney(const QString& text)
{
    static const QRegularExpression late = frame(QStringLiteral(
        R"((?:flight|train|bus|vuelo|tren|voo|trem|onibus)(?: \w+){0,3} (?:delayed|late|retras\w+|atras\w+))"));
    return stands(late, text);
}

/// "I want my 59,90 € back".
bool ownMoneyBack(const QString& text)
{
    static const QRegularExpression back = frame(QStringLiteral(
        R"((?:want|need|give|get|like|quiero|queremos|exijo|quero|exijo|devuelv\w+|devolv\w+)(?: \w+){0,2} (?:my|our|mis|los|meus|os|those|the) (?:(?:us|r|eur|usd|gbp|rs|brl) ?)?\d+(?: \d+)?(?: \w+){0,1} (?:back|de vuelta|de volta)|(?:devuelv\w+|devolv\w+)(?: (?:mis|los|meus|os|nuestros|nossos))? (?:(?:us|r|eur|usd|gbp|rs|brl) ?)?\d+(?: \d+)? (?:euros?|dolares|pesos|reais|soles|dolares))"));
    return stands(back, text);
}

/// What somebody asks who has not ordered yet.
bool asksBeforeOrdering(const QString& text, const QStringList& clauses)
{
    static const QRegularExpression ordered = frame(QStringLiteral(
        R"((?:my|mine|our|mi|mis|meu|minha|meus|nosso|where|when|cuando|donde|onde|quando|late|ordered|compre|comprei|pedi|paid|pague|paguei|charged|refund\w*|reembols\w*|tracking|arrived|llegado|llego|chegou|yet|still|todavia|ainda)|(?:order|pedido|parcel|package|paquete|encomenda)s?|\d{4,})"));
    static const QString opening = QStringLiteral(
        R"(^(?:(?:hi|hello|hey|hola|buenas|buenos|dias|tardes|bom|boa|dia|tarde|noite|oi|ola|and|y|e|so|also|ok|question|pregunta|una|uma|duvida|por favor|please|just wondering|i want to know|i would like to know|want to know|queria saber|quiero saber|quisiera saber|gostaria de saber|quero saber|if|whether|si|se|ustedes|vosotros|voces|vcs|vc|voce) )*)");
    static const QRegularExpression shipping = frame(
        opening +
        QStringLiteral(
            R"((?:(?:do|can|could|would|will|are|is) (?:you|u|ya|they|it)(?: guys| also| even| able to| possible to)? (?:ship|deliver)(?:s|ing)?(?: \w+){0,3}? (?:to|in|within|outside|abroad|internationally|overseas|worldwide)|(?:do|can) (?:you|u) (?:offer|have|do)(?: \w+){0,2} (?:shipping|delivery)|how (?:much|long|many days)(?: \w+){0,4} (?:shipping|delivery|postage)|what (?:is|are|does)(?: \w+){0,2} (?:shipping|delivery)(?: \w+){0,1} (?:cost|costs|fee|fees|time|times|price)|(?:hac(?:eis|en|es)|ten(?:eis)|tienen|realiza(?:n|is)|ofrec(?:en|eis))(?: \w+){0,2} (?:envios?|entregas?)|(?:envia|manda|entrega)(?:n|is)(?: \w+){0,2} (?:a|en|al|fuera|hasta)|repart(?:is|en) en|cuanto (?:cuesta|vale|es|sale|tarda|cobran|cuestan)(?: \w+){0,3} (?:envios?|entrega|portes)|(?:entrega|envia|manda)(?:m)?(?: \w+){0,1} (?:em|no|na|para|pra|pro|fora)|faz(?:em)?(?: a| as)? entregas?|tem entrega|quanto (?:custa|fica|sai|e|demora|da)(?: \w+){0,3} (?:frete|entrega|envio)))"));
    static const QRegularExpression paying = frame(
        opening +
        QStringLiteral(
            R"((?:can|could|may) (?:i|we|you|one) pay (?:by|with|via|using|in|on|through)|(?:do|can) (?:you|u) (?:accept|take)(?: \w+){0,3} (?:paypal|cards?|visa|mastercard|amex|cash|bitcoin|crypto|klarna|checks?|cheques?|apple pay|google pay|payments?|transfers?|pix|bizum))"));
    if (stands(ordered, text))
        return false;
    return std::any_of(clauses.begin(), clauses.end(), [](const QString& clause) {
        return stands(shipping, clause) || stands(paying, clause);
    });
}

/// "Why did you cancel it", "they cancelled my order".
bool toldOfCancelling(const QString& text)
{
    static const QRegularExpression told = frame(QStringLiteral(
        R"((?:why|how come) (?:did |have |has |was |do )?(?:you |they |u |the seller |the shop |my order )?(?:cancel|cancell?ed)|(?:you|they|seller|store|shop|website|site|system|company|restaurant|he|she)(?: (?:have|has|had|just|already|simply))? cancell?ed|(?:me|nos|te|les) (?:lo |la |los |las |han )?cancel(?:aron|asteis|aste|ado)|(?:says|shows|aparece|consta|dice|diz)(?: \w+){0,2} cancel(?:l?ed|ad[oa])|cancelaron (?:mi|el|la|los|las|nuestro|nuestra)|cancelaram)"));
    static const QRegularExpression booked = frame(
        QStringLiteral(R"((?:flight|vuelo|hotel|appointment|reserva|consulta|habitacion)s?|voos?|citas?)"));
    return stands(told, text) && !stands(booked, text);
}

} // namespace

std::optional<IssueKind> kindByFrame(const QString& issue)
{
    const QString text = foldedText(issue);
    const QStringList clauses = foldedClauses(issue);
    if (refusedRefund(clauses))
        return IssueKind::RefundRefused;
    if (fewerThanOrdered(text))
        return IssueKind::Incomplete;
    if (otherGoods(text, clauses) || inPieces(text))
        return IssueKind::Faulty;
    if (const auto code = missingCode(clauses))
        return code;
    if (ownMoneyBack(text))
        return IssueKind::WantsRefund;
    if (visitMissed(text) || lateJourney(text))
        return IssueKind::Booking;
    if (lockedOut(text))
        return IssueKind::Account;
    if (asksBeforeOrdering(text, clauses))
        return IssueKind::Other;
    if (!asksToCancel(issue) && toldOfCancelling(text))
        return IssueKind::WasCancelled;
    return std::nullopt;
}

bool asksToCancel(const QString& issue)
{
    static const QRegularExpression asking = frame(QStringLiteral(
        R"((?:like|want|need|wanna|wish|please|plz|pls|trying|quiero|quisiera|necesito|deseo|queria|quero|gostaria|preciso|favor)(?: \w+){0,3} cancel(?:ar|arlo|arla|lo|a|e|en|em)?)"));
    return stands(asking, foldedText(issue));
}

} // namespace relevo::assist
