#include <assist/trigger_words.h>

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <array>

namespace relevo::assist {
namespace {

using namespace sense;

struct Row
{
    quint32 senses;
    const char16_t* words;
};

// All without accents and apostrophes, as words() gives them; English, Spanish, Portuguese.
constexpr std::array rows{
    Row{Human,
        u"human humans person agent agents representative representatives rep reps operator operators "
        u"advisor adviser advisors assistant attendant employee supervisor manager specialist associate "
        u"staffer teammate "
        u"persona personas humano humana humanos agente agentes asesor asesora asesores operador "
        u"operadora operadores representante representantes ejecutivo ejecutiva empleado empleada "
        u"encargado encargada supervisora gerente especialista consultor consultora teleoperador "
        u"teleoperadora "
        u"pessoa pessoas atendente atendentes funcionario funcionaria assessor assessora responsavel"},
    Row{Human, u"people staff executive"},
    Row{Somebody, u"someone somebody anyone anybody alguien alguem"},
    Row{Machine, u"bot bots robot robots chatbot chatbots machine machines computer ai ia robo robos maquina "
                 u"maquinas automated automatic automatico"},
    Row{Talk, u"talk talking speak speaking spk chat chatting contact contacting reach communicate "
              u"communicating connected hablar hablo hablarle comunicarme comunicarnos contactar "
              u"contactarme contactarnos contacto charlar chatear atienda atiendan atender atenderme atiende "
              u"platicar conversar "
              u"falar falo fale fala contatar contactar contato atenda conversa"},
    Row{Talk | Me, u"comuniqueme comunicame comuniquenme comunicanos atiendame atiendanme atendido"},
    Row{Talk, u"call calling ring llamar ligar ligarem llamarme"},
    // "llamé" and "llame" are the same word here; only with "me" it is a wish.
    Row{Move, u"llame llamen ligue liguem hable hablen"},
    Row{Move,
        u"transfer transferred transferring connect connecting put pass patch forward redirect direct "
        u"refer route escalate switch hand send bring "
        u"pasar pasa pasas pase pases pasan pasen transferir transfiere transfieres transfiera transfieran "
        u"conectar conecta conectas conecte conecten comunicar comunica comunicas comunique comuniquen "
        u"derivar deriva derive poner pon ponga pongan escalar "
        u"passar passa passe passem transfere transfira transfiram encaminhar encaminha encaminhe "
        u"direcionar coloca coloque colocar"},
    Row{Move | Me, u"pasame paseme pasenme pasarme transfiereme transfierame transfieranme transferirme "
                   u"conectame conecteme conectenme conectarme derivame deriveme derivarme ponme pongame "
                   u"ponganme ponerme"},
    Row{Want,
        u"want wanna wanted need needed prefer require request demand wish like love get give send see "
        u"quiero quisiera queria querria necesito necesitamos queremos deseo prefiero dame deme requiero "
        u"solicito busco exijo pido "
        u"quero preciso desejo prefiro gostaria precisamos exijo peco chama chame chamem chamar llama"},
    Row{Me, u"me us nos this chat conversation call case ticket conversacion caso chamada llamada conversa"},
    Row{Little,
        u"a an the to with please pls plz now real live actual another other some one me i my us our "
        u"your helpful customer customers service support care team hello hi hey just only true any of "
        u"from can could would you may is it possible right away immediately asap kindly u id im "
        u"goddamn damn fucking freaking bloody speak sir "
        u"un una unos con por favor ya ahora real viva vivo verdad de otro otra me mi servicio al "
        u"cliente clientes atencion hola a los el la su carne hueso urgente directamente nomas "
        u"um uma com agora outro outra ao do da de real atendimento cliente ola oi seu sua vida verdade "
        u"mesmo urgentemente suporte soporte"},
    Row{Not, u"dont not no never doesnt didnt wont nao nunca tampoco"},
    Row{Without, u"without instead avoid than sin sem vez"},
    Row{Over, u"been was were after while when before since having keep kept estaba estuve estuvimos despues "
              u"mientras cuando al estive estava estavamos depois enquanto quando apos"},
    Row{Did, u"gave told said sent was were did promised never didnt wasnt refused charged hung helped "
             u"answered made cancelled asked wrote kept assured informed confirmed called "
             u"dio dijo envio fue prometio nunca hizo cobro colgo respondio cancelo pidio aseguro confirmo "
             u"deu disse enviou foi prometeu fez cobrou desligou respondeu cancelou pediu mandou confirmou"},
    Row{About, u"about regarding concerning sobre acerca"},
    Row{Help,
        u"help assist talk speak call contact answer explain understand resolve solve deal attend handle "
        u"look chat ayudar ayude ayuda atienda atender hable hablar llame responda explique entienda "
        u"resuelva solucione ajudar ajude atenda fale falar ligue responda entenda resolva"},
    Row{Other, u"else elses s que who"},
    Row{Stranger,
        u"delivery courier travel cleaning shipping estate insurance drop warehouse shipment parking "
        u"per"},
    Row{Tired, u"tired sick fed hate hating enough harto harta cansado cansada odio basta odeio chega"},
    Row{Hours, u"hours hour schedule horario horarios hora horas"},
    Row{Known, u"contract contracts contrato gente event parent reader talks walk humana hablas faltar"},
};

// What people mistype and still mean; long enough that one slip does not make another word of them.
constexpr const char16_t* mistyped =
    u"speak speaking talking chatting contact contacting connected communicate agent agents human person "
    u"someone somebody assistant operator representative advisor supervisor manager hablar contactar "
    u"conversar "
    u"agente persona humano asesor operador alguien pessoa atendente alguem";

const QHash<QString, quint32>& table()
{
    static const QHash<QString, quint32> senses = [] {
        QHash<QString, quint32> result;
        for (const Row& row : rows) {
            for (const QString& word : QStringView(row.words).toString().split(u' ', Qt::SkipEmptyParts))
                result[word] |= row.senses;
        }
        return result;
    }();
    return senses;
}

/// One letter too many, missing, wrong, or two exchanged.
bool oneSlip(QStringView a, QStringView b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    qsizetype at = 0;
    while (at < a.size() && a[at] == b[at])
        ++at;
    if (a.size() < b.size())
        return a.mid(at) == b.mid(at + 1);
    if (at == a.size())
        return false;
    if (a.mid(at + 1) == b.mid(at + 1))
        return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.mid(at + 2) == b.mid(at + 2);
}

} // namespace

quint32 senseOf(const QString& word)
{
    return table().value(word, 0);
}

quint32 senseOfMisspelt(const QString& word)
{
    if (word.size() < 4 || senseOf(word) != 0)
        return 0;
    if (word.startsWith(QLatin1String("to")))
        if (const quint32 senses = senseOf(word.mid(2)) & Talk)
            return senses;
    static const QStringList keys = QStringView(mistyped).toString().split(u' ', Qt::SkipEmptyParts);
    for (const QString& key : keys) {
        if (oneSlip(word, key))
            return senseOf(key) & (Talk | Human | Somebody);
    }
    return 0;
}

std::vector<quint32> sensesOf(const std::vector<QString>& words)
{
    std::vector<quint32> senses;
    senses.reserve(words.size());
    for (const QString& word : words)
        senses.push_back(senseOf(word));
    return senses;
}

} // namespace relevo::assist
