#include <assist/bot_again.h>

#include <assist/spoken_words.h>
#include <assist/tokens.h>

#include <algorithm>
#include <array>
#include <span>

namespace relevo::assist {
namespace {

using PhraseList = std::span<const QStringView>;

constexpr qsizetype longestSaid = 24; ///< words; whoever gives up says it shortly
constexpr qsizetype longestGivingUp = 5;
constexpr qsizetype denyPersonReach = 7;
constexpr qsizetype needReach = 7; ///< words from "don't need" to "person"

bool isBot(QStringView word)
{
    static constexpr std::array<QStringView, 11> bots{u"bot",       u"bots",      u"chatbot",    u"robot",
                                                      u"assistant", u"asistente", u"assistente", u"robo",
                                                      u"ia",        u"machine",   u"maquina"};
    return isOneOf(word, bots);
}

bool isHuman(QStringView word)
{
    static constexpr std::array<QStringView, 25> humans{
        u"human",     u"person",  u"someone",        u"somebody", u"anyone",    u"anybody", u"people",
        u"operator",  u"humano",  u"humana",         u"persona",  u"agente",    u"asesor",  u"asesora",
        u"operador",  u"alguien", u"nadie",          u"pessoa",   u"atendente", u"alguem",  u"ninguem",
        u"operadora", u"agent",   u"representative", u"consultor"};
    return isOneOf(word, humans);
}

bool denies(QStringView word)
{
    static constexpr std::array<QStringView, 22> denials{
        u"not",    u"no",     u"dont", u"doesnt", u"didnt", u"cant", u"cannot", u"wont",
        u"isnt",   u"never",  u"nao",  u"nunca",  u"sin",   u"sem",  u"stop",   u"useless",
        u"stupid", u"inutil", u"nem",  u"gone",   u"off",   u"away"};
    return isOneOf(word, denials);
}

/// What may stand between not wanting and whom.
bool isLink(QStringView word)
{
    static constexpr std::array<QStringView, 41> links{
        u"a",   u"an",      u"the",     u"to",     u"for",     u"with",    u"talk",   u"speak", u"chat",
        u"any", u"another", u"real",    u"live",   u"wait",    u"anymore", u"hablar", u"con",   u"un",
        u"una", u"ningun",  u"ninguna", u"que",    u"me",      u"mas",     u"de",     u"falar", u"com",
        u"um",  u"uma",     u"mais",    u"nenhum", u"atienda", u"del",     u"lo",     u"do",    u"o",
        u"el",  u"al",      u"my",      u"mi",     u"meu"};
    return isOneOf(word, links);
}

/// Not worth a thought beside what was meant.
bool isFiller(QStringView word)
{
    static constexpr std::array<QStringView, 47> fillers{
        u"ok",    u"okay",   u"oh",      u"ah",     u"well",     u"sorry",  u"thanks",   u"thank",
        u"you",   u"please", u"anyway",  u"then",   u"its",      u"it",     u"is",       u"fine",
        u"all",   u"good",   u"gracias", u"perdon", u"entonces", u"bueno",  u"vale",     u"ya",
        u"esta",  u"bien",   u"todo",    u"mejor",  u"igual",    u"muchas", u"obrigado", u"obrigada",
        u"entao", u"bom",    u"tudo",    u"bem",    u"desculpa", u"ta",     u"hey",      u"actually",
        u"no",    u"so",     u"valeu",   u"again",  u"porfa",    u"favor",  u"por"};
    return isOneOf(word, fillers);
}

/// What says by itself that it no longer matters, when nothing else is said.
constexpr std::array<QStringView, 40> givesUp{u"never mind",
                                              u"nevermind",
                                              u"nvm",
                                              u"forget it",
                                              u"forget about it",
                                              u"no longer needed",
                                              u"not needed anymore",
                                              u"not needed any more",
                                              u"dont need it anymore",
                                              u"i found it",
                                              u"found it",
                                              u"i solved it",
                                              u"solved it",
                                              u"i figured it out",
                                              u"figured it out",
                                              u"dont bother",
                                              u"olvidalo",
                                              u"olvidelo",
                                              u"dejalo",
                                              u"dejelo",
                                              u"deja asi",
                                              u"dejalo asi",
                                              u"no importa",
                                              u"da igual",
                                              u"ya no hace falta",
                                              u"no hace falta",
                                              u"no es necesario",
                                              u"ya lo resolvi",
                                              u"ya lo solucione",
                                              u"ya lo encontre",
                                              u"deixa pra la",
                                              u"deixa para la",
                                              u"deixe pra la",
                                              u"esquece",
                                              u"esqueca",
                                              u"nao precisa",
                                              u"nao precisa mais",
                                              u"ja resolvi",
                                              u"ja consegui",
                                              u"nao importa"};

/// What makes the word for the bot, soon before or after it, a wish for it or content with it.
constexpr std::array<QStringView, 66> leadsToBot{u"back to",
                                                 u"back with",
                                                 u"return to",
                                                 u"continue with",
                                                 u"go on with",
                                                 u"carry on with",
                                                 u"stay with",
                                                 u"rather use",
                                                 u"rather ask",
                                                 u"ill use",
                                                 u"ill ask",
                                                 u"i prefer",
                                                 u"go with",
                                                 u"volver al",
                                                 u"volver a",
                                                 u"volver con",
                                                 u"seguir con",
                                                 u"sigo con",
                                                 u"continuar con",
                                                 u"continuo con",
                                                 u"prefiero",
                                                 u"voltar para",
                                                 u"voltar pro",
                                                 u"voltar ao",
                                                 u"continuar com",
                                                 u"prefiro",
                                                 u"voltar com",
                                                 u"vuelvo con",
                                                 u"vuelvo al",
                                                 u"vuelvo a",
                                                 u"regreso con",
                                                 u"regreso al",
                                                 u"regresar al",
                                                 u"regresar con",
                                                 u"me quedo con",
                                                 u"mejor con el",
                                                 u"seguimos con",
                                                 u"quiero hablar con el",
                                                 u"pasame con el",
                                                 u"pasame al",
                                                 u"fico com",
                                                 u"continuo com",
                                                 u"volto para",
                                                 u"volto pro",
                                                 u"volto com",
                                                 u"voltar a falar com",
                                                 u"quero falar com o",
                                                 u"me passa pro",
                                                 u"me passa para o",
                                                 u"me devolve",
                                                 u"sigo com",
                                                 u"seguir com",
                                                 u"let me talk to the",
                                                 u"let me chat with the",
                                                 u"ill stick with",
                                                 u"stick with",
                                                 u"id rather talk to the",
                                                 u"ill just talk to",
                                                 u"hablar otra vez con el",
                                                 u"otra vez con el",
                                                 u"volta para",
                                                 u"volta pro",
                                                 u"pode ser com o",
                                                 u"sigamos con",
                                                 u"mejor con",
                                                 u"melhor com o"};
/// The same right before it: "quiero el bot", but not "quiero el azul que dijo el bot".
constexpr std::array<QStringView, 21> asksForBot{
    u"quiero el",      u"quiero al",    u"prefiero el",      u"prefiero al",    u"quero o",
    u"i want the",     u"give me the",  u"give me back the", u"can i have the", u"bring back",
    u"bring back the", u"mejor el",     u"mejor al",         u"melhor o",       u"pode ser o",
    u"prefer the",     u"just use the", u"ill take the",     u"devuelveme el",  u"devuelveme al",
    u"me devolve o"};
constexpr std::array<QStringView, 31> praisesBot{
    u"is fine",           u"is ok",     u"is okay",    u"is good",        u"is enough",    u"is all right",
    u"is alright",        u"will do",   u"works fine", u"is good enough", u"can help",     u"helped me",
    u"again is fine",     u"is better", u"esta bien",  u"me basta",       u"basta",        u"es suficiente",
    u"me sirve",          u"me vale",   u"me ayudo",   u"esta bom",       u"esta otimo",   u"serve",
    u"e suficiente",      u"ta bom",    u"resolve",    u"me ajudou",      u"again please", u"de vuelta",
    u"de volta por favor"};

/// What, before a word for a human, says that none is wanted.
constexpr std::array<QStringView, 22> needsNo{
    u"dont need",        u"dont want",        u"do not need",  u"do not want",    u"no longer need",
    u"no longer want",   u"no need",          u"ya no quiero", u"ya no necesito", u"no necesito",
    u"no hace falta",    u"no quiero hablar", u"no quiero ya", u"nao preciso",    u"nao quero mais",
    u"nao preciso mais", u"ja nao preciso",   u"ja nao quero", u"nao precisa",    u"nao e necessario",
    u"no es necesario",  u"nao quero falar"};

/// Calling off whom one had asked for: with nothing behind it but fillers, since "cancel the agent's fee" is
/// another matter.
constexpr std::array<QStringView, 26> callsOff{
    u"cancel the",     u"cancel my",    u"cancel that", u"forget the", u"forget about", u"skip the",
    u"no more",        u"scrap the",    u"cancela lo",  u"cancela el", u"cancela al",   u"cancele lo",
    u"cancelen lo",    u"olvida lo",    u"olvida al",   u"olvida el",  u"olvidate del", u"deja lo",
    u"cancela o",      u"cancela a",    u"cancele o",   u"esquece o",  u"esquece a",    u"deixa o",
    u"never mind the", u"nevermind the"};

class Said
{
public:
    explicit Said(const QString& text) : m_words(text), m_asks(text.contains(u'?')) {}

    [[nodiscard]] bool wantsBot() const
    {
        if (m_words.size() == 0 || m_words.size() > longestSaid || (m_asks && !asksToBeAllowed()))
            return false;
        bool bot = onlyNamesBot();
        bool noHuman = false;
        const bool givenUp = saysNeverMind();
        for (qsizetype at = 0; at < m_words.size(); ++at) {
            bot = bot || (isTheBot(at) && !isDenied(at) && (givenUp || isLedTo(at) || isPraised(at)));
            if (!isAHuman(at))
                continue;
            if (!isNotNeeded(at))
                return false; // "the bot is fine, but now I want a person"
            noHuman = true;
        }
        return bot || noHuman || onlyGivesUp();
    }

private:
    [[nodiscard]] bool matches(qsizetype at, PhraseList phrases) const
    {
        for (qsizetype length = 1; length <= longestGivingUp && at + length <= m_words.size(); ++length) {
            if (isOneOf(m_words.run(at, length), phrases))
                return true;
        }
        return false;
    }

    /// Not "my assistant".
    [[nodiscard]] bool isTheBot(qsizetype at) const
    {
        static constexpr std::array<QStringView, 5> owners{u"my", u"mi", u"meu", u"minha", u"our"};
        return isBot(m_words[at].text) && (at == 0 || !isOneOf(m_words[at - 1].text, owners));
    }

    /// "Can I go back to the bot?" asks for it; "why am I back with the bot?" does not.
    [[nodiscard]] bool asksToBeAllowed() const
    {
        static constexpr std::array<QStringView, 9> allowed{
            u"can", u"could", u"may", u"puedo", u"podria", u"posso", u"poderia", u"puede", u"pode"};
        for (qsizetype at = 0; at < std::min<qsizetype>(m_words.size(), 5); ++at) {
            if (isOneOf(m_words[at].text, allowed))
                return true;
        }
        return false;
    }

    /// Within its sentence: "the bot is not fine", "no quiero volver al bot", "that useless bot".
    [[nodiscard]] bool isDenied(qsizetype bot) const
    {
        const auto noAnswer = [this](qsizetype at) {
            // "No, the bot is fine" answers first.
            return !(m_words[at].opensSentence && at + 1 < m_words.size() && m_words[at + 1].opens);
        };
        for (qsizetype at = bot; at >= 0 && at >= bot - denyPersonReach; --at) {
            if (denies(m_words[at].text) && noAnswer(at) && !matches(at, givesUp))
                return true;
            if (m_words[at].opens)
                break;
        }
        for (qsizetype at = bot + 1; at < m_words.size() && at <= bot + denyPersonReach; ++at) {
            if (m_words[at].opens)
                break;
            if (denies(m_words[at].text))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isLedTo(qsizetype bot) const
    {
        for (qsizetype at = bot - 1; at >= 0 && at >= bot - 6; --at) {
            if (matches(at, leadsToBot) || isOneOf(m_words.run(at, bot - at), asksForBot))
                return true;
            if (m_words[at].opensSentence)
                break;
        }
        return false;
    }

    [[nodiscard]] bool isPraised(qsizetype bot) const
    {
        // "The virtual assistant is fine", "con el bot está bien", "me basta el bot".
        for (qsizetype at = bot + 1; at <= bot + 2 && at < m_words.size(); ++at) {
            if (matches(at, praisesBot))
                return true;
        }
        for (qsizetype at = bot - 1; at >= 0 && at >= bot - 4; --at) {
            if (m_words.run(at, 2) == u"me basta" || m_words.run(at, 2) == u"me sirve")
                return true;
        }
        return false;
    }

    /// "Don't need a person": nothing but little words between. "I don't want this I want a person" is none.
    [[nodiscard]] bool isNotNeeded(qsizetype human) const
    {
        for (qsizetype at = human - 1; at >= 0 && at >= human - needReach; --at) {
            if (m_words[at + 1].opens)
                return false;
            for (qsizetype length = 2; length <= longestGivingUp && at + length <= human; ++length) {
                if (isOneOf(m_words.run(at, length), needsNo))
                    return onlyLinks(at + length, human);
                if (isOneOf(m_words.run(at, length), callsOff))
                    return onlyLinks(at + length, human) && onlyFillers(human + 1);
            }
        }
        return false;
    }

    [[nodiscard]] bool onlyLinks(qsizetype from, qsizetype to) const
    {
        for (qsizetype at = from; at < to; ++at) {
            if (!isLink(m_words[at].text))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool onlyFillers(qsizetype from) const
    {
        qsizetype at = from;
        while (at < m_words.size() && !m_words[at].opens && isFiller(m_words[at].text))
            ++at;
        return at == m_words.size() || m_words[at].opens;
    }

    /// "Bot please".
    [[nodiscard]] bool onlyNamesBot() const
    {
        bool named = false;
        for (qsizetype at = 0; at < m_words.size(); ++at) {
            const bool bot = isBot(m_words[at].text);
            if (!bot && (!isFiller(m_words[at].text) || m_words[at].text == u"no"))
                return false;
            named = named || bot;
        }
        return named;
    }

    /// "Forget it, I talk to the bot": whoever gives up and names the bot goes back to it.
    [[nodiscard]] bool saysNeverMind() const
    {
        for (qsizetype at = 0; at < m_words.size(); ++at) {
            if (m_words[at].opens && matches(at, givesUp))
                return true;
        }
        return false;
    }

    /// Not "agente virtual", which is the bot.
    [[nodiscard]] bool isAHuman(qsizetype at) const
    {
        static constexpr std::array<QStringView, 8> machines{u"virtual",    u"digital",      u"artificial",
                                                             u"automatico", u"automatizado", u"automated",
                                                             u"automatica", u"bot"};
        return isHuman(m_words[at].text) &&
               (at + 1 == m_words.size() || !isOneOf(m_words[at + 1].text, machines)) &&
               (at == 0 || !isOneOf(m_words[at - 1].text, machines));
    }

    [[nodiscard]] bool onlyGivesUp() const
    {
        bool found = false;
        for (qsizetype at = 0; at < m_words.size();) {
            qsizetype taken = 0;
            for (qsizetype length = longestGivingUp; length > 0 && taken == 0; --length) {
                if (at + length <= m_words.size() && isOneOf(m_words.run(at, length), givesUp))
                    taken = length;
            }
            found = found || taken > 0;
            if (taken == 0 && !isFiller(m_words[at].text))
                return false;
            at += std::max<qsizetype>(taken, 1);
        }
        return found;
    }

    SpokenWords m_words;
    bool m_asks;
};

} // namespace

bool wantsBotAgain(const QString& customerText)
{
    constexpr qsizetype longestRead = 400;
    return customerText.size() <= longestRead && Said(customerText).wantsBot();
}

} // namespace relevo::assist
