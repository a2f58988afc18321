#include <assist/excerpt.h>

namespace relevo::assist {
namespace {

/// The characters without a space among them in which `at` stands.
std::pair<qsizetype, qsizetype> runAround(const QString& text, qsizetype at)
{
    qsizetype begin = at;
    qsizetype end = at;
    while (begin > 0 && !text[begin - 1].isSpace())
        --begin;
    while (end < text.size() && !text[end].isSpace())
        ++end;
    return {begin, end};
}

bool isAddress(QStringView run)
{
    return run.contains(QLatin1String("://")) || run.startsWith(QLatin1String("www."), Qt::CaseInsensitive) ||
           run.contains(u'@');
}

} // namespace

QString shortened(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const qsizetype space = text.lastIndexOf(u' ', most - 1);
    qsizetype cut = space > most / 2 ? space : most - 1;
    if (text[cut - 1].isHighSurrogate())
        --cut;
    return text.left(cut) + u'…';
}

QString excerptOf(const QString& text, qsizetype begin, qsizetype end, qsizetype most)
{
    const auto [firstFrom, firstTo] = runAround(text, begin);
    const auto [lastFrom, lastTo] = runAround(text, std::max(begin, end - 1));
    const bool cutsFirst =
        begin > firstFrom && isAddress(QStringView(text).mid(firstFrom, firstTo - firstFrom));
    const bool cutsLast = end < lastTo && isAddress(QStringView(text).mid(lastFrom, lastTo - lastFrom));
    const qsizetype from = cutsFirst ? firstTo : begin;
    const qsizetype to = cutsLast ? lastFrom : end;
    const QString whole = from < to ? text.mid(from, to - from).simplified() : QString();
    return shortened(whole.isEmpty() ? text.mid(firstFrom, lastTo - firstFrom).simplified() : whole, most);
}

} // namespace relevo::assist
