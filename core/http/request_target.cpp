#include <http/request_target.h>

#include <QtCore/QStringDecoder>

namespace relevo::http {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QString> decoded(QByteArrayView text, bool plusIsSpace)
{
    QByteArray bytes(text.size(), Qt::Uninitialized);
    char* end = bytes.data();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0 || (high == 0 && low == 0)) {
                return std::nullopt;
            }
            *end++ = static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            *end++ = plusIsSpace && c == '+' ? ' ' : c;
        }
    }
    bytes.truncate(end - bytes.constData());
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString result = decoder.decode(bytes);
    if (decoder.hasError()) {
        return std::nullopt;
    }
    return result;
}

bool parsePath(QByteArrayView path, Request& request)
{
    qsizetype at = 1;
    while (at <= path.size()) {
        qsizetype end = path.indexOf('/', at);
        if (end < 0) {
            end = path.size();
        }
        std::optional<QString> segment = decoded(path.sliced(at, end - at), false);
        if (!segment) {
            return false;
        }
        request.path += u'/' + *segment;
        request.segments.push_back(std::move(*segment));
        at = end + 1;
    }
    return true;
}

bool parseQuery(QByteArrayView query, Request& request)
{
    qsizetype at = 0;
    while (at < query.size()) {
        qsizetype end = query.indexOf('&', at);
        if (end < 0) {
            end = query.size();
        }
        const QByteArrayView item = query.sliced(at, end - at);
        at = end + 1;
        if (item.isEmpty()) {
            continue;
        }
        const qsizetype equals = item.indexOf('=');
        std::optional<QString> name = decoded(equals < 0 ? item : item.first(equals), true);
        std::optional<QString> value = decoded(equals < 0 ? QByteArrayView() : item.sliced(equals + 1), true);
        if (!name || !value) {
            return false;
        }
        request.query.emplace_back(std::move(*name), std::move(*value));
    }
    return true;
}

} // namespace

bool parseTarget(Request& request)
{
    QByteArrayView target = request.target;
    if (target == "*") {
        request.path = QStringLiteral("*");
        return request.method == "OPTIONS";
    }
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() > scheme.size() &&
            qstrnicmp(target.data(), scheme.data(), static_cast<size_t>(scheme.size())) == 0) {
            const qsizetype slash = target.indexOf('/', scheme.size());
            if (slash <= scheme.size()) {
                return false;
            }
            target = target.sliced(slash);
            break;
        }
    }
    if (target.isEmpty() || target.front() != '/' || target.contains('#')) {
        return false;
    }
    const qsizetype question = target.indexOf('?');
    return parsePath(question < 0 ? target : target.first(question), request) &&
           (question < 0 || parseQuery(target.sliced(question + 1), request));
}

} // namespace relevo::http
