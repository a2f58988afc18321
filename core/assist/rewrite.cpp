#include <assist/rewrite.h>

#include <assist/language.h>
#include <assist/phrases.h>

#include <QtCore/QRegularExpression>

#include <array>

namespace relevo::assist {
namespace {

QRegularExpression compiled(const char16_t* pattern)
{
    return QRegularExpression(QString::fromUtf16(pattern),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

/// Whole sentences that are politeness and nothing else, by how they begin.
const QRegularExpression& emptySentence()
{
    static const QRegularExpression expression = compiled(
        uR"(^(?:(?:please )?(?:do not|don't|feel free) (?:to )?(?:hesitate to )?(?:contact|reach out|write|let (?:us|me) know|get in touch)\b)"
        uR"(|(?:should|if) you (?:have|need)(?: any)?(?: further| other| more| additional)* (?:questions?|help|assistance|doubts?|information)\b)"
        uR"(|thank you (?:so much |very much )?for (?:contacting|reaching out|writing|getting in touch|your (?:message|patience|understanding|time))\b)"
        uR"(|(?:we|i) (?:truly |really |greatly )?(?:appreciate|value) your (?:patience|understanding|business|time|feedback)\b)"
        uR"(|(?:i )?hope (?:you are|you're|this (?:message|e-?mail) finds you)\b)"
        uR"(|(?:por favor,? )?no dudes? en (?:contactar|escribir|llamar|preguntar|consultar|ponerte|ponerse|avisar|decir)|(?:por favor,? )?no dude en )"
        uR"(|si (?:tienes?|tiene usted|necesitas?|le surge|te surge) (?:alguna?|cualquier|más|otra)(?: otra| tipo de)? (?:duda|pregunta|consulta|cosa|ayuda|información))"
        uR"(|(?:muchas )?gracias por (?:contactar|contactarnos|escribir|escribirnos|comunicarse|comunicarte|ponerte|ponerse|(?:tu|su) (?:mensaje|paciencia|comprensión|tiempo))\b)"
        uR"(|espero que (?:estés|esté|te encuentres|se encuentre|todo vaya) |quedo (?:a (?:tu|su) disposición|atent[oa])|quedamos (?:a (?:tu|su) disposición|atentos))"
        uR"(|agradezco (?:tu|su) (?:paciencia|comprensión)|agradecemos (?:tu|su) (?:paciencia|comprensión))"
        uR"(|(?:por favor,? )?não hesite em |(?:caso|se) (?:você )?(?:tenha|tiver|precise|precisar)(?: de)? (?:alguma|qualquer|mais|outra)(?: outra| alguma)? (?:dúvida|pergunta|questão|coisa|ajuda|informação))"
        uR"(|(?:muito )?obrigad[oa] (?:por (?:entrar em contato|entrar em contacto|escrever|nos contatar)|pel[ao] (?:sua |seu )?(?:mensagem|paciência|compreensão|contato|contacto|tempo))\b)"
        uR"(|espero que (?:você )?(?:esteja|esta mensagem|tudo)\b|(?:fico|ficamos|estou|estamos) (?:à|a) (?:sua )?disposição|agradeço (?:a |pela )?sua (?:paciência|compreensão)|agradecemos (?:a |pela )?sua (?:paciência|compreensão)))");
    return expression;
}

struct Shorter
{
    QRegularExpression long_;
    QString brief;
};

/// Turns of phrase, and what says the same.
const std::vector<Shorter>& shorterWords()
{
    static const std::vector<Shorter> all{
        {compiled(
             uR"(\b(?:i|we)(?: just)?(?: would| am| are|'d|'m|'re)?(?: like| want(?:ed)?| writing) to (?:let you know|inform you|tell you)(?: that)? )"),
         {}},
        {compiled(uR"(\bplease (?:note|be (?:aware|advised)) that )"), {}},
        {compiled(uR"(\bat th(?:is|e present) (?:moment|point)(?: in time)?\b)"), QStringLiteral("now")},
        {compiled(uR"(\bin order to\b)"), QStringLiteral("to")},
        {compiled(uR"(\bdue to the fact that\b)"), QStringLiteral("because")},
        {compiled(uR"(\bin the event that\b)"), QStringLiteral("if")},
        {compiled(uR"(\b(?:actually|basically|really|simply|very),? )"), {}},
        {compiled(
             uR"(\b(?:me gustaría|quería|quisiera|me permito|queríamos|quisiéramos) (?:informar|comentar|decir|comunicar)(?:te|le|les)?(?: de)? que )"),
         {}},
        {compiled(
             uR"(\b(?:te|le|les) (?:informo|informamos|comento|comentamos|comunico|comunicamos)(?: de)? que )"),
         {}},
        {compiled(uR"(\bcon el fin de\b|\bcon el objetivo de\b)"), QStringLiteral("para")},
        {compiled(uR"(\bdebido a que\b)"), QStringLiteral("porque")},
        {compiled(uR"(\ben (?:este|el) momento(?: actual)?\b)"), QStringLiteral("ahora")},
        {compiled(uR"(\ben el caso de que\b)"), QStringLiteral("si")},
        {compiled(
             uR"(\b(?:gostaria|queria|gostaríamos|queríamos) de (?:informar|comunicar|dizer|avisar)(?:-lhe|-te| você)?(?: de)? que )"),
         {}},
        {compiled(uR"(\b(?:informo|informamos|comunico|comunicamos|venho informar)(?:-lhe|-te| você)? que )"),
         {}},
        {compiled(uR"(\ba fim de\b|\bcom o objetivo de\b)"), QStringLiteral("para")},
        {compiled(uR"(\bdevido ao fato de que?\b)"), QStringLiteral("porque")},
        {compiled(uR"(\bneste (?:exato )?momento\b|\bno presente momento\b)"), QStringLiteral("agora")},
    };
    return all;
}

/// The sentences of a text, each with the space that follows it.
QStringList sentencesOf(const QString& text)
{
    static const QRegularExpression end(QStringLiteral(R"([.!?…]+["')\]]*\s+|\n+)"));
    QStringList sentences;
    qsizetype from = 0;
    for (auto matches = end.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        sentences.push_back(text.mid(from, match.capturedEnd() - from));
        from = match.capturedEnd();
    }
    if (from < text.size())
        sentences.push_back(text.mid(from));
    return sentences;
}

void raiseFirst(QString& sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
}

QString shorter(const QString& text)
{
    QString brief;
    for (QString sentence : sentencesOf(text)) {
        if (emptySentence().match(sentence).hasMatch())
            continue;
        const bool upper = sentence.at(0).isUpper();
        for (const Shorter& words : shorterWords())
            sentence.replace(words.long_, words.brief);
        if (upper)
            raiseFirst(sentence);
        brief += sentence;
    }
    return brief.trimmed();
}

QString friendlier(const QString& text, const QString& language)
{
    static constexpr Phrase greeting{u"Hi! ", u"¡Hola! ", u"Olá! "};
    static constexpr Phrase last{u" I am here if you need anything else.",
                                 u" Aquí estoy si necesitas algo más.",
                                 u" Estou aqui se precisar de mais alguma coisa."};
    static const QRegularExpression greeted = compiled(
        uR"(^\W{0,3}(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hola|buen(?:o|a)s|estimad[oa]|querid[oa]|olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]|car[oa])\b)");
    static const QRegularExpression partedKindly = compiled(
        uR"(\b(?:thank|thanks|cheers|regards|anything else|if you need|gracias|saludos|algo más|lo que necesites|obrigad[oa]|abraços?|mais alguma coisa|se precisar|qualquer coisa)\b[^.!?]*[.!?]*\s*$)");
    QString friendly = text.trimmed();
    if (!partedKindly.match(friendly).hasMatch()) {
        if (!QStringView(u".!?…").contains(friendly.back()))
            friendly += u'.';
        friendly += last.in(language);
    }
    if (!greeted.match(friendly).hasMatch()) {
        raiseFirst(friendly);
        friendly.prepend(greeting.in(language));
    }
    return friendly;
}

} // namespace

std::optional<QString> rewriteByRule(const RewriteRequest& request)
{
    const QString text = request.text.trimmed();
    QString rewritten;
    if (request.manner == RewriteRequest::Manner::Shorter)
        rewritten = shorter(text);
    else if (request.manner == RewriteRequest::Manner::Friendlier && !text.isEmpty())
        rewritten = friendlier(text, detectLanguage(text));
    if (rewritten.isEmpty() || rewritten == text)
        return std::nullopt;
    return rewritten;
}

} // namespace relevo::assist
