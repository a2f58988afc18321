#include <assist/acts.h>

#include <assist/phrases.h>
#include <assist/tokens.h>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

/// A sentence counts when it has a word of `first` and one of `second` (where there are any), and none of
/// `without`. Stems as in beginsWithAny.
struct Rule
{
    const char16_t* first;
    const char16_t* second;
    const char16_t* without;
    Phrase act;
};

constexpr auto asking =
    u"please provide share confirm tell send give indicate specify describe could can may would need "
    u"proporcion indic compart confirm envi dime dinos facilit puede podria necesit favor "
    u"inform envie enviar compartilh pode poderia preciso precis qual cual what which when";

constexpr auto offering =
    u"offer can could would like prefer happy either eligible ofrec puedo podemos podria prefier "
    u"oferec posso podemos poderia gostaria prefere";
constexpr auto starting =
    u"process initiat issu arrang approv submit raised proces tramit gestion solicit inici aprob aprov";

// What the bot asked the customer for.
constexpr std::array questions{
    Rule{u"order pedido orden",
         u"number numero id no nro",
         u"",
         {u"asked for the order number", u"pidió el número de pedido", u"pediu o número do pedido"}},
    Rule{u"photo picture image screenshot foto imagen captura imagem",
         u"",
         u"",
         {u"asked for a photo", u"pidió una foto", u"pediu uma foto"}},
    Rule{u"address pincode zip direccion endereco cep landmark",
         u"",
         u"email mail correo",
         {u"asked about the address", u"preguntó por la dirección", u"perguntou o endereço"}},
    Rule{u"email mail correo",
         u"",
         u"receive soon shortly sent enviado recib",
         {u"asked for the e-mail address", u"pidió el correo", u"pediu o e-mail"}},
    Rule{u"phone mobile telefono telefone celular",
         u"number numero",
         u"",
         {u"asked for the phone number", u"pidió el teléfono", u"pediu o telefone"}},
    Rule{u"transaction payment upi bank card utr pago tarjeta banco transaccion pagamento cartao transacao",
         u"id details number detail method reference detalles numero metodo referencia detalhes forma",
         u"",
         {u"asked for payment details", u"pidió los datos del pago", u"pediu os dados do pagamento"}},
    Rule{u"refund replac reembols reempla cambio substitu troca",
         u"or prefer o ou prefier prefere",
         u"",
         {u"asked whether a refund or a replacement is wanted", u"preguntó si prefiere reembolso o reemplazo",
          u"perguntou se prefere reembolso ou troca"}},
    Rule{u"error message",
         u"",
         u"email mail phone",
         {u"asked what the error says", u"preguntó qué dice el error", u"perguntou o que diz o erro"}},
    Rule{u"product item model brand producto articulo modelo produto item",
         u"",
         u"",
         {u"asked which product it is about", u"preguntó de qué producto se trata",
          u"perguntou de qual produto se trata"}},
    Rule{u"detail describe information specific elaborat detalle informacion describ detalhe informac explic",
         u"",
         u"",
         {u"asked for more details", u"pidió más detalles", u"pediu mais detalhes"}},
};

// What the bot offered, did or said.
constexpr std::array deeds{
    Rule{u"refund reembols",
         offering,
         u"",
         {u"offered a refund", u"ofreció un reembolso", u"ofereceu um reembolso"}},
    Rule{u"refund reembols",
         starting,
         u"",
         {u"started a refund", u"inició un reembolso", u"iniciou um reembolso"}},
    Rule{u"refund reembols",
         u"",
         u"",
         {u"spoke about the refund", u"habló del reembolso", u"falou do reembolso"}},
    Rule{u"replacement replace reempla reposicion substitu troca",
         u"",
         u"",
         {u"offered a replacement", u"ofreció un reemplazo", u"ofereceu uma troca"}},
    Rule{u"discount coupon voucher compensat goodwill credit. descuento cupon compensac cupom desconto vale",
         u"",
         u"card tarjeta cartao",
         {u"offered a discount or credit", u"ofreció un descuento o saldo",
          u"ofereceu um desconto ou crédito"}},
    Rule{u"cancel",
         u"",
         u"",
         {u"spoke about the cancellation", u"habló de la cancelación", u"falou do cancelamento"}},
    Rule{u"pickup pick recogida recoger coleta retirada",
         u"",
         u"",
         {u"arranged or offered a pick-up", u"ofreció una recogida", u"ofereceu uma coleta"}},
    Rule{u"return. returns. devol",
         u"",
         u"call week",
         {u"spoke about the return", u"habló de la devolución", u"falou da devolução"}},
    Rule{u"track dispatch shipped courier transit rastre seguim despach transport despachad",
         u"",
         u"",
         {u"gave tracking information", u"dio información del envío", u"deu informações do envio"}},
    Rule{u"deliver. delivered delivery entrega entregar entregad",
         u"expect estimat schedul today tomorrow arriv by within "
         u"estima prevista previst hoy manana hoje amanha llega chega dias days",
         u"",
         {u"gave a delivery date", u"dio una fecha de entrega", u"deu uma data de entrega"}},
    Rule{u"restart reboot reset reinstall clear. cache uninstall reinici restablec "
         u"reinstal limpi "
         u"atualiz actualiz",
         u"",
         u"",
         {u"suggested steps to try", u"propuso pasos para probar", u"sugeriu passos para tentar"}},
    Rule{u"escalat forward specialist department supervisor escal deriv especialista departamento encaminh",
         u"",
         u"",
         {u"passed it on to another team", u"lo pasó a otro equipo", u"encaminhou a outra equipe"}},
    Rule{u"investigat check. checking look. looking review. reviewing verify. verifying revis verific "
         u"investig comprob",
         u"i im ill will let me am going voy vamos vou estou",
         u"can could please you tu sua seu",
         {u"said that it would check", u"dijo que lo revisaría", u"disse que verificaria"}},
    Rule{u"open. abrimos horario horarios aberto hours.",
         u"monday friday saturday sunday weekday lunes viernes sabado segunda sexta sabado from. until.",
         u"24 48",
         {u"gave the opening hours", u"dio el horario", u"informou o horário"}},
    Rule{u"pay. pagar",
         u"card transfer paypal tarjeta transferencia cartao pix boleto",
         u"",
         {u"listed the ways to pay", u"dijo cómo se puede pagar", u"informou as formas de pagamento"}},
};

constexpr Phrase couldNotAnswer{u"could not answer", u"no supo responder", u"não soube responder"};

constexpr Rule suggestions[] = {
    {u"crash freez error bug slow work. working load. loading fallo erro trava lento funciona",
     u"app website site page browser screen login aplicacion pagina aplicativo sitio tela",
     u"deliver shipp order pedido",
     {u"Reproduce the problem, or take the device and version and pass it to the technical team.",
      u"Reproduce el problema, o anota dispositivo y versión y pásalo al equipo técnico.",
      u"Reproduza o problema, ou anote aparelho e versão e passe à equipe técnica."}},
    {u"cancel",
     u"",
     u"",
     {u"Check whether it can still be cancelled, and confirm it to the customer.",
      u"Comprueba si aún se puede cancelar y confírmaselo al cliente.",
      u"Verifique se ainda pode ser cancelado e confirme ao cliente."}},
    {u"broken damag defect faulty leak torn dent counterfeit instead refurbished stopped working work. "
     u"works. funciona wrong incorrect different missing empty expired fake rot. rota "
     u"danad "
     u"defectuos equivocad falta faltan vacio quebrad danific defeito errad faltando vencid",
     u"",
     u"password address email login state",
     {u"Ask for a photo if there is none, and offer a replacement or a refund.",
      u"Pide una foto si no la hay y ofrece un reemplazo o un reembolso.",
      u"Peça uma foto se não houver e ofereça troca ou reembolso."}},
    {u"refund reembols",
     u"",
     u"",
     {u"Check where the refund stands, and tell the customer when it arrives.",
      u"Revisa en qué estado está el reembolso y dile al cliente cuándo llega.",
      u"Verifique a situação do reembolso e diga ao cliente quando chega."}},
    {u"charg payment paid invoice bill. billed card deduct debit cobr pago pague factura tarjeta pagamento "
     u"paguei fatura "
     u"cartao nota",
     u"",
     u"",
     {u"Check the charge in the payment system, and explain it or correct it.",
      u"Revisa el cargo en el sistema de pagos y explícalo o corrígelo.",
      u"Verifique a cobrança no sistema de pagamentos e explique ou corrija."}},
    {u"return. returning exchange devol cambiar trocar devolver",
     u"",
     u"",
     {u"Check whether it can be returned, and start the return.",
      u"Comprueba si se puede devolver e inicia la devolución.",
      u"Verifique se pode ser devolvido e inicie a devolução."}},
    {u"deliver arriv ship parcel package receiv courier track late delay where entreg llega envio paquete "
     u"recib retras "
     u"donde chega pacote receb atras onde encomenda",
     u"",
     u"",
     {u"Look up the shipment, and tell the customer where it is and when it comes.",
      u"Busca el envío y dile al cliente dónde está y cuándo llega.",
      u"Consulte a entrega e diga ao cliente onde está e quando chega."}},
    {u"password login log account otp cuenta contrasena conta. senha acceso acesso",
     u"",
     u"",
     {u"Verify who it is, then help with the account.", u"Verifica la identidad y ayuda con la cuenta.",
      u"Verifique a identidade e ajude com a conta."}},
    {u"address direccion endereco",
     u"",
     u"",
     {u"Check whether the address can still be changed, and confirm it.",
      u"Comprueba si aún se puede cambiar la dirección y confírmalo.",
      u"Verifique se o endereço ainda pode ser alterado e confirme."}},
    {u"discount coupon code offer promo gift voucher descuento cupon oferta desconto cupom vale",
     u"",
     u"",
     {u"Check the terms of the offer, and apply it if they are met.",
      u"Revisa las condiciones de la oferta y aplícala si se cumplen.",
      u"Verifique as condições da oferta e aplique se forem cumpridas."}},
};

bool applies(const Rule& rule, const std::vector<QString>& text)
{
    return beginsWithAny(text, rule.first) && (rule.second[0] == u'\0' || beginsWithAny(text, rule.second)) &&
           (rule.without[0] == u'\0' || !beginsWithAny(text, rule.without));
}

/// "I do not know", "cannot help": a denial with knowing or helping close behind it.
bool deniesHelp(const std::vector<QString>& text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::vector<QString> here{text[at]};
        if (!beginsWithAny(here, u"not dont cannot cant unable no nao"))
            continue;
        // "If you do not know your number" is about the customer.
        if ((at > 0 && text[at - 1] == u"you") || (at > 1 && text[at - 2] == u"you"))
            continue;
        const std::size_t end = std::min(text.size(), at + (here[0] == u"no" || here[0] == u"nao" ? 3 : 4));
        const std::vector<QString> next(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                        text.begin() + static_cast<std::ptrdiff_t>(end));
        if (beginsWithAny(
                next, u"know sure understand. understood answer help assist entiendo entendi sabe respond "
                      u"sei seguro segura ayud ajud responder"))
            return true;
    }
    return false;
}

} // namespace

QStringList actsOf(const QString& botText, const QString& language)
{
    QStringList found;
    const auto add = [&](const Rule& rule) {
        if (const QString act = rule.act.in(language); !found.contains(act))
            found.push_back(act);
    };
    for (const QString& sentence : sentences(botText)) {
        const std::vector<QString> text = words(sentence);
        const bool question = sentence.endsWith(u'?');
        const bool request = beginsWithAny(text, u"please provide share favor indique envie informe");
        bool asked = false;
        if ((question || request) && beginsWithAny(text, asking)) {
            for (const Rule& rule : questions) {
                asked = applies(rule, text);
                if (asked) {
                    add(rule);
                    break;
                }
            }
        }
        if (asked)
            continue;
        if (!question && deniesHelp(text)) {
            if (const QString act = couldNotAnswer.in(language); !found.contains(act))
                found.push_back(act);
            continue;
        }
        for (const Rule& rule : deeds) {
            if (applies(rule, text)) {
                add(rule);
                break;
            }
        }
    }
    return found;
}

QString suggestionFor(const QString& issue, const QString& language)
{
    const std::vector<QString> text = words(issue);
    for (const Rule& rule : suggestions) {
        if (applies(rule, text))
            return rule.act.in(language);
    }
    static constexpr Phrase other{u"Read the last messages and ask what would help most.",
                                  u"Lee los últimos mensajes y pregunta qué ayudaría más.",
                                  u"Leia as últimas mensagens e pergunte o que mais ajudaria."};
    return other.in(language);
}

} // namespace relevo::assist
