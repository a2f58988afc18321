#include <ui/supervise/live_csv.h>

namespace relevo::ui {

namespace {

QByteArray cellOf(const QString& text)
{
    QByteArray cell = text.toUtf8();
    if (!cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front()))
        cell.prepend('\'');
    if (cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r')) {
        cell.replace("\"", "\"\"");
        cell = '"' + cell + '"';
    }
    return cell;
}

} // namespace

QByteArray csvOf(const std::vector<QStringList>& rows)
{
    QByteArray text("\xEF\xBB\xBF");
    for (const QStringList& row : rows) {
        QByteArrayList cells;
        for (const QString& cell : row)
            cells << cellOf(cell);
        text += cells.join(',') + "\r\n";
    }
    return text;
}

} // namespace relevo::ui
