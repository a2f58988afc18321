#include <ui/delegates/line_guess.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QRawFont>

#include <algorithm>
#include <cmath>

namespace relevo::ui {

namespace {

constexpr std::size_t wordsKept = 20'000;
constexpr qsizetype longestWord = 60;

bool isPlainLetter(QChar letter)
{
    // Latin with its accents as one character: one glyph for each, from left to right.
    return letter.unicode() < 0x180 && letter.isLetterOrNumber();
}

/// A line does not end before or behind it where it stands at the edge of a word.
bool isEdge(QChar letter)
{
    return QStringView(u".,;:!?'\"()\u2018\u2019\u201C\u201D\u2026").contains(letter);
}

bool isPrintable(QChar letter)
{
    return (letter.unicode() > 0x20 && letter.unicode() < 0x7F) || isPlainLetter(letter) || isEdge(letter);
}

} // namespace

void LineGuess::setFont(const QFont& font)
{
    if (m_font == font)
        return;
    m_font = font;
    m_words.clear();
    m_space = QFontMetricsF(font).horizontalAdvance(QLatin1Char(' '));
    m_lineHeight = BubbleText(QStringLiteral("x"), font, 1'000, QColor()).size().height();
}

LineGuess::Word LineGuess::measure(QStringView text) const
{
    if (text.size() > longestWord || !std::all_of(text.begin(), text.end(), isPrintable))
        return {};
    const QRawFont raw = QRawFont::fromFont(*m_font);
    if (!std::all_of(text.begin(), text.end(), [&raw](QChar one) { return raw.supportsCharacter(one); }))
        return {};
    Word made;
    made.width = QFontMetricsF(*m_font).horizontalAdvance(text.toString());
    const auto first = std::find_if_not(text.begin(), text.end(), isEdge);
    const auto last = std::find_if_not(text.rbegin(), text.rend(), isEdge).base();
    made.whole = first < last && std::all_of(first, last, isPlainLetter);
    return made;
}

LineGuess::Word LineGuess::word(QStringView text)
{
    if (const auto known = m_words.find(text); known != m_words.end())
        return known->second;
    if (m_words.size() >= wordsKept)
        m_words.clear();
    return m_words.emplace(text.toString(), measure(text)).first->second;
}

std::optional<LineGuess::Paragraph> LineGuess::paragraph(QStringView text, int width)
{
    Paragraph result;
    qreal spaces = 0.0;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == QLatin1Char(' ')) {
            spaces += m_space;
            ++at;
            continue;
        }
        qsizetype end = text.indexOf(QLatin1Char(' '), at);
        if (end < 0)
            end = text.size();
        const Word next = word(text.mid(at, end - at));
        at = end;
        if (next.width < 0 || next.width + doubt > width)
            return std::nullopt;
        const qreal with = result.last + spaces + next.width;
        if (with + doubt > width) {
            if (with - doubt <= width || !next.whole)
                return std::nullopt;
            // The spaces before it hang out of the line above.
            ++result.lines;
            result.last = next.width;
        } else {
            result.last = with;
        }
        result.widest = std::max(result.widest, result.last);
        spaces = 0.0;
    }
    // At the end of a paragraph they count.
    result.last += spaces;
    if (result.last + doubt > width)
        return std::nullopt;
    result.widest = std::max(result.widest, result.last);
    return result;
}

std::optional<MeasuredText> LineGuess::of(QStringView text, int width)
{
    MeasuredText result;
    int lines = 0;
    qreal widest = 0.0;
    for (const QStringView part : text.split(QLatin1Char('\n'))) {
        const std::optional<Paragraph> one = paragraph(part, width);
        if (!one)
            return std::nullopt;
        lines += one->lines;
        widest = std::max(widest, one->widest);
        result.lastLineWidth = static_cast<int>(std::ceil(one->last));
    }
    result.size = QSize(static_cast<int>(std::ceil(widest)), lines * m_lineHeight);
    return result;
}

} // namespace relevo::ui
