#include <relay/command_line.h>

#include <protocol/json.h>
#include <protocol/limits.h>
#include <relay/admin.h>
#include <relay/contact_files.h>
#include <store/backup.h>
#include <store/restore.h>
#include <store/secrets.h>

#include <QtCore/QFile>
#include <QtCore/QLibraryInfo>
#include <QtSql/QSqlDatabase>

#include <cstdio>

namespace relevo::relay {
namespace {

using protocol::Json;

int print(const Json& json)
{
    std::printf("%s\n", protocol::dump(json).c_str());
    std::fflush(stdout);
    return 0;
}

int complain(const Error& error)
{
    std::fprintf(stderr, "relevo-relay: %s\n", qUtf8Printable(error.message));
    if (!error.detail.isEmpty())
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.detail));
    return 1;
}

int createProject(const CommandLine& line, const Clock& clock, IdSource& ids)
{
    auto admin = Admin::open(line.serve.store, clock, ids);
    if (!admin)
        return complain(admin.error());
    const Result<NewProject> project = (*admin)->createProject(line.name);
    if (!project)
        return complain(project.error());
    return print(Json{{"projectId", project->id.text()}, {"apiKey", project->apiKey.toStdString()}});
}

Error noProject()
{
    return {ErrorCode::Invalid,
            QStringLiteral("--project must be a project's id."),
            QStringLiteral("\"project create\" prints it."),
            {}};
}

/// With the one-time token, where they are to set their password with one.
Json agentJson(const NewPassword& made)
{
    Json json{{"agentId", made.agent.text()}};
    if (!made.token.isEmpty()) {
        json["token"] = made.token.toStdString();
        json["expiresAt"] = toRfc3339(made.expiresAt);
    }
    return json;
}

int createAgent(const CommandLine& line, const Clock& clock, IdSource& ids)
{
    const auto project = domain::ProjectId::parse(QStringView(line.project));
    if (!project)
        return complain(noProject());
    auto admin = Admin::open(line.serve.store, clock, ids);
    if (!admin)
        return complain(admin.error());
    const Result<NewPassword> agent = (*admin)->createAgent(*project, line.agent, line.password);
    return agent ? print(agentJson(*agent)) : complain(agent.error());
}

/// Disables, enables, or resets what they sign in with.
int changeAgent(const CommandLine& line, const Clock& clock, IdSource& ids)
{
    const auto project = domain::ProjectId::parse(QStringView(line.project));
    if (!project)
        return complain(noProject());
    auto admin = Admin::open(line.serve.store, clock, ids);
    if (!admin)
        return complain(admin.error());
    if (line.action == CommandLine::Action::ResetPassword) {
        const Result<NewPassword> reset = (*admin)->resetPassword(*project, line.agent.email, line.password);
        return reset ? print(agentJson(*reset)) : complain(reset.error());
    }
    const Result<domain::AgentId> agent =
        line.action == CommandLine::Action::ResetTotp
            ? (*admin)->resetTotp(*project, line.agent.email)
            : (*admin)->setDisabled(*project, line.agent.email,
                                    line.action == CommandLine::Action::DisableAgent);
    return agent ? print(Json{{"agentId", agent->text()}}) : complain(agent.error());
}

int verify(const CommandLine& line)
{
    const Result<store::VerifyReport> report = store::verify(line.serve.store);
    if (!report)
        return complain(report.error());
    print(Json{{"ok", report->ok},
               {"projects", report->projects},
               {"events", report->events},
               {"attachments", report->attachments},
               {"erasedContacts", report->erasedContacts},
               {"emptiedEvents", report->emptiedEvents},
               {"fault", protocol::utf8(report->fault)}});
    if (!report->ok)
        std::fprintf(stderr, "relevo-relay: %s\n", qUtf8Printable(report->fault));
    return report->ok ? 0 : 1;
}

int backup(const CommandLine& line)
{
    const auto report = store::backUp(line.serve.store, line.file, line.force);
    if (!report)
        return complain(report.error());
    return print(
        Json{{"file", protocol::utf8(line.file)},
             {"projects", report->projects},
             {"events", report->events},
             {"bytes", report->bytes},
             {"attachments", report->attachments},
             {"keyFile", protocol::utf8(report->keyFile)},
             {"note", "Keep the key file too, in another place: without it the secrets in the backup "
                      "cannot be opened."}});
}

int forgetSecrets(const CommandLine& line)
{
    const auto forgotten = store::forgetSecrets(line.serve.store);
    if (!forgotten)
        return complain(forgotten.error());
    return print(Json{{"webhooks", forgotten->webhooks},
                      {"bots", forgotten->bots},
                      {"secondFactors", forgotten->secondFactors}});
}

int restore(const CommandLine& line, const Clock& clock)
{
    // A relay finishes what is under way before it lets go of the store.
    constexpr milliseconds patience{30'000};
    const auto report = store::restore(line.serve.store, line.file, clock.now(), {line.force, patience, {}});
    if (!report)
        return complain(report.error());
    return print(
        Json{{"projects", report->projects},
             {"events", report->events},
             {"relayLetGo", report->othersLetGo},
             {"keptAside", report->keptAside.isEmpty() ? Json() : Json(protocol::utf8(report->keptAside))}});
}

int migrate(const CommandLine& line)
{
    if (line.check) {
        const auto versions = store::schemaVersions(line.serve.store);
        if (!versions)
            return complain(versions.error());
        print(Json{{"from", versions->present},
                   {"to", versions->newest},
                   {"needed", versions->present != versions->newest}});
        return versions->present == versions->newest ? 0 : 1;
    }
    const auto migration = store::migrate(line.serve.store);
    if (!migration)
        return complain(migration.error());
    return print(Json{{"from", migration->from}, {"to", migration->to}});
}

Result<domain::ContactId> contactOf(const CommandLine& line)
{
    if (const auto id = domain::ContactId::parse(QStringView(line.contact)))
        return *id;
    return failure(ErrorCode::Invalid, QStringLiteral("--contact must be a contact's id."),
                   QStringLiteral("GET /api/contacts lists them."));
}

std::unexpected<Error> notExported(const QFile& file)
{
    return failure(ErrorCode::Unavailable,
                   QStringLiteral("%1 cannot be written: %2").arg(file.fileName(), file.errorString()),
                   QStringLiteral("Name a file that does not exist yet, where you may write."));
}

/// A file of the caller's alone; never one that is there.
Result<void> openNew(QFile& file)
{
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return notExported(file);
    return {};
}

Result<void> writeAll(QFile& file, const std::string& text)
{
    const auto size = static_cast<qint64>(text.size());
    if (file.write(text.data(), size) != size || !file.flush())
        return notExported(file);
    return {};
}

Error incomplete(const ExportedFiles& files)
{
    QStringList ids;
    for (const domain::AttachmentId& id : files.missing)
        ids.push_back(id.toString());
    return {ErrorCode::NotFound,
            QStringLiteral("These files are not there as they were uploaded: %1.")
                .arg(ids.join(QStringLiteral(", "))),
            QStringLiteral("All else is exported. \"relevo-relay verify\" says what is wrong with them."),
            {}};
}

/// What the caller names is looked at before anything is written.
int exportContact(const CommandLine& line, const Clock& clock, IdSource& ids)
{
    const Result<domain::ContactId> id = contactOf(line);
    auto admin = id ? Admin::open(line.serve.store, clock, ids) : std::unexpected(id.error());
    const auto found = admin ? (*admin)->contact(*id) : std::unexpected(admin.error());
    if (!found)
        return complain(found.error());
    if (!line.attachments.isEmpty()) {
        if (const Result<void> made = makeExportFolder(line.attachments); !made)
            return complain(made.error());
    }
    QFile file(line.out);
    if (const Result<void> opened = line.out.isEmpty() ? Result<void>() : openNew(file); !opened)
        return complain(opened.error());
    // Before anything is handed out.
    if (const Result<void> noted = (*admin)->noteExport(found->project, *id); !noted) {
        file.remove();
        return complain(noted.error());
    }
    const Result<ExportedFiles> files =
        line.attachments.isEmpty()
            ? ExportedFiles()
            : exportFiles(found->person, store::AttachmentFiles(line.serve.store), line.attachments);
    if (!files) {
        file.remove();
        return complain(files.error());
    }
    const Json record = contactRecordJson(found->person, found->project, clock.now(), files->names);
    if (line.out.isEmpty()) {
        (void)print(record);
    } else {
        const Result<void> written =
            writeAll(file, record.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
        if (!written)
            return complain(written.error());
        std::size_t messages = 0;
        for (const store::ContactRecord& one : found->person)
            messages += one.messages.size();
        (void)print(Json{{"file", protocol::utf8(line.out)},
                         {"contactId", id->text()},
                         {"messages", messages},
                         {"attachments", files->names.size()}});
    }
    return files->missing.empty() ? 0 : complain(incomplete(*files));
}

int eraseContact(const CommandLine& line, const Clock& clock, IdSource& ids)
{
    const Result<domain::ContactId> id = contactOf(line);
    auto admin = id ? Admin::open(line.serve.store, clock, ids) : std::unexpected(id.error());
    const Result<Admin::Erased> erased = admin ? (*admin)->eraseContact(*id) : std::unexpected(admin.error());
    return erased ? print(Json{
                        {"contactId", id->text()}, {"events", erased->events}, {"orders", erased->orders}})
                  : complain(erased.error());
}

int checkConfig(const CommandLine& line)
{
    // What is wrong was found when the command line was read.
    return print(Json{{"ok", true}, {"file", line.config.shown()["file"]}});
}

int printVersion()
{
    Json drivers = Json::array();
    if (QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        drivers.push_back("sqlite");
    return print(Json{{"version", RELEVO_VERSION},
                      {"qt", qVersion()},
                      {"stores", std::move(drivers)},
                      {"protocol", protocol::version}});
}

} // namespace

int runAction(const CommandLine& line, const Clock& clock, IdSource& ids)
{
    switch (line.action) {
    case CommandLine::Action::CreateProject:
        return createProject(line, clock, ids);
    case CommandLine::Action::CreateAgent:
        return createAgent(line, clock, ids);
    case CommandLine::Action::DisableAgent:
    case CommandLine::Action::EnableAgent:
    case CommandLine::Action::ResetPassword:
    case CommandLine::Action::ResetTotp:
        return changeAgent(line, clock, ids);
    case CommandLine::Action::Verify:
        return verify(line);
    case CommandLine::Action::Backup:
        return backup(line);
    case CommandLine::Action::Restore:
        return restore(line, clock);
    case CommandLine::Action::ForgetSecrets:
        return forgetSecrets(line);
    case CommandLine::Action::Migrate:
        return migrate(line);
    case CommandLine::Action::ExportContact:
        return exportContact(line, clock, ids);
    case CommandLine::Action::EraseContact:
        return eraseContact(line, clock, ids);
    case CommandLine::Action::CheckConfig:
        return checkConfig(line);
    case CommandLine::Action::ShowConfig:
        return print(line.config.shown());
    case CommandLine::Action::Inspect:
        return inspect(line.inspection, stdin, stdout);
    case CommandLine::Action::Simulate:
        std::printf("%s", simulationReport(line.simulation).c_str());
        return 0;
    case CommandLine::Action::Version:
        return printVersion();
    case CommandLine::Action::Help:
    case CommandLine::Action::Serve:
        break;
    }
    std::printf("%s", qUtf8Printable(line.help));
    return 0;
}

} // namespace relevo::relay
