#include <relay/demo.h>

#include <protocol/json.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace relevo::relay {
namespace {

// The demo is for trying things out on one's own machine; its password is no secret.
const QByteArray demoPassword = "relevo-demo";

Result<domain::AgentId> addAgent(Admin& admin, const domain::ProjectId& project, const QString& name,
                                 const QString& email, domain::Role role)
{
    domain::Agent agent;
    agent.name = name;
    agent.email = email;
    agent.role = role;
    return admin.createAgent(project, std::move(agent), demoPassword);
}

} // namespace

Result<void> ensureDemo(const store::StoreOptions& options, const Clock& clock, IdSource& ids)
{
    const QString path = QDir(options.dataDirectory).absoluteFilePath(QStringLiteral("demo.json"));
    if (QFile::exists(path))
        return {};
    auto admin = Admin::open(options, clock, ids);
    if (!admin)
        return std::unexpected(admin.error());
    const Result<NewProject> project = (*admin)->createProject(QStringLiteral("Demo"));
    if (!project)
        return std::unexpected(project.error());
    const QString ana = QStringLiteral("ana@demo.test");
    const QString luis = QStringLiteral("luis@demo.test");
    const auto first =
        addAgent(**admin, project->id, QStringLiteral("Ana Torres"), ana, domain::Role::Supervisor);
    const auto second =
        addAgent(**admin, project->id, QStringLiteral("Luis Prado"), luis, domain::Role::Agent);
    if (!first || !second)
        return std::unexpected(!first ? first.error() : second.error());
    protocol::Json agents = protocol::Json::array();
    for (const QString& email : {ana, luis})
        agents.push_back({{"email", protocol::utf8(email)}, {"password", demoPassword.toStdString()}});
    const protocol::Json json{{"projectId", project->id.text()},
                              {"apiKey", project->apiKey.toStdString()},
                              {"agents", std::move(agents)}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(QByteArray::fromStdString(protocol::dump(json)) + '\n') < 0 || !file.commit())
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()),
                       QStringLiteral("Check the data directory's permissions."));
    return {};
}

} // namespace relevo::relay
