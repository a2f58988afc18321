#include <domain/message_template.h>

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <set>

namespace relevo::domain {
namespace {

const QRegularExpression& places()
{
    static const QRegularExpression expression(QStringLiteral("\\{\\{\\s*(\\d{1,4})\\s*\\}\\}"));
    return expression;
}

std::unexpected<Error> badValues(const QString& why, const QString& remedy)
{
    return failure(ErrorCode::Invalid, why, remedy, {{QStringLiteral("field"), QStringLiteral("template")}});
}

} // namespace

bool isTemplateName(const QString& text)
{
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    };
    return !text.isEmpty() && text.size() <= longestTemplateName && std::ranges::all_of(text, fits);
}

bool isTemplateLanguage(const QString& text)
{
    static const QRegularExpression code(QStringLiteral("\\A[a-z]{2,3}(_[A-Z]{2})?\\z"));
    return code.match(text).hasMatch();
}

Result<int> valuesWanted(const QString& body)
{
    std::set<int> numbers;
    for (auto match = places().globalMatch(body); match.hasNext();)
        numbers.insert(match.next().captured(1).toInt());
    int expected = 0;
    for (const int number : numbers) {
        if (number != ++expected || expected > mostTemplateValues)
            return failure(
                ErrorCode::Invalid,
                QStringLiteral("The places for values must be {{1}}, {{2}} and so on, without a gap, and "
                               "at most %1.")
                    .arg(mostTemplateValues),
                QStringLiteral("Number them as the provider has them."),
                {{QStringLiteral("field"), QStringLiteral("body")}});
    }
    return expected;
}

QString filledIn(const QString& body, const QStringList& values)
{
    QString text;
    qsizetype done = 0;
    for (auto match = places().globalMatch(body); match.hasNext();) {
        const QRegularExpressionMatch place = match.next();
        const qsizetype index = place.captured(1).toInt() - 1;
        const bool known = index >= 0 && index < values.size() && !values[index].isEmpty();
        text += QStringView(body).mid(done, place.capturedStart() - done);
        text += known ? values[index] : place.captured();
        done = place.capturedEnd();
    }
    text += QStringView(body).mid(done);
    return text;
}

Result<QString> renderTemplate(const QString& body, const QStringList& values)
{
    const Result<int> wanted = valuesWanted(body);
    if (!wanted)
        return std::unexpected(wanted.error());
    if (values.size() != *wanted)
        return badValues(
            QStringLiteral("The template wants %1 values, not %2.").arg(*wanted).arg(values.size()),
            QStringLiteral("Give one for each place, in the order of their numbers."));
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values[i].trimmed().isEmpty() || values[i].size() > longestTemplateValue)
            return badValues(QStringLiteral("The value of {{%1}} is empty or longer than %2 characters.")
                                 .arg(i + 1)
                                 .arg(longestTemplateValue),
                             QStringLiteral("Give one for each place, in the order of their numbers."));
    }
    return filledIn(body, values);
}

} // namespace relevo::domain
