#include <ui/widgets/minutes_box.h>

#include <ui/widgets/times.h>

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <optional>

namespace relevo::ui {

namespace {

/// What is typed, in minutes; none while it is no span (yet). The unit is known by its first letter, which is
/// the same in all our languages; without one they are minutes.
std::optional<qint64> minutesIn(const QString& text)
{
    static const QRegularExpression span(
        QStringLiteral("^(?:(\\d{1,5}) ?d\\p{L}*\\.?)? ?(?:(\\d{1,5}) ?h\\p{L}*\\.?)? ?"
                       "(?:(\\d{1,5}) ?(?:m\\p{L}*\\.?)?)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = span.match(text.simplified());
    if (!match.hasMatch() || match.capturedLength(0) == 0)
        return std::nullopt;
    constexpr qint64 hour = 60;
    return match.captured(1).toLongLong() * 24 * hour + match.captured(2).toLongLong() * hour +
           match.captured(3).toLongLong();
}

} // namespace

MinutesBox::MinutesBox(QWidget* parent) : QSpinBox(parent)
{
    setButtonSymbols(QAbstractSpinBox::NoButtons);
}

QString MinutesBox::textFromValue(int minutes) const
{
    return minutesText(minutes);
}

int MinutesBox::valueFromText(const QString& text) const
{
    if (!specialValueText().isEmpty() && text == specialValueText())
        return minimum();
    return static_cast<int>(std::min<qint64>(minutesIn(text).value_or(value()), maximum()));
}

QValidator::State MinutesBox::validate(QString& text, int& /*pos*/) const
{
    if (!specialValueText().isEmpty() && text == specialValueText())
        return QValidator::Acceptable;
    static const QRegularExpression letters(QStringLiteral("^[\\d .\\p{L}]*$"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (!letters.match(text.simplified()).hasMatch())
        return QValidator::Invalid;
    const std::optional<qint64> minutes = minutesIn(text);
    return minutes && *minutes >= minimum() && *minutes <= maximum() ? QValidator::Acceptable
                                                                     : QValidator::Intermediate;
}

} // namespace relevo::ui
