#include <ui/customer/contact_rules.h>

#include <ui/widgets/times.h>

#include <domain/email_address.h>
#include <protocol/limits.h>

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace relevo::ui {

namespace {

QString translated(const char* words)
{
    return QCoreApplication::translate("relevo::ui", words);
}

bool tooLong(const QString& text)
{
    return text.toUtf8().size() > static_cast<qsizetype>(protocol::maxShortText);
}

constexpr std::array zoneNames{QLatin1String("timezone"), QLatin1String("tz")};
constexpr std::array pageNames{QLatin1String("page"),        QLatin1String("pageurl"),
                               QLatin1String("currentpage"), QLatin1String("url"),
                               QLatin1String("landingpage"), QLatin1String("referrer")};

/// The first attribute whose name is one of these, whatever its case and punctuation; its name and value.
std::pair<QString, QString> attributeOf(const domain::Contact& contact, std::span<const QLatin1String> names)
{
    for (const auto& [name, value] : contact.attributes) {
        QString key = name.toLower();
        key.remove(QLatin1Char('_')).remove(QLatin1Char(' ')).remove(QLatin1Char('-'));
        const auto isKey = [&key](QLatin1String one) {
            return key == one;
        };
        if (std::any_of(names.begin(), names.end(), isKey) && !value.trimmed().isEmpty())
            return {name, value.trimmed()};
    }
    return {};
}

} // namespace

QString nameTrouble(const QString& typed)
{
    return tooLong(typed) ? translated(QT_TRANSLATE_NOOP("relevo::ui", "That is too long.")) : QString();
}

QString emailTrouble(const QString& typed)
{
    if (typed.isEmpty() || domain::isEmailAddress(typed))
        return {};
    return translated(QT_TRANSLATE_NOOP("relevo::ui", "That is not an e-mail address."));
}

QString phoneTrouble(const QString& typed)
{
    static const QRegularExpression shape(QStringLiteral("^\\+?[\\d\\s().\\-/]{3,40}$"));
    if (typed.isEmpty() || shape.match(typed).hasMatch())
        return {};
    return translated(QT_TRANSLATE_NOOP("relevo::ui", "A phone number has digits, spaces and a leading +."));
}

QString attributeTrouble(const QString& typed)
{
    return nameTrouble(typed);
}

QString titleOf(const domain::Contact& contact)
{
    if (!contact.name.isEmpty())
        return contact.name;
    return contact.email.isEmpty() ? contact.phone : contact.email;
}

QString localTimeOf(const domain::Contact& contact, Timestamp now)
{
    const QString name = attributeOf(contact, zoneNames).second;
    const QTimeZone zone(name.toLatin1());
    if (name.isEmpty() || !zone.isValid())
        return {};
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).toTimeZone(zone);
    return translated(QT_TRANSLATE_NOOP("relevo::ui", "%1 where they are"))
        .arg(QLocale().toString(there.time(), clockFormat()));
}

QString pageOf(const domain::Contact& contact)
{
    return attributeOf(contact, pageNames).second;
}

QStringList toldElsewhere(const domain::Contact& contact)
{
    QStringList names;
    const auto [zoneName, zone] = attributeOf(contact, zoneNames);
    if (!zone.isEmpty() && QTimeZone(zone.toLatin1()).isValid())
        names << zoneName;
    if (const QString page = attributeOf(contact, pageNames).first; !page.isEmpty())
        names << page;
    return names;
}

} // namespace relevo::ui
