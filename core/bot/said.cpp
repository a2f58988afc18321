#include <bot/said.h>

#include <assist/phrases.h>
#include <assist/tokens.h>
#include <domain/bots.h>

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace relevo::bot {
namespace {

constexpr qsizetype longestRead = 4'096; ///< characters
constexpr std::size_t longestShortAnswer = 5;

const QRegularExpression& emailPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}"));
    return pattern;
}

bool isBareWord(const QString& word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetter() || c == u'\'' || c == u'-' || c == u'.' || c.isMark();
    });
}

/// Up to four words that could be a name, from the beginning of the text.
QString bareName(const QString& text)
{
    static const QRegularExpression space(QStringLiteral("[\\s,]+"));
    QStringList words;
    for (const QString& word : text.trimmed().split(space, Qt::SkipEmptyParts)) {
        if (words.size() == 4 || !isBareWord(word))
            break;
        words.push_back(word);
    }
    QString name = words.join(u' ');
    while (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

/// Of one or two digits, with nothing before them that makes it a number of something.
bool isShort(const QString& number)
{
    return number.front().isDigit() &&
           std::count_if(number.begin(), number.end(), [](QChar c) { return c.isDigit(); }) < 3;
}

/// What comes after a short number makes it no count of anything: "77 please", "77.", not "2 days", "2nd".
bool isWhole(const QString& after)
{
    static const QRegularExpression whole(
        QStringLiteral(
            "^(?:\\s*$|\\s*[.,;:!?)¿¡\\n]|\\s+(?:please|pls|plz|thanks|thank|is|isn|it|has|hasn|was|"
            "wasn|did|didn|not|never|"
            "still|and|but|yet|now|today|i|which|that|por|gracias|y|no|ya|aún|aun|todavía|todavia|"
            "está|esta|ha|se|nunca|"
            "que|llegó|obrigado|obrigada|e|não|nao|ainda|foi|já|ja|chegou|my|mi|meu)\\b)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return whole.match(after).hasMatch();
}

} // namespace

YesOrNo yesOrNo(const QString& text)
{
    const std::vector<QString> words = assist::words(text.left(longestRead));
    if (words.empty() || words.size() > longestShortAnswer)
        return YesOrNo::Neither;
    const bool no = assist::beginsWithAny(words, u"no nope nao dont nunca never none ningun nenhum negativ");
    const bool yes = assist::beginsWithAny(
        words, u"yes yep yeah sure ok okay. please. si claro vale. sim isso. confirm adelante. correct "
               u"pode. certo. dale.");
    return no ? YesOrNo::No : yes ? YesOrNo::Yes : YesOrNo::Neither;
}

QString emailIn(const QString& text)
{
    return emailPattern().match(text.left(longestRead)).captured().toLower();
}

QString orderNumberIn(const QString& text, bool asked)
{
    using enum QRegularExpression::PatternOption;
    const QString number = QStringLiteral("((?:[A-Za-z]{1,6}-?)?\\d{%1,14}(?:-?[A-Za-z0-9]{1,8})?)"
                                          "(?![\\w@/€$%]|[.,]\\d|-\\d)");
    static const QRegularExpression usual(QStringLiteral("(?<![\\w@.,/+€$-])#?\\s?") + number.arg(3));
    static const QRegularExpression any(QStringLiteral("(?<![\\w@.,/+€$-])#?\\s?") + number.arg(1));
    // Not "can I order 77 of them".
    static const QRegularExpression named(
        QStringLiteral(
            "(?<!\\bto )(?<!\\bi )(?<!\\bwe )(?<!\\byou )(?<!\\bcan )(?<!\\bme )"
            "\\b(?:orders?|purchases?|pedidos?|compras?|orden|[oó]rdenes|encomendas?)\\b"
            "(?:[\\s#:.]|number\\b|num\\b|nr\\b|no\\b|n[º°]|nro\\b|número\\b|numero\\b|is\\b|es\\b|"
            "é\\b){1,12}") +
            number.arg(1),
        CaseInsensitiveOption | UseUnicodePropertiesOption);
    // Addresses and phone numbers are not numbers of orders.
    static const QRegularExpression phone(QStringLiteral("\\+\\d[\\d\\s().-]{6,}\\d"));
    static const QRegularExpression date(QStringLiteral("\\b\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}\\b"));
    static const QRegularExpression grouped(
        QStringLiteral("(?<![\\w-])\\d{2,4}(?:[ .]\\d{2,4}){2,}(?![\\w-])"));
    QString rest = text.left(longestRead);
    rest.replace(emailPattern(), QStringLiteral(" "));
    rest.replace(phone, QStringLiteral(" "));
    rest.replace(date, QStringLiteral(" "));
    rest.replace(grouped, QStringLiteral(" "));
    const auto first = [&rest](const QRegularExpression& pattern) {
        for (auto matches = pattern.globalMatch(rest); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            if (!isShort(match.captured(1)) || isWhole(rest.mid(match.capturedEnd(1))))
                return domain::orderNumber(match.captured(1));
        }
        return QString();
    };
    QString found = first(named);
    if (found.isEmpty())
        found = first(usual);
    return found.isEmpty() && asked ? first(any) : found;
}

bool callsOff(const QString& text)
{
    static const QRegularExpression said(
        QStringLiteral("^(?:(?:no|nao|ok|okay|oh|ah|then|please|well|bueno|entonces|entao|pues) )*"
                       "(?:never mind|nevermind|forget (?:about )?it|leave it|keep "
                       "it|bye|goodbye|olvidalo|olvidelo|dejalo|dejelo|no importa|"
                       "da igual|adios|mantenlo|deixa(?: pra la| para la| assim)?|esquece|esqueca|nao "
                       "importa|tchau|mantem)\\b"));
    const std::vector<QString> spoken = assist::words(text.left(longestRead));
    // "Forget it and cancel" goes on.
    return spoken.size() <= longestShortAnswer && !assist::beginsWithAny(spoken, u"cancel anul") &&
           said.match(QStringList(spoken.begin(), spoken.end()).join(u' ')).hasMatch();
}

bool hasNone(const QString& text)
{
    const std::vector<QString> words = assist::words(text.left(longestRead));
    // What has not come is the parcel, not the number.
    if (words.size() > 9 ||
        assist::beginsWithAny(words, u"receiv arriv come. came lleg recib cheg receb parcel package "
                                     u"yet. paquete pacote todavia ainda"))
        return false;
    if (assist::beginsWithAny(words, u"forgot forgotten olvide. olvidado. esqueci. esquecido."))
        return true;
    return assist::beginsWithAny(words,
                                 u"no. not. dont cant cannot couldnt havent didnt nao sin. sem. idk.") &&
           (assist::beginsWithAny(
                words, u"have know find. remember got. sure. number idea tengo se. encuentro recuerdo "
                       u"numero idea tenho sei. lembro acho. encontro ideia") ||
            words.front() == QLatin1String("idk"));
}

QString nameIn(const QString& text, bool asked)
{
    static const QRegularExpression introduced(
        QStringLiteral("\\b(?:my name is|name is|name:|i am called|me llamo|mi nombre es|nombre:|soy|me "
                       "chamo|meu nome é|"
                       "meu nome e|nome:|sou o|sou a)\\s+"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString read = text.left(longestRead);
    if (const QRegularExpressionMatch match = introduced.match(read); match.hasMatch()) {
        static const QRegularExpression end(QStringLiteral("[,.;!?\\n]|\\s(?:and|y|e|my|mi|meu)\\s"));
        return bareName(read.mid(match.capturedEnd()).section(end, 0, 0));
    }
    if (!asked)
        return {};
    read.replace(emailPattern(), QStringLiteral("@"));
    const std::vector<QString> words = assist::words(read);
    const bool isSentence =
        words.size() > 4 ||
        assist::beginsWithAny(words, u"order pedido. compra. orden. encomenda. number numero.") ||
        yesOrNo(read) != YesOrNo::Neither ||
        assist::beginsWithAny(words, u"i not dont want would. rather why what it the que quiero. "
                                     u"prefier prefir para. por. ya ja what.");
    return isSentence ? QString() : bareName(read);
}

} // namespace relevo::bot
