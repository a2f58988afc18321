#pragma once

#include <base/error.h>
#include <domain/agent.h>
#include <relay/config.h>
#include <relay/inspect.h>
#include <relay/serve_options.h>
#include <relay/simulation.h>

#include <QtCore/QStringList>

namespace relevo::relay {

/// What `relevo-relay` was asked to do, from its arguments, RELEVO_… environment variables and the
/// configuration file, in that order of precedence.
struct CommandLine
{
    enum class Action {
        Serve,
        CreateProject,
        CreateAgent,
        DisableAgent,
        EnableAgent,
        ResetPassword,
        ResetTotp,
        Verify,
        Backup,
        Restore,
        ForgetSecrets,
        Migrate,
        ExportContact,
        EraseContact,
        CheckConfig,
        ShowConfig,
        Inspect,
        Simulate,
        Version,
        Help
    };

    Action action = Action::Help;
    Config config;
    ServeOptions serve; ///< what follows from it; without an action that serves, the store's part only
    bool demo = false;
    QString file;       ///< of a backup
    bool force = false; ///< a backup may overwrite
    bool check = false; ///< migrate: only look
    Inspection inspection = Inspection::Triggers;
    SimulationOptions simulation;
    QString name;
    QString project;
    QString contact;
    QString out;         ///< the file an export goes to; empty: standard output
    QString attachments; ///< the directory its files go to; empty: nowhere
    domain::Agent agent;
    QByteArray password;
    QString help; ///< what to print for Help
};

/// Fails with `invalid`, saying which option is wrong and what it takes.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList& arguments);

/// Does everything but serving; prints its answer as one JSON line on standard output (Inspect: one for each
/// line of standard input). Returns the exit code: 0, or 1 with the reason on standard error.
[[nodiscard]] int runAction(const CommandLine& line, const Clock& clock, IdSource& ids);

} // namespace relevo::relay
