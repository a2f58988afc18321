#include <assist/issue_kind.h>

#include <assist/issue_frames.h>
#include <assist/stems.h>
#include <assist/tokens.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace relevo::assist {
namespace {

struct KindRule
{
    IssueKind kind;
    const char16_t* first;
    const char16_t* second;  ///< one of these too, where there are any
    const char16_t* without; ///< and none of these
};

constexpr auto arriving =
    u"deliver delivr delever arriv receiv reciev recev reciv recv. entreg lleg cheg receb recib";
constexpr auto denying =
    u"not no never nevr didnt dint hasnt hasn havent havnt hvnt nt. isnt wasnt nothing yet nao nunca "
    u"nada todavia aun ainda sin sem nadie";

// In order: the first that applies decides.
constexpr std::array problemRules{
    KindRule{IssueKind::Security,
             u"bloque blocked unauthor hacked unrecogn reconozco reconheco clonad clonaron clonaram robaron "
             u"hackear",
             u"tarjeta card cartao cuenta account conta cargo charge compra purchase transaction transaccion "
             u"transacao "
             u"pix",
             u"deliver entreg"},
    KindRule{
        IssueKind::Outage,
        u"internet wifi wi-fi fibra fibre broadband signal senal sinal luz agua electricity outage "
        u"cobertura apagon",
        u"sin sem without no not down lost cut roja vermelha corte corto caiu cayo caida falta slow lento "
        u"lenta out. "
        u"outage apagon desde since",
        u"bill factura fatura invoice charg cobr deliver entreg pedido order bank contador leitura lectura"},
    KindRule{IssueKind::ReturnRefused, u"return. returned returning returns return devol devuel",
             u"accepted. refused rejected denied declined recus rechaz aceita. aceitaram aceptada. aceptaron",
             u""},
    KindRule{IssueKind::Charge, u"cost costs costo coste costes custo custos fee fees frete charges",
             u"return. returns shipping envio devolucion devolucao frete", u"refund. damag broken wrong"},
    KindRule{IssueKind::Technical,
             u"banner workspace dashboard integration api. plugin software license. licence. sync.",
             u"not cant cannot nothing still wont error no never stuck read-only", u"deliver order pedido"},
    KindRule{IssueKind::Technical,
             u"crash freez error bug slow work. working load. loading closes closing hangs. fallo erro trava "
             u"travou lento funciona cierra cuelga cuelgue congela abre. carga. carrega fecha. fechando",
             u"app website site page browser screen login aplicacion pagina aplicativo sitio tela",
             u"deliver shipp order pedido payment pago pagamento charged crack broken"},
    KindRule{
        IssueKind::RefundMissing, u"refund refunded refnd reembols estorn",
        u"refused denied rejected pending status waiting forever hasnt havent havnt processed yet taking "
        u"stuck pendiente pendente "
        u"donde onde",
        u"want wants wnt quiero quero"},
    KindRule{IssueKind::RefundMissing, u"refund refunded refnd reembols estorn",
             u"not no never yet pending still where when status waiting wait hasnt hasn havent havnt delay "
             u"taking process "
             u"incorrect wrong received days weeks less low. lower partial nao ainda todavia aun pendiente "
             u"pendente cuando "
             u"donde quando "
             u"onde espera esperando",
             u"want wants wnt quiero quero instead damag broken defect"},
    KindRule{
        IssueKind::Booking,
        u"flight vuelo voo. reserva hotel habitacion quarto. appointment cita. turno. remarc reschedul "
        u"encaixe "
        u"dermatolog dentist passagem",
        u"",
        u"charg cobr pago paid pague quiero quero want like pedido order deliver entreg refund reembols"},
    KindRule{IssueKind::WasCancelled,
             u"canceled cancelled cancellation cancelation cancelletion canceld cancld cancelad cancelaron "
             u"cancelaram cancelo. cancelou "
             u"cancelacion cancelamento",
             u"was wasnt were been bn got automatically without why inexplicably suddenly recently fue "
             u"cancelaron sin "
             u"foi sem porque motivo notice notification intimation reason",
             u"want quiero quero how como can puedo"},
    // Written so by who is in a hurry: "it was cancel".
    KindRule{IssueKind::WasCancelled, u"cancel.", u"was were been bn got",
             u"want how can like would need please pls plz just button"},
    KindRule{IssueKind::WantsCancel, u"cancel unsubscrib", u"", u""},
    KindRule{IssueKind::WantsCancel, u"baja.",
             u"dar dame darme denme den. doy quiero solicit pedi pedir pedido tramit", u""},
    KindRule{IssueKind::Incomplete,
             u"missing mising incomplete half part partial faltan falta faltando incomplet faltou", u"",
             u"password address email refund reembols confirmation"},
    // "My invoice is wrong" needs no photo, and a wrong address no replacement.
    KindRule{
        IssueKind::Charge,
        u"invoice bill. bills. billing billed statement receipt amount price priced factura recibo. recibos. "
        u"importe monto precio precios fatura nota. boleto valor. valores. preco precos comprobante "
        u"comprovante fiscal",
        u"wrong incorrect mistake error different diffrent mismatch match duplicate duplicad twice mal. "
        u"equivocad distint diferent errad incorret errore erro. dobro doble",
        u"item items product products produto produtos producto productos articulo articulos artigo size "
        u"talla tamanho tamano color colour cor. broken damag danad quebrad rota. roto. password senha login "
        u"contrasena email hacked"},
    KindRule{
        IssueKind::Address, u"address addres direccion endereco",
        u"wrong incorrect mistake error mal. equivocad errad incorret erro.",
        u"delivered deliverd sent. went left. shipped dropped marked entregado entregada entregaron entregue "
        u"entregaram entregou enviado enviaron enviaram dejaron deixaram deixou person neighbor vecino "
        u"vizinho "
        u"lleg cheg fue. foi. email"},
    KindRule{IssueKind::Charge, u"card tarjeta cartao", u"expired caduc vencid venceu vencio",
             u"gift regalo"},
    KindRule{
        IssueKind::Offer, u"coupon code voucher promo discount gift cupon cupom descuento desconto vale.",
        u"expired caduc vencid venceu invalid wrong incorrect errad equivocad work. working works. funciona",
        u"item items order pedido package charg cobr damag broken lock."},
    KindRule{
        IssueKind::Faulty,
        u"broken brokn broke. rompio rompieron quebrou quebraram damag defect faulty leak torn dent bent "
        u"crack scratch spark counterfeit fake "
        u"duplicate instead "
        u"refurbished stopped working work. works. funciona wrong incorrect different diffrent empty expired "
        u"quality mismatch match spoil smell rot. rota roto "
        u"danad defectuos equivocad vacio vacia vazio vazia quebrad danific defeito errad vencid sparks",
        u"",
        u"password address addres direccion endereco email login state charg cobr person neighbor account "
        u"deducted"},
    KindRule{IssueKind::NotReceived,
             u"delivered deliverd marked shows says showing entregado entregue entregada", denying,
             u"refund scheduled expected supposed out. transit app. website."},
    KindRule{IssueKind::NotReceived, u"wrong otra outra equivocad errad",
             u"person neighbor address addres state persona pessoa vecino vizinho direccion endereco",
             u"change update typed"},
    KindRule{IssueKind::Return,
             u"return. returning returned returns pickup picked pick. devol devuelv recog coleta", u"",
             u"sender refund reembols charge charged charges fee fees shipping"},
    KindRule{IssueKind::WantsExchange, u"exchange replace replacement cambiar trocar reemplaz substitu", u"",
             u""},
    KindRule{IssueKind::WantsRefund, u"refund reembols estorn money dinero dinheiro", u"",
             u"charg deduct debit cobr"},
    KindRule{
        IssueKind::Charge,
        u"charg payment paid pay. paying invoice bill. billed card deduct debit overcharg cobr pago pague "
        u"factura tarjeta "
        u"pagamento paguei fatura cartao nota fee fees",
        u"", u""},
    KindRule{IssueKind::Address, u"change update correct edit cambiar corregir mudar alterar trocar corrigir",
             u"address direccion endereco", u""},
    KindRule{IssueKind::Shipment,
             u"ship parcel package courier track late delay where pacakge sender transit stuck retras donde "
             u"paquete envio "
             u"atras onde encomenda pacote",
             u"", u""},
    KindRule{IssueKind::Shipment, arriving, u"", u""},
    KindRule{IssueKind::Booking,
             u"flight vuelo voo. reserva hotel appointment cita. turno. remarc reschedul passagem", u"", u""},
    KindRule{IssueKind::Account,
             u"password login log account otp cuenta contrasena conta. senha acceso acesso", u"", u""},
    KindRule{IssueKind::Address, u"address addres direccion endereco", u"", u""},
    KindRule{IssueKind::Offer,
             u"discount coupon code offer promo gift voucher descuento cupon oferta desconto cupom vale", u"",
             u"door. doors gate. entry lock. locked puerta porta. portao"},
};

// What a wish asks to be done.
constexpr std::array wishes{
    KindRule{IssueKind::WantsCancel, u"cancel baja.", u"", u"refund reembols"},
    KindRule{
        IssueKind::WantsExchange,
        u"replac exchange cambiar cambio trocar troca reemplaz substitu resend reship rest. missing another "
        u"correct new. "
        u"original",
        u"", u"refund money reembols dinero dinheiro"},
    KindRule{IssueKind::WantsRefund,
             u"refund money reembols estorn dinero dinheiro devolvais devuelvan devuelvas devolvam", u"",
             u""},
    KindRule{IssueKind::Return, u"return devolver", u"", u""},
};

/// A rule with its stems made ready.
struct ReadyKind
{
    explicit ReadyKind(const KindRule& rule)
        : kind(rule.kind), first(rule.first), second(rule.second), without(rule.without)
    {
    }

    IssueKind kind;
    Stems first;
    Stems second;
    Stems without;
};

IssueKind firstKind(const std::vector<ReadyKind>& candidates, const std::vector<QString>& text, bool toCancel)
{
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const ReadyKind& rule) {
        return !(toCancel && rule.kind == IssueKind::WasCancelled) && rule.first.matchAny(text) &&
               (rule.second.isEmpty() || rule.second.matchAny(text)) && !rule.without.matchAny(text);
    });
    return found == candidates.end() ? IssueKind::Other : found->kind;
}

/// What is changed where no goods are: "cambiar mi contraseña", "trocar de plano", "a new password". Nothing
/// when goods are among what is changed.
std::optional<IssueKind> changedThing(const std::vector<QString>& text)
{
    static const Stems verbs(
        u"cambi trocar troca. troco. troque exchang correct nuev nova. novo. new. another.");
    static const Stems between(u"la el los las mi mis tu su sus un una lo a o os as minha. meu minhas. meus. "
                               u"nossa. nosso. sua seu uma um de del do da the my our an for to");
    static const Stems naming(
        u"nombre nome. name. titular dato datos. dados. fecha data. date. dia. day. hora "
        u"horario horarios time. forma metodo");
    static const std::array things{
        std::pair{IssueKind::Address, Stems(u"direccion endereco address addres domicilio")},
        std::pair{IssueKind::Booking, Stems(u"cita. citas. turno. reserva vuelo voo. hotel habitacion "
                                            u"quarto. consulta. appointment booking flight asiento assento")},
        std::pair{IssueKind::Charge,
                  Stems(u"factura facturacion fatura faturamento nota. recibo. boleto "
                        u"invoice pago. pagamento payment vencimiento vencimento tarjeta cartao "
                        u"card.")},
        std::pair{IssueKind::Shipment, Stems(u"entrega. entregas. envio. delivery shipping")},
        std::pair{IssueKind::Account,
                  Stems(u"contrasena senha password clave. pin. cuenta. conta. account plan. plano. planes. "
                        u"tarifa. correo email e-mail mail. usuario login idioma "
                        u"pacote. suscripcion assinatura")},
    };
    // Cards that are goods.
    static const Stems inside(u"grafica memoria sonido video regalo madre sd. presente graphics memory gift");
    const auto thingOf = [](const QString& word) -> std::optional<IssueKind> {
        const auto found = std::find_if(things.begin(), things.end(),
                                        [&word](const auto& thing) { return thing.second.match(word); });
        return found == things.end() ? std::nullopt : std::optional(found->first);
    };
    std::optional<IssueKind> changed;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!verbs.match(text[i]))
            continue;
        std::size_t at = i + 1;
        while (at < text.size() && between.match(text[at]))
            ++at;
        if (at == text.size())
            continue;
        std::optional<IssueKind> thing = thingOf(text[at]);
        // "The name on the invoice", "the day of the appointment".
        if (naming.match(text[at])) {
            thing = IssueKind::Account;
            for (std::size_t next = at + 1; next < text.size() && next <= at + 4; ++next) {
                if (const auto named = thingOf(text[next])) {
                    thing = named;
                    break;
                }
            }
        }
        for (std::size_t next = at + 1; next < text.size() && next <= at + 2; ++next) {
            if (thing == IssueKind::Charge && inside.match(text[next]))
                return std::nullopt;
        }
        if (!thing)
            return std::nullopt;
        if (!changed)
            changed = thing;
    }
    return changed;
}

/// The kind, where to change something does not mean to have goods replaced.
IssueKind exceptChanged(IssueKind kind, const std::vector<QString>& text)
{
    return kind == IssueKind::WantsExchange ? changedThing(text).value_or(kind) : kind;
}

} // namespace

IssueKind kindOf(const QString& issue, const QString& wish)
{
    static const std::vector<ReadyKind> problems(problemRules.begin(), problemRules.end());
    static const std::vector<ReadyKind> wanted(wishes.begin(), wishes.end());
    const std::vector<QString> spoken = words(issue);
    const std::vector<QString> wishing = words(wish);
    const std::optional<IssueKind> framed = kindByFrame(issue);
    const IssueKind told =
        framed ? *framed : exceptChanged(firstKind(problems, spoken, asksToCancel(issue)), spoken);
    const IssueKind wished = exceptChanged(firstKind(wanted, wishing, false), wishing);
    // Who waits for a refund, or was refused one, and says once more that they want it.
    const bool again = wished == IssueKind::WantsRefund &&
                       (told == IssueKind::RefundMissing || told == IssueKind::RefundRefused);
    if (wished == IssueKind::Other || again)
        return told;
    return wished;
}

} // namespace relevo::assist
