#include <relay/order_routes.h>

#include <protocol/bots_codec.h>

namespace relevo::relay {

using protocol::Json;

namespace {

std::unexpected<Error> noOrder()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no order with this number."));
}

Error badFields(const protocol::FieldFault& first)
{
    return {ErrorCode::Invalid,
            QStringLiteral("Some orders are not as they must be; nothing was changed."),
            QStringLiteral("\"errors\" names each of them."),
            {{QStringLiteral("field"), first.field}}};
}

/// Saves all of them, or none.
auto saving(const Scope& scope, std::vector<domain::Order> orders, Timestamp now)
{
    return
        [project = scope.project, orders = std::move(orders), now](store::Journal& journal) -> Result<void> {
            for (const domain::Order& order : orders) {
                if (Result<void> saved = journal.orders().save(project, order, now); !saved)
                    return saved;
            }
            return {};
        };
}

/// What the audit is told. A program that keeps the table in step with the shop's may write by the minute:
/// that it may is told when its key is made.
std::optional<domain::AccessChange> told(const Scope& scope, domain::AccessKind kind, const QString& number,
                                         std::size_t count = 0)
{
    if (!scope.isAgent() || (count == 0 && number.isEmpty()))
        return std::nullopt;
    domain::AccessChange change;
    change.kind = kind;
    change.name = number;
    change.count = static_cast<int>(count);
    return change;
}

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

OrderRoutes::OrderRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void OrderRoutes::addTo(http::Router& router)
{
    const QString all = QStringLiteral("/api/projects/{id}/orders");
    const QString single = all + QStringLiteral("/{number}");
    router.add("GET", all, [this](const http::Request& request, const http::Responder& responder) {
        list(request, responder);
    });
    router.add("POST", all, [this](const http::Request& request, http::Responder responder) {
        importAll(request, std::move(responder));
    });
    router.add("GET", single, [this](const http::Request& request, const http::Responder& responder) {
        one(request, responder);
    });
    router.add("PUT", single, [this](const http::Request& request, http::Responder responder) {
        put(request, std::move(responder));
    });
    router.add("DELETE", single, [this](const http::Request& request, http::Responder responder) {
        remove(request, std::move(responder));
    });
}

void OrderRoutes::list(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const int limit = limitOf(request);
    using Orders = std::vector<domain::Order>;
    m_parts.queries.run<Orders>(
        this,
        [project = scope->project, limit, after = request.queryItem(u"cursor").value_or(QString())](
            store::Reader& reader) { return reader.orders().list(project, after, limit); },
        [request, responder, limit](const Result<Orders>& orders) {
            if (!orders) {
                failRequest(request, responder, orders.error());
                return;
            }
            Json items = Json::array();
            for (const domain::Order& order : *orders)
                items.push_back(protocol::toJson(order));
            Json next;
            if (static_cast<int>(orders->size()) == limit)
                next = protocol::utf8(orders->back().number);
            responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", std::move(next)}}));
        });
}

void OrderRoutes::one(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    using Order = std::optional<domain::Order>;
    m_parts.queries.run<Order>(
        this,
        [project = scope->project, number = domain::orderNumber(request.parameter(u"number"))](
            store::Reader& reader) { return reader.orders().find(project, number); },
        [request, responder](const Result<Order>& order) {
            if (!order || !*order)
                failRequest(request, responder, order ? noOrder().error() : order.error());
            else
                responder.send(jsonResponse(200, protocol::toJson(**order)));
        });
}

void OrderRoutes::importAll(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    protocol::OrdersReading reading;
    if (request.header("content-type").toLower().startsWith("text/csv")) {
        reading = protocol::readOrdersCsv(viewOf(request.body));
    } else {
        const Result<Json> body = jsonBody(request);
        if (!body) {
            failRequest(request, responder, body.error());
            return;
        }
        reading = protocol::readOrders(*body);
    }
    if (!reading.faults.empty()) {
        failRequest(request, responder, badFields(reading.faults.front()), errorsOf(reading.faults));
        return;
    }
    const std::size_t count = reading.orders.size();
    const QString only = count == 1 ? reading.orders.front().number : QString();
    submitChange(m_parts.pipeline, *scope, told(*scope, domain::AccessKind::OrdersChanged, only, count),
                 saving(*scope, std::move(reading.orders), m_parts.clock.now()),
                 [request, responder = std::move(responder), count](const Result<void>& saved) {
                     if (saved)
                         responder.send(jsonResponse(200, Json{{"saved", count}}));
                     else
                         failRequest(request, responder, saved.error());
                 });
}

void OrderRoutes::put(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    Json order = *body;
    order["number"] = protocol::utf8(request.parameter(u"number"));
    protocol::OrdersReading reading = protocol::readOrders(Json{{"items", Json::array({std::move(order)})}});
    if (!reading.faults.empty()) {
        // There is but one: its fields are named without the place in a list.
        for (protocol::FieldFault& fault : reading.faults)
            fault.field.remove(QLatin1String("items[0]."));
        failRequest(request, responder, badFields(reading.faults.front()), errorsOf(reading.faults));
        return;
    }
    const domain::Order saved = reading.orders.front();
    submitChange(m_parts.pipeline, *scope, told(*scope, domain::AccessKind::OrdersChanged, saved.number, 1),
                 saving(*scope, {saved}, m_parts.clock.now()),
                 [request, responder = std::move(responder), saved](const Result<void>& done) {
                     if (done)
                         responder.send(jsonResponse(200, protocol::toJson(saved)));
                     else
                         failRequest(request, responder, done.error());
                 });
}

void OrderRoutes::remove(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = adminOf(m_parts, request, true);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const QString number = domain::orderNumber(request.parameter(u"number"));
    submitChange(
        m_parts.pipeline, *scope, told(*scope, domain::AccessKind::OrderDeleted, number),
        [project = scope->project, number](store::Journal& journal) {
            return journal.orders().remove(project, number);
        },
        [request, responder = std::move(responder)](const Result<void>& removed) {
            if (removed)
                responder.send(jsonResponse(200, Json{{"success", true}}));
            else
                failRequest(request, responder, removed.error());
        });
}

} // namespace relevo::relay
