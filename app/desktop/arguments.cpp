#include "arguments.h"

#include <protocol/json.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

namespace relevo::desktop {

namespace {

constexpr auto handoffScheme = QLatin1String("handoff://");
constexpr qint64 largestDemoFile = 64 * 1024;

QString words(const char* text)
{
    return QCoreApplication::translate("relevo::desktop", text);
}

} // namespace

Result<Arguments> parseArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        words(QT_TRANSLATE_NOOP("relevo::desktop", "The desk where humans take over from bots.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption relay(QStringLiteral("relay"),
                                   words(QT_TRANSLATE_NOOP("relevo::desktop", "The relay’s address.")),
                                   QStringLiteral("url"));
    const QCommandLineOption profile(
        QStringLiteral("profile"),
        words(QT_TRANSLATE_NOOP("relevo::desktop",
                                "Keeps settings, session and local copy apart from other profiles.")),
        QStringLiteral("name"), QStringLiteral("default"));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        words(QT_TRANSLATE_NOOP("relevo::desktop", "Signs in as the demo project’s first agent.")));
    parser.addOptions({relay, profile, demo});
    parser.addPositionalArgument(
        QStringLiteral("handoff://ID"),
        words(QT_TRANSLATE_NOOP("relevo::desktop", "Opens this handoff in the running desk.")),
        QStringLiteral("[handoff://ID]"));

    if (!parser.parse(arguments))
        return failure(ErrorCode::Invalid, parser.errorText());
    Arguments result;
    if (parser.isSet(help))
        result.answer = parser.helpText();
    else if (parser.isSet(version))
        result.answer = QStringLiteral("relevo %1\n").arg(QStringLiteral(RELEVO_VERSION));
    result.relay = parser.value(relay);
    result.profile = parser.value(profile);
    result.demo = parser.isSet(demo);
    for (const QString& word : parser.positionalArguments()) {
        result.handoff = handoffOf(word);
        if (result.handoff.isNull())
            return failure(ErrorCode::Invalid,
                           words(QT_TRANSLATE_NOOP("relevo::desktop", "Not understood: %1")).arg(word));
    }
    // It becomes part of file names.
    static const QRegularExpression goodName(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"));
    if (!goodName.match(result.profile).hasMatch())
        return failure(ErrorCode::Invalid,
                       words(QT_TRANSLATE_NOOP("relevo::desktop",
                                               "A profile’s name has letters, digits, - and _ only.")));
    return result;
}

domain::HandoffId handoffOf(const QString& address)
{
    if (!address.startsWith(handoffScheme, Qt::CaseInsensitive))
        return {};
    QString id = address.mid(handoffScheme.size()).toLower();
    while (id.endsWith(QLatin1Char('/')))
        id.chop(1);
    return domain::HandoffId::parse(id).value_or(domain::HandoffId());
}

Result<DemoAgent> demoAgent()
{
    QFile file(qEnvironmentVariable("RELEVO_DEMO_FILE"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::NotFound,
            words(QT_TRANSLATE_NOOP("relevo::desktop", "RELEVO_DEMO_FILE names no file to read.")));
    const QByteArray content = file.read(largestDemoFile);
    const auto json = protocol::Json::parse(content.cbegin(), content.cend(), nullptr, false);
    if (json.is_object() && json.contains("agents") && json["agents"].is_array() && !json["agents"].empty()) {
        const protocol::Json& agent = json["agents"].front();
        if (agent.is_object()) {
            const auto text = [&agent](const char* name) {
                const auto found = agent.find(name);
                return found != agent.end() && found->is_string()
                           ? QString::fromStdString(found->get<std::string>())
                           : QString();
            };
            return DemoAgent{text("email"), text("password")};
        }
    }
    return failure(ErrorCode::Invalid,
                   words(QT_TRANSLATE_NOOP("relevo::desktop", "The demo file has no agent in it.")));
}

} // namespace relevo::desktop
