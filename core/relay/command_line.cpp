#include <relay/command_line.h>

#include <protocol/names.h>
#include <relay/serve_options.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QFile>

#include <limits>

namespace relevo::relay {
namespace {

using Action = CommandLine::Action;

QString settingsHelp()
{
    constexpr int width = 38;
    QString help;
    for (const ConfigKey& key : configKeys()) {
        if (key.secret)
            continue;
        const QString option =
            QStringLiteral("  --%1 %2").arg(optionOf(key), key.reloads ? QStringLiteral("*") : QString());
        help += (key.fallback.isEmpty() ? option.trimmed().prepend(QStringLiteral("  "))
                                        : option.leftJustified(width) + key.fallback) +
                u'\n';
    }
    return help;
}

QString usage()
{
    return QStringLiteral(
               "relevo-relay: the server of Relevo, the desk where humans take over from bots.\n"
               "\n"
               "  serve [--listen HOST:PORT] [--demo]      run the relay (port 0 picks one)\n"
               "  project create --name N                  make a project; prints its id and API key\n"
               "  agent create --project P --email E --name N [--role agent|supervisor|admin]\n"
               "      [--password-file F] [--skill S]… [--language L]… [--capacity N]\n"
               "                                           without a password it prints a one-time token to "
               "set "
               "one with\n"
               "  agent disable|enable --project P --email E\n"
               "  agent reset-password --project P --email E [--password-file F]\n"
               "                                           set it, or print a one-time token to set it with\n"
               "  agent reset-totp --project P --email E   take a lost second factor away\n"
               "  verify                                   prove the journal by replaying it\n"
               "  backup FILE [--force]                    a verified copy, also while serving\n"
               "  restore FILE [--force]                   put a backup in place, also while serving;\n"
               "                                           --force: also without its key file\n"
               "  secrets forget                           give up what only a lost key file opens\n"
               "  migrate [--check]                        bring the store up to date, or only look\n"
               "  export --contact ID [--out FILE] [--attachments DIR]\n"
               "                                           all that is known of a contact, as JSON; their\n"
               "                                           files into DIR, also while serving\n"
               "  erase --contact ID                       forget a contact for good, also while serving\n"
               "  config check|show                        judge the configuration, or print it\n"
               "  inspect triggers|sentiment|summary       judge the lines of standard input\n"
               "  simulate [--agents N] [--handoffs N] [--hours H] [--seed S] [--routing R] [--json]\n"
               "                                           play a day; compare ways of routing (R: manual,\n"
               "                                           round_robin, least_busy; all unless given)\n"
               "  version                                  print versions\n"
               "\n"
               "All take --config FILE (TOML). What can be set, with its default, as an option, as a\n"
               "variable RELEVO_LIMITS_BODY_BYTES, and as body_bytes in the file's table [limits]:\n"
               "\n") +
           settingsHelp() +
           QStringLiteral(
               "\n"
               "An argument wins over the environment, and that over the file. What has a * changes\n"
               "by SIGHUP, the rest with the next start. Secrets come from files or the environment\n"
               "only: RELEVO_METRICS_TOKEN, RELEVO_MODEL_KEY.\n");
}

std::unexpected<Error> wrongLine(const QString& message,
                                 const QString& detail = QStringLiteral("See relevo-relay help."))
{
    return failure(ErrorCode::Invalid, message, detail);
}

/// What a command is told beside the configuration, from the option or the environment.
class Settings
{
public:
    explicit Settings(const QCommandLineParser& parser) : m_parser(parser) {}

    [[nodiscard]] QString value(const QString& name) const
    {
        if (m_parser.isSet(name))
            return m_parser.value(name);
        const QByteArray variable = "RELEVO_" + name.toUpper().replace(u'-', u'_').toLatin1();
        if (qEnvironmentVariableIsSet(variable.constData()))
            return qEnvironmentVariable(variable.constData());
        return {};
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
};

void addOptions(QCommandLineParser& parser)
{
    for (const char* name :
         {"config", "name", "project", "contact", "out", "attachments", "email", "role", "password-file",
          "skill", "language", "capacity", "agents", "handoffs", "hours", "seed", "routing"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(name), QString(), QStringLiteral("value")));
    for (const ConfigKey& key : configKeys()) {
        if (!key.secret)
            parser.addOption(QCommandLineOption(optionOf(key), QString(), QStringLiteral("value")));
    }
    for (const char* name : {"demo", "force", "check", "json"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(name)));
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
    if (action == QLatin1String("agent disable"))
        return Action::DisableAgent;
    if (action == QLatin1String("agent enable"))
        return Action::EnableAgent;
    if (action == QLatin1String("agent reset-password"))
        return Action::ResetPassword;
    if (action == QLatin1String("agent reset-totp"))
        return Action::ResetTotp;
    if (action == QLatin1String("verify"))
        return Action::Verify;
    if (action == QLatin1String("secrets forget"))
        return Action::ForgetSecrets;
    if (action == QLatin1String("migrate"))
        return Action::Migrate;
    if (action == QLatin1String("export"))
        return Action::ExportContact;
    if (action == QLatin1String("erase"))
        return Action::EraseContact;
    if (action == QLatin1String("config check"))
        return Action::CheckConfig;
    if (action == QLatin1String("config show"))
        return Action::ShowConfig;
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

/// The commands that name one file.
bool readFile(const QStringList& words, CommandLine& line)
{
    if (words.size() != 2 || (words[0] != QLatin1String("backup") && words[0] != QLatin1String("restore")))
        return false;
    line.action = words[0] == QLatin1String("backup") ? Action::Backup : Action::Restore;
    line.file = words[1];
    return true;
}

Result<Config> readConfig(const QCommandLineParser& parser)
{
    QHash<QString, QString> arguments;
    for (const ConfigKey& key : configKeys()) {
        if (!key.secret && parser.isSet(optionOf(key)))
            arguments.insert(key.name, parser.value(optionOf(key)));
    }
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString path = parser.value(QStringLiteral("config"));
    if (path.isEmpty())
        path = environment.value(QStringLiteral("RELEVO_CONFIG"));
    const Result<ConfigFile> file = path.isEmpty() ? Result<ConfigFile>(ConfigFile{}) : readConfigFile(path);
    return file ? Config::resolve(arguments, environment, *file) : std::unexpected(file.error());
}

Result<QByteArray> readPassword(const Settings& settings)
{
    const QString path = settings.value(QStringLiteral("password-file"));
    if (path.isEmpty())
        return qgetenv("RELEVO_PASSWORD");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrongLine(QStringLiteral("The password file cannot be read: %1").arg(file.errorString()),
                         QStringLiteral("Check the path given with --password-file."));
    QByteArray password = file.read(4096);
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    if (password.isEmpty())
        return wrongLine(QStringLiteral("The password file is empty."),
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
            return wrongLine(QStringLiteral("--role \"%1\" is not known.").arg(role),
                             QStringLiteral("Use agent, supervisor or admin."));
        line.agent.role = *known;
    }
    if (const QString capacity = settings.value(QStringLiteral("capacity")); !capacity.isEmpty()) {
        bool isNumber = false;
        line.agent.capacity = capacity.toInt(&isNumber);
        if (!isNumber || line.agent.capacity < 1 || line.agent.capacity > 1000)
            return wrongLine(
                QStringLiteral("--capacity \"%1\" is not a number from 1 to 1000.").arg(capacity));
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
        return wrongLine(QStringLiteral("--%1 \"%2\" is not a number from %3 to %4.")
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
        return wrongLine(QStringLiteral("--routing \"%1\" is not known.").arg(routing),
                         QStringLiteral("Use manual, round_robin or least_busy."));
    return {};
}

bool isAboutAgent(Action action)
{
    return action == Action::DisableAgent || action == Action::EnableAgent ||
           action == Action::ResetPassword || action == Action::ResetTotp;
}

Result<void> readNamedAgent(const Settings& settings, CommandLine& line)
{
    line.agent.email = settings.value(QStringLiteral("email"));
    if (line.agent.email.isEmpty())
        return wrongLine(QStringLiteral("--email must say which agent is meant."));
    if (line.action != Action::ResetPassword)
        return {};
    Result<QByteArray> password = readPassword(settings);
    if (!password)
        return std::unexpected(password.error());
    line.password = std::move(*password);
    return {};
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return wrongLine(parser.errorText());
    CommandLine line;
    line.help = usage();
    const QStringList words = parser.positionalArguments();
    const std::optional<Action> action = actionOf(words);
    if (parser.isSet(QStringLiteral("help")))
        return line;
    if (action)
        line.action = *action;
    else if (!readFile(words, line))
        return wrongLine(QStringLiteral("\"%1\" is no command.").arg(words.join(u' ')));
    if (line.action == Action::Inspect)
        line.inspection = *inspectionOf(words.at(1));
    Result<Config> config = readConfig(parser);
    if (!config)
        return std::unexpected(config.error());
    line.config = std::move(*config);
    const Settings settings(parser);
    line.name = settings.value(QStringLiteral("name"));
    line.project = settings.value(QStringLiteral("project"));
    line.contact = settings.value(QStringLiteral("contact"));
    line.out = settings.value(QStringLiteral("out"));
    line.attachments = settings.value(QStringLiteral("attachments"));
    line.demo = settings.flag(QStringLiteral("demo"));
    line.force = settings.flag(QStringLiteral("force"));
    line.check = settings.flag(QStringLiteral("check"));
    // Certificates and tokens are looked at only by who needs them.
    const bool serves = line.action == Action::Serve || line.action == Action::CheckConfig;
    Result<ServeOptions> options = serves ? serveOptions(line.config) : storeOptionsOnly(line.config);
    if (!options)
        return std::unexpected(options.error());
    line.serve = std::move(*options);
    if (line.action == Action::Simulate) {
        if (Result<void> read = readSimulation(settings, line.simulation); !read)
            return std::unexpected(read.error());
    }
    if (line.action == Action::CreateAgent) {
        if (Result<void> read = readAgent(parser, settings, line); !read)
            return std::unexpected(read.error());
    }
    if (isAboutAgent(line.action)) {
        if (Result<void> read = readNamedAgent(settings, line); !read)
            return std::unexpected(read.error());
    }
    return line;
}

} // namespace relevo::relay
