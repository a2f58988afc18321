#include <assist/denial.h>

#include <assist/tokens.h>

#include <algorithm>
#include <vector>

namespace relevo::assist {
namespace {

using Words = std::vector<QString>;

constexpr std::size_t reachOfNot = 8;    ///< words behind a "not" that it governs at most
constexpr std::size_t reachBackward = 3; ///< how close before a "not" a deed stands that it governs

/// Where a new thought begins, which the "not" before it says nothing of.
bool beginsAnew(const Words& clause, std::size_t at, std::size_t denial)
{
    static const Stems turns(u"but. however. instead. though. although. so. therefore. because. since. pero. "
                             u"sino. aunque. entonces. "
                             u"porque. mas. porem. entao. assim. pois. embora.");
    static const Stems subjects(u"i. we. ive. weve. ill. well. id. im. yo. eu. nos. nosotros.");
    static const Stems verbs(
        u"puedo. podemos. posso. he. hemos. voy. vamos. vou. ofrezco. ofereco. acabo. tenemos. "
        u"temos. iniciei. abri. cancelei. inicie. cancele.");
    return turns.match(clause[at]) || subjects.match(clause[at]) ||
           (at > denial + 1 && verbs.match(clause[at]));
}

/// Whether the word at `at` denies anything.
bool denies(const Words& clause, std::size_t at)
{
    static const Stems plain(
        u"not. dont. cannot. cant. unable. wont. doesnt. didnt. havent. hasnt. isnt. arent. wasnt. "
        u"werent. couldnt. never. nao. nunca. imposible. impossivel.");
    const QString& word = clause[at];
    const QString next = at + 1 < clause.size() ? clause[at + 1] : QString();
    // "If you do not receive it", "si no llega": who has to wait for what is another matter.
    static const Stems conditions(u"if. si. se. you. unless. whether. caso. cuando. quando.");
    for (std::size_t before = at - std::min<std::size_t>(at, 3); before < at; ++before) {
        if (conditions.match(clause[before]))
            return false;
    }
    static const Stems harmless(
        u"only. just. solo. solamente. so. somente. apenas. worry. preocup. hesit. dud. hesite. forget. "
        u"olvid. esquec.");
    if (harmless.match(next) ||
        (at + 2 < clause.size() && harmless.match(clause[at + 2]) && next.size() <= 2))
        return false;
    if (plain.match(word))
        return true;
    if (word != u"no")
        return false;
    static const Stems nothing(
        u"problem worries. pasa. trouble doubt hay. need. seu. sua. caso. momento. prazo. cartao. valor. "
        u"site. "
        u"app. aplicativo. nosso. nossa. dia. sistema. proximo. mesmo. total. entanto. endereco. e-mail. "
        u"email. seus. final. boleto. fim. local. longer.");
    const bool thereIsNone =
        next == u"hay" && at + 2 < clause.size() && !clause[at + 2].startsWith(u"problem");
    return thereIsNone || !nothing.match(next);
}

/// "no" behind a deed is the Spanish one only before its verb; elsewhere it is Portuguese for "in the".
bool deniesBackward(const Words& clause, std::size_t at)
{
    static const Stems verbs(
        u"se. es. esta. estan. fue. ha. han. puede. pueden. procede. aplica. sera. corresponde. podra. son.");
    return clause[at] != u"no" || (at + 1 < clause.size() && verbs.match(clause[at + 1]));
}

/// Whether a denial says that a thing cannot be had, rather than that it was not done.
bool refuses(const Words& clause, std::size_t at, const Stems& deed)
{
    static const Stems alone(u"cannot. cant. unable. couldnt. imposible. impossivel.");
    static const Stems able(
        u"possible able available eligible allowed permitted offer give issue provide accept do. puedo. "
        u"podemos. puede. pueden. podra posible ofrec hay. hacemos. damos. acept posso. pode. podem. "
        u"podemos. "
        u"possivel oferec consig consegu fazemos. aceit temos. permit dispon procede. aplica. corresponde.");
    if (alone.match(clause[at]))
        return true;
    // "No refunds", but "no refund was started".
    static const Stems happened(u"was. were. has. have. had.");
    if (clause[at] == u"no" && at + 1 < clause.size() && deed.match(clause[at + 1]))
        return at + 2 >= clause.size() || !happened.match(clause[at + 2]);
    const std::size_t end = std::min(clause.size(), at + 4);
    for (std::size_t next = at + 1; next < end; ++next) {
        const bool thereIsNone = next == at + 1 && clause[at] == u"nao" && clause[next] == u"ha";
        if (thereIsNone || able.match(clause[next]))
            return true;
        if (beginsAnew(clause, next, at))
            break;
    }
    return false;
}

/// The place of what denies the deed at `deed`, or the clause's size.
std::size_t whatDenies(const Words& clause, std::size_t deed)
{
    for (std::size_t at = deed; at-- > deed - std::min(deed, reachOfNot);) {
        if (denies(clause, at)) {
            bool anew = false;
            for (std::size_t between = at + 1; between < deed; ++between)
                anew = anew || beginsAnew(clause, between, at);
            return anew ? clause.size() : at;
        }
    }
    static const Stems others(u"and. y. e. it. this. that. which. que.");
    for (std::size_t at = deed + 1; at < std::min(clause.size(), deed + 1 + reachBackward); ++at) {
        if (others.match(clause[at]) || beginsAnew(clause, at, deed))
            break;
        if (denies(clause, at) && deniesBackward(clause, at))
            return at;
    }
    return clause.size();
}

/// What stands between commas and the like.
std::vector<Words> partsOf(const QString& sentence)
{
    QString parted = sentence;
    for (QChar& letter : parted) {
        if (letter == u',' || letter == u':' || letter == u'(' || letter == u')' || letter == u'–' ||
            letter == u'—')
            letter = u';';
    }
    return clauses(parted);
}

} // namespace

Denial denialOf(const QString& sentence, const Stems& deed)
{
    if (sentence.endsWith(u'?'))
        return Denial::None;
    Denial denial = Denial::None;
    for (const Words& clause : partsOf(sentence)) {
        for (std::size_t at = 0; at < clause.size(); ++at) {
            if (!deed.match(clause[at]))
                continue;
            const std::size_t by = whatDenies(clause, at);
            if (by == clause.size())
                return Denial::None;
            if (denial != Denial::Refused)
                denial = refuses(clause, by, deed) ? Denial::Refused : Denial::NotDone;
        }
    }
    return denial;
}

} // namespace relevo::assist
