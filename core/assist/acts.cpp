#include <assist/acts.h>

#include <assist/tokens.h>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

/// A row counts when the text has a word beginning with one of `first` and one beginning with one of `second`
/// (if there are any).
struct Rule
{
    const char16_t* first;
    const char16_t* second;
    const char16_t* english;
    const char16_t* spanish;
    const char16_t* portuguese;
};

constexpr std::array acts{
    Rule{u"refund reembols", u"", u"spoke about a refund", u"habló de un reembolso",
         u"falou de um reembolso"},
    Rule{u"replac reempla repos substitu troca", u"", u"offered a replacement", u"ofreció un reemplazo",
         u"ofereceu uma substituição"},
    Rule{u"provid share confirm tell indic proporcion inform pod could can", u"order pedido number numero",
         u"asked for the order number", u"pidió el número de pedido", u"pediu o número do pedido"},
    Rule{u"track rastre seguim", u"", u"looked at the tracking", u"consultó el seguimiento",
         u"consultou o rastreamento"},
    Rule{u"investigat check look verif revis consult", u"", u"said that it would check",
         u"dijo que lo revisaría", u"disse que verificaria"},
    Rule{u"restart reset reinstall clear reinici restable limpi", u"", u"suggested a restart or reset",
         u"propuso reiniciar", u"sugeriu reiniciar"},
    Rule{u"cancel", u"order pedido subscription suscripcion assinatura", u"spoke about the cancellation",
         u"habló de la cancelación", u"falou do cancelamento"},
    Rule{u"address direccion endereco", u"", u"asked about the address", u"preguntó por la dirección",
         u"perguntou sobre o endereço"},
    Rule{u"return devol", u"", u"explained the return", u"explicó la devolución", u"explicou a devolução"},
    Rule{u"discount coupon descuento cupon desconto cupom voucher", u"", u"offered a discount",
         u"ofreció un descuento", u"ofereceu um desconto"},
    Rule{u"hours horario", u"", u"gave the opening hours", u"dio el horario", u"informou o horário"},
    Rule{u"sorry dont no", u"know understand answer entiend sabe entend sei respuesta resposta",
         u"could not answer", u"no supo responder", u"não soube responder"},
};

constexpr std::array suggestions{
    Rule{u"refund reembols", u"", u"Check the payment and decide on the refund.",
         u"Revisa el pago y decide el reembolso.", u"Verifique o pagamento e decida o reembolso."},
    Rule{u"cancel", u"", u"Check whether it can still be cancelled and confirm it.",
         u"Comprueba si aún se puede cancelar y confírmalo.",
         u"Verifique se ainda pode ser cancelado e confirme."},
    Rule{u"deliver arriv ship parcel package received entreg llega envio paquete recib chega pacote receb",
         u"", u"Look up the shipment, and tell the customer where it is and when it comes.",
         u"Busca el envío y dile al cliente dónde está y cuándo llega.",
         u"Consulte a entrega e diga ao cliente onde está e quando chega."},
    Rule{
        u"broken damag defect faulty wrong missing roto danad defect equivocad falta quebrad danificad errad",
        u"", u"Ask for a photo if there is none, and offer a replacement or a refund.",
        u"Pide una foto si no la hay y ofrece un reemplazo o un reembolso.",
        u"Peça uma foto se não houver e ofereça troca ou reembolso."},
    Rule{u"charg payment paid invoice bill card cobr pago factura tarjeta pagamento fatura cartao", u"",
         u"Check the charge in the payment system.", u"Revisa el cargo en el sistema de pagos.",
         u"Verifique a cobrança no sistema de pagamentos."},
    Rule{u"password login account cuenta contrasena conta senha", u"",
         u"Verify who it is, then help with the account.", u"Verifica la identidad y ayuda con la cuenta.",
         u"Verifique a identidade e ajude com a conta."},
};

bool beginsWithAny(const std::vector<QString>& text, const char16_t* stems)
{
    const QStringList list = QStringView(stems).toString().split(u' ', Qt::SkipEmptyParts);
    return std::any_of(text.begin(), text.end(), [&list](const QString& word) {
        return std::any_of(list.begin(), list.end(), [&word](const QString& stem) {
            // Very short stems are whole words.
            return stem.size() <= 3 ? word == stem : word.startsWith(stem);
        });
    });
}

bool applies(const Rule& rule, const std::vector<QString>& text)
{
    return beginsWithAny(text, rule.first) && (rule.second[0] == u'\0' || beginsWithAny(text, rule.second));
}

QString inLanguage(const Rule& rule, const QString& language)
{
    const char16_t* text = language == QLatin1String("es")   ? rule.spanish
                           : language == QLatin1String("pt") ? rule.portuguese
                                                             : rule.english;
    return QStringView(text).toString();
}

} // namespace

QStringList actsOf(const QString& botText, const QString& language)
{
    const std::vector<QString> text = words(botText);
    QStringList found;
    for (const Rule& rule : acts) {
        if (applies(rule, text))
            found.push_back(inLanguage(rule, language));
    }
    return found;
}

QString suggestionFor(const QString& customerText, const QString& language)
{
    const std::vector<QString> text = words(customerText);
    for (const Rule& rule : suggestions) {
        if (applies(rule, text))
            return inLanguage(rule, language);
    }
    static constexpr Rule other{u"", u"", u"Read the last messages and ask what would help most.",
                                u"Lee los últimos mensajes y pregunta qué ayudaría más.",
                                u"Leia as últimas mensagens e pergunte o que mais ajudaria."};
    return inLanguage(other, language);
}

} // namespace relevo::assist
