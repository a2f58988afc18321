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
