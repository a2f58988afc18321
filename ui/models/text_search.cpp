#include <models/text_search.h>

#include <algorithm>

namespace relevo::models {

namespace {

bool isPlain(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

/// `text` without case and accents. `origins`, when given, becomes the place in `text` that each unit came
/// from, and at its end that of the end.
QString folded(const QString& text, std::vector<qsizetype>* origins)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype units =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate() ? 2 : 1;
        const QString parts = QStringView(text)
                                  .mid(i, units)
                                  .toString()
                                  .normalized(QString::NormalizationForm_KD)
                                  .toCaseFolded();
        for (const QChar part : parts) {
            if (part.category() == QChar::Mark_NonSpacing)
                continue;
            result.append(part);
            if (origins)
                origins->push_back(i);
        }
        i += units;
    }
    if (origins)
        origins->push_back(text.size());
    return result;
}

} // namespace

TextSearch::TextSearch(const QString& needle) : m_folded(folded(needle.trimmed(), nullptr)) {}

std::vector<TextRange> TextSearch::in(const QString& text) const
{
    std::vector<TextRange> found;
    if (m_folded.isEmpty())
        return found;
    // Most texts are plain, and most do not hold it.
    if (isPlain(text)) {
        for (qsizetype at = text.indexOf(m_folded, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(m_folded, at + m_folded.size(), Qt::CaseInsensitive))
            found.push_back({at, m_folded.size()});
        return found;
    }
    std::vector<qsizetype> origins;
    const QString hay = folded(text, &origins);
    const auto originOf = [&origins](qsizetype at) {
        return origins[static_cast<std::size_t>(at)];
    };
    for (qsizetype at = hay.indexOf(m_folded); at >= 0;) {
        // To the end of what the last unit comes from: an accent belongs to its letter, and both halves of a
        // ligature are one.
        qsizetype end = at + m_folded.size();
        while (end < hay.size() && originOf(end) == originOf(end - 1))
            ++end;
        found.push_back({originOf(at), originOf(end) - originOf(at)});
        at = hay.indexOf(m_folded, end);
    }
    return found;
}

std::vector<TextRange> findIn(const QString& text, const QString& needle)
{
    return TextSearch(needle).in(text);
}

} // namespace relevo::models
