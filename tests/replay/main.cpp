// relevo-replay: plays written conversations through the relay's HTTP door, as a bot would. Prints one JSON
// line.
#include "replay.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>

#include <nlohmann/json.hpp>

#include <cstdio>

namespace {

using namespace relevo;

int complain(const QString& what)
{
    std::fprintf(stderr, "relevo-replay: %s\n", qPrintable(what));
    return 2;
}

QByteArray apiKey(const QString& file)
{
    if (file.isEmpty())
        return qgetenv("RELEVO_API_KEY").trimmed();
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readLine().trimmed() : QByteArray();
}

void writeAcknowledgements(replay::Replay& player, QFile& file)
{
    QObject::connect(&player, &replay::Replay::acknowledged, &player,
                     [&file](const QString& session, int turn, const QByteArray& answer) {
                         auto json = nlohmann::json::parse(answer.begin(), answer.end(), nullptr, false);
                         if (!json.is_object())
                             json = nlohmann::json::object();
                         json["sessionId"] = session.toStdString();
                         json["turn"] = turn;
                         file.write(QByteArray::fromStdString(json.dump() + "\n"));
                         file.flush();
                     });
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relevo-replay"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Plays conversations through a relay's HTTP door. The API key comes from RELEVO_API_KEY."));
    parser.addHelpOption();
    const auto option = [&parser](const char* name, const char* text, const char* value,
                                  const QString& preset = {}) {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromUtf8(text), QString::fromLatin1(value), preset});
    };
    option("relay", "The relay's address.", "url", QStringLiteral("http://127.0.0.1:8787"));
    option("key-file", "A file whose first line is the project's API key.", "file");
    option("rate", "Messages a second over all; 0 is as fast as it goes.", "n", QStringLiteral("0"));
    option("concurrency", "Conversations at a time.", "n", QStringLiteral("4"));
    option("prefix",
           "Before each conversation's id; the same one again repeats nothing (default: new each time).",
           "text");
    option("limit", "Play only the first n conversations.", "n");
    option("patience", "Seconds until a message that gets no answer is given up.", "s",
           QStringLiteral("120"));
    option("acks", "Write every acknowledged message here, one JSON line each.", "file");
    parser.addOption(
        {QStringLiteral("no-handoff"), QStringLiteral("Do not ask for a human at the end of each.")});
    parser.addPositionalArgument(QStringLiteral("file"),
                                 QStringLiteral("JSON lines {\"id\",\"turns\":[{\"role\",\"content\"}]}."),
                                 QStringLiteral("[file]"));
    parser.process(app);

    const QStringList arguments = parser.positionalArguments();
    QFile input(arguments.isEmpty() ? QStringLiteral(RELEVO_REPLAY_FILE) : arguments.front());
    if (!input.open(QIODevice::ReadOnly))
        return complain(QStringLiteral("%1: %2").arg(input.fileName(), input.errorString()));
    auto conversations = replay::readConversations(input);
    if (!conversations)
        return complain(QStringLiteral("%1: %2").arg(input.fileName(), conversations.error().message));
    if (parser.isSet(QStringLiteral("limit")))
        conversations->resize(std::min(
            conversations->size(), static_cast<std::size_t>(parser.value(QStringLiteral("limit")).toUInt())));

    replay::Options options;
    options.relay = QUrl(parser.value(QStringLiteral("relay")));
    options.apiKey = apiKey(parser.value(QStringLiteral("key-file")));
    options.rate = parser.value(QStringLiteral("rate")).toDouble();
    options.concurrency = parser.value(QStringLiteral("concurrency")).toInt();
    options.handOff = !parser.isSet(QStringLiteral("no-handoff"));
    options.patience =
        milliseconds(static_cast<qint64>(parser.value(QStringLiteral("patience")).toDouble() * 1000));
    options.prefix = parser.isSet(QStringLiteral("prefix"))
                         ? parser.value(QStringLiteral("prefix"))
                         : QStringLiteral("replay-%1-").arg(QDateTime::currentMSecsSinceEpoch(), 0, 36);
    if (!options.relay.isValid() || options.relay.host().isEmpty())
        return complain(QStringLiteral("--relay is not an address"));
    if (options.apiKey.isEmpty())
        return complain(QStringLiteral("no API key: set RELEVO_API_KEY or give --key-file"));

    replay::Replay player(options, std::move(*conversations),
                          [] { return QRandomGenerator::global()->generateDouble(); });
    QFile acks(parser.value(QStringLiteral("acks")));
    if (parser.isSet(QStringLiteral("acks"))) {
        if (!acks.open(QIODevice::WriteOnly | QIODevice::Append))
            return complain(QStringLiteral("%1: %2").arg(acks.fileName(), acks.errorString()));
        writeAcknowledgements(player, acks);
    }
    QObject::connect(&player, &replay::Replay::refused, &player,
                     [](const QString& session, int turn, const QString& why) {
                         std::fprintf(stderr, "relevo-replay: %s turn %d: %s\n", qPrintable(session), turn,
                                      qPrintable(why));
                     });
    QObject::connect(&player, &replay::Replay::finished, &app, &QCoreApplication::quit, Qt::QueuedConnection);
    player.start();
    QCoreApplication::exec();
    std::printf("%s\n", player.report().toJson().constData());
    return player.report().unanswered == 0 ? 0 : 1;
}
