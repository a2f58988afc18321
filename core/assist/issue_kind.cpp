#include <assist/issue_kind.h>

#include <assist/stems.h>
#include <assist/tokens.h>

#include <algorithm>
#include <array>
#include <vector>

namespace relevo::assist {
namespace {

struct Rule
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
constexpr std::array rules{
    Rule{IssueKind::Security,
         u"bloque blocked unauthor hacked unrecogn reconozco reconheco clonad clonaron clonaram robaron "
         u"hackear",
         u"tarjeta card cartao cuenta account conta cargo charge compra purchase transaction transaccion "
         u"transacao "
         u"pix",
         u"deliver entreg"},
    Rule{IssueKind::Outage,
         u"internet wifi wi-fi fibra fibre broadband signal senal sinal luz agua electricity outage "
         u"cobertura apagon",
         u"sin sem without no not down lost cut roja vermelha corte corto caiu cayo caida falta slow lento "
         u"lenta out. "
         u"outage apagon desde since",
         u"bill factura fatura invoice charg cobr deliver entreg pedido order bank contador leitura lectura"},
    Rule{IssueKind::ReturnRefused, u"return. returned returning returns return devol devuel",
         u"accepted. refused rejected denied declined recus rechaz aceita. aceitaram aceptada. aceptaron",
         u""},
    Rule{IssueKind::Charge, u"cost costs costo coste costes custo custos fee fees frete charges",
         u"return. returns shipping envio devolucion devolucao frete", u"refund. damag broken wrong"},
    Rule{IssueKind::Technical,
         u"banner workspace dashboard integration api. plugin software license. licence. sync.",
         u"not cant cannot nothing still wont error no never stuck read-only", u"deliver order pedido"},
    Rule{IssueKind::Technical,
         u"crash freez error bug slow work. working load. loading fallo erro trava lento funciona",
         u"app website site page browser screen login aplicacion pagina aplicativo sitio tela",
         u"deliver shipp order pedido payment pago pagamento charged crack broken"},
    Rule{IssueKind::RefundMissing, u"refund refunded refnd reembols estorn",
         u"refused denied rejected pending status waiting forever hasnt havent havnt processed yet taking "
         u"stuck pendiente pendente "
         u"donde onde",
         u"want wants wnt quiero quero"},
    Rule{IssueKind::RefundMissing, u"refund refunded refnd reembols estorn",
         u"not no never yet pending still where when status waiting wait hasnt hasn havent havnt delay "
         u"taking process "
         u"incorrect wrong received days weeks less partial nao ainda todavia aun pendiente pendente cuando "
         u"donde quando "
         u"onde espera esperando",
         u"want wants wnt quiero quero instead damag broken defect"},
    Rule{IssueKind::Booking,
         u"flight vuelo voo. reserva hotel habitacion quarto. appointment cita. turno. remarc reschedul "
         u"encaixe "
         u"dermatolog dentist passagem",
         u"",
         u"charg cobr pago paid pague quiero quero want like pedido order deliver entreg refund reembols"},
    Rule{IssueKind::WasCancelled, u"cancel canceled cancelled cancellation canceld cancld",
         u"was wasnt were been bn got automatically without why inexplicably suddenly recently fue "
         u"cancelaron sin "
         u"foi sem porque motivo notice notification intimation reason",
         u"want quiero quero how como can puedo"},
    Rule{IssueKind::WantsCancel, u"cancel unsubscrib", u"", u""},
    Rule{IssueKind::WantsCancel, u"baja.",
         u"dar dame darme denme den. doy quiero solicit pedi pedir pedido tramit", u""},
    Rule{IssueKind::Incomplete,
         u"missing mising incomplete half part partial faltan falta faltando incomplet faltou", u"",
         u"password address email refund reembols confirmation"},
    Rule{
        IssueKind::Faulty,
        u"broken brokn damag defect faulty leak torn dent bent crack scratch spark counterfeit fake "
        u"duplicate instead "
        u"refurbished stopped working work. works. funciona wrong incorrect different diffrent empty expired "
        u"quality mismatch match spoil smell rot. rota roto "
        u"danad defectuos equivocad vacio vacia quebrad danific defeito errad vencid sparks",
        u"", u"password address addres email login state charg person neighbor account deducted"},
    Rule{IssueKind::NotReceived, u"delivered deliverd marked shows says showing entregado entregue entregada",
         denying, u"refund scheduled expected supposed out. transit app. website."},
    Rule{IssueKind::NotReceived, u"wrong otra outra",
         u"person neighbor address addres state persona pessoa vecino vizinho", u"change update typed"},
    Rule{IssueKind::Return,
         u"return. returning returned returns pickup picked pick. devol devuelv recog coleta", u"",
         u"sender refund reembols charge charged charges fee fees shipping"},
    Rule{IssueKind::WantsExchange, u"exchange replace replacement cambiar trocar reemplaz substitu", u"",
         u""},
    Rule{IssueKind::WantsRefund, u"refund reembols estorn money dinero dinheiro", u"",
         u"charg deduct debit cobr"},
    Rule{IssueKind::Charge,
         u"charg payment paid pay. paying invoice bill. billed card deduct debit overcharg cobr pago pague "
         u"factura tarjeta "
         u"pagamento paguei fatura cartao nota fee fees",
         u"", u""},
    Rule{IssueKind::Address, u"change update correct edit cambiar corregir mudar alterar trocar corrigir",
         u"address direccion endereco", u""},
    Rule{IssueKind::Shipment,
         u"ship parcel package courier track late delay where pacakge sender transit stuck retras donde "
         u"paquete envio "
         u"atras onde encomenda pacote",
         u"", u""},
    Rule{IssueKind::Shipment, arriving, u"", u""},
    Rule{IssueKind::Booking,
         u"flight vuelo voo. reserva hotel appointment cita. turno. remarc reschedul passagem", u"", u""},
    Rule{IssueKind::Account, u"password login log account otp cuenta contrasena conta. senha acceso acesso",
         u"", u""},
    Rule{IssueKind::Address, u"address addres direccion endereco", u"", u""},
    Rule{IssueKind::Offer,
         u"discount coupon code offer promo gift voucher descuento cupon oferta desconto cupom vale", u"",
         u""},
};

// What a wish asks to be done.
constexpr std::array wishes{
    Rule{IssueKind::WantsCancel, u"cancel baja.", u"", u"refund reembols"},
    Rule{IssueKind::WantsExchange,
         u"replac exchange cambiar cambio trocar troca reemplaz substitu resend reship rest. missing another "
         u"correct new. "
         u"original",
         u"", u"refund money reembols dinero dinheiro"},
    Rule{IssueKind::WantsRefund,
         u"refund money reembols estorn dinero dinheiro devolvais devuelvan devuelvas devolvam", u"", u""},
    Rule{IssueKind::Return, u"return devolver", u"", u""},
};

/// A rule with its stems made ready.
struct Ready
{
    explicit Ready(const Rule& rule)
        : kind(rule.kind), first(rule.first), second(rule.second), without(rule.without)
    {
    }

    IssueKind kind;
    Stems first;
    Stems second;
    Stems without;
};

IssueKind firstOf(const std::vector<Ready>& candidates, const std::vector<QString>& text)
{
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&text](const Ready& rule) {
        return rule.first.matchAny(text) && (rule.second.isEmpty() || rule.second.matchAny(text)) &&
               !rule.without.matchAny(text);
    });
    return found == candidates.end() ? IssueKind::Other : found->kind;
}

} // namespace

IssueKind kindOf(const QString& issue, const QString& wish)
{
    static const std::vector<Ready> problems(rules.begin(), rules.end());
    static const std::vector<Ready> wanted(wishes.begin(), wishes.end());
    const IssueKind told = firstOf(problems, words(issue));
    const IssueKind wished = firstOf(wanted, words(wish));
    // Who waits for a refund and says once more that they want it waits for a refund.
    if (wished == IssueKind::Other || (wished == IssueKind::WantsRefund && told == IssueKind::RefundMissing))
        return told;
    return wished;
}

} // namespace relevo::assist
