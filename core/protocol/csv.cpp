#include <protocol/csv.h>

#include <protocol/json.h>

namespace relevo::protocol {
namespace {

std::unexpected<Error> wrong(std::size_t line, const QString& what)
{
    return failure(ErrorCode::Invalid, QStringLiteral("line %1: %2").arg(line).arg(what));
}

} // namespace

Result<std::vector<QStringList>> csvRows(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const std::string_view first = text.substr(0, text.find('\n'));
    const char separator =
        first.find(',') == std::string_view::npos && first.find(';') != std::string_view::npos ? ';' : ',';
    std::vector<QStringList> rows;
    QStringList row;
    std::string field;
    bool quoted = false;    // inside quotes
    bool wasQuoted = false; // this field began with one
    std::size_t line = 1;
    const auto endField = [&] {
        row.push_back(fromUtf8(field));
        field.clear();
        wasQuoted = false;
    };
    const auto endRow = [&] {
        endField();
        if (row.size() > 1 || !row.front().trimmed().isEmpty())
            rows.push_back(row);
        row.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n')
            ++line;
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            field += '"';
            ++i;
        } else if (quoted) {
            if (c == '"')
                quoted = false;
            else
                field += c;
        } else if (c == '"') {
            if (!field.empty() || wasQuoted)
                return wrong(line, QStringLiteral("a quote must be at the beginning and the end of a field"));
            quoted = wasQuoted = true;
        } else if (c == separator) {
            endField();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            if (wasQuoted)
                return wrong(line, QStringLiteral("a quote must be at the beginning and the end of a field"));
            field += c;
        }
    }
    if (quoted)
        return wrong(line, QStringLiteral("a quote is not closed"));
    if (!field.empty() || !row.isEmpty() || wasQuoted)
        endRow();
    return rows;
}

} // namespace relevo::protocol
