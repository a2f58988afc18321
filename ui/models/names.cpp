#include <models/names.h>

#include <QtCore/QLocale>

namespace relevo::models {

QString visibleName(const QString& contactName, const domain::ConversationId& conversation)
{
    // The end of the id: its beginning is the time, the same for all who came together.
    return contactName.isEmpty() ? QCoreApplication::translate("relevo::models", "Visitor %1")
                                       .arg(conversation.toString().right(4))
                                 : contactName;
}

QString nameOf(domain::Priority priority)
{
    switch (priority) {
    case domain::Priority::Urgent:
        return QCoreApplication::translate("relevo::models", "Urgent");
    case domain::Priority::High:
        return QCoreApplication::translate("relevo::models", "High");
    case domain::Priority::Normal:
        return QCoreApplication::translate("relevo::models", "Normal");
    case domain::Priority::Low:
        return QCoreApplication::translate("relevo::models", "Low");
    }
    return {};
}

QString nameOf(domain::TriggerType trigger)
{
    switch (trigger) {
    case domain::TriggerType::Keyword:
        return QCoreApplication::translate("relevo::models", "Asked for a human");
    case domain::TriggerType::Sentiment:
        return QCoreApplication::translate("relevo::models", "Frustrated");
    case domain::TriggerType::Failure:
        return QCoreApplication::translate("relevo::models", "The bot could not help");
    case domain::TriggerType::Manual:
        return QCoreApplication::translate("relevo::models", "Handed over by the bot");
    case domain::TriggerType::Sensitive:
        return QCoreApplication::translate("relevo::models", "Sensitive matter");
    case domain::TriggerType::Urgent:
        return QCoreApplication::translate("relevo::models", "Urgent matter");
    case domain::TriggerType::Vip:
        return QCoreApplication::translate("relevo::models", "Important customer");
    }
    return {};
}

QString nameOf(domain::Delivery delivery)
{
    switch (delivery) {
    case domain::Delivery::Queued:
        return QCoreApplication::translate("relevo::models", "On its way");
    case domain::Delivery::Sent:
        return QCoreApplication::translate("relevo::models", "Sent");
    case domain::Delivery::Delivered:
        return QCoreApplication::translate("relevo::models", "Delivered");
    case domain::Delivery::Read:
        return QCoreApplication::translate("relevo::models", "Read");
    case domain::Delivery::Failed:
        return QCoreApplication::translate("relevo::models", "Not delivered");
    case domain::Delivery::Unknown:
        return QCoreApplication::translate("relevo::models", "Perhaps delivered");
    }
    return {};
}

QString nameOf(domain::Availability availability)
{
    switch (availability) {
    case domain::Availability::Available:
        return QCoreApplication::translate("relevo::models", "Available");
    case domain::Availability::Busy:
        return QCoreApplication::translate("relevo::models", "Busy");
    case domain::Availability::Away:
        return QCoreApplication::translate("relevo::models", "Away");
    }
    return {};
}

QString channelName(const QString& channel)
{
    if (channel == QLatin1String("web"))
        return QCoreApplication::translate("relevo::models", "Web chat");
    if (channel == QLatin1String("http"))
        return QCoreApplication::translate("relevo::models", "API");
    if (channel == QLatin1String("whatsapp"))
        return QStringLiteral("WhatsApp"); // a name
    return channel;
}

QString channelCode(const QString& typed)
{
    for (const QString& code : {QStringLiteral("web"), QStringLiteral("http"), QStringLiteral("whatsapp")}) {
        if (channelName(code).compare(typed, Qt::CaseInsensitive) == 0)
            return code;
    }
    return typed;
}

QString languageName(const QString& code)
{
    if (const qsizetype end = code.indexOf(u'_'); end > 0)
        return QStringLiteral("%1 (%2)").arg(languageName(code.left(end)), code.mid(end + 1));
    const QLocale locale(code);
    if (code.isEmpty() || locale.language() == QLocale::C)
        return code;
    // A language by its plain name: no country was said.
    if (locale.language() == QLocale::English)
        return QStringLiteral("English");
    if (locale.language() == QLocale::Spanish)
        return QStringLiteral("Español");
    const QString own = locale.nativeLanguageName();
    return own.isEmpty() ? QLocale::languageToString(locale.language()) : own.left(1).toUpper() + own.mid(1);
}

} // namespace relevo::models
