#include <assist/issue.h>

#include <assist/excerpt.h>
#include <assist/issue_goods.h>
#include <assist/stems.h>
#include <assist/tokens.h>
#include <assist/triggers.h>
#include <assist/wish_cut.h>

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr qsizetype longestIssue = 240;
constexpr qsizetype shortSentence = 110; ///< then the one after it may belong to it
constexpr qsizetype longestWish = 120;
constexpr int worthless = -1'000;

// Words that speak of something gone wrong or wanted.
const Stems& troubles()
{
    static const Stems stems(
        u"not no never didnt cant cannot couldnt wont isnt wasnt werent hasnt havent hadnt "
        u"doesnt dint havnt nevr nothing wrong broken brokn damag dent crack scratch bent "
        u"defect different diffrent missing late delay still "
        u"authentic mismatch stopped golpead abollad amassad rasgad problem issue error fail stuck lost "
        u"charg debit twice instead "
        u"refund cancel return "
        u"replac exchange wait expired "
        u"trava. travou desaparec sumiu sumiram cierra. cuelga. cuelgue rompi crack leak torn fake "
        u"empty incomplete deduct crash "
        u"refuse change help want need "
        u"no nunca problema error fallo mal roto rota danad defectuos equivocad falta "
        u"faltan retras cobr averi bloque reembols "
        u"cancel devol cambi todavia aun perdid esper quiero necesito "
        u"nao nunca problema erro falha quebrad danific defeito errad falta atras cobrad "
        u"duas reembols troca ainda perdid "
        u"esper quero preciso");
    return stems;
}

// What it can be about.
const Stems& thingStems()
{
    static const Stems stems(
        u"order delivery deliver arriv bought lleg cheg compr package parcel receiv reciev reciv return "
        u"product item payment refund account invoice subscription card money "
        u"address website "
        u"app apps aplicacion aplicativo pagina. site. pantalla screen coupon code shipment booking "
        u"membership gym. contract flight internet router "
        u"pedido entrega paquete producto articulo pago cuenta factura suscripcion tarjeta dinero direccion "
        u"envio cupon gimnasio contrat poliza apolice reserva vuelo voo. "
        u"pacote produto pagamento conta fatura nota assinatura cartao dinheiro endereco encomenda cupom");
    return stems;
}

const Stems& greetings()
{
    static const Stems stems(
        u"hi. hello. hey. dear. good. morning. afternoon. evening. there. sir. madam. team. "
        u"hola. buenos. buenas. dias. tardes. noches. "
        u"ola. oi. bom. boa. dia. tarde. noite. tudo. bem.");
    return stems;
}

const Stems& fillers()
{
    static const Stems stems(u"ok okay well so no yes ya yeah yep fine listen look like man dude bro um umm "
                             u"hmm uh ugh sigh and but "
                             u"bueno mira pues entonces bom olha entao ta");
    return stems;
}

// What a sentence can do without in front even when no comma follows.
const Stems& leads()
{
    static const Stems stems(
        u"but. and. so. then. ok. okay. ugh. umm. hmm. uhh. well. yaar. bro. pero. mas. "
        u"entonces. entao. yes. yeah. yep. ya. yup. fine. sim. si. pues. que. oye. mira. ei. hey.");
    return stems;
}

// What only goes on from what was said before.
const Stems& dependent()
{
    static const Stems stems(
        u"if. but. and. or. so. then. because. coz. it. its. this. that. they. he. she. si. pero. y. "
        u"porque. eso. se. mas. e. isso. ele. ela. entao. entonces. instead. also. subject.");
    return stems;
}

const Stems& wanting()
{
    static const Stems stems(
        u"want. wants wnt wanna need. demand prefer like. expect quiero exijo necesito prefiero gustaria "
        u"quero exijo preciso prefiro gostaria");
    return stems;
}

// What can be wished for, a group each: one that the problem names need not be said again.
const std::vector<Stems>& outcomes()
{
    static const std::vector<Stems> all{
        Stems(u"refund reembols estorn money dinero dinheiro devolvais devuelvan devuelvas devolvam"),
        Stems(u"cancel baja. unsubscrib"),
        Stems(u"replac exchange reemplaz substitu troca cambio resend reship ship. new. correct original"),
        Stems(u"compensat discount coupon compensac desconto descuento"),
        Stems(u"return. devolver pickup"),
        Stems(u"technician tecnico engineer")};
    return all;
}

constexpr int compensation = 3; ///< of these

const Stems& thanking()
{
    static const Stems stems(
        u"thanks thank thx ok okay fine great gracias vale perfecto obrigad valeu beleza certo");
    return stems;
}

/// "I am writing to inform you that", "Me pongo en contacto porque": says nothing.
QString withoutOpening(const QString& sentence)
{
    static const QRegularExpression opening(
        QStringLiteral(
            R"(^(?:(?:respected|dear)\s(?:customer\s)?(?:support|sir|madam|team|care)[\s,/a-z]{0,20}?,\s*)?(?:(?:hi|hello)[,!. ]+)?(?:i\s?(?:am|'m|was|want(?:ed)?\sto|would\slike\sto)?\s(?:writ(?:ing|e)|contact(?:ing)?|reach(?:ing)?\sout|inquir(?:ing|e)|enquir(?:ing|e)|complain(?:ing)?|mess?ag(?:ing|e))(?:\s(?:to\syou|you|in))?|(?:les?|te)\sescribo|escribo|me\spongo\sen\scontacto|estou\s(?:escrevendo|entrando\sem\scontato)|escrevo)(?:\sto\s(?:express\smy\s(?:extreme\s|deep\s)?(?:dissatisfaction|disappointment|frustration|concern)|inform\syou|report|(?:lodge|file|make|register)\sa\s(?:formal\s)?complaint|complain|inquire|enquire|query|ask|raise|address|let\syou\sknow|request|notify\syou|tell\syou))?(?:\s(?:with(?:\s(?:regards?\sto|respect\sto))?|in\sregards?\sto|regarding|concerning|about|that|because|on|para\sreclamar|para\sinformar|porque|sobre|por|pois|que|de))*\s+)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = opening.match(sentence);
    if (!match.hasMatch())
        return sentence;
    const QString rest = sentence.mid(match.capturedEnd());
    return words(rest).size() >= 4 ? rest : sentence;
}

/// Without "Hi," or "Buenos días," in front, and with a capital first.
QString cleaned(QString sentence)
{
    sentence = sentence.simplified();
    for (int round = 0; round < 3; ++round) {
        const qsizetype end = sentence.indexOf(u',');
        if (end < 0 || end > 24)
            break;
        const std::vector<QString> front = words(sentence.left(end));
        const bool empty = std::all_of(front.begin(), front.end(), [](const QString& word) {
            return greetings().match(word) || fillers().match(word);
        });
        if (!empty || end + 1 >= sentence.size())
            break;
        sentence = sentence.mid(end + 1).trimmed();
    }
    const QStringList parts = sentence.split(u' ');
    static const Stems hello(u"hi. hello. hey. hola. ola. oi.");
    if (parts.size() > 3 && hello.matchAny(words(parts.first())))
        sentence = sentence.mid(parts.first().size() + 1);
    for (int round = 0; round < 3; ++round) {
        const qsizetype space = sentence.indexOf(u' ');
        // "Só" is "only": without it the Portuguese say something else.
        const bool only = sentence.startsWith(u"só ", Qt::CaseInsensitive);
        if (space < 0 || only || sentence.count(u' ') < 2 || !leads().matchAny(words(sentence.left(space))))
            break;
        sentence = sentence.mid(space + 1);
    }
    if (sentence.startsWith(QLatin1String("subject:"), Qt::CaseInsensitive))
        sentence = sentence.mid(8).trimmed();
    sentence = withoutOpening(sentence);
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

/// Sentences, with "Order no." and its number in one.
QStringList thoughts(const QString& text)
{
    QStringList parts = sentences(text);
    for (qsizetype i = parts.size() - 1; i-- > 0;) {
        const QString& part = parts[i];
        if (part.endsWith(u'.') && (part.endsWith(QLatin1String(" no."), Qt::CaseInsensitive) ||
                                    part.endsWith(QLatin1String(" nro."), Qt::CaseInsensitive))) {
            parts[i] += u' ' + parts[i + 1];
            parts.removeAt(i + 1);
        }
    }
    return parts;
}

/// Which of the things that can be wished for a sentence names; -1 for none.
int outcomeOf(const std::vector<QString>& text)
{
    const auto found = std::find_if(outcomes().begin(), outcomes().end(),
                                    [&text](const Stems& stems) { return stems.matchAny(text); });
    return found == outcomes().end() ? -1 : static_cast<int>(found - outcomes().begin());
}

bool isWish(const QString& sentence, const std::vector<QString>& text)
{
    static const Stems conditions(u"if. when. cuando. quando. something. else. useless. inutil");
    static const QRegularExpression denied(
        QStringLiteral(
            R"(\b(?:don['’]?t|didn['’]?t|do\snot|did\snot|not|no|não|nao|tampoco)\s(?:really\s|even\s|just\s|lo\s|la\s|o\s)?(?:want|wnt|wanna|need|like|prefer|quiero|necesito|quero|preciso)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    static const Stems denials(u"dont. didnt.");
    static const Stems polite(
        u"just. please. plz. pls. favor. por. kindly. atleast. re. i. ill. im. yo. eu. solo. so.");
    static const Stems mayYou(u"can. could. puedo. puede. podria. posso. pode. poderia.");
    static const Stems orders(u"refund. replace. cancel. cancela. cancele. cancelen. return. exchange. give. "
                              u"giv. send. snd. ship. denme. dame. "
                              u"dadme. devuelvan. devuelvanme. devolvam. manden. mandem. envien.");
    static const Stems told(
        u"is. was. has. hasnt. request. requested. initiated. pending. amount. status. foi. fue.");
    static const Stems asking(u"how why what where who check. tell. status know sure ensure was. is.");
    if (text.size() < 2 || outcomeOf(text) < 0 || conditions.matchAny(text))
        return false;
    // "I don't want credit, I want my money back" is one; "no quiero un reembolso" is none.
    const auto wants =
        std::count_if(text.begin(), text.end(), [](const QString& word) { return wanting().match(word); });
    if (wants == 0 ? denials.matchAny(text) : sentence.count(denied) >= wants)
        return false;
    if (!sentence.endsWith(u'?') && wants > 0)
        return true;
    const auto verb = std::find_if(text.begin(), text.end(), [](const QString& word) {
        return !fillers().match(word) && !leads().match(word) && !polite.match(word);
    });
    if (verb == text.end() || asking.matchAny(text))
        return false;
    // "Can I cancel it?", "just refund me": but not "refund was promised".
    if (mayYou.match(*verb))
        return text.size() >= 4;
    return orders.match(*verb) && std::next(verb) != text.end() && !told.match(*std::next(verb));
}

/// How much a sentence tells a stranger.
int worthOf(const QString& sentence)
{
    const std::vector<QString> spoken = words(sentence);
    if (spoken.empty())
        return -50;
    int worth = std::min<int>(static_cast<int>(spoken.size()), 20);
    int trouble = 0;
    int thing = 0;
    int digits = 0;
    for (const QString& word : spoken) {
        trouble += troubles().match(word) ? 1 : 0;
        thing += thingStems().match(word) ? 1 : 0;
        digits += std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }) ? 1 : 0;
    }
    worth += 6 * std::min(trouble, 3) + 6 * std::min(thing, 2) + std::min(digits, 2);
    if (trouble == 0)
        worth -= thing == 0 ? 12 : 6;
    if (spoken.size() < 4)
        worth -= 12;
    // An order number alone is a fact.
    if (trouble == 0 && digits > 0 && spoken.size() <= 7)
        worth -= 20;
    if (thanking().match(spoken.front()))
        worth -= 10;
    if (dependent().match(spoken.front()))
        worth -= 7;
    // What is wanted comes after what is wrong.
    if (isWish(sentence, spoken))
        worth -= 15;
    // Mostly numbers: an address or a list of data.
    if (digits * 2 > static_cast<int>(spoken.size()))
        worth -= 10;
    return worth;
}

// Of those, what may be said of anything.
const Stems& vagueTroubles()
{
    static const Stems stems(u"not no never still wait want need help like change instead "
                             u"nunca nao todavia aun ainda esper quiero necesito quero preciso");
    return stems;
}

/// Whether something is named that an agent can begin with: what it is about, a number, or what is wrong.
bool namesSomething(const QString& text)
{
    const std::vector<QString> spoken = words(text);
    return std::any_of(spoken.begin(), spoken.end(), [](const QString& word) {
        return std::count_if(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }) >= 2 ||
               thingStems().match(word) || (troubles().match(word) && !vagueTroubles().match(word));
    });
}

/// The same, or that anything at all does not happen, as long as it is not of the bot.
bool tellsSomething(const QString& text)
{
    static const Stems hints(u"not no never still help nunca nao todavia aun ainda ayuda ajuda");
    static const Stems machines(u"bot. bots. chatbot. robot machine automat ia. ai. maquina");
    const std::vector<QString> spoken = words(text);
    return namesSomething(text) ||
           (spoken.size() >= 3 && hints.matchAny(spoken) && !machines.matchAny(spoken));
}

/// What is left beside a wish does.
bool tellsBeside(const QString& rest)
{
    return tellsSomething(rest) && !isScrap(rest);
}

/// A message's sentences and how much each tells. The wish for a human is cut out of one when it is looked
/// at: dear to find, and asked only of what would be taken.
class Thoughts
{
public:
    Thoughts(const QString& text, int age, const Triggers& triggers)
        : m_parts(thoughts(text)), m_seen(static_cast<std::size_t>(m_parts.size()), false), m_age(age),
          m_triggers(triggers)
    {
        for (const QString& part : m_parts)
            m_worths.push_back(worthOf(part) - age);
    }

    [[nodiscard]] qsizetype size() const { return m_parts.size(); }
    [[nodiscard]] QString operator[](qsizetype at) const { return m_parts[at]; }
    /// worthless where there is none
    [[nodiscard]] int worth(qsizetype at) const
    {
        return at >= 0 && at < size() ? m_worths[static_cast<std::size_t>(at)] : worthless;
    }
    /// The one that tells most and more than `enough`; -1 for none.
    [[nodiscard]] qsizetype best(int enough)
    {
        while (!m_worths.empty()) {
            const auto top = std::max_element(m_worths.begin(), m_worths.end());
            if (*top <= enough)
                break;
            const qsizetype at = top - m_worths.begin();
            if (!look(at))
                return at;
        }
        return -1;
    }
    /// Without the wish for a human; true when there was one, so that its worth is another now.
    bool look(qsizetype at)
    {
        if (at < 0 || at >= size() || m_seen[static_cast<std::size_t>(at)])
            return false;
        m_seen[static_cast<std::size_t>(at)] = true;
        QString rest = withoutWish(m_parts[at], m_triggers, tellsBeside);
        if (rest == m_parts[at])
            return false;
        // Its end may have gone with the wish.
        if (!rest.isEmpty() && !rest.back().isPunct() && at + 1 < size())
            rest += u'.';
        m_parts[at] = rest;
        m_worths[static_cast<std::size_t>(at)] = rest.isEmpty() ? worthless : worthOf(rest) - m_age;
        return true;
    }

private:
    QStringList m_parts;
    std::vector<int> m_worths;
    std::vector<bool> m_seen;
    int m_age;
    const Triggers& m_triggers;
};

/// The sentence at `at`, and when it is short the better of those beside it.
QString withNeighbour(Thoughts& parts, qsizetype at)
{
    parts.look(at - 1);
    parts.look(at + 1);
    const qsizetype beside = parts.worth(at - 1) > parts.worth(at + 1) ? at - 1 : at + 1;
    // "About the chair I received. It is damaged.": what is wrong comes after.
    const bool needed = parts.worth(at + 1) > worthless && !troubles().matchAny(words(parts[at])) &&
                        troubles().matchAny(words(parts[at + 1]));
    if (!needed && (parts[at].size() >= shortSentence || parts.worth(beside) <= 0))
        return cleaned(parts[at]);
    const qsizetype first = needed ? at : std::min(at, beside);
    const QString both = cleaned(parts[first]) + u' ' + parts[first + 1].simplified();
    return both.size() <= longestIssue ? both : cleaned(parts[at]);
}

/// The last sentence that says what the customer wants done.
QString wishOf(const std::vector<domain::Message>& messages, const Triggers& triggers, const QString& problem)
{
    const int told = outcomeOf(words(problem));
    QString wish;
    for (const domain::Message& message : messages) {
        if (message.author != domain::Author::Customer || message.note)
            continue;
        for (const QString& sentence : sentences(message.content.left(longestRead))) {
            if (sentence.size() > longestWish || !sentence[0].isLetterOrNumber())
                continue;
            if (!isWish(sentence, words(sentence)))
                continue;
            const QString wanted = withoutWish(sentence, triggers, tellsBeside);
            const std::vector<QString> text = words(wanted);
            if (wanted.isEmpty() || !isWish(wanted, text))
                continue;
            // A discount on top takes nothing back.
            const int outcome = outcomeOf(text);
            if (outcome == compensation && !wish.isEmpty())
                continue;
            wish = outcome == told ? QString() : cleaned(wanted);
        }
    }
    return problem.contains(wish) ? QString() : wish;
}

/// What a customer said, and in which of the messages.
struct Told
{
    QString text;
    std::size_t message = 0;
};

/// The sentence that tells a stranger most.
Told mostTold(const std::vector<domain::Message>& messages, const Triggers& triggers)
{
    Told told;
    int enough = -20;
    int age = 0;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const domain::Message& message = messages[i];
        if (message.author != domain::Author::Customer || message.note)
            continue;
        Thoughts parts(message.content.left(longestRead), age, triggers);
        if (const qsizetype top = parts.best(enough); top >= 0) {
            enough = parts.worth(top);
            told = {withNeighbour(parts, top), i};
        }
        // What comes first usually says what it is about; later messages answer and add.
        age = std::min(age + 14, 30);
    }
    return told;
}

/// The first sentence that tells anything, the wish for a human cut out where that leaves something.
Told anythingTold(const std::vector<domain::Message>& messages, const Triggers& triggers)
{
    Told wish;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const domain::Message& message = messages[i];
        if (message.author != domain::Author::Customer || message.note)
            continue;
        for (const QString& part : thoughts(message.content.left(longestRead))) {
            if (!tellsSomething(part))
                continue;
            if (const QString rest = withoutWish(part, triggers, tellsBeside); !rest.isEmpty())
                return {cleaned(rest), i};
            if (wish.text.isEmpty() && namesSomething(part))
                wish = {cleaned(part), i};
        }
    }
    return wish;
}

} // namespace

QString Issue::text() const
{
    if (wish.isEmpty())
        return problem;
    if (problem.isEmpty())
        return wish;
    const QString both =
        problem + (problem.back().isPunct() ? QStringLiteral(" ") : QStringLiteral(". ")) + wish;
    return both.size() <= longestIssue ? both : problem;
}

Issue issueOf(const std::vector<domain::Message>& messages)
{
    const Triggers triggers = wishTriggers();
    Told best = mostTold(messages, triggers);
    // Better a customer's number or "not working" than nothing, and with the wish in it than not.
    if (best.text.isEmpty())
        best = anythingTold(messages, triggers);
    Issue issue;
    if (!best.text.isEmpty())
        issue.problem = shortened(withGoods(best.text, messages, best.message), longestIssue);
    issue.wish = wishOf(messages, triggers, best.text);
    return issue;
}

} // namespace relevo::assist
