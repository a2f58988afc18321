#include <relay/bot_routes.h>

#include <protocol/bots_codec.h>
#include <relay/secrets.h>

#include <QtCore/QPointer>

namespace relevo::relay {

using protocol::Json;

namespace {

Error badFields(const QString& what, const protocol::FieldFault& first)
{
    return {ErrorCode::Invalid,
            what,
            QStringLiteral("\"errors\" names each of them."),
            {{QStringLiteral("field"), first.field}}};
}

/// What it sends is signed: a program that is told of turns, or that cancels orders.
bool signs(const domain::BotSettings& bots, const domain::BotEntry& bot)
{
    return bot.kind == domain::BotKind::Webhook ||
           (bot.kind == domain::BotKind::Orders && !bots.orders.url.isEmpty());
}

/// The secrets that were made for bots that sign and had none.
using NewSecrets = std::map<QString, QByteArray>;

Result<void> makeMissing(store::Journal& journal, const domain::ProjectId& project,
                         const domain::BotSettings& bots, NewSecrets& made)
{
    made.clear();
    for (const domain::BotEntry& bot : bots.bots) {
        if (!signs(bots, bot))
            continue;
        const Result<QByteArray> present = journal.bots().secret(project, bot.name);
        if (!present)
            return std::unexpected(present.error());
        if (present->isEmpty())
            made[bot.name] = newSigningSecret();
    }
    return {};
}

std::string botsAnswer(const Outcome& outcome, const NewSecrets& made)
{
    Json json = protocol::toJson(outcome.project.bots);
    for (const auto& [bot, secret] : made)
        json["secrets"][protocol::utf8(bot)] = secret.toStdString();
    return protocol::dump(json);
}

/// With which version it is, which whoever changes it names.
std::string faqAnswer(const store::FaqRow& row)
{
    const Result<Json> stored =
        row.entries.isEmpty()
            ? Result<Json>(Json{{"items", Json::array()}})
            : protocol::parseJson({row.entries.constData(), static_cast<std::size_t>(row.entries.size())});
    Json json = stored.value_or(Json{{"items", Json::array()}});
    json["version"] = row.version;
    if (!row.changedBy.isEmpty())
        json["changedBy"] = protocol::utf8(row.changedBy);
    if (row.changedAt)
        json["changedAt"] = toRfc3339(*row.changedAt);
    return protocol::dump(json);
}

} // namespace

BotRoutes::BotRoutes(GatewayParts parts, BotStage& stage, QObject* parent)
    : QObject(parent), m_parts(parts), m_stage(stage)
{
}

void BotRoutes::addTo(http::Router& router)
{
    const QString bots = QStringLiteral("/api/projects/{id}/bots");
    const QString faq = QStringLiteral("/api/projects/{id}/faq");
    router.add("GET", bots, [this](const http::Request& request, const http::Responder& responder) {
        getBots(request, responder);
    });
    router.add("PUT", bots, [this](const http::Request& request, http::Responder responder) {
        putBots(request, std::move(responder));
    });
    router.add("POST", bots + QStringLiteral("/{name}/secret"),
               [this](const http::Request& request, http::Responder responder) {
                   makeSecret(request, std::move(responder));
               });
    router.add("GET", faq, [this](const http::Request& request, const http::Responder& responder) {
        getFaq(request, responder);
    });
    router.add("PUT", faq, [this](const http::Request& request, http::Responder responder) {
        putFaq(request, std::move(responder));
    });
}

void BotRoutes::getBots(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    responder.send(jsonResponse(200, protocol::toJson(m_parts.hub.state(scope->project)->bots)));
}

void BotRoutes::putBots(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    const protocol::BotsReading reading = protocol::readBots(*body, m_parts.hub.state(scope->project)->bots);
    if (!reading.faults.empty()) {
        failRequest(request, responder,
                    badFields(QStringLiteral("Some settings are not as they must be; nothing was changed."),
                              reading.faults.front()),
                    errorsOf(reading.faults));
        return;
    }
    const auto made = std::make_shared<NewSecrets>();
    Submission submission{scope->project,
                          {},
                          scope->actor,
                          {},
                          domain::ChangeBots{reading.bots},
                          [made](const Outcome& outcome) { return botsAnswer(outcome, *made); },
                          {}};
    submission.check = [made, project = scope->project, bots = reading.bots](store::Journal& journal) {
        return makeMissing(journal, project, bots, *made);
    };
    submission.rows = [made, project = scope->project,
                       now = m_parts.clock.now()](store::Journal& journal) -> Result<void> {
        for (const auto& [bot, secret] : *made) {
            if (Result<void> kept = journal.bots().setSecret(project, bot, secret, now); !kept)
                return kept;
        }
        return {};
    };
    submitRequest(m_parts.pipeline, request, std::move(responder), std::move(submission), 200);
}

void BotRoutes::makeSecret(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const QString name = request.parameter(u"name");
    const domain::BotSettings& bots = m_parts.hub.state(scope->project)->bots;
    const domain::BotEntry* bot = bots.find(name);
    if (!bot || !signs(bots, *bot)) {
        failRequest(request, responder,
                    {ErrorCode::NotFound,
                     QStringLiteral("There is no bot of this name that signs what it sends."),
                     QStringLiteral(
                         "Those of type webhook do, and of type orders with \"orders.url\"; PUT it first."),
                     {}});
        return;
    }
    const QByteArray secret = newSigningSecret();
    const QPointer<BotRoutes> guard(this);
    domain::AccessChange change;
    change.kind = domain::AccessKind::BotSecretMade;
    change.name = name;
    submitChange(
        m_parts.pipeline, *scope, change,
        [project = scope->project, name, secret, now = m_parts.clock.now()](store::Journal& journal) {
            return journal.bots().setSecret(project, name, secret, now);
        },
        [guard, request, responder = std::move(responder), project = scope->project,
         secret](const Result<void>& saved) {
            if (!saved) {
                failRequest(request, responder, saved.error());
                return;
            }
            if (guard)
                guard->m_stage.forget(project);
            responder.send(jsonResponse(201, Json{{"secret", secret.toStdString()}}));
        });
}

void BotRoutes::getFaq(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    m_parts.queries.run<store::FaqRow>(
        this, [project = scope->project](store::Reader& reader) { return reader.bots().faq(project); },
        [request, responder](const Result<store::FaqRow>& row) {
            if (!row)
                failRequest(request, responder, row.error());
            else
                responder.send(http::Response::json(200, QByteArray::fromStdString(faqAnswer(*row))));
        });
}

void BotRoutes::putFaq(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    const protocol::FaqReading reading = protocol::readFaq(*body);
    if (!reading.faults.empty()) {
        failRequest(request, responder,
                    badFields(QStringLiteral("Some questions are not as they must be; nothing was changed."),
                              reading.faults.front()),
                    errorsOf(reading.faults));
        return;
    }
    // What was read, so that what is kept is what is used.
    std::string entries = protocol::dump(Json{{"items", protocol::toJson(reading.entries)}});
    domain::AccessChange change;
    change.kind = domain::AccessKind::FaqChanged;
    Submission submission{scope->project, {}, scope->actor, {}, domain::RecordAccess{change}, {}, {}};
    const auto saved = std::make_shared<store::FaqRow>(
        store::FaqRow{0, QByteArray::fromStdString(entries), scope->actor.name, m_parts.clock.now()});
    submission.answer = [saved](const Outcome&) {
        return faqAnswer(*saved);
    };
    submission.check = [saved, project = scope->project, expected = reading.version,
                        entries = std::move(entries)](store::Journal& journal) -> Result<void> {
        const Result<qint64> version = journal.bots().setFaq(
            project, entries, store::FaqChange{*saved->changedAt, saved->changedBy, expected});
        saved->version = version.value_or(0);
        return version ? Result<void>() : std::unexpected(version.error());
    };
    const QPointer<BotRoutes> guard(this);
    submission.done = [guard, request, responder = std::move(responder),
                       project = scope->project](const Result<std::string>& saved) {
        if (!saved) {
            failRequest(request, responder, saved.error());
            return;
        }
        if (guard)
            guard->m_stage.forget(project);
        responder.send(http::Response::json(200, QByteArray::fromStdString(*saved)));
    };
    m_parts.pipeline.submit(std::move(submission));
}

} // namespace relevo::relay
