#include <relay/command_line.h>

#include <protocol/names.h>
#include <relay/config_file.h>
#include <relay/model_options.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

#include <limits>

namespace relevo::relay {
namespace {

using Action = CommandLine::Action;

QString usage()
{
    return QStringLiteral(
        "relevo-relay: the server of Relevo, the desk where humans take over from bots.\n"
        "\n"
        "  serve [--listen HOST:PORT] [--demo]      run the relay (default 127.0.0.1:8787; port 0 picks "
        "one)\n"
        "      [--model-url URL --model-name NAME] [--model-key-file F] [--model-timeout-seconds N]\n"
        "      [--model-concurrency N] [--model-mask true|false] [--model-stream true|false]\n"
        "      a language model for summaries and drafts, by an OpenAI-compatible server; its key only by\n"
        "      the file or RELEVO_MODEL_KEY; personal data is masked unless --model-mask is false\n"
        "  project create --name N                  make a project; prints its id and API key\n"
        "  agent create --project P --email E --name N [--role agent|supervisor|admin]\n"
        "      [--password-file F] [--skill S]… [--language L]… [--capacity N]\n"
        "  verify                                   prove the journal by replaying it\n"
        "  inspect triggers|sentiment|summary       judge the lines of standard input, one JSON line each\n"
        "  simulate [--agents N] [--handoffs N] [--hours H] [--seed S] [--routing R] [--json]\n"
        "                                           play a day; compare ways of routing (R: manual,\n"
        "                                           round_robin, least_busy; all of them unless given)\n"
        "  version                                  print versions\n"
        "\n"
        "All take --data DIR, --store URL (default sqlite:DIR/relay.db) and --config FILE; every option can "
        "also\n"
        "be given as an environment variable RELEVO_… (RELEVO_DATA, RELEVO_LISTEN, …).\n");
}

std::unexpected<Error> wrong(const QString& message,
                             const QString& detail = QStringLiteral("See relevo-relay help."))
{
    return failure(ErrorCode::Invalid, message, detail);
}

/// One setting, from the option, the environment or the file.
class Settings
{
public:
    Settings(const QCommandLineParser& parser, ConfigFile file) : m_parser(parser), m_file(std::move(file)) {}

    [[nodiscard]] QString value(const QString& name) const
    {
        if (m_parser.isSet(name))
            return m_parser.value(name);
        const QByteArray variable = "RELEVO_" + name.toUpper().replace(u'-', u'_').toLatin1();
        if (qEnvironmentVariableIsSet(variable.constData()))
            return qEnvironmentVariable(variable.constData());
        return m_file.values.value(name);
    }
    [[nodiscard]] bool flag(const QString& name) const
    {
        if (m_parser.isSet(name))
            return true;
        const QString text = value(name);
        return text == QLatin1String("1") || text == QLatin1String("true");
    }

private:
    const QCommandLineParser& m_parser;
    ConfigFile m_file;
};

void addOptions(QCommandLineParser& parser)
{
    for (const char* name :
         {"data", "store", "config", "listen", "name", "project", "email", "role", "password-file", "skill",
          "language", "capacity", "agents", "handoffs", "hours", "seed", "routing"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(name), QString(), QStringLiteral("value")));
    for (const QString& name : modelSettings())
        parser.addOption(QCommandLineOption(name, QString(), QStringLiteral("value")));
    parser.addOption(QCommandLineOption(QStringLiteral("demo")));
    parser.addOption(QCommandLineOption(QStringLiteral("json")));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
}

std::optional<Inspection> inspectionOf(const QString& word)
{
    if (word == QLatin1String("triggers"))
        return Inspection::Triggers;
    if (word == QLatin1String("sentiment"))
        return Inspection::Sentiment;
    if (word == QLatin1String("summary"))
        return Inspection::Summary;
    return std::nullopt;
}

std::optional<Action> actionOf(const QStringList& words)
{
    const QString action = words.join(u' ');
    if (action == QLatin1String("serve"))
        return Action::Serve;
    if (action == QLatin1String("project create"))
        return Action::CreateProject;
    if (action == QLatin1String("agent create"))
        return Action::CreateAgent;
    if (action == QLatin1String("verify"))
        return Action::Verify;
    if (words.size() == 2 && words[0] == QLatin1String("inspect") && inspectionOf(words[1]))
        return Action::Inspect;
    if (action == QLatin1String("simulate"))
        return Action::Simulate;
    if (action == QLatin1String("version"))
        return Action::Version;
    if (action.isEmpty() || action == QLatin1String("help"))
        return Action::Help;
    return std::nullopt;
}

Result<void> readStore(const Settings& settings, store::StoreOptions& options)
{
    QString data = settings.value(QStringLiteral("data"));
    if (data.isEmpty())
        data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString url = settings.value(QStringLiteral("store"));
    const QString prefix = QStringLiteral("sqlite:");
    if (!url.isEmpty() && !url.startsWith(prefix))
        return wrong(QStringLiteral("The store \"%1\" is of no supported kind.").arg(url.section(u':', 0, 0)),
                     QStringLiteral("Use sqlite:PATH."));
    options.dataDirectory = QDir(data).absolutePath();
    options.databasePath = url.isEmpty() ? QDir(data).absoluteFilePath(QStringLiteral("relay.db"))
                                         : QDir::current().absoluteFilePath(url.mid(prefix.size()));
    return {};
}

Result<void> readListen(const Settings& settings, ServeOptions& options)
{
    const QString listen = settings.value(QStringLiteral("listen"));
    if (listen.isEmpty())
        return {};
    const qsizetype colon = listen.lastIndexOf(u':');
    bool isNumber = false;
    const ushort port = listen.mid(colon + 1).toUShort(&isNumber);
    if (colon <= 0 || !isNumber)
        return wrong(
            QStringLiteral("--listen \"%1\" is not HOST:PORT.").arg(listen),
            QStringLiteral("For example --listen 127.0.0.1:8787, or 0.0.0.0:8787 for all addresses."));
    QString host = listen.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    options.host = host;
    options.port = port;
    return {};
}

Result<void> readModel(const Settings& settings, ServeOptions& options)
{
    auto model = readModelOptions([&settings](const QString& name) { return settings.value(name); });
    if (!model)
        return std::unexpected(model.error());
    options.model = std::move(*model);
    return {};
}

Result<QByteArray> readPassword(const Settings& settings)
{
    const QString path = settings.value(QStringLiteral("password-file"));
    if (path.isEmpty())
        return qgetenv("RELEVO_PASSWORD");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(QStringLiteral("The password file cannot be read: %1").arg(file.errorString()),
                     QStringLiteral("Check the path given with --password-file."));
    QByteArray password = file.read(4096);
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    if (password.isEmpty())
        return wrong(QStringLiteral("The password file is empty."),
                     QStringLiteral("Write the password into it."));
    return password;
}

Result<void> readAgent(const QCommandLineParser& parser, const Settings& settings, CommandLine& line)
{
    line.agent.email = settings.value(QStringLiteral("email"));
    line.agent.name = settings.value(QStringLiteral("name"));
    line.agent.skills = parser.values(QStringLiteral("skill"));
    line.agent.languages = parser.values(QStringLiteral("language"));
    if (const QString role = settings.value(QStringLiteral("role")); !role.isEmpty()) {
        const auto known = protocol::valueOf<domain::Role>(role.toStdString());
        if (!known)
            return wrong(QStringLiteral("--role \"%1\" is not known.").arg(role),
                         QStringLiteral("Use agent, supervisor or admin."));
        line.agent.role = *known;
    }
    if (const QString capacity = settings.value(QStringLiteral("capacity")); !capacity.isEmpty()) {
        bool isNumber = false;
        line.agent.capacity = capacity.toInt(&isNumber);
        if (!isNumber || line.agent.capacity < 1 || line.agent.capacity > 1000)
            return wrong(QStringLiteral("--capacity \"%1\" is not a number from 1 to 1000.").arg(capacity));
    }
    Result<QByteArray> password = readPassword(settings);
    if (!password)
        return std::unexpected(password.error());
    line.password = std::move(*password);
    return {};
}

Result<void> readNumber(const Settings& settings, const char* name, int least, int most, int& value)
{
    const QString text = settings.value(QString::fromLatin1(name));
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (text.isEmpty())
        return {};
    if (!isNumber || number < least || number > most)
        return wrong(QStringLiteral("--%1 \"%2\" is not a number from %3 to %4.")
                         .arg(QLatin1String(name), text)
                         .arg(least)
                         .arg(most));
    value = number;
    return {};
}

Result<void> readSimulation(const Settings& settings, SimulationOptions& options)
{
    int seed = static_cast<int>(options.seed);
    Result<void> read = readNumber(settings, "agents", 1, 5'000, options.agents);
    if (read)
        read = readNumber(settings, "handoffs", 1, 1'000'000, options.handoffs);
    if (read)
        read = readNumber(settings, "hours", 1, 24, options.hours);
    if (read)
        read = readNumber(settings, "seed", 0, std::numeric_limits<int>::max(), seed);
    if (!read)
        return read;
    options.seed = static_cast<quint32>(seed);
    options.json = settings.flag(QStringLiteral("json"));
    const QString routing = settings.value(QStringLiteral("routing"));
    options.routing = protocol::valueOf<domain::Routing>(routing.toStdString());
    if (!routing.isEmpty() && !options.routing)
        return wrong(QStringLiteral("--routing \"%1\" is not known.").arg(routing),
                     QStringLiteral("Use manual, round_robin or least_busy."));
    return {};
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    CommandLine line;
    line.help = usage();
    const std::optional<Action> action = actionOf(parser.positionalArguments());
    if (parser.isSet(QStringLiteral("help")))
        return line;
    if (!action)
        return wrong(QStringLiteral("\"%1\" is no command.").arg(parser.positionalArguments().join(u' ')));
    line.action = *action;
    if (line.action == Action::Inspect)
        line.inspection = *inspectionOf(parser.positionalArguments().at(1));
    Result<ConfigFile> file = ConfigFile{};
    QString path = parser.value(QStringLiteral("config"));
    if (path.isEmpty())
        path = qEnvironmentVariable("RELEVO_CONFIG");
    if (!path.isEmpty())
        file = readConfigFile(path);
    if (!file)
        return std::unexpected(file.error());
    const Settings settings(parser, std::move(*file));
    line.name = settings.value(QStringLiteral("name"));
    line.project = settings.value(QStringLiteral("project"));
    line.demo = settings.flag(QStringLiteral("demo"));
    Result<void> read = readStore(settings, line.serve.store);
    if (read)
        read = readListen(settings, line.serve);
    if (read && line.action == Action::Serve)
        read = readModel(settings, line.serve);
    if (read && line.action == Action::CreateAgent)
        read = readAgent(parser, settings, line);
    if (read && line.action == Action::Simulate)
        read = readSimulation(settings, line.simulation);
    if (!read)
        return std::unexpected(read.error());
    return line;
}

} // namespace relevo::relay
