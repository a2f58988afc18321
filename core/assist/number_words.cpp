#include <assist/number_words.h>

#include <assist/tokens.h>
#include <assist/word_table.h>

#include <array>

namespace relevo::assist {
namespace {

constexpr qint64 lowestNumber = 11; ///< smaller ones count things
constexpr qint64 highestNumber = 1'000'000'000'000;

struct NumberWord
{
    qint64 value = 0;
    bool times = false; ///< multiplies what stands before it
};

/// Words by the numbers they stand for; "ten" and smaller only join with others ("twenty two").
const WordTable<NumberWord>& numberWords()
{
    static const WordTable<NumberWord> table = [] {
        struct Row
        {
            qint64 value;
            const char16_t* words;
        };
        constexpr std::array rows{
            Row{1, u"one uno una um uma un"},
            Row{2, u"two dos dois duas"},
            Row{3, u"three tres"},
            Row{4, u"four cuatro quatro"},
            Row{5, u"five cinco"},
            Row{6, u"six seis"},
            Row{7, u"seven siete sete"},
            Row{8, u"eight ocho oito"},
            Row{9, u"nine nueve nove"},
            Row{10, u"ten diez dez"},
            Row{11, u"eleven onze"},
            Row{12, u"twelve doce doze"},
            Row{13, u"thirteen trece treze"},
            Row{14, u"fourteen catorce catorze quatorze"},
            Row{15, u"fifteen quince quinze"},
            Row{16, u"sixteen dieciseis dezesseis"},
            Row{17, u"seventeen diecisiete dezessete"},
            Row{18, u"eighteen dieciocho dezoito"},
            Row{19, u"nineteen diecinueve dezenove"},
            Row{20, u"twenty veinte vinte"},
            Row{21, u"veintiuno veintiun veintiuna"},
            Row{22, u"veintidos"},
            Row{23, u"veintitres"},
            Row{24, u"veinticuatro"},
            Row{25, u"veinticinco"},
            Row{26, u"veintiseis"},
            Row{27, u"veintisiete"},
            Row{28, u"veintiocho"},
            Row{29, u"veintinueve"},
            Row{30, u"thirty treinta trinta"},
            Row{40, u"forty fourty cuarenta quarenta"},
            Row{50, u"fifty cincuenta cinquenta"},
            Row{60, u"sixty sesenta sessenta"},
            Row{70, u"seventy setenta"},
            Row{80, u"eighty ochenta oitenta"},
            Row{90, u"ninety noventa"},
            Row{100, u"cien ciento cem cento"},
            Row{200, u"doscientos doscientas duzentos duzentas"},
            Row{300, u"trescientos trescientas trezentos trezentas"},
            Row{400, u"cuatrocientos cuatrocientas quatrocentos quatrocentas"},
            Row{500, u"quinientos quinientas quinhentos quinhentas"},
            Row{600, u"seiscientos seiscientas seiscentos seiscentas"},
            Row{700, u"setecientos setecientas setecentos setecentas"},
            Row{800, u"ochocientos ochocientas oitocentos oitocentas"},
            Row{900, u"novecientos novecientas novecentos novecentas"},
        };
        WordTable<NumberWord> made;
        for (const Row& row : rows)
            eachOf(row.words, u' ', [&](QStringView word) { made.at(word) = {row.value, false}; });
        for (const Row& row : {Row{100, u"hundred hundreds"}, Row{1'000, u"thousand thousands mil"},
                               Row{1'000'000, u"million millions millon millones milhao milhoes"}})
            eachOf(row.words, u' ', [&](QStringView word) { made.at(word) = {row.value, true}; });
        return made;
    }();
    return table;
}

/// What only sounds like a number: "mil gracias", "thanks a million", "por ciento".
bool isManner(const std::vector<QString>& clause, std::size_t at)
{
    static constexpr std::array<QStringView, 10> politeness{
        u"gracias",  u"disculpas", u"perdones", u"obrigado",  u"desculpas",
        u"obrigada", u"thanks",    u"perdoes",  u"apologies", u"maravillas"};
    const QString& word = clause[at];
    if (word == u"mil" || word == u"thousand" || word == u"million" || word == u"millon")
        return (at + 1 < clause.size() && isOneOf(clause[at + 1], politeness)) ||
               (at > 1 && isOneOf(clause[at - 2], politeness));
    return at > 0 && clause[at - 1] == u"por" && (word == u"ciento" || word == u"cento");
}

/// A number that is being read.
struct Group
{
    qint64 whole = 0; ///< what thousands and millions closed
    qint64 part = 0;
    bool isOpen = false;
    bool hasWord = false; ///< other than digits

    /// "Twenty two" and "a hundred twenty" are one number, "five six" are two.
    [[nodiscard]] bool fits(const NumberWord& word) const
    {
        if (!isOpen || word.times)
            return true;
        if (word.value < 10)
            return part % 10 == 0 && part % 100 != 10;
        return word.value < 100 ? part % 100 == 0 : part == 0;
    }

    void take(const NumberWord& word)
    {
        if (!word.times)
            part += word.value;
        else if (word.value == 100)
            part = std::max<qint64>(part, 1) * 100;
        else {
            whole += std::max<qint64>(part, 1) * word.value;
            part = 0;
        }
        isOpen = true;
        hasWord = true;
    }
};

} // namespace

QStringList numberWordsIn(const QString& text)
{
    QStringList found;
    Group group;
    const auto close = [&] {
        const qint64 value = group.whole + group.part;
        if (group.hasWord && value >= lowestNumber && value <= highestNumber)
            found.push_back(QString::number(value));
        group = {};
    };
    QString parted = text;
    parted.replace(QStringLiteral(", "), QStringLiteral("; "));
    for (const std::vector<QString>& clause : clauses(parted)) {
        for (std::size_t at = 0; at < clause.size(); ++at) {
            const QString& word = clause[at];
            const QString next = at + 1 < clause.size() ? clause[at + 1] : QString();
            const NumberWord* const number = numberWords().find(word);
            bool isDigits = false;
            const qint64 digits = word.toLongLong(&isDigits);
            const bool joins = group.isOpen && (word == u"and" || word == u"y" || word == u"e");
            if (number && !isManner(clause, at)) {
                if (!group.fits(*number) || group.whole > highestNumber)
                    close();
                group.take(*number);
            } else if (isDigits && digits > 0 && digits < 1'000'000 && !group.isOpen) {
                group.part = digits;
                group.isOpen = true;
            } else if (!joins || !numberWords().find(next)) {
                close();
            }
        }
        close();
    }
    return found;
}

} // namespace relevo::assist
