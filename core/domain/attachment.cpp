#include <domain/attachment.h>

#include <domain/message.h>

#include <algorithm>
#include <array>

namespace relevo::domain {
namespace {

/// U+200D and U+200C are format characters too, but what they join (emoji, Persian words) would fall apart.
bool isJoiner(char32_t c)
{
    return c == 0x200c || c == 0x200d;
}

bool isUnseen(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return !isJoiner(c);
    default:
        return false;
    }
}

/// The ending with its dot, where it is one that a person would call so.
qsizetype endingLength(const QString& name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const qsizetype length = dot <= 0 ? 0 : name.size() - dot;
    return length <= 12 ? length : 0;
}

/// Some file systems refuse these at the end, or drop them.
void chopEnd(QString& name)
{
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
}

} // namespace

QString safeFileName(const QString& name)
{
    const qsizetype folder = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    QString safe;
    for (const char32_t c : name.mid(folder + 1).toUcs4()) {
        if (isUnseen(c))
            continue;
        const bool refused = c < 0x80 && QStringView(u"<>:\"|?*").contains(QChar(static_cast<char16_t>(c)));
        safe += refused ? QStringLiteral("_") : QString::fromUcs4(&c, 1);
    }
    safe = safe.simplified();
    chopEnd(safe);
    if (safe.size() > maxFileName) {
        const QString ending = safe.right(endingLength(safe));
        safe.truncate(maxFileName - ending.size());
        if (safe.back().isHighSurrogate())
            safe.chop(1);
        safe += ending;
        chopEnd(safe);
    }
    return safe.isEmpty() ? QStringLiteral("file") : safe;
}

bool isPicture(const QString& mime)
{
    static constexpr std::array shown{QLatin1String("image/png"), QLatin1String("image/jpeg"),
                                      QLatin1String("image/gif"), QLatin1String("image/webp")};
    return std::ranges::find(shown, mime) != shown.end();
}

QString kindWith(const std::vector<Attachment>& attachments, const QString& content)
{
    if (attachments.size() != 1 || !content.isEmpty())
        return messagekind::text;
    for (const QLatin1String kind : {messagekind::image, messagekind::audio, messagekind::video}) {
        if (attachments.front().mime.startsWith(kind + u'/'))
            return kind;
    }
    return messagekind::document;
}

} // namespace relevo::domain
