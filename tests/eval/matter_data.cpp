#include "matter_data.h"

#include "wish_data.h"

#include <array>

namespace relevo::eval {
namespace {

constexpr std::array<const char*, assist::matterCount> names{"legal",  "injury", "fraud",  "data",
                                                             "refund", "ending", "urgent", "failure"};
constexpr quint32 urgent = 1U << static_cast<quint32>(assist::Matter::Urgent);
constexpr quint32 none = 1U << assist::matterCount;

/// The matters a label of either file stands for; 0 for none of its labels.
quint32 rightOf(const QString& label)
{
    if (label == QLatin1String("sensitive"))
        return urgent - 1;
    if (label == QLatin1String("none"))
        return none;
    for (std::size_t each = 0; each < names.size(); ++each) {
        if (label == QLatin1String(names[each]))
            return 1U << each;
    }
    return 0;
}

} // namespace

std::vector<MatterSentence> readMatters(const QString& directory, const QString& language)
{
    std::vector<MatterSentence> sentences;
    const auto add = [&sentences](const QString& split, const QString& writer, const QString& label,
                                  const QString& text) {
        const quint32 right = rightOf(label);
        if (right == 0)
            return;
        const QString kind = right < urgent ? QStringLiteral("sensitive") : label;
        sentences.push_back({text, kind, right, writer, split});
    };
    for (const QString& line : linesOf(directory + QStringLiteral("/matters_%1.tsv").arg(language))) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() == 3)
            add(fields[0], {}, fields[1], fields[2]);
    }
    for (const char* file : {"/matters_blind_%1.tsv", "/matters_plain_%1.tsv", "/matters_more_%1.tsv"}) {
        for (const QString& line : linesOf(directory + QString::fromLatin1(file).arg(language))) {
            const QStringList fields = line.split(u'\t');
            if (fields.size() == 4)
                add(fields[0], fields[1], fields[2], fields[3]);
        }
    }
    return sentences;
}

bool isLearnedFrom(const MatterSentence& sentence)
{
    return sentence.split == QLatin1String("tune") || sentence.split == QLatin1String("open") ||
           sentence.split == QLatin1String("plain") || sentence.split == QLatin1String("more");
}

} // namespace relevo::eval
