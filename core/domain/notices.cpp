#include <domain/notices.h>

namespace relevo::domain {
namespace {

QString inLanguage(const QString& language, const QString& english, const QString& spanish,
                   const QString& portuguese)
{
    if (language == QLatin1String("es"))
        return spanish;
    if (language == QLatin1String("pt"))
        return portuguese;
    return english;
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

QString awayNotice(const Settings& settings, const QString& language)
{
    if (!settings.awayMessage.isEmpty())
        return settings.awayMessage;
    return inLanguage(
        language,
        QStringLiteral(
            "Nobody from our team is available right now. Your request is kept, and we will answer here."),
        QStringLiteral("Ahora mismo no hay nadie de nuestro equipo disponible. Guardamos tu solicitud y te "
                       "responderemos aquí."),
        QStringLiteral("No momento ninguém da nossa equipe está disponível. Guardamos o seu pedido e "
                       "responderemos por aqui."));
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

QString ticketNotice(bool answerByEmail, const QString& language)
{
    if (answerByEmail)
        return inLanguage(
            language,
            QStringLiteral(
                "We are sorry that nobody could answer yet. Your request is kept, and we will answer "
                "here or by e-mail."),
            QStringLiteral("Sentimos que nadie haya podido responder todavía. Guardamos tu solicitud y te "
                           "responderemos aquí o por correo electrónico."),
            QStringLiteral(
                "Sentimos muito que ninguém tenha podido responder ainda. Guardamos o seu pedido e "
                "responderemos por aqui ou por e-mail."));
    return inLanguage(
        language,
        QStringLiteral(
            "We are sorry that nobody could answer yet. Your request is kept, and we will answer here. "
            "Write your e-mail address if you would rather hear from us there."),
        QStringLiteral(
            "Sentimos que nadie haya podido responder todavía. Guardamos tu solicitud y te responderemos "
            "aquí. Escribe tu correo electrónico si prefieres recibir la respuesta por ese medio."),
        QStringLiteral(
            "Sentimos muito que ninguém tenha podido responder ainda. Guardamos o seu pedido e "
            "responderemos por aqui. Escreva o seu e-mail se preferir receber a resposta por lá."));
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

QString resolvedNotice(const Settings& settings, const QString& language)
{
    if (!settings.resolvedMessage.isEmpty())
        return settings.resolvedMessage;
    return inLanguage(
        language, QStringLiteral("This conversation has been closed. Write again whenever you need us."),
        QStringLiteral("Esta conversación se ha cerrado. Escríbenos de nuevo cuando lo necesites."),
        QStringLiteral("Esta conversa foi encerrada. Escreva de novo sempre que precisar."));
}

} // namespace relevo::domain
