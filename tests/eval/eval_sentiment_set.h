#pragma once

#include <QtCore/QFile>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace relevo::eval {

/// One of a writer's texts and how frustrated the writer is.
struct FeelingText
{
    QString writer;
    bool heldOut = false; ///< of a writer that is not looked at when the words are chosen
    QString label;        ///< "frustrated", "neutral" or "happy"
    double frustration = 0.0;
    QString text;
};

/// The texts of a file of tests/eval/data; empty when it cannot be read or a line is not understood.
[[nodiscard]] inline std::vector<FeelingText> feelingTexts(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSet<QString> heldOut;
    std::vector<FeelingText> texts;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QStringList fields = line.split(u'\t');
        if (line.startsWith(u'#')) {
            if (fields.size() == 3 && fields[1] == u"held") {
                const QStringList writers = fields[2].split(QStringLiteral(", "));
                heldOut = {writers.begin(), writers.end()};
            }
            continue;
        }
        if (fields.size() != 3)
            return {};
        FeelingText text{fields[0], heldOut.contains(fields[0]), fields[1], 0.0, fields[2]};
        if (fields[1] != u"happy") {
            bool number = false;
            text.frustration = fields[1].toDouble(&number);
            if (!number)
                return {};
            text.label = text.frustration >= 0.5 ? QStringLiteral("frustrated") : QStringLiteral("neutral");
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace relevo::eval
