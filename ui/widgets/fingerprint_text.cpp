#include <ui/widgets/fingerprint_text.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QFontDatabase>

namespace relevo::ui {

Text* fingerprintText(const Theme& theme, QColor Colors::*color, const QString& print)
{
    constexpr qsizetype half = 16 * 3; // of the usual one: two lines of equal length are compared most easily
    QString pairs = QString(print).replace(u':', u' ');
    if (pairs.size() > half)
        pairs[half - 1] = u'\n';
    auto* text = new Text(theme, &Fonts::caption, color, pairs);
    QFont even = text->font();
    even.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    even.setStyleHint(QFont::Monospace);
    even.setFixedPitch(true);
    text->setFont(even);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(QCoreApplication::translate("relevo::ui", "Fingerprint"));
    text->setAccessibleDescription(print);
    return text;
}

} // namespace relevo::ui
