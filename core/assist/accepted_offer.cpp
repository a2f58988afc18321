#include <assist/accepted_offer.h>

#include <assist/stems.h>
#include <assist/tokens.h>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr std::size_t longestYes = 7; ///< words; who says more says what is wanted

constexpr std::size_t longestBareQuestion = 4; ///< "would you like that?", "¿te parece bien?"

/// What a person is called whom a bot can bring in.
const Stems& personWords()
{
    static const Stems persons(
        u"person. people. human. humans. agent. agents. representative advisor. adviser. operator. colleague "
        u"colleagues. "
        u"specialist specialists. team. somebody. someone. staff. "
        u"persona. personas. humano humana agente agentes asesor asesora operador operadora companero "
        u"companera "
        u"representante ejecutivo ejecutiva alguien. especialista equipo. "
        u"pessoa. pessoas. atendente atendentes colega colegas consultor consultora alguem. equipe. time.");
    return persons;
}

/// A sentence that offers to bring in a person: somebody, who is brought, and words that leave it to the
/// customer.
bool offersPerson(const std::vector<QString>& sentence)
{
    static const Stems brings(
        u"connect. talk. speak. chat. hand. pass. put. transfer. transferred. forward. bring. get. reach. "
        u"call. "
        u"conect comunic transfer transfier paso. pase. pasar. pasarte. pasarle. pasarlo. pasarla. hablar. "
        u"hables. hable. deriv contactar. contactarte. atienda. atender. llame. llamen. "
        u"passar. passe. passo. falar. fale. encaminh chamar. chame. chamo. ligue. atend");
    static const Stems leaves(
        u"would. want. wish. prefer. rather. shall. should. can. may. could. like. "
        u"quier quisier dese prefier gustaria puedo. podemos. paso. conecto. transfiero. comunico. derivo. "
        u"quer. queira. quiser. gostaria. prefere. preferir. posso. podemos. passo. transfiro. encaminho. "
        u"chamo.");
    static const Stems past(u"already. did. has. ya. hablaste. hablo. ha. han. ja. falou. conversou.");
    for (std::size_t at = 1; at < sentence.size(); ++at) {
        if (sentence[at] == u"you" && sentence[at - 1] == u"have")
            return false;
    }
    return personWords().matchAny(sentence) && brings.matchAny(sentence) && leaves.matchAny(sentence) &&
           !past.matchAny(sentence);
}

/// "Just say so if …": what is no question and waits for a yes all the same.
bool asksForWord(const std::vector<QString>& sentence)
{
    static const Stems calls(u"say. tell. reply. answer. type. write. know. ask. di. dime. digame. dilo. "
                             u"diga. responde. responda. "
                             u"escribe. escriba. avisa. avisame. aviseme. pide. pidelo. pidalo. diz. digite. "
                             u"escreva. avise. peca. so. dimelo. dizer.");
    static const Stems conditions(u"if. si. se. caso. yes. sim.");
    return calls.matchAny(sentence) && conditions.matchAny(sentence);
}

/// A short text that says yes and nothing else. `plainly` leaves out what may as well be "I see".
bool saysYes(const std::vector<QString>& text, bool plainly)
{
    static const Stems clear(
        u"yes. yeah. yep. yup. sure. please. pls. plz. definitely. absolutely. certainly. "
        u"si. sip. claro. porfa. porfavor. adelante. quiero. hazlo. hagalo. quisiera. "
        u"sim. quero. aceito. pfv. gostaria.");
    static const Stems vague(
        u"ok. okay. okey. y. ya. vale. dale. venga. bueno. perfecto. fine. alright. right. great. good. "
        u"perfect. nice. lovely. brilliant. appreciate. bien. perfeito. otimo. excelente. genial. beleza. "
        u"blz. certo. isso. pode. bora. favor. acuerdo. luego. supuesto. certeza. go.");
    static const Stems beside(
        u"thanks. thank. you. gracias. muchas. obrigado. obrigada. do. it. so. that. i. would. like. to. "
        u"want. id. love. ahead. of. course. sounds. the. me. te. le. lo. la. por. pf. de. desde. "
        u"gustaria. eso. um. muito. mucho. com. ser. a. o. eu. s. now. ahora. agora. then. entonces. "
        u"thatd. be. wonderful. me. parece. estaria. seria. but. quickly. fast. asap. pero. mas. rapido. "
        u"logo. pronto. "
        u"pues. ai. connect. conectame. conecteme. pasame. paseme. transfer. mismo. mesmo. faz. faca.");
    if (text.empty() || text.size() > longestYes)
        return false;
    static const std::vector<std::vector<QString>> wholly{
        {QStringLiteral("why"), QStringLiteral("not")},
        {QStringLiteral("do"), QStringLiteral("it")},
        {QStringLiteral("por"), QStringLiteral("que"), QStringLiteral("no")},
        {QStringLiteral("por"), QStringLiteral("que"), QStringLiteral("nao")}};
    if (std::ranges::find(wholly, text) != wholly.end())
        return !plainly;
    const bool only = std::all_of(text.begin(), text.end(), [](const QString& word) {
        return clear.match(word) || vague.match(word) || beside.match(word);
    });
    return only && (clear.matchAny(text) || (!plainly && vague.matchAny(text)));
}

/// "Reply 1 for delivery, 2 for a person", "3) talk to an agent": the number that stands for one, as the
/// whole answer. What a number counts ("1 person, 2 people") is no choice.
bool choosesPerson(const std::vector<QString>& bot, const std::vector<QString>& answer)
{
    constexpr std::size_t reach = 6;
    static const Stems leads(u"for. to. para. pra.");
    static const Stems articles(u"a. an. un. una. um. uma. the. el. la. o. human real");
    static const Stems brings(
        u"talk. speak. chat. connect. hablar. habla. hable. contactar. falar. fale. conversar. atend");
    static const Stems groups(u"team. equipo equipe time. staff. people. persons. personas. pessoas.");
    const auto isNumber = [](const QString& word) {
        return word.size() <= 2 && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    };
    const auto isOne = [](const QString& word) {
        return personWords().match(word) && !groups.match(word);
    };
    if (answer.size() != 1 || !isNumber(answer.front()) || std::ranges::count_if(bot, isNumber) < 2)
        return false;
    auto at = std::ranges::find(bot, answer.front());
    if (at == bot.end())
        return false;
    std::vector<QString> choice;
    for (++at; at != bot.end() && choice.size() < reach && !isNumber(*at); ++at)
        choice.push_back(*at);
    if (brings.matchAny(choice))
        return personWords().matchAny(choice);
    std::size_t named = 0;
    while (named < choice.size() && (leads.match(choice[named]) || articles.match(choice[named])))
        ++named;
    return named > 0 && named < choice.size() && isOne(choice[named]);
}

} // namespace

bool acceptsOfferedPerson(const QString& botText, const QString& customerText)
{
    const QString said = customerText.left(longestRead);
    const std::vector<QString> answer = words(said);
    if (choosesPerson(words(botText.left(longestRead)), answer))
        return true;
    const bool thumb = answer.empty() && said.contains(QStringLiteral("👍"));
    if (!thumb && !saysYes(answer, false))
        return false;
    const QStringList parts = sentences(botText.left(longestRead));
    const auto question =
        std::find_if(parts.crbegin(), parts.crend(), [](const QString& part) { return part.endsWith(u'?'); });
    if (question != parts.crend()) {
        const std::vector<QString> asked = words(*question);
        // "I can connect you with an agent. Would you like that?"
        const auto before = std::next(question);
        const bool refersBack = asked.size() <= longestBareQuestion && before != parts.crend();
        return offersPerson(asked) || (refersBack && offersPerson(words(*before)));
    }
    return saysYes(answer, true) && std::any_of(parts.cbegin(), parts.cend(), [](const QString& part) {
               const std::vector<QString> sentence = words(part);
               return offersPerson(sentence) && asksForWord(sentence);
           });
}

} // namespace relevo::assist
