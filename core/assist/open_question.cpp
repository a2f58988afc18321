#include <assist/open_question.h>

#include <assist/acts.h>
#include <assist/excerpt.h>
#include <assist/stems.h>
#include <assist/tokens.h>
#include <assist/triggers.h>
#include <assist/wish_cut.h>

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr qsizetype longestQuestion = 240;

/// Something that can be answered: not "wtf?", "are you kidding me?" or "be quick, ok?"; also without its
/// mark, unless it asks for a human.
bool isQuestion(const QString& said)
{
    // What stands in an address is nobody's words.
    static const QRegularExpression address(QStringLiteral(R"((?:https?://|www\.)\S*[^\s?!.,])"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QString sentence = QString(said).remove(address).trimmed();
    static const Stems rhetorical(u"kidding joking");
    static const Stems exclaimed(u"serious seriously joke wtf really");
    static const Stems tags(u"ok. okay. k. vale. ta. tabom. yeah. huh.");
    static const QRegularExpression unmarked(
        QStringLiteral(
            R"(^(?!.*\b(?:human|person|people|agent|representative|manager|supervisor|operator)\b)(?:(?:and|but|so|y|e|pero|mas)\s)?(?:(?:when|where|how|why|what)(?:['’]s|\s(?:is|are|was|will|do|does|did|can|long|much|many|should|about))|(?:can|could|will|would|is|are|do|does|did)\s(?:i|you|u|we|it|they|there|my|this|the)|cuándo|dónde|cuánto|cuánta|cómo|por\squé|cadê|onde\s(?:está|fica))\s)"),
        QRegularExpression::CaseInsensitiveOption);
    const std::vector<QString> text = words(sentence);
    if (text.size() < 2 || rhetorical.matchAny(text) || tags.match(text.back()) ||
        (text.size() <= 3 && exclaimed.matchAny(text)))
        return false;
    return sentence.endsWith(u'?') || (text.size() >= 4 && unmarked.match(sentence).hasMatch());
}

/// Not what is only left of a wish: "my broken lamp?", "me at 555-0142 tomorrow?".
bool hasVerb(const QString& sentence)
{
    static const Stems verbs(
        u"what when where why how who which can could will would should shall may is. isnt are. arent was. "
        u"were. "
        u"do. does did. has. have had. need want get got know tell help fix check happen come. comes. coming "
        u"came work pay charg "
        u"cost arriv deliver ship. shipp send sent. refund return chang cancel open close track "
        u"que. cuando donde cuanto cuanta como quien cual hay es. esta. estan era. fue. son. tiene tengo "
        u"pued "
        u"va. van. lleg recib devol cambi envi cobr sabe func abr cierr cuest vale. sale. salen salio salido "
        u"quando onde quanto quanta quem qual cade estao foi sao. tem. tenho posso pode vai. vao. cheg receb "
        u"troc reembols sai saiu saem estorn existe fech custa");
    return verbs.matchAny(words(sentence));
}

/// A question also without what was cut off before it: not "an agent who can fix it?", "whether you ship?".
bool standsAlone(const QString& sentence)
{
    static const Stems joints(
        u"and. but. so. because. y. e. pero. mas. entonces. entao. hi. hello. hola. ola. oi.");
    static const Stems openings(
        u"what whats when where wheres why how hows which can. cant could couldnt will. wont would wouldnt "
        u"should shall may. is. isnt are. arent was. wasnt were. do. dont does. doesnt did. didnt has. hasnt "
        u"have. havent "
        u"my. our. your. the. this. that. these. those. it. its. they. there. you. we. i. any. anyone. "
        u"somebody. someone. "
        u"que. cuando donde cuanto cuanta cuantos como. quien. cual. cuales. por. hay. es. esta. estan. era. "
        u"fue. son. tiene "
        u"tienen. tengo pued podri va. van. se. ya. mi. mis. su. sus. el. la. los. las. lo. este. ese. esto. "
        u"eso. un. una. "
        u"quando onde quanto quanta quantos quem. qual. quais. cade. estao foi. tem. tenho posso pode. "
        u"podem. poderia "
        u"vai. vao. meu. minha. meus. minhas. seu. sua. o. a. os. as. esse. essa. isso. isto. voces. voce. "
        u"ha. existe tera");
    const std::vector<QString> spoken = words(sentence);
    const auto first =
        std::find_if(spoken.begin(), spoken.end(), [](const QString& word) { return !joints.match(word); });
    return first != spoken.end() && openings.match(*first) && hasVerb(sentence);
}

/// A bot's sentence that answers nothing: a question, a request, an apology, a greeting.
bool saysNothing(const QString& sentence)
{
    static const Stems polite(
        u"sorry apologize apologise apologies thanks thank hello hi. hey. welcome please kindly understand "
        u"lamento siento entiendo comprendo disculp perdon gracias hola. bienvenid por. favor "
        u"desculp lamentamos obrigad ola. oi. sinto entendo compreendo perdao");
    static const Stems filling(
        u"i. im. am. we. were. are. so. very. really. to. lo. yo. me. eu. muito. muy.");
    static const Stems helping(u"help assist ayuda ayudar ajuda ajudar");
    if (sentence.endsWith(u'?'))
        return true;
    const std::vector<QString> spoken = words(sentence);
    // "I can help you with that."
    if (spoken.size() <= 9 && helping.matchAny(spoken))
        return true;
    const auto first =
        std::find_if(spoken.begin(), spoken.end(), [](const QString& word) { return !filling.match(word); });
    return first == spoken.end() || polite.match(*first);
}

bool answersNothing(const domain::Message& bot)
{
    if (admitsDefeat(bot))
        return true;
    const QStringList said = sentences(bot.content.left(longestRead));
    return std::all_of(said.begin(), said.end(), saysNothing);
}

} // namespace

QString openQuestionOf(const std::vector<domain::Message>& messages)
{
    const Triggers triggers = wishTriggers();
    for (auto it = messages.rbegin(); it != messages.rend(); ++it) {
        if (it->note || it->author == domain::Author::System)
            continue;
        if (it->author == domain::Author::Bot && answersNothing(*it))
            continue;
        if (it->author != domain::Author::Customer)
            break;
        const QStringList parts = sentences(it->content.left(longestRead));
        for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
            // "Can I talk to somebody, where is my order?" asks one thing.
            if (!isQuestion(*part))
                continue;
            if (const QString asked = withoutWish(*part, triggers, isQuestion); !asked.isEmpty())
                return shortened((standsAlone(asked) ? asked : *part).simplified(), longestQuestion);
        }
    }
    return {};
}

} // namespace relevo::assist
