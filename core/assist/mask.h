#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relevo::assist {

/// Takes personal data out of texts before they leave for somebody else's program, and puts it back into what
/// comes: names that are known, e-mail and payment addresses, links, long numbers (telephones, cards, orders:
/// what they are shows from the words around them) and street addresses become "<EMAIL_1>". The same value
/// has the same placeholder in all texts of one mask. unmask(mask(x)) is x for any text.
class Mask
{
public:
    /// `names` are masked wherever they stand as whole words, each of their words too (but for "de", "da",
    /// "von" …).
    explicit Mask(const QStringList& names = {});

    [[nodiscard]] QString mask(const QString& text);

    /// Placeholders that this mask never gave stay as they are.
    [[nodiscard]] QString unmask(const QString& text) const;

    /// True when a text has a placeholder that this mask never gave: somebody made it up.
    [[nodiscard]] bool hasStranger(const QString& text) const;

private:
    [[nodiscard]] QString placeholderFor(const QString& kind, const QString& value);

    QStringList m_names;                    ///< the longest first
    QHash<QString, QString> m_placeholders; ///< of values
    QHash<QString, QString> m_values;       ///< of placeholders
    QHash<QString, int> m_counts;           ///< of kinds
};

} // namespace relevo::assist
