#include <assist/triggers.h>

#include <assist/tokens.h>

#include <QtCore/QSet>

#include <algorithm>

namespace relevo::assist {
namespace {

QSet<QString> setOf(const char16_t* list)
{
    const QStringList words = QStringView(list).toString().split(u' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

/// The words of the rules; all without accents, as words() gives them.
struct Vocabulary
{
    // Somebody to talk to.
    QSet<QString> person =
        setOf(u"human humans person people agent agents representative representatives rep operator "
              u"operators someone somebody anyone advisor "
              u"adviser assistant attendant employee supervisor manager specialist associate staff "
              u"persona personas humano humana humanos agente agentes asesor asesora asesores operador "
              u"operadora representante alguien ejecutivo "
              u"ejecutiva empleado empleada encargado encargada supervisora "
              u"pessoa pessoas atendente atendentes alguem consultor consultora funcionario funcionaria "
              u"gerente especialista");
    // Asking to be brought together with them; the person may be some words away.
    QSet<QString> contact = setOf(u"talk talking speak speaking spk chat chatting connect connected transfer "
                                  u"transferred contact contacting reach call calling put "
                                  u"pass escalate forward redirect communicate talkin "
                                  u"hablar hablo hable comunicar comunicarme comuniqueme comunicame "
                                  u"comunicaros contactar contactarme contacto pasar pasarme pasame "
                                  u"paseme pasenme transferir transfiereme transfierame transfieran conectar "
                                  u"conectame conecteme llamar charlar chatear atienda "
                                  u"atiendame atendido "
                                  u"falar falo fale conversar transferir transfira transfere passar passa "
                                  u"passe conectar conecte chamar chama chame contatar contato "
                                  u"atendimento");
    // Wanting one; the person follows at once.
    QSet<QString> want =
        setOf(u"want need wanna get give send require prefer like wish see find bring use "
              u"quiero necesito deseo prefiero dame deme ponme pongame quisiera requiero solicito busco "
              u"quero preciso desejo prefiro gostaria queria");
    // May stand between, or around, in a short message.
    QSet<QString> filler =
        setOf(u"a an the to with please pls plz now real live actual another other some one me i my us help "
              u"helpful customer service support "
              u"care team hello hi hey just only true any of your human from can could would you may is it "
              u"possible "
              u"un una unos con por favor ya ahora real viva verdad de otro otra me mi servicio al cliente "
              u"atencion hola a los el la su "
              u"uma com agora outro outra ao do da favor real atendimento cliente ola oi seu");
    // Words before a person that make it a talk about them.
    QSet<QString> said =
        setOf(u"gave told said sent was were did promised never didnt wasnt refused charged hung helped "
              u"answered made cancelled asked wrote "
              u"dio dijo envio fue prometio nunca hizo cobro colgo respondio cancelo pidio "
              u"deu disse enviou foi prometeu fez cobrou desligou respondeu cancelou pediu mandou");
    QSet<QString> question = setOf(u"become becoming hours hour schedule salary job jobs jobs horario "
                                   u"horarios convertirme trabajar trabalhar tornar "
                                   u"virar number numero");
};

const Vocabulary& vocabulary()
{
    static const Vocabulary words;
    return words;
}

/// "Are you a human?", "¿eres una persona?", "você é um robô?": about us, not for somebody else.
bool asksWhoWeAre(const std::vector<QString>& words)
{
    static const QSet<QString> first =
        setOf(u"are r is am eres es esto estoy sos voce vc e isto isso tu usted");
    static const QSet<QString> second =
        setOf(u"you u this i una un persona humano bot e um uma robo estoy estou hablando falando talking "
              u"chatting speaking es eres");
    static const QSet<QString> wishes = setOf(u"can could able there any anyone someone somebody possible");
    if (words.size() < 2 || words.size() > 9 || !first.contains(words[0]) || !second.contains(words[1]))
        return false;
    return std::none_of(words.begin(), words.end(),
                        [](const QString& word) { return wishes.contains(word); });
}

/// The words of a phrase standing together somewhere in the text.
bool containsPhrase(const std::vector<QString>& text, const std::vector<QString>& phrase)
{
    return !phrase.empty() &&
           std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

bool isShortCall(const std::vector<QString>& words)
{
    const Vocabulary& v = vocabulary();
    if (words.size() > 6)
        return false;
    return std::all_of(words.begin(), words.end(), [&v](const QString& word) {
        return v.person.contains(word) || v.filler.contains(word) || v.want.contains(word) ||
               v.contact.contains(word);
    });
}

/// A verb that asks for the person at `at`, close enough before it.
bool askedFor(const std::vector<QString>& words, std::size_t at)
{
    const Vocabulary& v = vocabulary();
    const std::size_t far = at > 7 ? at - 7 : 0;
    for (std::size_t i = at; i-- > far;) {
        if (v.contact.contains(words[i]))
            return true;
        if (v.want.contains(words[i]) && at - i <= 4) {
            // Only little words may stand between wanting and the one wanted.
            return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                               words.begin() + static_cast<std::ptrdiff_t>(at), [&v](const QString& word) {
                                   return v.filler.contains(word) || v.person.contains(word);
                               });
        }
        if (v.said.contains(words[i]))
            return false;
    }
    return false;
}

bool isWish(const std::vector<QString>& words)
{
    const Vocabulary& v = vocabulary();
    if (asksWhoWeAre(words))
        return false;
    bool person = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (v.question.contains(words[i]))
            return false;
        if (!v.person.contains(words[i]))
            continue;
        person = true;
        // "the agent gave me …" tells a story.
        if (i + 1 < words.size() && v.said.contains(words[i + 1]))
            continue;
        if (askedFor(words, i))
            return true;
    }
    return person && isShortCall(words);
}

} // namespace

Triggers::Triggers(const domain::Settings& settings)
{
    const QStringList usual = domain::Settings{}.escalationKeywords;
    for (const QString& keyword : settings.escalationKeywords) {
        if (!usual.contains(keyword, Qt::CaseInsensitive) && !keyword.trimmed().isEmpty())
            m_ownPhrases.push_back(keyword);
    }
}

std::optional<domain::Trigger> Triggers::find(const QString& text) const
{
    const std::vector<QString> spoken = words(text);
    if (isWish(spoken))
        return domain::Trigger{domain::TriggerType::Keyword,
                               QStringLiteral("The customer asked for a human."), 0.95};
    for (const QString& phrase : m_ownPhrases) {
        if (containsPhrase(spoken, words(phrase)))
            return domain::Trigger{domain::TriggerType::Keyword,
                                   QStringLiteral("The customer wrote \"%1\".").arg(phrase), 1.0};
    }
    return std::nullopt;
}

} // namespace relevo::assist
