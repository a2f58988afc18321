#include <http/router.h>

#include <algorithm>

namespace relevo::http {

namespace {

bool isName(const QString& part)
{
    return part.size() > 2 && part.startsWith(u'{') && part.endsWith(u'}');
}

bool isRest(const QString& part)
{
    return isName(part) && part.endsWith(u"...}");
}

bool matches(const Router::Route& route, const std::vector<QString>& segments)
{
    const std::vector<QString>& parts = route.parts;
    const bool rest = !parts.empty() && isRest(parts.back());
    if (rest ? segments.size() < parts.size() : segments.size() != parts.size()) {
        return false;
    }
    for (size_t i = 0; i < parts.size(); ++i) {
        const bool fits =
            isName(parts[i]) ? !segments[i].isEmpty() || isRest(parts[i]) : parts[i] == segments[i];
        if (!fits) {
            return false;
        }
    }
    return true;
}

/// Of two patterns that match, the one with a literal where the other first has a name.
bool isMoreSpecific(const Router::Route& a, const Router::Route& b)
{
    const size_t common = std::min(a.parts.size(), b.parts.size());
    for (size_t i = 0; i < common; ++i) {
        const int rankA = isRest(a.parts[i]) ? 2 : (isName(a.parts[i]) ? 1 : 0);
        const int rankB = isRest(b.parts[i]) ? 2 : (isName(b.parts[i]) ? 1 : 0);
        if (rankA != rankB) {
            return rankA < rankB;
        }
    }
    return false;
}

std::vector<QString> split(const QString& pattern)
{
    Q_ASSERT(pattern.startsWith(u'/'));
    const QStringList parts = pattern.sliced(1).split(u'/');
    return {parts.begin(), parts.end()};
}

} // namespace

void Router::add(const QByteArray& method, const QString& pattern, Handler handler,
                 const RouteOptions& options)
{
    std::vector<QString> parts = split(pattern);
    const size_t routeClass = classOf(parts);
    const RouteInfo info{method, pattern, false, routeClass};
    if (m_guard) {
        handler = m_guard(info, std::move(handler));
    }
    m_routes.push_back({info, std::move(parts), options, std::move(handler), {}});
}

void Router::addWebSocket(const QString& pattern, WebSocketHandler handler)
{
    std::vector<QString> parts = split(pattern);
    const size_t routeClass = classOf(parts);
    m_routes.push_back({{"GET", pattern, true, routeClass}, std::move(parts), {}, {}, std::move(handler)});
}

size_t Router::classOf(const std::vector<QString>& parts)
{
    const size_t at = parts.size() > 1 && parts[0] == u"api" ? 1 : 0;
    if (isName(parts[at])) {
        return 0;
    }
    const auto found = std::find(m_classes.begin(), m_classes.end(), parts[at]);
    if (found != m_classes.end()) {
        return static_cast<size_t>(found - m_classes.begin());
    }
    m_classes.push_back(parts[at]);
    return m_classes.size() - 1;
}

std::vector<Router::RouteInfo> Router::routes() const
{
    std::vector<RouteInfo> result;
    result.reserve(m_routes.size());
    for (const Route& route : m_routes) {
        result.push_back(route.info);
    }
    return result;
}

const Router::Route* Router::find(const QByteArray& method, const std::vector<QString>& segments) const
{
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    const Route* best = nullptr;
    for (const Route& route : m_routes) {
        if (route.info.method == wanted && matches(route, segments) &&
            (!best || isMoreSpecific(route, *best))) {
            best = &route;
        }
    }
    return best;
}

std::vector<QByteArray> Router::methodsOf(const std::vector<QString>& segments) const
{
    std::vector<QByteArray> result;
    const auto add = [&](const QByteArray& method) {
        if (std::find(result.begin(), result.end(), method) == result.end()) {
            result.push_back(method);
        }
    };
    for (const Route& route : m_routes) {
        if (matches(route, segments)) {
            add(route.info.method);
            if (route.info.method == "GET" && !route.info.webSocket) {
                add("HEAD");
            }
        }
    }
    if (!result.empty()) {
        add("OPTIONS");
    }
    return result;
}

bool Router::isCors(const std::vector<QString>& segments) const
{
    return std::any_of(m_routes.begin(), m_routes.end(),
                       [&](const Route& route) { return route.options.cors && matches(route, segments); });
}

std::vector<std::pair<QString, QString>> Router::parametersOf(const Route& route,
                                                              const std::vector<QString>& segments)
{
    std::vector<std::pair<QString, QString>> result;
    for (size_t i = 0; i < route.parts.size() && i < segments.size(); ++i) {
        const QString& part = route.parts[i];
        if (isRest(part)) {
            QString rest = segments[i];
            for (size_t j = i + 1; j < segments.size(); ++j) {
                rest += u'/' + segments[j];
            }
            result.emplace_back(part.sliced(1, part.size() - 5), rest);
        } else if (isName(part)) {
            result.emplace_back(part.sliced(1, part.size() - 2), segments[i]);
        }
    }
    return result;
}

} // namespace relevo::http
