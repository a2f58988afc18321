#include <assist/matter_words.h>

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <array>

namespace relevo::assist {
namespace {

using namespace sense;

struct SenseRow
{
    quint64 senses;
    const char16_t* words;
};

// English, Spanish, Portuguese; small and without accents. A word that ends in '*' stands for all that begin
// so.
constexpr std::array senseRows{
    SenseRow{Lawyer, u"lawyer* attorney* solicitor* barrister* abogad* advogad* letrado"},
    SenseRow{Sue,
             u"sue suing sued lawsuit* litigat* demandarl* demandare demandaremos demandarte denunciarl* "
             u"querella* "
             u"interpondre interponer processalos processarei judicialmente judicial judiciais juizado "
             u"denunciar denunciare denunciaremos"},
    SenseRow{Legal,
             u"legal legally court courts tribunal tribunales tribunais legales legais justicia justica "
             u"juez juiz"
             u" juicio corte"},
    SenseRow{
        Step,
        u"action actions proceedings steps accion acciones medidas acao acoes via vias take taking go going "
        u"see tomar tomare tomaremos tomarei ir ire acudir acudire iniciar iniciare iniciarei entrar "
        u"recorrer "
        u"vemos veremos nos"
        u" llevo llevare llevar llevaremos levo levar levarei taken"
        u" courts"},
    SenseRow{Authority,
             u"profeco procon ombudsman indecopi sernac bbb consumidor consumidores consumers omic facua "
             u"reclameaqui reclamacoes anatel ofcom condusef deco"},
    SenseRow{Police,
             u"police policia policiaco cops comisaria delegacia gendarmeria carabineros mossos sheriff"},
    SenseRow{
        Hurt,
        u"ambulanc* hospitali* unconscious inconscient* stitches bled choke asphyxi* convuls* seizure "
        u"anaphyla* "
        u"injur* bleeding electrocut* poison* suicid* herida heridas herido lesion* intoxic* electrocuto "
        u"sangrando ferido ferida feriu machuc* eletrocut*   choked choking atraganto "
        u"ahogo asfixi* engasgou fractur* fratur* sarpullido erupcion veneno venenos* scalded concussion"},
    SenseRow{
        Harmed,
        u"twisted sprained dislocated bruised bruises torci disloque esguince fisura hincho inchou "
        u"burned burnt burns hurt hurts shocked cut allergic allergy reaction rash shock shocks hospital "
        u"urgencias  quemo queme quemado corto alergica alergico alergia descarga queimou queimei "
        u"queimado cortou choque lastim* hirio hiri broke rompi quebrei sick blister* ampollas bolhas "
        u"enfermo enferm* passou"
        u" queimadura* quemadura* burning burn"},
    SenseRow{Body,
             u"elbow codo cotovelo hip cadera quadril rib ribs costilla costela shoulder hombro ombro neck "
             u"cuello pescoco tobillo muela spine columna coluna "
             u"me myself hand hands finger* face skin arm arms leg eye eyes wrist head son daughter child "
             u"kid kids "
             u"baby wife husband mother mum mom dog cat ended mano manos dedo dedos cara piel brazo pierna "
             u"ojo ojos "
             u"muneca hijo hija nino nina bebe esposa madre mama perro gato termine acabe mao maos rosto "
             u"pele braco "
             u"perna olho olhos punho filho filha crianca mae cachorro parei parar tornozelo ankle rib"
             u" lip lips mouth nose tooth teeth foot feet toe knee girl boy dad grandma grandpa labio boca "
             u"nariz diente pie rodilla espalda papa abuela abuelo nieto nieta padre labios dente pe joelho "
             u"costas pai avo neto neta filhinha hijita hermana hermano sister brother irmao irma"},
    SenseRow{
        Fire,
        u"explode exploded explodes explosion flames explot* incendio incendiou llamas explodiu explosao "
        u"chamas smoke smoking smouldering sparks sparking humo chispas fumaca faiscas"
        u" estall* revent* estour*"},
    SenseRow{Foreign,
             u"glass mould mold worm worms insect maggots cockroach metal needle vidrio moho gusano gusanos "
             u"insecto cucaracha cabello caco mofo larva larvas inseto barata"},
    SenseRow{Fraud,
             u"fraud* scam scams scammed scammer* phishing phising hacked hackead* hackear* estafa estafo "
             u"estafaron estafador* golpe golpista* estelionato counterfeit counterfeits falsificacion "
             u"falsificad* suplant* clonaron impersonat* discriminat* discrimin*"
             u" hacke* timo timaron"},
    SenseRow{Steal, u"stolen stole robada robado robaron roubado roubada roubaram roubou hackear* invadiram "
                    u"invadid* hacked"
                    u" robo hacke*"},
    SenseRow{Used,
             u"used uses using usaron uso usado usaram usou usando opened abrio abriram abriu abrieron"
             u" ordered pidio pediu comprou compro bought logged entered entrou entro made changed cambio "
             u"mudou trocou"},
    SenseRow{Somebody,
             u"someone somebody stranger thief thieves alguien ladron desconocido alguem ladrao estranho"},
    SenseRow{Clone, u"cloned clonaron clonada clonado clonaram"},
    SenseRow{Card, u"card cards identity wallet tarjeta tarjetas identidad cartao cartoes identidade"},
    SenseRow{
        Charge,
        u"charge charges payment payments transaction transactions purchase purchases cargo cargos cobro "
        u"cobros compra compras pago pagos transaccion movimiento cobranca cobrancas transacao pagamento "
        u"pagamentos"},
    SenseRow{Unknown, u"unauthorized unauthorised unrecognized unrecognised"},
    SenseRow{Law, u"gdpr rgpd lgpd ccpa lopd"},
    SenseRow{Data, u"data datos dados privacy privacidad privacidade"},
    SenseRow{Erase, u"protection erase proteccion "
                    u"borren eliminen supriman protecao apaguem excluam removam delete"},
    SenseRow{Back,
             u"refund refunds refunded refunding money reembolso reembolsar reembolsarme reembolsaron dinero "
             u"devolucion devolverme devolver devuelven reembolsam devolvem dinheiro estorno estornar plata"
             u" reembols* estorn*"
             u" owe owed deben debian devem pagarme pagarnos"},
    SenseRow{Refuse,
             u"refuse refuses refused refusing refusal denied deny denies niegan nega niega negaron negado"
             u"negaram negou negam rechaz* recusam recusa recusou recusaram"},
    SenseRow{Dispute,
             u"chargeback* contracargo* disputar disputa contestar dispute disputing disputed desconocer "
             u"impugnar* "
             u"impugno apelar appeal appealing recorrer contest contesting"},
    SenseRow{
        End,
        u"cancel cancelling canceling cancellation terminate end ending close closing quit leaving "
        u"cancelar cancelen cancelo cancele cancelacion terminar terminado cerrar cierren baja cancelem "
        u"cancelamento encerrar encerrem encerro fechar fechem rescisao quitenme quiten tirem unsubscribe"
        u" stop stopping ending anular anulen anulo"
        u" cancel* terminat* encerr* finaliz* anul* terminen termino"},
    SenseRow{End | Will, u"rescind* terminating"},
    SenseRow{Ended,
             u"cancelled canceled cancele cancelado cancelei cancelar cancelamento cancelacion baja ended"},
    SenseRow{Bond,
             u"contract subscription membership contrato suscripcion membresia afiliacion seguro insurance "
             u"assinatura plano mensalidade assinaturas"
             u"   insurance contracts contratos suscripciones memberships poliza apolice plano  "},
    SenseRow{Account,
             u"account cuenta conta password contrasena senha clave balance saldo points puntos pontos "
             u"profile perfil"},
    SenseRow{Billed, u"charged charging billed billing debited cobraron cobrando cobrado cobraram cobrou "
                     u"sacaron tiraram took debitaram debitaron"},
    SenseRow{Will,
             u"want wanna demand insist going will gonna need hereby request am im effective quiero exijo "
             u"voy vamos "
             u"necesito solicito queremos deseo ocupo den doy quero vou preciso desejo estou"},
    SenseRow{
        More,
        u"immediately again still never forever leaving enough effective done inmediatamente inmediato nunca "
        u"jamas otra harto harta basta siempre imediatamente imediato cansei farto farta chega"},
    SenseRow{How,
             u"how what where which fee fees policy cost penalty way possible terms como cuanto cual cuales "
             u" donde "
             u"costo penalidad politica multa quanto qual quais onde custo taxa newsletter boletin can could "
             u"puedo "
             u"posso terminos termos order pedido"
             u" pasa acontece happens if si"},
    SenseRow{Urgent, u"urgent urgently urgency emergency urgente* urgencia emergencia urge critical stranded "
                     u"varado varada"},
    SenseRow{Hint, u"asap soon quickly hurry quick fast apurate apurense rapido pronto prisa depressa logo"},
    SenseRow{Trip,
             u"birthday cumpleanos aniversario concert concierto trip viaje viagem cruise crucero cruzeiro "
             u"honeymoon luna graduacion formatura christening hearing gala visa passport "
             u"flight plane train wedding funeral surgery operation exam boarding departure party interview "
             u"move vuelo "
             u"avion tren boda entierro cirugia operacion examen fiesta mudo mudanza voo aviao trem "
             u"casamento velorio "
             u"cirurgia enterro festa mudanca"
             u" fly flying volamos viajamos viajo embarco embarcamos embarque travelling traveling flights "
             u"weddings flights prova exame meeting reunion reuniao presentation entrevista interview "
             u"graduation ceremony ceremonia"
             u" airport aeropuerto aeroporto deadline plazo prazo embarking checkin ferry bus bautizo "
             u"batizado baptism"},
    SenseRow{
        Number,
        u"# 1 2 3 4 5 6 7 8 9 an one two three four five six few half next un dos tres cuatro cinco media "
        u"proxima proximas proximos uma duas quatro meia"},
    SenseRow{Hours, u"hour hours hrs hr minutes mins min hora horas minutos"},
    SenseRow{Today, u"today tonight  hoy  hoje  noche noite tonights "},
    SenseRow{In,
             u"in within leaves leave departs boards starts en dentro sale salgo empieza em daqui sai saio "
             u"comeca"},
    SenseRow{Right, u"right mismo mesmo very"},
    SenseRow{Now, u"now ahora agora ya"},
    SenseRow{For, u"for by es para e pra ate before antes"},
    SenseRow{Not,
             u"not no dont doesnt didnt never isnt arent without nor wont cannot cant havent wasnt werent "
             u"tampoco sin "
             u"nunca nao nem sem nada num"
             u" nothing"},
    SenseRow{Leak,
             u"leak leaked leaking breach breached filtracion filtraron filtrado vazamento vazaram vazou"
             u" violat* violacion violacao"
             u"  filtraste"},
    SenseRow{Mail, u"email mail correo address phone telefono telefone"},
    SenseRow{Found, u"found find encontre encontramos halle achei encontrei tenia tinha"},
    SenseRow{Need, u"need needed must necesito necesitamos ocupo preciso precisamos urge"
                   u" tenerlo"},
    SenseRow{
        Tame,
        u"contact contacto contato exit lamp light lights luz luces kit sale fee room salida saida sala "
        u"number "
        u"numero extinguisher alarm alarma alarme costume disfraz fantasia pit place drill seat jacket"
        u"    extintor extintores extinguishers  "
        u" detector detectors detectores alarmas alarms crema pomada cream blanket fireplace pit hydrant"},
    SenseRow{Said, u"said dijo dijiste disse disseste falou falaste repeated"
                   u" told"},
    SenseRow{Already, u"already ya ja"},
    SenseRow{
        You,
        u"you u youre youve usted vos voce vc ce vcs dijiste diste mandaste enviaste leiste deste disseste"},
    SenseRow{Same, u"same misma mismo mismos mismas mesma mesmo"},
    SenseRow{
        Answer,
        u"answer answers reply replies response responses link links article articles respuesta respuestas "
        u"enlace enlaces articulo resposta respostas artigo"},
    SenseRow{Asked, u"asked asking pregunte preguntaba preguntando perguntei perguntava "
                    u"perguntando meant"},
    SenseRow{Question, u"question questions pregunta preguntas pergunta perguntas"},
    SenseRow{Reply,
             u"answer answers answered answering addressing reply respond responding responde respondes "
             u"respondiste "
             u"contesta contestas contestaste respondendo respondeu respondiendo contestando"},
    SenseRow{
        Grasp,
        u"understand understood understanding listen listening entiende entendio entende entendeu percebe "
        u"percebeu comprende"},
    SenseRow{Read, u"read reading leiste leyo leu leste"
                   u" lee lea leia ler"},
    SenseRow{Keep, u"keep keeps sigues sigue fica ficas continua continuas insistes insiste"},
    SenseRow{
        Know,
        u"know knew conozco conozca conheco recognise recognize recognised recognized reconozco reconheco"},
    SenseRow{Offer, u"discount discounts descuento descuentos desconto descontos"},
    SenseRow{Tomorrow, u"tomorrow tomorrows manana amanha"},
    SenseRow{Wrote, u"wrote write written message text escribi escrito escribo mensaje escrevi mensagem"},
};

quint64 hashOf(QStringView word)
{
    return spellingOf({word.utf16(), static_cast<std::size_t>(word.size())});
}

constexpr std::size_t shortestStem = 3;

struct Lexicon
{
    QHash<quint64, quint64> words;
    QHash<quint64, quint64> stems;

    Lexicon()
    {
        for (const SenseRow& row : senseRows) {
            const QString list = QStringView(row.words).toString();
            for (const QString& word : list.split(u' ', Qt::SkipEmptyParts)) {
                if (word.endsWith(u'*'))
                    stems[hashOf(QStringView(word).chopped(1))] |= row.senses;
                else
                    words[hashOf(word)] |= row.senses;
            }
        }
    }
};

} // namespace

quint64 sensesOf(std::span<const char16_t> letters)
{
    static const Lexicon lexicon;
    quint64 senses = lexicon.words.value(spellingOf(letters), 0);
    for (std::size_t size = shortestStem; size <= letters.size(); ++size)
        senses |= lexicon.stems.value(spellingOf(letters.first(size)), 0);
    return senses;
}

} // namespace relevo::assist
