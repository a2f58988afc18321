#include <assist/mask.h>

#include <assist/facts_patterns.h>

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <vector>

namespace relevo::assist {
namespace {

struct Found
{
    qsizetype from;
    qsizetype to;
    QString kind; ///< empty: stays as it is
};

const QRegularExpression& placeholders()
{
    static const QRegularExpression expression(
        QStringLiteral("<(?:NAME|EMAIL|LINK|NUMBER|ADDRESS|TEXT)_[0-9]+>"));
    return expression;
}

QRegularExpression maskPattern(const QString& pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

/// Looks only between what has been found, so that nothing is left out for a part that it shares.
void add(std::vector<Found>& found, const QRegularExpression& expression, const QString& kind,
         const QString& text)
{
    std::vector<Found> more;
    qsizetype from = 0;
    for (std::size_t i = 0; i <= found.size(); ++i) {
        const qsizetype to = i < found.size() ? found[i].from : text.size();
        if (from < to) {
            const QString gap = text.mid(from, to - from);
            for (auto matches = expression.globalMatch(gap); matches.hasNext();) {
                const QRegularExpressionMatch match = matches.next();
                if (match.capturedLength() > 0)
                    more.push_back({from + match.capturedStart(), from + match.capturedEnd(), kind});
            }
        }
        if (i < found.size()) {
            from = found[i].to;
            more.push_back(found[i]);
        }
    }
    found = std::move(more);
}

/// "Ana de la Cruz": these words are in every sentence.
bool isParticle(const QString& word)
{
    static const QStringList particles{QStringLiteral("de"),  QStringLiteral("da"),  QStringLiteral("do"),
                                       QStringLiteral("dos"), QStringLiteral("das"), QStringLiteral("del"),
                                       QStringLiteral("la"),  QStringLiteral("las"), QStringLiteral("los"),
                                       QStringLiteral("van"), QStringLiteral("von"), QStringLiteral("der")};
    return particles.contains(word, Qt::CaseInsensitive);
}

} // namespace

Mask::Mask(const QStringList& names)
{
    for (const QString& name : names) {
        const QString whole = name.simplified();
        QStringList parts = whole.split(u' ');
        parts.push_back(whole);
        for (const QString& part : parts) {
            if (part.size() >= 2 && !isParticle(part) && !m_names.contains(part))
                m_names.push_back(part);
        }
    }
    std::stable_sort(m_names.begin(), m_names.end(),
                     [](const QString& a, const QString& b) { return a.size() > b.size(); });
}

QString Mask::mask(const QString& text)
{
    static const QRegularExpression mail =
        maskPattern(QStringLiteral(R"([^\s@<>"',;()]{1,128}@[^\s@<>"',;()]{0,127}[\w-])"));
    static const QRegularExpression link =
        maskPattern(QStringLiteral(R"((?:https?://|www\.)[^\s<>"]{1,1000})"));
    // Seven digits and more, however they are parted; a date stays.
    static const QRegularExpression date =
        maskPattern(QStringLiteral(R"((?<![\d-])(?:19|20)\d{2}-\d{2}-\d{2}(?![\d-]))"));
    static const QRegularExpression number =
        maskPattern(QStringLiteral(R"(\+?\(?\d(?:[ ()./-]{0,3}\d){6,40})"));
    std::vector<Found> found;
    // What looks like one of ours and is not must come back too.
    add(found, placeholders(), QStringLiteral("TEXT"), text);
    add(found, link, QStringLiteral("LINK"), text);
    add(found, mail, QStringLiteral("EMAIL"), text);
    for (const FactPattern& pattern : factPatterns()) {
        if (QLatin1String(pattern.kind) == QLatin1String("address"))
            add(found, pattern.expression, QStringLiteral("ADDRESS"), text);
    }
    add(found, date, {}, text);
    add(found, number, QStringLiteral("NUMBER"), text);
    for (const QString& name : m_names)
        add(found, maskPattern(QStringLiteral(R"((?<!\w)%1(?!\w))").arg(QRegularExpression::escape(name))),
            QStringLiteral("NAME"), text);
    QString masked;
    qsizetype at = 0;
    for (const Found& next : found) {
        masked += QStringView(text).mid(at, next.from - at);
        const QString value = text.mid(next.from, next.to - next.from);
        masked += next.kind.isEmpty() ? value : placeholderFor(next.kind, value);
        at = next.to;
    }
    return masked + QStringView(text).mid(at).toString();
}

QString Mask::unmask(const QString& text) const
{
    QString plain;
    qsizetype at = 0;
    for (auto matches = placeholders().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        plain += QStringView(text).mid(at, match.capturedStart() - at);
        plain += m_values.value(match.captured(), match.captured());
        at = match.capturedEnd();
    }
    return plain + QStringView(text).mid(at).toString();
}

bool Mask::hasStranger(const QString& text) const
{
    for (auto matches = placeholders().globalMatch(text); matches.hasNext();) {
        if (!m_values.contains(matches.next().captured()))
            return true;
    }
    return false;
}

QString Mask::placeholderFor(const QString& kind, const QString& value)
{
    QString& placeholder = m_placeholders[value];
    if (placeholder.isEmpty()) {
        placeholder = QStringLiteral("<%1_%2>").arg(kind).arg(++m_counts[kind]);
        m_values.insert(placeholder, value);
    }
    return placeholder;
}

} // namespace relevo::assist
