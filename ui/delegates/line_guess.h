#pragma once

#include <ui/delegates/bubble_text.h>

#include <optional>
#include <unordered_map>

namespace relevo::ui {

/// Tells into how many lines a text breaks (BubbleText) from the widths of its words, which are the same
/// words again and again: a fiftieth of the cost of laying it out, and a long conversation has thousands of
/// messages that nobody looks at. Where that would not be certain it says nothing: letters that another font
/// must lend, words that may be broken, lines that are full to within a hair.
class LineGuess
{
public:
    /// By how many pixels a width may be wrong.
    static constexpr int doubt = 4;

    void setFont(const QFont& font);
    /// As BubbleText(text, font, width) would have it: its height exactly, the width of it and of the last
    /// line but for `doubt`.
    [[nodiscard]] std::optional<MeasuredText> of(QStringView text, int width);

private:
    struct Word
    {
        qreal width = -1.0; ///< negative: it takes a layout
        bool whole = true;  ///< nowhere in it may a line end
    };
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(QStringView text) const { return qHash(text); }
    };
    struct Paragraph
    {
        int lines = 1;
        qreal widest = 0.0;
        qreal last = 0.0;
    };

    std::optional<QFont> m_font;
    std::unordered_map<QString, Word, Hash, std::equal_to<>> m_words;
    qreal m_space = 0.0;
    int m_lineHeight = 0;

    [[nodiscard]] Word word(QStringView text);
    [[nodiscard]] Word measure(QStringView text) const;
    [[nodiscard]] std::optional<Paragraph> paragraph(QStringView text, int width);
};

} // namespace relevo::ui
