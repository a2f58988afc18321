#include <ui/shell/translations.h>

#include <algorithm>
#include <string_view>

namespace relevo::ui {

bool OwnTranslator::loadFor(const QLocale& locale)
{
    const QString folder = QStringLiteral(":/i18n");
    if (load(locale, QStringLiteral("relevo"), QStringLiteral("_"), folder))
        return true;
    // One Portuguese is better than none.
    if (locale.language() == QLocale::Portuguese && load(QStringLiteral("relevo_pt_BR"), folder))
        return true;
    return load(QStringLiteral("relevo_en"), folder);
}

QString OwnTranslator::translate(const char* context, const char* sourceText, const char* disambiguation,
                                 int n) const
{
    QString text = QTranslator::translate(context, sourceText, disambiguation, n);
    if (!text.isNull() || !context)
        return text;
    const std::string_view whole(context);
    const std::size_t at = whole.rfind("::");
    return at == std::string_view::npos
               ? text
               : QTranslator::translate(context + at + 2, sourceText, disambiguation, n);
}

QList<Language> languages()
{
    return {{QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("es"), QStringLiteral("Español")},
            {QStringLiteral("pt_BR"), QStringLiteral("Português (Brasil)")}};
}

QLocale localeOf(const QString& code)
{
    const QList<Language> known = languages();
    const bool isKnown = std::any_of(known.cbegin(), known.cend(),
                                     [&code](const Language& language) { return language.code == code; });
    return isKnown ? QLocale(code) : QLocale::system();
}

} // namespace relevo::ui
