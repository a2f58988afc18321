#include <assist/language.h>

#include <assist/tokens.h>

#include <QtCore/QHash>

#include <array>

namespace relevo::assist {
namespace {

enum Language { English, Spanish, Portuguese };

/// Weights of a word for each language; a word of two languages counts for both.
using Weights = std::array<int, 3>;

const QHash<QString, Weights>& functionWords()
{
    static const QHash<QString, Weights> table = [] {
        QHash<QString, Weights> words;
        const auto add = [&words](Language language, int weight, const char16_t* list) {
            for (const QString& word : QStringView(list).toString().split(u' '))
                words[word][language] += weight;
        };
        add(English, 2,
            u"the is are was have has you your my i it this that with for not what how can do does please "
            u"and to of "
            u"want need would could hello hi thanks thank order where when why there been dont cant im an on "
            u"be in we");
        add(Spanish, 2,
            u"el los las una unos y con por para pero mi tu su es esta estoy quiero necesito puedo puede "
            u"donde cuando "
            u"hola gracias pedido como mas muy ya hay lo le te nos usted ustedes ayuda hablar algo alguien "
            u"cual quien "
            u"del al soy tengo tiene ha he buenos buenas dias tardes persona humano");
        add(Portuguese, 2,
            u"o os uma uns e com por para mas meu minha seu sua voce voces nao sim esta estou quero preciso "
            u"posso "
            u"pode onde quando ola oi obrigado obrigada pedido como mais muito ja ha do da dos das no na nos "
            u"nas ao "
            u"ajuda falar algo alguem qual quem sou tenho tem bom boa dia tarde pessoa humano atendente "
            u"isso");
        add(Spanish, 2,
            u"quisiera cuanto cuantos tarda producto paquete cual cuales tienen tienes cambiar direccion "
            u"tarjeta "
            u"devolucion factura cuenta correo llego llega hasta desde porque sobre esto eso ese esa");
        add(Portuguese, 2,
            u"gostaria quanto quantos demora produto pacote qual quais sao tem mudar trocar endereco cartao "
            u"devolucao "
            u"fatura conta chegou chega desde porque sem sobre isto isso esse essa eu ele ela obrigado "
            u"vou");
        add(Spanish, 1, u"a de que en la no se un me si");
        add(Portuguese, 1, u"a de que em se um me");
        add(English, 1, u"a no me as so");
        return words;
    }();
    return table;
}

} // namespace

QString detectLanguage(const QString& text)
{
    Weights score{};
    for (const QString& word : words(text)) {
        const auto found = functionWords().constFind(word);
        if (found == functionWords().cend())
            continue;
        for (std::size_t i = 0; i < score.size(); ++i)
            score[i] += (*found)[i];
    }
    for (const QChar raw : text) {
        switch (raw.toLower().unicode()) {
        case u'ñ':
        case u'¿':
        case u'¡':
            score[Spanish] += 3;
            break;
        case u'ã':
        case u'õ':
        case u'ç':
        case u'ê':
        case u'ô':
            score[Portuguese] += 3;
            break;
        default:
            break;
        }
    }
    static const std::array<QString, 3> names{QStringLiteral("en"), QStringLiteral("es"),
                                              QStringLiteral("pt")};
    std::size_t best = 0;
    bool tie = false;
    for (std::size_t i = 1; i < score.size(); ++i) {
        tie = score[i] == score[best] || (tie && score[i] < score[best]);
        if (score[i] > score[best])
            best = i;
    }
    return score[best] == 0 || tie ? QString() : names[best];
}

} // namespace relevo::assist
