#include <assist/told_name.h>

#include <assist/facts_products.h>
#include <assist/folded.h>
#include <assist/language_words.h>
#include <assist/stems.h>
#include <assist/tokens.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr qsizetype longestNameWord = 20;
constexpr int mostNameWords = 4;

/// How sure what stands before makes it that a name follows.
enum class Lead {
    Sure,    ///< "my name is": small letters do
    Likely,  ///< "soy", "I'm": a capital, and no word that says what somebody is
    Opening, ///< "it's", "this is": two capitals, where a customer begins or was asked
};

const QSet<QString>& noNames()
{
    static const QSet<QString> set = [] {
        const QString all = QStringLiteral(
            // What people are
            "spanish english french german italian portuguese american british irish scottish welsh dutch "
            "belgian swiss austrian polish russian chinese japanese indian mexican argentinian brazilian "
            "canadian australian swedish norwegian danish finnish greek turkish european african asian "
            "latino "
            "latina espanol espanola mexicano mexicana argentino argentina brasileiro brasileira portugues "
            "portuguesa colombiano colombiana chileno chilena peruano peruana frances francesa aleman "
            "alemana "
            "italiano italiana ingles inglesa americano americana catalan muslim catholic christian jewish "
            "vegan vegano vegana vegetarian celiac diabetic pregnant autonomo autonoma nuevo nueva novo nova "
            "cliente clienta customer client user usuario usuaria member socio socia titular dueno duena "
            "dono "
            "dona madre padre mother father mae pai wife husband esposa esposo marido hijo hija filho filha "
            "student estudiante estudante premium gold silver platinum vip prime pro plus business "
            "alergico alergica celiaco celiaca lucky doctor abogado lawyer advogado advogada "
            // How they feel
            "angry furious upset happy sorry tired sick done disappointed frustrated annoyed confused afraid "
            "sure fed pissed desperate worried harto harta enfadado enfadada furioso furiosa triste feliz "
            "cansado cansada irritado irritada chateado chateada bravo brava desesperado "
            // What is no person
            "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
            "july august september october november december lunes martes miercoles jueves viernes sabado "
            "domingo christmas easter eve navidad natal black new san santa los las el la saint united great "
            "puerto costa north south amazon "
            "apple google samsung movistar vodafone orange claro vivo tim telefonica netflix visa mastercard "
            "paypal whatsapp team service support order number invoice "
            "account pedido factura conta cuenta bot robot human humano humana persona pessoa person agent "
            "agente seguro segura not no still here there just so very really urgent urgente importante "
            // What a name may be said to be
            "misspelled misspelt spelled spelt incorrect incorrecto incorreto correcto correto correct "
            "missing "
            "blank empty unknown different changed cut truncated duplicated imposible impossivel diferente "
            "incomplete incompleto muy muito too twice listed visible shown printed private confidential mal "
            "bem bien equivocado errado this that esta "
            "este esse isso eso ese completo full correctly wrongly mr mrs ms dr sr sra don");
        const QStringList parts = all.split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(parts.begin(), parts.end());
    }();
    return set;
}

bool isNameParticle(const QString& word)
{
    static const QSet<QString> set{QStringLiteral("de"),  QStringLiteral("da"),  QStringLiteral("do"),
                                   QStringLiteral("dos"), QStringLiteral("das"), QStringLiteral("del"),
                                   QStringLiteral("van"), QStringLiteral("von"), QStringLiteral("der"),
                                   QStringLiteral("den"), QStringLiteral("di"),  QStringLiteral("bin")};
    return set.contains(word);
}

/// Letters, with a hyphen or an apostrophe between.
bool isPlainWord(const QString& word)
{
    if (word.size() < 2 || word.size() > longestNameWord || !word.front().isLetter() ||
        !word.back().isLetter())
        return false;
    return std::all_of(word.begin(), word.end(),
                       [](QChar c) { return c.isLetter() || c == u'-' || c == u'\'' || c == u'’'; });
}

/// Written as names are: a capital, and not the rest in capitals too.
bool isCapital(const QString& word)
{
    return word.front().isUpper() &&
           (word.size() == 2 ? word.back().isLower()
                             : std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); }));
}

/// An everyday word of one of the languages, or one that says what somebody is.
bool isOrdinary(const QString& word)
{
    const std::vector<QString> folded = words(word);
    return folded.empty() || std::any_of(folded.begin(), folded.end(), [](const QString& part) {
               return noNames().contains(part) || tongueWeights(part) != nullptr;
           });
}

/// The name a text begins with; empty where it is none.
QString nameAt(const QString& text, Lead lead)
{
    static const QRegularExpression spaces(QStringLiteral(R"(\s+)"));
    QStringList name;
    int named = 0;
    bool more = false;
    for (QString word : text.left(120).split(spaces, Qt::SkipEmptyParts)) {
        if (named == mostNameWords) {
            more = true;
            break;
        }
        qsizetype end = word.size();
        while (end > 0 && !word[end - 1].isLetter())
            --end;
        const bool last = end < word.size();
        word.truncate(end);
        if (isNameParticle(word) && !name.isEmpty() && !last) {
            name.push_back(word);
            continue;
        }
        const bool capital = !word.isEmpty() && isCapital(word);
        const bool small = lead == Lead::Sure && !word.isEmpty() && (named == 0 || !isCapital(name.first()));
        // A name that is also a word ("Rosa", "Will") counts where nothing else can stand.
        const bool ordinary =
            isOrdinary(word) && !(capital && lead == Lead::Sure && !noNames().contains(word.toLower()));
        if (!isPlainWord(word) || ordinary || !(capital || small)) {
            static const Stems goingOn(u"of. at. in. out. off.");
            static const Stems joints(u"and. y. e. i. my. mi. meu. minha. but. pero. mas. with. con. com.");
            const bool smallName = named > 0 && !isCapital(name.first());
            static const Stems origins(u"from. de. da. do. del. here. aqui. who. que.");
            // "I am Lucky to have you", "I'm Vodafone customer".
            const bool saysWhat = lead == Lead::Likely && named == 1 && !word.isEmpty() &&
                                  !joints.match(word.toLower()) && !origins.match(word.toLower());
            more = saysWhat || (capital && (!ordinary || named == 1)) ||
                   (named == 1 && goingOn.match(word.toLower())) ||
                   (smallName && !word.isEmpty() && !joints.match(word.toLower()));
            break;
        }
        name.push_back(word);
        ++named;
        if (last)
            break;
    }
    while (!name.isEmpty() && isNameParticle(name.last()))
        name.removeLast();
    // "Tom's wife" is somebody else, and "my name is appearing" goes on.
    static const QRegularExpression noName(QStringLiteral(R"(['’]s$|^\p{Ll}+ing$)"));
    if (!name.isEmpty() && (stands(noName, name.first()) || stands(noName, name.last())))
        return {};
    // Written With Capitals Throughout it says nothing.
    if (name.isEmpty() || more || (lead == Lead::Opening && named < 2))
        return {};
    const QString whole = name.join(u' ');
    return productsIn(whole).empty() ? whole : QString();
}

struct NameLead
{
    Lead lead;
    QRegularExpression expression;
};

const std::vector<NameLead>& nameLeads()
{
    using enum QRegularExpression::PatternOption;
    const auto made = [](Lead lead, const QString& pattern) {
        return NameLead{lead,
                        QRegularExpression(pattern, CaseInsensitiveOption | UseUnicodePropertiesOption)};
    };
    static const std::vector<NameLead> all{
        made(
            Lead::Sure,
            QStringLiteral(
                R"(\b(?:my\s(?:full\s)?name(?:\sis|['’]s|:)|me\s(?:llamo|chamo)|mi\snombre(?:\scompleto)?(?:\ses|:)|(?:o\s)?meu\snome(?:\scompleto)?(?:\sé|:))\s+)")),
        made(
            Lead::Likely,
            QStringLiteral(
                R"(\b(?:i['’]m|i\sam|meu\snome\se|soy|sou(?:\s[oa])?|aqu[ií]\s(?:é|es|fala|habla|quem\sfala\sé)(?:\s[oa])?|le\s(?:habla|escribe)|te\sescribe|quem\sfala\sé(?:\s[oa])?)\s+)")),
        made(Lead::Opening, QStringLiteral(R"(\b(?:it['’]s|it\sis|this\sis|es|é\s[oa]|aqu[ií])\s+)")),
    };
    return all;
}

/// "Tom Becker here".
QString nameBeforeHere(const QString& text)
{
    static const QRegularExpression here(
        QStringLiteral(
            R"((?:^|[.,!]\s)((?:\p{Lu}[\p{L}'’-]+\s){2,3})(?:here|aquí|aqui)\b(?=\s*(?:[.,!:;(]|$|from\b|with\b)))"),
        QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = here.match(text);
    return match.hasMatch() ? nameAt(match.captured(1).trimmed(), Lead::Opening) : QString();
}

/// Only a greeting stands before.
bool opens(const QString& before)
{
    static const QSet<QString> greetings = [] {
        const QStringList all =
            QStringLiteral("hi hello hey good morning afternoon evening there hola buenas buenos dias tardes "
                           "noches oi ola bom boa dia tarde noite yes si sim")
                .split(u' ');
        return QSet<QString>(all.begin(), all.end());
    }();
    const std::vector<QString> spoken = words(before);
    return std::all_of(spoken.begin(), spoken.end(),
                       [](const QString& word) { return greetings.contains(word); });
}

bool asksForName(const QString& botText)
{
    static const QRegularExpression asking(frame(QStringLiteral(
        R"((?:your|full|first|tu|su|o|seu|completo) (?:full )?(?:name|nombre|nome)|nombre completo|nome completo|como te llamas|como se llama|como se chama|who am i (?:speaking|talking|chatting) (?:to|with)|con quien hablo|com quem (?:eu )?falo)")));
    static const QRegularExpression otherNames(frame(QStringLiteral(
        R"((?:product|item|company|user|bank|brand|empresa|usuario|produto|producto|banco) (?:name|nombre|nome)|(?:name|nombre|nome) (?:of|del|de|do|da) (?:the |la |el |o |a )?(?:product|item|company|bank|user|empresa|produto|producto|banco|usuario))")));
    const QString text = foldedText(botText.left(longestRead));
    return stands(asking, text) && !stands(otherNames, text);
}

/// What the customer calls themselves in this message.
QString nameTold(const QString& text, bool begins, bool asked)
{
    // In capitals throughout no word is told from another.
    const bool loud = text.size() > 12 && text == text.toUpper();
    if (loud)
        return {};
    for (const NameLead& one : nameLeads()) {
        QRegularExpressionMatchIterator all = one.expression.globalMatch(text);
        while (all.hasNext()) {
            const QRegularExpressionMatch match = all.next();
            const QString before = text.left(match.capturedStart());
            static const QRegularExpression denied(
                QStringLiteral(R"(\b(?:no|não|nao|not|em|en|in|on|under|with|sob|con|com)\s+$)"),
                QRegularExpression::CaseInsensitiveOption);
            if (stands(denied, before))
                continue;
            if (one.lead == Lead::Opening &&
                !(opens(before) && (begins || asked || !before.trimmed().isEmpty())))
                continue;
            if (QString name = nameAt(text.mid(match.capturedEnd()), one.lead); !name.isEmpty())
                return name;
        }
    }
    if (QString name = nameBeforeHere(text); !name.isEmpty())
        return name;
    // The bare answer.
    if (asked) {
        if (QString name = nameAt(text.trimmed(), Lead::Opening); !name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

QString toldName(const std::vector<domain::Message>& messages)
{
    QString name;
    bool begins = true;
    bool asked = false;
    for (const domain::Message& message : messages) {
        if (message.note || message.author == domain::Author::System)
            continue;
        if (message.author != domain::Author::Customer) {
            asked = asksForName(message.content);
            continue;
        }
        const QString found = nameTold(message.content.left(longestRead), begins, asked);
        if (!found.isEmpty())
            name = found;
        begins = false;
    }
    return name;
}

} // namespace relevo::assist
