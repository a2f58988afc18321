#include <assist/wish_words.h>

#include <QtCore/QStringList>

#include <array>
#include <vector>

namespace relevo::assist {
namespace {

struct Row
{
    WordClass wordClass;
    const char16_t* words;
};

// All as they are compared: small, without accents and apostrophes; English, Spanish, Portuguese. A word
// stands once; where it could be two things, the one that a wish has more use for.
constexpr std::array rows{
    Row{WordClass::Little,
        u"man dude bro wey mano cara yaar a an the to with for of in at by on my your our just now some any "
        u"kind type it its is so very "
        u"this that right away asap immediately here directly only maybe really actually then and or please "
        u"un una unos unas con de del al a el la los las lo le les se por para en mi su sus tu ya ahora "
        u"algun alguna alguno favor ahorita aca aqui mismo nomas solo solamente y o e directamente entonces "
        u"um uma uns umas com do da dos das ao aos na nas os as pra pro pros pras meu minha seu sua "
        u"agora ja algum so apenas mesmo aqui ai entao logo ou"},
    Row{WordClass::Human,
        u"staff member members miembro membro whoever agent agents representative representatives rep reps "
        u"operator operators advisor adviser advisors "
        u"advisers assistant assistants attendant employee employees supervisor supervisors manager managers "
        u"specialist specialists associate associates staffer teammate boss superior csr consultant "
        u"counselor handler colleague coworker receptionist clerk executive rsrep "
        u"agente agentes asesor asesora asesores operador operadora operadores operadoras representante "
        u"representantes ejecutivo ejecutiva ejecutivos empleado empleada empleados encargado encargada "
        u"supervisora gerente especialista especialistas consultor consultora teleoperador teleoperadora "
        u"jefe jefa responsable asistente trabajador dependiente companero companera gestor gestora "
        u"atendente atendentes atendedor funcionario funcionaria funcionarios assessor assessora responsavel "
        u"colaborador colaboradora chefe assistente consultores especialistas moca moco"},
    Row{WordClass::Person, u"serhumano human humans humanbeing person persons people being beings guy lady "
                           u"woman individual folks soul "
                           u"peron persona personas humano humana humanos gente senor senora senorita "
                           u"pessoa pessoas humanas serhumano homem mulher"},
    Row{WordClass::Somebody,
        u"someone somebody anyone anybody alguien alguem nadie ninguem nobody noone cualquiera qualquer"},
    Row{WordClass::Machine,
        u"bot bots robot robots chatbot chatbots machine machines computer computers ai ia robo robos "
        u"maquina maquinas chatgpt gpt algorithm program software computadora ordenador computador siri "
        u"contestadora bott botty autobot botzinho robozinho botcito"},
    Row{WordClass::Canned,
        u"automated automatic automaticas automatico automaticos automatica automatically canned scripted "
        u"script scripts menu menus recording recordings recorded copypaste prewritten template templates "
        u"grabacion grabaciones pregrabado pregrabadas predeterminadas enlatadas gravacao gravada "
        u"automaticamente prontas pronta padrao generica genericas generic robotic"},
    Row{WordClass::Talk,
        u"talk talking speak speaking chat chatting talks converse conversation dialogue dialog "
        u"hablar hablo hable hablen hablemos hablarle hablarles charlar chatear platicar conversar dialogar "
        u"falar falo fale fala falando falarem conversa papo hablando charlando platicando"},
    Row{WordClass::Contact,
        u"contact contacting reach reaching communicate communicating call calls calling ring "
        u"callback message touch contactar contactarme contactarnos contacto comunicarme "
        u"comunicarnos comunicar llamar llamarme llame llamen llamenme llameme llamame llamada llama "
        u"marcarme marquenme contatar contacta contacten contactenme contactem contato ligar liga ligue "
        u"liguem ligarem telefonar telefonem entre hablarme"},
    Row{WordClass::Move,
        u"through handed transfer transferring connect connecting patch forward redirect "
        u"escalate escalating handoff handover escalation hook connected transferred "
        u"escalated pasar pasa pasas pasan pase pases pasen pasarme pasame paseme pasenme pasarian pasarias "
        u"pasas pasenos pasanos transferir transfiere transfieres transfiera transfieran transfiereme "
        u"transfierame "
        u"transfieranme transferirme transferime conectar conecta conectas conecte conecten conectame "
        u"conecteme conectenme conectarme comunica comunicas comunique comuniquen comunicame comuniqueme "
        u"comuniquenme comunicanos derivar deriva derivas derive deriven derivame deriveme deriveme "
        u"derivarme "
        u"poneme ponme pongame ponganme ponerme escalar escala escale escalen "
        u"redirigir redirige redirigeme remitir remita remitame canalizar canalice canaliceme enlazar enlace "
        u"enlaceme enlazame "
        u"passar passa passas passe passem transfere transfira transfiram transferem encaminhar encaminha "
        u"encaminhe encaminhem direcionar direciona direcione "
        u"redireciona redirecionar redirecionem transferencia repassa repassar "},
    Row{WordClass::Want,
        u"want wants wanting need needs require request requesting demand demanding wish like love prefer "
        u"rather hoping looking wanted needed id "
        u"quiero quisiera queria querria quisieramos necesito necesitamos queremos deseo desearia prefiero "
        u"preferiria requiero solicito busco exijo pido exigimos necesitaria gustaria ocupo preciso "
        u"quero precisava queriamos desejo prefiro preferia gostaria gostava precisamos exijo peco "
        u"precisando "
        u"querendo solicitar quer precisaria"},
    Row{WordClass::Give,
        u"put pass hand bring poner pon ponga pongan coloca coloque colocar colocam poe ponham ponha bring "
        u"ponlo get give send let see find have show assign getting "
        u"dame deme denme mandame mandeme mandenme envienme enviame asigna asignen "
        u"asigname asigneme dejame dejeme dejenme consigueme traigan "
        u"chama chame chamem chamar manda mande mandem arranja arranjem deixa deixe deixem bota "
        u"bote botar"},
    Row{WordClass::Me, u"me us nos myself conmigo comigo mim"},
    Row{WordClass::Not,
        u"dont not no nope never doesnt didnt wont cant cannot couldnt wouldnt isnt arent aint wasnt nothing "
        u"none nada nunca tampoco jamas ningun ninguna ninguno nao nem nenhum nenhuma jamais neither nor"},
    Row{WordClass::Without, u"without instead avoid than besides sin vez lugar evitar sem inves contrario"},
    Row{WordClass::Told,
        u"lied lies ignored forgot argued laughed screwed made wrote fixed solved messed denied offered "
        u"mintio miente olvido ignoro grito grosera grosero arreglo dejo rechazo mentiu mente esqueceu "
        u"ignorou gritou grosseiro resolveu deixou recusou prometieron hicieron fizeram gave told said sent "
        u"did promised refused charged hung helped answered made cancelled canceled asked "
        u"wrote kept assured informed confirmed called spoke spoken talked chatted contacted took left came "
        u"delivered handled replied explained got sold gives says tells "
        u"dio dijo dijeron envio prometio hizo cobro colgo respondio cancelo pidio aseguro confirmo atendio "
        u"explico mando llamo quedo entrego vendio dieron mandaron cobraron dice dicen paso "
        u"deu disse disseram enviou prometeu fez cobrou desligou respondeu cancelou pediu mandou confirmou "
        u"atendeu explicou ligou falou garantiu entregou vendeu falei conversei liguei hablamos contactei "
        u"falamos contacte disseste"},
    Row{WordClass::Past,
        u"was were been had yesterday ago last earlier previously before after while when since once already "
        u"monday tuesday wednesday thursday friday saturday sunday during morning "
        u"fue estaba estuve estuvimos ayer anoche antes despues mientras cuando pasada pasado hace anterior "
        u"lunes martes miercoles jueves viernes sabado domingo "
        u"foi estava estive estavamos ontem depois enquanto quando passada atras apos anteriormente segunda "
        u"terca quarta quinta sexta"},
    Row{WordClass::Real,
        u"real live actual living alive breathing flesh blood true genuine proper thinking pulse brain "
        u"verdad vivo viva vivos carne hueso autentico cerebro "
        u"verdade osso vida reais reales"},
    Row{WordClass::Service,
        u"support service customer care team department helpdesk desk center centre office line hotline "
        u"soporte servicio atencion cliente clientes equipo departamento mesa oficina linea area "
        u"suporte servico atendimento equipe equipa setor central sac ouvidoria posventa"},
    Row{WordClass::Help,
        u"help helps assist assistance aid attend handle deal look understand understands listen listens "
        u"resolve solve fix sort answer answers explain helping "
        u"ayudar ayude ayuda ayuden ayudarme ayudame ayudeme atienda atiendan atender atenderme atiende "
        u"atiendame atiendanme atendido atendida atendiendo resuelva resolver solucione solucionar entienda "
        u"entender escuche responda responder explique vea revise "
        u"ajudar ajude ajuda ajudem ajudarme atenda atendam resolva resolvam entenda escute atendam "
        u"atendesse atendessem ajudasse ajudarem"},
    Row{WordClass::Ask, u"what whats how hows where wheres which who whos why whose does do "
                        u"que como cual cuales donde quien porque cuanto cuanta cuantos "
                        u"qual quais onde quem porque quanto quantos quantas"},
    Row{WordClass::You, u"you yourself usted ustedes vos voce voces vosotros ti contigo"},
    Row{WordClass::Be,
        u"are am im be isthis youre there theres eres es sos son soy estoy estas esta hay soys haya "
        u"sou estou tem existe tens ha sera seria"},
    Row{WordClass::Tired, u"tired sick fed hate hating enough stop quit done annoyed useless pointless waste "
                          u"skip forget bypass "
                          u"harto harta cansado cansada odio basta inutil deja dejen dejate paren saltar "
                          u"farto farta chega pare parem parar cansei odeio inutil pular"},
    Row{WordClass::May,
        u"can could may might would will shall possible able allow chance way "
        u"puedo puede puedes pueden podria podrian podrias podes puedas podemos sepuede posible podre manera "
        u"forma posibilidad "
        u"posso pode podes podem podia podiam poderia poderiam consigo consegue conseguem possivel da tinha "
        u"jeito teria vias"},
    Row{WordClass::Polite,
        u"please hi hello hey thanks thank sorry sir madam kindly ok okay yes yeah good afternoon "
        u"evening well "
        u"porfavor hola gracias disculpe disculpa perdon buenas buenos dias tardes noches amable si bueno "
        u"oi ola obrigado obrigada desculpe desculpa bom boa dia tarde noite sim gentileza"},
    Row{WordClass::Stranger,
        u"delivery courier travel cleaning shipping estate insurance drop warehouse shipment parking per "
        u"sales selling postal driver mailman booking reservation "
        u"repartidor mensajero ventas venta viajes seguros inmobiliario inmobiliaria reparto mensajeria "
        u"limpieza entregador carteiro motoboy vendas venda seguro viagens entrega entregas imobiliario "
        u"aduana aduanas"},
    Row{WordClass::Info,
        u"phone hours hour schedule email mail number address resources error rights policy price prices fee "
        u"job "
        u"jobs career careers vacancy name size become rating review survey form account article "
        u"horario horarios hora horas correo numero direccion recursos precio precios empleo nombre talla "
        u"politica vacante trabajo cuenta convertirme "
        u"endereco preco precos emprego vaga vagas nome tamanho trabalho conta virar trabalhar"},
    Row{WordClass::Another, u"else elses another other others different otra otro otros otras distinto "
                            u"outra outro outros outras diferente"},
};

// How people write in chats, and the word it stands for.
constexpr const char16_t* chatSpellings =
    u"u=you ur=your r=are yall=you pls=please plz=please plss=please plzz=please pliz=please "
    u"plis=please plse=please pleas=please pleae=please ppl=people sum1=someone some1=someone sm1=someone "
    u"smone=someone sumone=someone any1=anyone anyl=anyone smbdy=somebody sumbody=somebody wanna=want "
    u"wana=want wnt=want gimme=give gimmie=give lemme=let lmk=let tlk=talk tak=talk tolk=talk spk=speak "
    u"spek=speak speek=speak cud=could cld=could wud=would cn=can kan=can hlp=help hmn=human hooman=human "
    u"humn=human humen=human prsn=person persn=person nd=need ned=need agt=agent agnt=agent ajent=agent "
    u"thx=thanks ty=thanks tks=thanks dnt=dont dunt=dont wit=with w=with mgr=manager mngr=manager "
    u"sup=supervisor cs=support convo=conversation msg=message rly=really rn=now 2=to "
    u"q=que k=que ke=que qe=que xq=porque pq=porque porq=porque kiero=quiero qiero=quiero qero=quiero "
    u"kero=quero kiere=quiere quieto=quiero quierl=quiero ablar=hablar ablo=hablo avlar=hablar "
    u"havlar=hablar hblar=hablar hablr=hablar x=por xfa=porfavor xfavor=porfavor porfa=porfavor "
    u"porfis=porfavor porfas=porfavor pofa=porfavor xfis=porfavor pf=porfavor pfv=porfavor pfvr=porfavor "
    u"pfvor=porfavor pfavor=porfavor pff=porfavor algien=alguien alguin=alguien alguen=alguem alg=alguem "
    u"algm=alguem algem=alguem prsna=persona pers=persona perzona=persona nesecito=necesito "
    u"nececito=necesito necsito=necesito nesesito=necesito ncesito=necesito toy=estoy ta=esta "
    u"vc=voce ce=voce vcs=voces oce=voce qro=quero qr=quer quru=quero psa=pessoa psoa=pessoa pesoa=pessoa "
    u"pesso=pessoa atd=atendente atend=atendente atendete=atendente atendent=atendente presciso=preciso "
    u"prciso=preciso presizo=preciso presico=preciso fla=fala flar=falar flr=falar falr=falar naum=nao "
    u"nn=nao "
    u"num=nao cmg=comigo msm=mesmo blz=ok obg=obrigado obgd=obrigado vlw=obrigado tou=estou "
    u"msj=mensaje tmb=tambien grax=gracias salu2=saludos wey=guey";

// Words of their own that only look like one above.
constexpr const char16_t* lookAlikes =
    u"contract contracts contrato contratos contratar event parent reader walk walks walking humane "
    u"hablas personal personally personalized personalizar personalizado personalizada personalize agenda "
    u"agency agencia agencias urgent urgente urgently pagina gerencia manage managed management managing "
    u"manga operate operation operating operacion operacao representation represent speaker "
    u"speakers takes taking stalk chart charge charged charging chargers contacts reached reason teach "
    u"beach coach ready cell sell tell fall wall hall ball cold transfers connection connections "
    u"conexion conexao comunicacion comunicacao persuade season lesson reasons assistive insistent "
    u"consistent resistant existent sistema asistencia assistencia caller called calls feed seed "
    u"bought both boot boots bottle botton boton botao boats bota robe robado roubo roubado robaron "
    u"pasado pasaje pasaporte pasos pasta passaporte passagem passado passados passo posar "
    u"casar pagar pago paga pagas page pages pager pagame peca pecas precio precios preco precos presion "
    u"recibi recibo recibir recebi recebo receber envio enviar atenciones atento atentamente "
    u"atenta atenciosamente tienda tiendas atrasado contar conta contas cuenta cuentas cuento "
    u"cambiar cambio cambie llevar llega llego llegar llegado llegue legal legar lugar leaving logar local "
    u"halagar ganar faltar falta falto faltou faltando fallar fallo falla falha failed fail fallen falso "
    u"falsa false hallar haber ahora hablante hallo tabla talla tallas tallar tell tall table tables "
    u"cable cables stable able humid humidity purple pepper peoples piece pieces "
    u"perfect perfecto perfume personaje prison version pension permiso pensar parson somewhere sometimes "
    u"something anywhere anything anyway everyone everybody algo algum alguma alguns algunas algunos algun "
    u"gante gastei gasto gustar gusto guest gift agencies angle ancient again against agreed agree agreement "
    u"argent aged "
    u"servicios services serviced servicos assigned assistir assunto asunto assinar assinatura "
    u"collocated collect collected correct conectado conectada connects convert converts "
    u"conversion conversor supplier suppliers suporta soporta supports "
    u"supported supposed repair replace replaced replay repay reply reset representa preferred "
    u"prefers direction directions directo directa direto direta direcao diferente precisa precisas precisar "
    u"precise pressing pretend quiere quieres quieren quer queres tengo tenho atraso atrasada attendance "
    u"attention manual manuals manera maneira meaner forwards foreword rapid "
    u"description lot lots lives loved move moved gives given link linked stuff stuffs thorough thoroughly "
    u"though tough thought seller sellers responsible responsibly communication communications unbranded";

constexpr std::size_t tableSize = 1u << 13; ///< a power of two, at most half full
constexpr std::size_t slipSize = 1u << 14;
constexpr std::size_t shortestSlip = 5;

/// From a word's hash to what it is; open addressing, no removal.
class Table
{
public:
    explicit Table(std::size_t size) : m_slots(size) {}

    [[nodiscard]] const KnownWord* find(quint64 hash) const
    {
        for (std::size_t at = hash & (m_slots.size() - 1); m_slots[at].hash != 0;
             at = (at + 1) & (m_slots.size() - 1)) {
            if (m_slots[at].hash == hash)
                return &m_slots[at].word;
        }
        return nullptr;
    }
    /// The first to come stays.
    void add(quint64 hash, KnownWord word)
    {
        std::size_t at = hash & (m_slots.size() - 1);
        while (m_slots[at].hash != 0 && m_slots[at].hash != hash)
            at = (at + 1) & (m_slots.size() - 1);
        if (m_slots[at].hash == 0)
            m_slots[at] = {hash, word};
    }

private:
    struct Slot
    {
        quint64 hash = 0;
        KnownWord word;
    };
    std::vector<Slot> m_slots;
};

std::span<const char16_t> lettersOf(const QString& word)
{
    return {reinterpret_cast<const char16_t*>(word.utf16()), static_cast<std::size_t>(word.size())};
}

QStringList listOf(const char16_t* words)
{
    return QStringView(words).toString().split(u' ', Qt::SkipEmptyParts);
}

/// Calls `each` with the hash of the word without one of its letters, but never the first: people hit that.
template <typename Each>
void withoutOne(std::span<const char16_t> letters, Each each)
{
    std::array<char16_t, 32> shorter{};
    const std::size_t size = std::min(letters.size(), shorter.size());
    for (std::size_t left = 1; left < size; ++left) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < size; ++i) {
            if (i != left)
                shorter[at++] = letters[i];
        }
        each(spellingOf(std::span(shorter).first(at)));
    }
}

bool canBeMistyped(WordClass wordClass)
{
    switch (wordClass) {
    case WordClass::Human:
    case WordClass::Person:
    case WordClass::Somebody:
    case WordClass::Talk:
    case WordClass::Contact:
    case WordClass::Move:
    case WordClass::Want:
    case WordClass::Machine:
        return true;
    default:
        return false;
    }
}

struct Tables
{
    Table known{tableSize};
    Table slips{slipSize};

    Tables()
    {
        for (const Row& row : rows) {
            for (const QString& word : listOf(row.words)) {
                const quint64 spelling = spellingOf(lettersOf(word));
                known.add(spelling, {spelling, row.wordClass});
            }
        }
        for (const QString& pair : listOf(chatSpellings))
            chat(pair.section(u'=', 0, 0), pair.section(u'=', 1));
        // After the rows: what has a class keeps it.
        for (const QString& word : listOf(lookAlikes)) {
            const quint64 spelling = spellingOf(lettersOf(word));
            known.add(spelling, {spelling, WordClass::Other});
        }
        for (const Row& row : rows) {
            if (canBeMistyped(row.wordClass))
                slip(row);
        }
    }

private:
    void chat(const QString& written, const QString& meant)
    {
        const quint64 spelling = spellingOf(lettersOf(meant));
        const KnownWord* word = known.find(spelling);
        known.add(spellingOf(lettersOf(written)), {spelling, word ? word->wordClass : WordClass::Other});
    }
    void slip(const Row& row)
    {
        for (const QString& word : listOf(row.words)) {
            if (static_cast<std::size_t>(word.size()) < shortestSlip)
                continue;
            const KnownWord meant{spellingOf(lettersOf(word)), row.wordClass};
            slips.add(meant.spelling, meant);
            withoutOne(lettersOf(word), [&](quint64 hash) { slips.add(hash, meant); });
        }
    }
};

} // namespace

quint64 spellingOf(std::span<const char16_t> letters)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const char16_t letter : letters)
        hash = (hash ^ letter) * 0x100000001b3ULL;
    // The low bits choose the place in tables; let the high ones have a say.
    hash ^= hash >> 29;
    return hash == 0 ? 1 : hash;
}

KnownWord knownWord(std::span<const char16_t> letters)
{
    static const Tables tables;
    const quint64 spelling = spellingOf(letters);
    if (const KnownWord* word = tables.known.find(spelling))
        return *word;
    if (letters.size() < shortestSlip)
        return {spelling, WordClass::Other};
    const KnownWord* meant = tables.slips.find(spelling);
    if (!meant) {
        withoutOne(letters, [&](quint64 hash) {
            if (!meant)
                meant = tables.slips.find(hash);
        });
    }
    return meant ? *meant : KnownWord{spelling, WordClass::Other};
}

} // namespace relevo::assist
