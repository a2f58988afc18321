#include <assist/spoken_words.h>

#include <assist/tokens.h>

#include <algorithm>

namespace relevo::assist {
namespace {

bool parts(QChar c)
{
    return c == u',' || c == u':' || c == u'(' || c == u')' || c == u'"' || c == u'¡' || c == u'¿' ||
           c == u'…';
}

bool ends(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u';' || c == u'\n';
}

} // namespace

SpokenWords::SpokenWords(QStringView text)
{
    text = text.left(longest);
    // The views below are of this memory, which must not move any more. No letter becomes two.
    m_folded.reserve(text.size() + 1);
    SpokenWord word;
    qsizetype capitals = 0;
    qsizetype letters = 0;
    bool opens = true;
    bool opensSentence = true;
    const auto finish = [&] {
        const qsizetype length = m_folded.size() - word.begin;
        if (length <= 0)
            return;
        word.text = QStringView(m_folded.constData() + word.begin, length);
        word.capitals = letters > 1 && capitals == letters && !word.digits;
        word.opens = opens || opensSentence;
        word.opensSentence = opensSentence;
        m_words.append(word);
        m_folded.append(u' ');
        opens = false;
        opensSentence = false;
        word = {};
        word.begin = m_folded.size();
        capitals = 0;
        letters = 0;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (const char16_t letter = wordLetter(c)) {
            if (m_folded.size() == word.begin)
                word.source = i;
            m_folded.append(letter);
            const bool digit = letter >= u'0' && letter <= u'9';
            word.digits = word.digits || digit;
            letters += digit ? 0 : 1;
            capitals += c.isUpper() ? 1 : 0;
        } else if (c != u'\'' && c != u'’') {
            finish();
            opens = opens || parts(c);
            opensSentence = opensSentence || ends(c);
        }
    }
    finish();
}

QStringView SpokenWords::run(qsizetype from, qsizetype count) const
{
    if (from < 0 || count <= 0 || from + count > size())
        return {};
    const SpokenWord& last = m_words[from + count - 1];
    const qsizetype begin = m_words[from].begin;
    return {m_folded.constData() + begin, last.begin + last.text.size() - begin};
}

} // namespace relevo::assist
