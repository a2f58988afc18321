#pragma once

#include <QtCore/QLocale>
#include <QtCore/QTranslator>

namespace relevo::ui {

/// The program's own texts. lupdate of Qt 6.4 does not see through `namespace a::b`, so it files a class's
/// texts under its bare name, while the program asks with the whole one: both are looked for.
class OwnTranslator final : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    /// The best there is for `locale`; English, which only has plurals, as the last.
    bool loadFor(const QLocale& locale);
    [[nodiscard]] QString translate(const char* context, const char* sourceText, const char* disambiguation,
                                    int n) const override;
};

/// A language that the program speaks.
struct Language
{
    QString code; ///< as kept in the preferences, e.g. "pt_BR"
    QString name; ///< in that language
};

[[nodiscard]] QList<Language> languages();

/// The locale of a language that was chosen; the system's when `code` is empty or not one of languages().
[[nodiscard]] QLocale localeOf(const QString& code);

} // namespace relevo::ui
