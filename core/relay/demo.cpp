#include <relay/demo.h>

#include <protocol/json.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace relevo::relay {
namespace {

// The demo is for trying things out on one's own machine; its password is no secret.
const QByteArray demoPassword = "relevo-demo";

Result<NewPassword> addAgent(Admin& admin, const domain::ProjectId& project, const QString& name,
                             const QString& email, domain::Role role)
{
    domain::Agent agent;
    agent.name = name;
    agent.email = email;
    agent.role = role;
    return admin.createAgent(project, std::move(agent), demoPassword);
}

/// The three lanes with the built-in bots, and a small shop for them to know.
Result<void> addBots(Admin& admin, const domain::ProjectId& project)
{
    using domain::BotKind;
    using domain::Lane;
    using domain::OrderStatus;
    const QString faq = QStringLiteral("faq");
    const QString orders = QStringLiteral("orders");
    const QString triage = QStringLiteral("triage");
    domain::BotSettings bots;
    bots.bots = {{faq, BotKind::Faq, {}, 10, 60},
                 {orders, BotKind::Orders, {}, 10, 60},
                 {triage, BotKind::Triage, {}, 10, 60}};
    bots.lanes = {{Lane::Info, faq}, {Lane::Commerce, orders}, {Lane::Support, triage}};
    const QString en = QStringLiteral("en");
    const QString es = QStringLiteral("es");
    const QString pt = QStringLiteral("pt");
    const std::vector<domain::FaqEntry> entries{
        {QStringLiteral("gift"),
         {{en, {QStringLiteral("gift wrap"), QStringLiteral("wrapped present")}},
          {es, {QStringLiteral("envolver regalo"), QStringLiteral("papel regalo")}},
          {pt, {QStringLiteral("embrulho presente"), QStringLiteral("papel presente")}}},
         {{en, QStringLiteral("We wrap presents for 2.50; tick the box in the basket.")},
          {es, QStringLiteral("Envolvemos regalos por 2,50; marca la casilla en la cesta.")},
          {pt, QStringLiteral("Embrulhamos presentes por 2,50; marque a opção no carrinho.")}}}};
    const auto order = [](const char16_t* number, OrderStatus status, const char16_t* email,
                          const char16_t* items, const char16_t* total, const char16_t* arrival,
                          const char16_t* tracking) {
        const auto text = [](const char16_t* of) {
            return QStringView(of).toString();
        };
        return domain::Order{text(number), status,        text(email),   text(items),
                             text(total),  text(arrival), text(tracking)};
    };
    return admin.setUpBots(
        project, std::move(bots), entries,
        {order(u"10021", OrderStatus::Shipped, u"", u"1 × desk lamp", u"39.90 EUR", u"tomorrow",
               u"ES-7781-2041"),
         order(u"10022", OrderStatus::Paid, u"maria@demo.test", u"2 × wool blanket", u"84.00 EUR", u"Friday",
               u""),
         order(u"10023", OrderStatus::Delivered, u"", u"1 × kettle", u"29.50 EUR", u"", u"ES-7781-1999")});
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
    // An admin, so that everything can be looked at.
    const auto first = addAgent(**admin, project->id, QStringLiteral("Ana Torres"), ana, domain::Role::Admin);
    const auto second =
        addAgent(**admin, project->id, QStringLiteral("Luis Prado"), luis, domain::Role::Agent);
    if (!first || !second)
        return std::unexpected(!first ? first.error() : second.error());
    if (Result<void> bots = addBots(**admin, project->id); !bots)
        return bots;
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
