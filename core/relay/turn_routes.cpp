#include <relay/turn_routes.h>

#include <protocol/names.h>

namespace relevo::relay {

using protocol::Json;

namespace {

std::unexpected<Error> noTurn()
{
    return failure(ErrorCode::NotFound, QStringLiteral("This conversation has no such turn."),
                   QStringLiteral("The turn's id is the \"turnId\" that the webhook was sent."));
}

const char* nameOf(store::TurnStatus status)
{
    constexpr std::array names{"running", "waiting", "answered", "failed", "dropped"};
    return names.at(static_cast<std::size_t>(status));
}

Json toJson(const store::BotTurn& turn)
{
    Json json{{"turnId", turn.id.text()},
              {"status", nameOf(turn.status)},
              {"startedAt", toRfc3339(turn.startedAt)},
              {"lane", protocol::nameOf(turn.lane)},
              {"bot", protocol::utf8(turn.bot)},
              {"decidedBy", protocol::utf8(turn.decidedBy)},
              {"reason", protocol::utf8(turn.reason)},
              {"attempts", turn.attempts}};
    if (turn.endedAt)
        json["endedAt"] = toRfc3339(*turn.endedAt);
    if (turn.dueAt)
        json["dueAt"] = toRfc3339(*turn.dueAt);
    if (!turn.error.isEmpty())
        json["error"] = protocol::utf8(turn.error);
    return json;
}

Error isOver(const char* status)
{
    return {ErrorCode::Conflict,
            QStringLiteral("The turn is over; this answer was not used."),
            QStringLiteral("Answer before the turn's time is up."),
            {{QStringLiteral("status"), QString::fromLatin1(status)}}};
}

Result<domain::ConversationState> conversationOf(store::Reader& reader, const domain::ProjectId& project,
                                                 const QString& session)
{
    auto state = reader.conversationBySession(project, session);
    if (!state)
        return std::unexpected(state.error());
    if (!*state)
        return failure(ErrorCode::NotFound, QStringLiteral("There is no conversation with this session id."));
    return std::move(**state);
}

/// Whoever holds the conversation, or acts for those who do.
Result<void> maySwitch(store::Journal& journal, const Scope& scope, const QString& session)
{
    if (scope.mayActForOthers())
        return {};
    const auto state = journal.conversationBySession(scope.project, session);
    if (!state)
        return std::unexpected(state.error());
    const domain::Control control = *state ? (*state)->control : domain::Control();
    if (control.holder == domain::Holder::Agent && control.agent == scope.agent)
        return {};
    return failure(ErrorCode::Forbidden, QStringLiteral("You do not hold this conversation."),
                   QStringLiteral("Its holder, supervisors and programs can switch the bot."));
}

} // namespace

TurnRoutes::TurnRoutes(GatewayParts parts, BotStage& stage, QObject* parent)
    : QObject(parent), m_parts(parts), m_stage(stage)
{
}

void TurnRoutes::addTo(http::Router& router)
{
    const QString turns = QStringLiteral("/api/conversations/{sessionId}/turns");
    router.add("GET", turns, [this](const http::Request& request, const http::Responder& responder) {
        list(request, responder);
    });
    router.add("POST", turns + QStringLiteral("/{turnId}"),
               [this](const http::Request& request, http::Responder responder) {
                   answer(request, std::move(responder));
               });
    router.add("PUT", QStringLiteral("/api/conversations/{sessionId}/bot"),
               [this](const http::Request& request, http::Responder responder) {
                   switchBot(request, std::move(responder));
               });
}

Result<Scope> TurnRoutes::allowed(const http::Request& request) const
{
    Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (scope && scope->isAgent() && scope->role != domain::Role::Admin)
        return failure(ErrorCode::Forbidden, QStringLiteral("Only admins and programs can do this."),
                       QStringLiteral("Sign in as an admin, or use the project's API key."));
    return scope;
}

void TurnRoutes::list(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = allowed(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    Timestamp before = Timestamp::max();
    if (const auto cursor = request.queryItem(u"cursor")) {
        const std::optional<Timestamp> at = fromRfc3339(protocol::utf8(*cursor));
        if (!at) {
            failRequest(request, responder,
                        {ErrorCode::Invalid,
                         QStringLiteral("\"cursor\" must be the \"next\" of a list."),
                         {},
                         {{QStringLiteral("field"), QStringLiteral("cursor")}}});
            return;
        }
        before = *at;
    }
    const int limit = limitOf(request);
    using Turns = std::vector<store::BotTurn>;
    m_parts.queries.run<Turns>(
        this,
        [project = scope->project, session = request.parameter(u"sessionId"), before,
         limit](store::Reader& reader) -> Result<Turns> {
            const auto state = conversationOf(reader, project, session);
            if (!state)
                return std::unexpected(state.error());
            return reader.bots().turns(project, state->conversation.id, before, limit);
        },
        [request, responder, limit](const Result<Turns>& turns) {
            if (!turns) {
                failRequest(request, responder, turns.error());
                return;
            }
            Json items = Json::array();
            for (const store::BotTurn& turn : *turns)
                items.push_back(toJson(turn));
            Json next;
            if (static_cast<int>(turns->size()) == limit)
                next = toRfc3339(turns->back().startedAt);
            responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", std::move(next)}}));
        });
}

void TurnRoutes::answered(const http::Request& request, const http::Responder& responder,
                          const domain::ProjectId& project, const domain::ConversationId& conversation,
                          const domain::MessageId& id)
{
    using Turn = std::optional<store::BotTurn>;
    m_parts.queries.run<Turn>(
        this, [project, id](store::Reader& reader) { return reader.bots().turn(project, id); },
        [request, responder, conversation](const Result<Turn>& turn) {
            if (!turn || !*turn || (*turn)->conversation != conversation)
                failRequest(request, responder, turn ? noTurn().error() : turn.error());
            else if ((*turn)->status == store::TurnStatus::Answered)
                responder.send(
                    jsonResponse(200, Json{{"turnId", (*turn)->id.text()}, {"status", "answered"}}));
            else if ((*turn)->isOpen())
                failRequest(request, responder,
                            {ErrorCode::Unavailable,
                             QStringLiteral("The turn is just beginning."),
                             QStringLiteral("Send the answer again in a second."),
                             {}});
            else
                failRequest(request, responder, isOver(nameOf((*turn)->status)));
        });
}

void TurnRoutes::answer(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = allowed(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const auto id = domain::MessageId::parse(QStringView(request.parameter(u"turnId")));
    const domain::ConversationState* conversation =
        m_parts.hub.bySession(scope->project, request.parameter(u"sessionId"));
    if (!id || !conversation) {
        failRequest(request, responder, noTurn().error());
        return;
    }
    BotTurn* turn = m_stage.turn(scope->project, conversation->conversation.id, *id);
    if (!turn) {
        answered(request, responder, scope->project, conversation->conversation.id, *id);
        return;
    }
    turn->answerLater(request.body,
                      [request, responder = std::move(responder)](const Result<std::string>& answer) {
                          if (!answer) {
                              failRequest(request, responder, answer.error());
                              return;
                          }
                          const Result<Json> json = protocol::parseJson(*answer);
                          if (json && json->value("status", "") == "answered")
                              responder.send(http::Response::json(200, QByteArray::fromStdString(*answer)));
                          else
                              failRequest(request, responder, isOver("failed"));
                      });
}

void TurnRoutes::switchBot(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    protocol::Fields fields(*body);
    const bool on = fields.flag("on");
    if (!fields.has("on"))
        fields.fail("on", "is required");
    if (fields.error()) {
        failRequest(request, responder, *fields.error());
        return;
    }
    const QString session = request.parameter(u"sessionId");
    Submission submission{scope->project,
                          {},
                          scope->actor,
                          session,
                          domain::SwitchBot{on},
                          [on](const Outcome& outcome) {
                              const auto epoch =
                                  outcome.conversation ? outcome.conversation->control.epoch : 0;
                              return protocol::dump(Json{{"on", on}, {"epoch", epoch}});
                          },
                          {}};
    // Where commands are decided: nobody claims it in between.
    submission.check = [scope = *scope, session](store::Journal& journal) {
        return maySwitch(journal, scope, session);
    };
    submitRequest(m_parts.pipeline, request, std::move(responder), std::move(submission), 200);
}

} // namespace relevo::relay
