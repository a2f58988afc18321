#include <bot/triage_bot.h>

#include <bot/said.h>

#include <assist/phrases.h>
#include <assist/tokens.h>

namespace relevo::bot {
namespace {

using assist::Phrase;

constexpr std::size_t enoughWords = 4;  ///< to count as a telling of what happened
constexpr qsizetype longestStory = 300; ///< characters of it in the reason

constexpr Phrase askStory{u"I am sorry to hear that. What exactly happened?",
                          u"Lo siento. ¿Qué ha pasado exactamente?",
                          u"Sinto muito. O que aconteceu exatamente?"};
constexpr Phrase askOrder{u"Which order is it about? Write its number, or \"no\" if there is none.",
                          u"¿De qué pedido se trata? Escribe el número, o «no» si no hay ninguno.",
                          u"De qual pedido se trata? Escreva o número, ou \"não\" se não houver nenhum."};
constexpr Phrase askWho{u"What is your name, and your e-mail address in case we lose touch?",
                        u"¿Cómo te llamas y cuál es tu correo, por si perdemos el contacto?",
                        u"Qual é o seu nome e o seu e-mail, caso a gente perca o contato?"};
constexpr Phrase askEmailInCase{u"Which e-mail address can we write to in case we lose touch?",
                                u"¿A qué correo te escribimos si perdemos el contacto?",
                                u"Para qual e-mail podemos escrever se perdermos o contato?"};
constexpr Phrase thanks{u"Thank you. A colleague takes over with all of this.",
                        u"Gracias. Una persona del equipo sigue con todo esto.",
                        u"Obrigado. Uma pessoa da equipe continua com tudo isso."};

constexpr Phrase nobodyThere{u"I am sorry to hear that. I cannot solve it here, and I cannot pass it on.",
                             u"Lo siento. No puedo resolverlo aquí ni pasárselo a nadie.",
                             u"Sinto muito. Não consigo resolver isso aqui nem passar adiante."};

/// What is known, and what has been asked.
struct Known
{
    QString story;
    QString order;
    QString name;
    QString email;
    int files = 0; ///< that they sent on the way
    QString asked; ///< the last question: "story", "order" or "who"
    bool askedOrder = false;
    bool askedWho = false;
    int questions = 0;

    static Known of(const QJsonObject& memory)
    {
        return {memory[u"story"].toString(),    memory[u"order"].toString(),  memory[u"name"].toString(),
                memory[u"email"].toString(),    memory[u"files"].toInt(),     memory[u"asked"].toString(),
                memory[u"askedOrder"].toBool(), memory[u"askedWho"].toBool(), memory[u"questions"].toInt()};
    }
    [[nodiscard]] QJsonObject json() const
    {
        return {{QStringLiteral("story"), story},
                {QStringLiteral("order"), order},
                {QStringLiteral("name"), name},
                {QStringLiteral("email"), email},
                {QStringLiteral("files"), files},
                {QStringLiteral("asked"), asked},
                {QStringLiteral("askedOrder"), askedOrder},
                {QStringLiteral("askedWho"), askedWho},
                {QStringLiteral("questions"), questions}};
    }
};

void learn(Known& known, const QString& text)
{
    // Whoever told more of what happened first may name the order after the next question.
    const bool wanted = known.askedOrder && known.order.isEmpty();
    const QString order = orderNumberIn(text, wanted);
    if (!order.isEmpty() && (known.order.isEmpty() || known.asked == QLatin1String("order")))
        known.order = order;
    if (const QString email = emailIn(text); !email.isEmpty())
        known.email = email;
    if (const QString name = nameIn(text, known.asked == QLatin1String("who")); !name.isEmpty())
        known.name = name;
    const bool tells = known.asked == QLatin1String("story") || assist::words(text).size() >= enoughWords;
    if (known.story.isEmpty() && tells && known.asked != QLatin1String("who"))
        known.story = text.simplified().left(longestStory);
}

/// In the agents' language; it stands beside what the triggers say.
QString reasonOf(const Known& known)
{
    QStringList facts;
    const auto add = [&facts](const QString& label, const QString& value) {
        if (!value.isEmpty())
            facts.push_back(label + value);
    };
    add(QStringLiteral("order "), known.order);
    add({}, known.name);
    add({}, known.email);
    if (known.files > 0)
        facts.push_back(known.files == 1 ? QStringLiteral("1 file")
                                         : QStringLiteral("%1 files").arg(known.files));
    const QString who =
        facts.isEmpty() ? QStringLiteral("nothing more is known") : facts.join(QStringLiteral(", "));
    return known.story.isEmpty() ? QStringLiteral("Support: %1.").arg(who)
                                 : QStringLiteral("Support: %1. “%2”").arg(who, known.story);
}

Reply asks(const Phrase& question, const char* about, Known known, const QString& language)
{
    known.asked = QString::fromLatin1(about);
    ++known.questions;
    Reply reply;
    reply.messages = {question.in(language)};
    reply.asked = true;
    reply.memory = known.json();
    return reply;
}

} // namespace

Reply TriageBot::reply(const Turn& turn) const
{
    Known known = Known::of(turn.memory);
    if (turn.memory.isEmpty()) {
        known.name = turn.contact.name;
        known.email = turn.contact.email;
    }
    known.files += static_cast<int>(turn.attachments.size());
    learn(known, turn.text);
    Reply reply;
    const bool mayAsk = known.questions < m_questions;
    if (!turn.people) {
        // Nothing is asked for whoever does not come.
        reply.messages = {nobodyThere.in(turn.language)};
        reply.failed = true;
    } else if (mayAsk && known.story.isEmpty() && known.asked.isEmpty()) {
        reply = asks(askStory, "story", known, turn.language);
    } else if (mayAsk && known.order.isEmpty() && !known.askedOrder) {
        known.askedOrder = true;
        reply = asks(askOrder, "order", known, turn.language);
    } else if (mayAsk && known.email.isEmpty() && !known.askedWho) {
        known.askedWho = true;
        reply = asks(known.name.isEmpty() ? askWho : askEmailInCase, "who", known, turn.language);
    } else {
        reply.messages = {thanks.in(turn.language)};
        reply.handoff = domain::Trigger{domain::TriggerType::Manual, reasonOf(known), 1.0};
    }
    if (known.name != turn.contact.name)
        reply.contact.name = known.name;
    if (known.email != turn.contact.email)
        reply.contact.email = known.email;
    return reply;
}

void TriageBot::answer(const Turn& turn, QObject*, Answered answered)
{
    answered(reply(turn));
}

} // namespace relevo::bot
