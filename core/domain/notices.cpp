#include <domain/notices.h>

namespace relevo::domain {

QString inLanguage(const QString& language, const QString& english, const QString& spanish,
                   const QString& portuguese)
{
    if (language == QLatin1String("es"))
        return spanish;
    if (language == QLatin1String("pt"))
        return portuguese;
    return english;
}

namespace {

/// %1: when.
QString whenTheyAreBack(Return::Kind kind, const QString& language)
{
    switch (kind) {
    case Return::Kind::Opening:
        return inLanguage(
            language,
            QStringLiteral("Our team is not here right now. We are back %1 and will answer here then; your "
                           "request is kept."),
            QStringLiteral("Ahora mismo nuestro equipo no está. Volvemos %1 y entonces te responderemos "
                           "aquí; guardamos tu solicitud."),
            QStringLiteral("No momento a nossa equipe não está aqui. Voltamos %1 e então responderemos por "
                           "aqui; guardamos o seu pedido."));
    case Return::Kind::NoLaterThan:
        return inLanguage(
            language,
            QStringLiteral("Nobody from our team is available right now. Your request is kept, and we will "
                           "answer here no later than %1."),
            QStringLiteral("Ahora mismo no hay nadie de nuestro equipo disponible. Guardamos tu solicitud y "
                           "te responderemos aquí, a más tardar %1."),
            QStringLiteral("No momento ninguém da nossa equipe está disponível. Guardamos o seu pedido e "
                           "responderemos por aqui, o mais tardar %1."));
    case Return::Kind::Within:
        break;
    }
    return inLanguage(language,
                      QStringLiteral("Nobody from our team is available right now. Your request is kept, and "
                                     "we will answer here within %1."),
                      QStringLiteral("Ahora mismo no hay nadie de nuestro equipo disponible. Guardamos tu "
                                     "solicitud y te responderemos aquí en un plazo de %1."),
                      QStringLiteral("No momento ninguém da nossa equipe está disponível. Guardamos o seu "
                                     "pedido e responderemos por aqui em até %1."));
}

/// The same for a sentence of the project's own.
QString whenInWords(const Return& answer, const QString& language)
{
    if (answer.words.isEmpty())
        return inLanguage(language, QStringLiteral("as soon as we can"), QStringLiteral("en cuanto podamos"),
                          QStringLiteral("assim que pudermos"));
    switch (answer.kind) {
    case Return::Kind::Opening:
        return answer.words;
    case Return::Kind::NoLaterThan:
        return inLanguage(language, QStringLiteral("no later than %1"), QStringLiteral("a más tardar %1"),
                          QStringLiteral("o mais tardar %1"))
            .arg(answer.words);
    case Return::Kind::Within:
        break;
    }
    return inLanguage(language, QStringLiteral("within %1"), QStringLiteral("en un plazo de %1"),
                      QStringLiteral("em até %1"))
        .arg(answer.words);
}

} // namespace

QString handoffNotice(const Settings& settings, const QString& language)
{
    if (!settings.handoffMessage.isEmpty())
        return settings.handoffMessage;
    return inLanguage(
        language,
        QStringLiteral("You will talk to a person from our team. Please stay here, somebody is on the way."),
        QStringLiteral("Vas a hablar con una persona de nuestro equipo. Quédate por aquí, ya viene alguien."),
        QStringLiteral("Você vai falar com uma pessoa da nossa equipe. Fique por aqui, alguém já vem."));
}

QString awayNotice(const Settings& settings, const Return& answer, const QString& language)
{
    if (!settings.awayMessage.isEmpty())
        return QString(settings.awayMessage).replace(QLatin1String("{when}"), whenInWords(answer, language));
    if (!answer.words.isEmpty())
        return whenTheyAreBack(answer.kind, language).arg(answer.words);
    return inLanguage(
        language,
        QStringLiteral(
            "Nobody from our team is available right now. Your request is kept, and we will answer here."),
        QStringLiteral("Ahora mismo no hay nadie de nuestro equipo disponible. Guardamos tu solicitud y te "
                       "responderemos aquí."),
        QStringLiteral("No momento ninguém da nossa equipe está disponível. Guardamos o seu pedido e "
                       "responderemos por aqui."));
}

QString askEmailNotice(const QString& language)
{
    return inLanguage(
        language, QStringLiteral("In case we lose touch, you can write your e-mail address here."),
        QStringLiteral("Por si perdemos el contacto, puedes escribir aquí tu dirección de correo "
                       "electrónico."),
        QStringLiteral("Caso a gente perca o contato, você pode escrever aqui o seu endereço de e-mail."));
}

QString emailKeptNotice(const QString& email, const QString& language)
{
    return inLanguage(language, QStringLiteral("Thank you. We have noted %1 in case we lose touch."),
                      QStringLiteral("Gracias. Hemos anotado %1 por si perdemos el contacto."),
                      QStringLiteral("Agradecemos. Anotamos %1 caso a gente perca o contato."))
        .arg(email);
}

QString botAgainNotice(const QString& language)
{
    return inLanguage(
        language, QStringLiteral("You are with the assistant again. Ask for a person whenever you want one."),
        QStringLiteral("Vuelves a estar con el asistente. Pide hablar con una persona cuando quieras."),
        QStringLiteral("Você está de novo com o assistente. Peça para falar com uma pessoa quando quiser."));
}

QString leftNotice(const QString& language)
{
    return inLanguage(
        language,
        QStringLiteral("You had left before somebody could answer, so you are with the assistant again. If "
                       "you still want a person, just say so."),
        QStringLiteral("Te fuiste antes de que alguien pudiera responder, así que vuelves a estar con el "
                       "asistente. Si aún quieres hablar con una persona, dínoslo."),
        QStringLiteral("Você saiu antes que alguém pudesse responder, por isso está de novo com o "
                       "assistente. Se ainda quiser falar com uma pessoa, é só dizer."));
}

QString joinedNotice(const QString& agentName, const QString& language)
{
    return inLanguage(language, QStringLiteral("%1 joined the conversation."),
                      QStringLiteral("%1 se ha unido a la conversación."),
                      QStringLiteral("%1 entrou na conversa."))
        .arg(agentName);
}

QString waitAgainNotice(const QString& language)
{
    return inLanguage(
        language,
        QStringLiteral("The person you were talking to had to leave. Please stay here, somebody "
                       "else will take over."),
        QStringLiteral("La persona que te atendía ha tenido que irse. Quédate por aquí, otra "
                       "continuará contigo."),
        QStringLiteral("A pessoa que atendia você precisou sair. Fique por aqui, outra vai "
                       "continuar o atendimento."));
}

QString ticketNotice(TicketAnswer answer, const QString& language)
{
    const QString kept = inLanguage(
        language,
        QStringLiteral(
            "We are sorry that nobody could answer yet. Your request is kept, and we will answer here."),
        QStringLiteral("Sentimos que nadie haya podido responder todavía. Guardamos tu solicitud y te "
                       "responderemos aquí."),
        QStringLiteral("Sentimos muito que ninguém tenha podido responder ainda. Guardamos o seu pedido e "
                       "responderemos por aqui."));
    return answer == TicketAnswer::Here ? kept : kept + u' ' + askEmailNotice(language);
}

QString idleNotice(int minutesLeft, const QString& language)
{
    if (minutesLeft == 1)
        return inLanguage(
            language,
            QStringLiteral("Are you still there? Without an answer this conversation closes in a minute."),
            QStringLiteral("¿Sigues ahí? Si no respondes, esta conversación se cerrará en un minuto."),
            QStringLiteral("Você ainda está aí? Sem resposta, esta conversa será encerrada em um minuto."));
    return inLanguage(
               language,
               QStringLiteral(
                   "Are you still there? Without an answer this conversation closes in %1 minutes."),
               QStringLiteral("¿Sigues ahí? Si no respondes, esta conversación se cerrará en %1 minutos."),
               QStringLiteral(
                   "Você ainda está aí? Sem resposta, esta conversa será encerrada em %1 minutos."))
        .arg(minutesLeft);
}

QString botFailedNotice(const QString& language, bool people)
{
    if (!people)
        return inLanguage(
            language, QStringLiteral("I could not find an answer, I am sorry. Please try again."),
            QStringLiteral("No he podido encontrar una respuesta, lo siento. Inténtalo otra vez."),
            QStringLiteral("Não consegui encontrar uma resposta, desculpe. Tente de novo."));
    return inLanguage(
        language,
        QStringLiteral("I could not find an answer, I am sorry. Please try again, or ask for a person."),
        QStringLiteral(
            "No he podido encontrar una respuesta, lo siento. Inténtalo otra vez o pide hablar con una "
            "persona."),
        QStringLiteral(
            "Não consegui encontrar uma resposta, desculpe. Tente de novo ou peça para falar com uma "
            "pessoa."));
}

QString resolvedNotice(const Settings& settings, const QString& language)
{
    if (!settings.resolvedMessage.isEmpty())
        return settings.resolvedMessage;
    return inLanguage(
        language, QStringLiteral("This conversation has been closed. Write again whenever you need us."),
        QStringLiteral("Esta conversación se ha cerrado. Escríbenos de nuevo cuando lo necesites."),
        QStringLiteral("Esta conversa foi encerrada. Escreva de novo sempre que precisar."));
}

QString csatNotice(const Settings& settings, const QString& language)
{
    if (!settings.csatMessage.isEmpty())
        return settings.csatMessage;
    return inLanguage(
        language,
        QStringLiteral(
            "How was the help you got? Please answer with a number from 1 (very bad) to 5 (very good)."),
        QStringLiteral(
            "¿Cómo fue la atención que recibiste? Responde con un número del 1 (muy mala) al 5 (muy "
            "buena)."),
        QStringLiteral(
            "Como foi o atendimento que você recebeu? Responda com um número de 1 (muito ruim) a 5 "
            "(muito bom)."));
}

QString csatThanksNotice(const QString& language)
{
    return inLanguage(language, QStringLiteral("Thank you for your rating."),
                      QStringLiteral("Gracias por tu valoración."),
                      QStringLiteral("Agradecemos a sua avaliação."));
}

} // namespace relevo::domain
