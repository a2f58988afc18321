#include <assist/wish_lexicon.h>

#include <array>

namespace relevo::assist {
namespace {

// All as they are compared: small, without accents and apostrophes; English, Spanish, Portuguese. A word
// stands once; where it could be two things, the one that a wish has more use for.
constexpr std::array wishRows{
    WishWords{
        WordClass::Little,
        u"man dude bro wey mano cara yaar a an the to with for of in at by on my your our just now some any "
        u"kind type it its is so very "
        u"this that right away asap immediately here directly only maybe really actually then and or please "
        u"un una unos unas con de del al a el la los las lo le les se por para en mi su sus tu ya ahora "
        u"algun alguna alguno favor ahorita aca aqui mismo nomas solo solamente y o e directamente entonces "
        u"um uma uns umas com do da dos das ao aos na nas os as pra pro pros pras meu minha seu sua "
        u"agora ja algum so apenas mesmo aqui ai entao logo ou"},
    WishWords{
        WordClass::Human,
        u"adm plantonista teller banker underwriter tramitador tramitadora balconista capataz foreman "
        u"empregado empregada "
        u"gerencia "
        u"collaborator collaborators teamleader teamlead leader leaders lider lideres attendants caseworker "
        u"officer executives telefonista recepcionista coordinador coordinadora coordenador coordenadora "
        u"encarregado encarregada interlocutor administrativo administrativa licenciado mandamas jefazo "
        u"encargadas atendentezinho staff member members miembro membro whoever agent agents representative "
        u"representatives rep reps "
        u"operator operators advisor adviser advisors "
        u"advisers assistant assistants attendant employee employees supervisor supervisors manager managers "
        u"specialist specialists associate associates staffer teammate boss superior csr consultant "
        u"counselor handler colleague coworker receptionist clerk executive rsrep "
        u"agente agentes asesor asesora asesores operador operadora operadores operadoras representante "
        u"representantes ejecutivo ejecutiva ejecutivos empleado empleada empleados encargado encargada "
        u"supervisora gerente especialista especialistas consultor consultora teleoperador teleoperadora "
        u"jefe jefa responsable asistente trabajador dependiente companero companera gestor gestora "
        u"atendente atendentes atendedor funcionario funcionaria funcionarios assessor assessora responsavel "
        u"colaborador colaboradora chefe assistente consultores especialistas moca moco "
        u"worker workers engineer engineers technician technicians moderator mod mods expert experts "
        u"honcho counsellors director owner dispatcher coordinator admins bosses "
        u"colleagues coworkers teammates salesperson professional personnel staffers tecnico tecnica "
        u"tecnicos ingeniero ingeniera asesoras empleadas jefes superiores responsables companeros "
        u"companeras colega colegas trabajadora trabajadores operario operarios ejecutivas "
        u"supervisores gerentes directora dueno duena vendedora "
        u"encargados engenheiro engenheira patrao dono chefes responsaveis colaboradores trabalhador "
        u"trabalhadora trabalhadores assistentes assessores gestores"},
    WishWords{WordClass::Person,
              u"menina meninas cristiano cristao vivente cabra alma almas pibe piba guria guri adulto adulta "
              u"grownup "
              u"grownups serhumano human humans humanbeing person persons people being beings guy lady "
              u"woman individual folks soul "
              u"peron persona personas humano humana humanos gente senor senora senorita "
              u"pessoa pessoas humanas serhumano homem mulher "
              u"bloke blokes lad lads lass fella feller chap gal gentleman gentlemen ladies adult mortal "
              u"yis senores chica chicas muchacha muchacho mujer hombre individuo gajo "
              u"gaja malta rapaz rapariga mocinha galera"},
    WishWords{
        WordClass::Somebody,
        u"someone somebody anyone anybody alguien alguem nadie ninguem nobody noone cualquiera qualquer "
        u"quienquiera"},
    WishWords{
        WordClass::Machine,
        u"bot bots robot robots chatbot chatbots machine machines computer computers ai ia robo robos "
        u"maquina maquinas chatgpt gpt algorithm program software computadora ordenador computador siri "
        u"contestadora bott botty autobot botzinho robozinho botcito "
        u"llm automaton automation clanker android aparato aparelho algoritmo algoritmos algorithms "
        u"cacharro automatismo"},
    WishWords{
        WordClass::Canned,
        u"automated automatic automaticas automatico automaticos automatica automatically canned scripted "
        u"script scripts menu menus recording recordings recorded copypaste prewritten template templates "
        u"grabacion grabaciones pregrabado pregrabadas predeterminadas enlatadas gravacao gravada "
        u"automaticamente prontas pronta padrao generica genericas generic robotic "
        u"boilerplate faq automatizado automatizada automatizados automatizadas respostaautomatica "
        u"plantilla"},
    WishWords{
        WordClass::Talk,
        u"natter talk talking speak speaking chat chatting talks converse conversation dialogue dialog "
        u"hablar hablo hable hablen hablemos hablarle hablarles charlar chatear platicar conversar dialogar "
        u"falar falo fale fala falando falarem conversa papo hablando charlando platicando "
        u"discuss discussing conversing word hablarlo hablaria charla platica platicarlo tratar "
        u"tratarlo trataria conversarlo conversacion comentar comentarlo ablando conversando falaria "
        u"falasse bater trocar conversamos conversarem"},
    WishWords{
        WordClass::Contact,
        u"telephoned ringing rung rang retornam retorno ligacao videollamada telefonen contact contacting "
        u"reach reaching communicate communicating call calls calling ring "
        u"callback message touch contactar contactarme contactarnos contacto comunicarme "
        u"comunicarnos comunicar llamar llamarme llame llamen llamenme llameme llamame llamada llama "
        u"marcarme marquenme contatar contacta contacten contactenme contactem contato ligar liga ligue "
        u"liguem ligarem telefonar telefonem entre hablarme "
        u"telephone telephoning hmu dm respond responded replying marcar marque marquen "
        u"telefonear telefoneen llamarnos contactado contactada contactaran contactara comunicarse "
        u"comunicado telefoneie retornar retorne retornem retornarem contatado contatada contatem "
        u"contactasse contatasse responderme respondame contesten conteste contestar contestame "
        u"contesteme escribame escribanme escriban escreva escrevam contactarem ligassem ligasse"},
    WishWords{
        WordClass::Move,
        u"reconnect reconnected reconectar reconecta reconecte reconecten reconectan reconectam reconectarme "
        u"transferias transferian transferiam traspasar traspasa traspase traspasame traspasen redireccionar "
        u"redireccione redireccioname desviar desvie conectasse transferisse passasse encaminhando enlazarme "
        u"pasaran derivarian conectarian redirected rerouted switched through handed transfer transferring "
        u"connect connecting patch forward redirect "
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
        u"redireciona redirecionar redirecionem repassa repassar  "
        u"route routed loop fetch summon patched elevate derivado derivada derivacion traslade "
        u"trasladar trasladen dirijan dirigirme dirija dirigir direccionen ponedme pasadme pasadnos "
        u"enlacen canalicenme remitanme pasarle encaminhado encaminhada encaminhasse encaminharem "
        u"direcionem transferido transferida transferirem transferissem passarem repassem "
        u"redirecione redirecionado escalem escalonar escalonem escalado escalada"},
    WishWords{
        WordClass::Want,
        u"necessito necessita necessitamos requires solicitamos gostariamos agradecia apetece keen urge "
        u"exige pedimos wishing want wants wanting need needs require request requesting demand demanding "
        u"wish like love prefer "
        u"rather hoping looking wanted needed id "
        u"quiero quisiera queria querria quisieramos necesito necesitamos queremos deseo desearia prefiero "
        u"preferiria requiero solicito busco exijo pido exigimos necesitaria gustaria ocupo preciso "
        u"quero precisava queriamos desejo prefiro preferia gostaria gostava precisamos exijo peco "
        u"precisando "
        u"querendo solicitar quer precisaria "
        u"beg begging insist appreciate grateful ruego agradeceria agradezco agradecere pedir pedire "
        u"intento intentando necesite querriamos quisiesemos agradeco rogo tento tentando pretendo "
        u"quiser"},
    WishWords{
        WordClass::Give,
        u"put pass hand bring poner pon ponga pongan coloca coloque colocar colocam poe ponham ponha bring "
        u"ponlo get give send let see find have show assign getting "
        u"dame deme denme mandame mandeme mandenme envienme enviame asigna asignen "
        u"asigname asigneme dejame dejeme dejenme consigueme traigan "
        u"chama chame chamem chamar manda mande mandem arranja arranjem deixa deixe deixem bota "
        u"bote botar "
        u"stick chuck throw grab trae traeme traiga traigame consiga consigame facilite facilitenme "
        u"presteme regaleme regalame joga jogue arruma arrume traz traga designem designe"},
    WishWords{WordClass::Me, u"me us nos myself conmigo comigo mim"},
    WishWords{
        WordClass::Not,
        u"dont not no nope never doesnt didnt wont cant cannot couldnt wouldnt isnt arent aint wasnt nothing "
        u"none nada nunca tampoco jamas ningun ninguna ninguno nao nem nenhum nenhuma jamais neither nor"},
    WishWords{WordClass::Without,
              u"without instead avoid than besides sin vez lugar evitar sem inves contrario"},
    WishWords{
        WordClass::Told,
        u"apologised apologized disculpo desculpou stole stolen robaron furtou roubou instalo instalou "
        u"reservo reservou firmo assinou recogio aclaro esclareceu recommended signed lied lies ignored "
        u"forgot argued laughed screwed made wrote fixed solved messed denied offered "
        u"mintio miente olvido ignoro grito grosera grosero arreglo dejo rechazo mentiu mente esqueceu "
        u"ignorou gritou grosseiro resolveu deixou recusou prometieron hicieron fizeram gave told said sent "
        u"did promised refused charged hung helped answered made cancelled canceled asked "
        u"wrote kept assured informed confirmed called spoke spoken talked chatted contacted took left came "
        u"delivered handled replied explained got sold gives says tells "
        u"dio dijo dijeron envio prometio hizo cobro colgo respondio cancelo pidio aseguro confirmo atendio "
        u"explico mando llamo quedo entrego vendio dieron mandaron cobraron dice dicen paso "
        u"deu disse disseram enviou prometeu fez cobrou desligou respondeu cancelou pediu mandou confirmou "
        u"atendeu explicou ligou falou garantiu entregou vendeu falei conversei liguei hablamos contactei "
        u"falamos contacte disseste "
        u"waited tried phoned rang texted emailed mailed advised sorted ordered received waved "
        u"espere llamaron escribio escribi contesto contestaron atendieron trajo trajeron dejaron "
        u"rompio mintieron perdieron esperei ligaram atenderam conversou falaram trouxe trouxeram "
        u"deixaram quebrou mentiram escreveu escrevi informou receberam recebeu"},
    WishWords{
        WordClass::Past,
        u"was were been had yesterday ago last earlier previously before after while when since once already "
        u"monday tuesday wednesday thursday friday saturday sunday during morning "
        u"fue estaba estuve estuvimos ayer anoche antes despues mientras cuando pasada pasado hace anterior "
        u"lunes martes miercoles jueves viernes sabado domingo "
        u"foi estava estive estavamos ontem depois enquanto quando passada atras apos anteriormente segunda "
        u"terca quarta quinta sexta"},
    WishWords{WordClass::Real,
              u"real live actual living alive breathing flesh blood true genuine proper thinking pulse brain "
              u"verdad vivo viva vivos carne hueso autentico cerebro "
              u"verdade osso vida reais reales"},
    WishWords{
        WordClass::Service,
        u"support service customer care team department helpdesk desk center centre office line hotline "
        u"soporte servicio atencion cliente clientes equipo departamento mesa oficina linea area "
        u"suporte servico atendimento equipe equipa setor central sac ouvidoria posventa"},
    WishWords{WordClass::Help,
              u"help helps assist assistance aid handle deal look understand understands listen listens "
              u"resolve solve fix sort answer answers explain helping "
              u"ayudar ayude ayuda ayuden ayudarme ayudame ayudeme "
              u"resuelva resolver solucione solucionar entienda "
              u"entender escuche responda responder explique vea revise "
              u"ajudar ajude ajuda ajudem ajudarme resolva resolvam entenda escute "
              u"ajudasse ajudarem "
              u"auxiliar auxilie auxiliem ocupe "
              u"resuelvan resolvesse"},
    WishWords{WordClass::Ask, u"what whats how hows where wheres which who whos why whose does do "
                              u"que como cual cuales donde quien porque cuanto cuanta cuantos "
                              u"qual quais onde quem porque quanto quantos quantas"},
    WishWords{WordClass::You, u"you yourself usted ustedes vos voce voces vosotros ti contigo"},
    WishWords{WordClass::Be,
              u"are am im be isthis youre there theres eres es sos son soy estoy estas esta hay soys haya "
              u"sou estou tem existe tens ha sera seria"},
    WishWords{WordClass::Tired,
              u"tired sick fed hate hating enough stop quit done annoyed useless pointless waste "
              u"skip forget bypass "
              u"harto harta cansado cansada odio basta inutil deja dejen dejate paren saltar "
              u"farto farta chega pare parem parar cansei odeio inutil pular "
              u"stalling sod shove marear marearme mareando enrolar enrolando"},
    WishWords{
        WordClass::May,
        u"can could may might would will shall possible able allow chance way "
        u"puedo puede puedes pueden podria podrian podrias podes puedas podemos sepuede posible podre manera "
        u"forma posibilidad "
        u"posso pode podes podem podia podiam poderia poderiam consigo consegue conseguem possivel da tinha "
        u"jeito teria vias"},
    WishWords{
        WordClass::Polite,
        u"please hi hello hey thanks thank sorry sir madam kindly ok okay yes yeah good afternoon "
        u"evening well "
        u"porfavor hola gracias disculpe disculpa perdon buenas buenos dias tardes noches amable si bueno "
        u"oi ola obrigado obrigada desculpe desculpa bom boa dia tarde noite sim gentileza"},
    WishWords{
        WordClass::Stranger,
        u"delivery courier travel cleaning shipping estate insurance drop warehouse shipment parking per "
        u"sales selling postal driver mailman booking reservation "
        u"repartidor mensajero ventas venta viajes seguros inmobiliario inmobiliaria reparto mensajeria "
        u"limpieza entregador carteiro motoboy vendas venda seguro viagens entrega entregas imobiliario "
        u"aduana aduanas "
        u"vendor vendors neighbour neighbor landlord author manufacturer customs freight forwarding "
        u"secret undercover vendedor vendedores vecino fabricante autor domiciliario fornecedor "
        u"vizinho corretor despachante estafeta motorista motoristas drivers inmobiliarias chofer "
        u"conductor"},
    WishWords{
        WordClass::Info,
        u"hiring hire apply interview entrevista earn earns gana ganan ganha ganham postularme postular "
        u"candidatar recruit recruiting hours hour schedule email mail number address resources error "
        u"rights policy price prices fee "
        u"job "
        u"jobs career careers vacancy name size become rating review survey form account article "
        u"horario horarios hora horas correo numero direccion recursos precio precios empleo nombre talla "
        u"politica vacante trabajo cuenta convertirme "
        u"endereco preco precos emprego vaga vagas nome tamanho trabalho conta virar trabalhar "
        u"opening username licence license vacancies curso sueldo salario salary wage wages"},
    WishWords{
        WordClass::Cost,
        u"cost costs fee fees free charges surcharge extra paying costo costos coste cuesta cobran gratis "
        u"tarifa gratuito custo custos custa cobram cobra gratuita taxa taxas "},
    WishWords{
        WordClass::Judge,
        u"legend star crack encanto genial querido amor rude polite kind helpful nice friendly lovely "
        u"patient incompetent slow great brilliant terrible "
        u"awful "
        u"horrible unhelpful amazing wonderful ever pleasant courteous sweet sound "
        u"grosero amables groseros educado maleducado maleducada lento lenta simpatico simpatica cordial "
        u"paciente excelente encantador encantadora incompetente pesimo pesima maja majo lindo linda "
        u"grosso grossa gentil educada mal atencioso atenciosa simpaticos rude pessimo pessima fofo fofa "
        u"otimo otima"},
    WishWords{
        WordClass::Attend,
        u"attend attended serve served serving tend "
        u"atender atenderme atendernos atiende atienden atienda atiendan atiendame atiendanme atiendeme "
        u"atiendes "
        u"atendido atendida atendidos atendiendo atienda atendiera atendieran atendiese atenderia atenderan "
        u"asesore asesoren asesorar asesorarme asesorenme asesoreme asesora "
        u"atende atendem atendes atenda atendam atendesse atendessem atendendo atenderem atenderia atendame"},
    WishWords{
        WordClass::Build,
        u"api sdk webhook webhooks dashboard console plugin integration integrations integrate configure "
        u"config configuring routing seats feature features developer evaluating console roles role "
        u"integracion integraciones integrar configuro configurar panel consola enrutado puestos complemento "
        u"integracao integracoes configurei painel roteamento assentos recurso desenvolvedor papel rol"},
    WishWords{WordClass::Number,
              u"# two three four five six seven eight ten several many few both max maximum limit "
              u"dos tres cuatro cinco seis siete ocho diez varias varios muchas pocas maximo limite "
              u"duas dois quatro sete oito dez muitas poucas cada"},
    WishWords{WordClass::Another, u"else elses another other others different otra otro otros otras distinto "
                                  u"outra outro outros outras diferente"},
    WishWords{WordClass::Shun,
              u"skipping cancel cancelling withdraw unnecessary unneeded avoiding olvida olvide olvidate "
              u"olvidese olviden cancela cancele cancelen cancelar anula anule saltarme evito evite evitarme "
              u"innecesario pula pulo esquece esqueca esquecam dispenso dispensa evitando desnecessario"},
    WishWords{WordClass::If, u"if unless whether caso salvo"},
    WishWords{WordClass::Role,
              u"escrevente escrivao protocolista directivo directiva mechanic mechanics nurse nurses doctor "
              u"doctors gp midwife pharmacist pharmacists chemist "
              u"vet vets teacher teachers tutor tutors professor lecturer librarian librarians secretary "
              u"principal headteacher headmaster dean registrar trainer trainers coach coaches "
              u"instructor instructors guard guards steward stewardess planner planners surveyor "
              u"inspector inspectors warden ranger curator curators educator guide guides volunteer "
              u"volunteers trustee trustees solicitor solicitors lawyer lawyers attorney barrister "
              u"paralegal notary accountant accountants bookkeeper auditor auditors broker brokers "
              u"adjuster adjusters analyst analysts buyer recruiter recruiters controller controllers "
              u"concierge porter porters housekeeper waiter waitress chef cook barista bartender usher "
              u"cashier cashiers stylist hairdresser barber plumber plumbers electrician electricians "
              u"fitter fitters installer installers builder carpenter architect architects designer "
              u"designers dev devs maintainer maintainers programmer sysadmin gm gms admin caretaker "
              u"janitor councillor councillors mayor official officials chairman treasurer ceo cfo "
              u"president captain pilot crew paramedic dentist dentists therapist counsellor "
              u"psychologist physio optician physician surgeon investigator ombudsman negotiator rider "
              u"riders mr mrs ms miss dr mecanico mecanica mecanicos enfermera enfermero enfermeras "
              u"enfermeros medico medica medicos doctora doctores matrona partera farmaceutico "
              u"farmaceutica quimico boticario veterinario veterinaria profesor profesora profesores "
              u"profe maestro maestra tutora bibliotecario bibliotecaria secretario secretaria rector "
              u"rectora decano decana entrenador entrenadora monitor monitora instructora guardia "
              u"vigilante revisor azafata piloto urbanista arquitecto arquitecta inspectora perito "
              u"perita peritos guia guias conservador conservadora voluntario voluntaria voluntarios "
              u"abogado abogada abogados letrado letrada notario procurador contador contadora contable "
              u"contables fiscalista auditora ajustador ajustadora analista analistas comercial "
              u"comerciales moderador moderadora moderadores programador cajero cajera cocinero cocinera "
              u"camarero camarera mesero mesera mozo mucama conserje portero plomero fontanero "
              u"electricista instalador instaladora albanil carpintero peluquero peluquera concejal "
              u"concejala alcalde alcaldesa edil oficial oficiales capitan psicologo psicologa dentista "
              u"odontologo fisioterapeuta cirujano orientador orientadora investigador mediador "
              u"mediadora negociador tesorero presidente presidenta mayordomo cobrador sr sra srta don "
              u"dona enfermeira enfermeiro enfermeiras doutor doutora dra professora diretor diretora "
              u"pedagoga reitor treinador instrutor instrutora porteiro zelador sindico sindica "
              u"comissario arquiteto arquiteta fiscal fiscais curador advogado advogada advogados "
              u"tabeliao contabilista cozinheiro garcom garconete camareira encanador eletricista "
              u"pedreiro marceneiro cabeleireiro vereador prefeito parteira obstetra pediatra ouvidor "
              u"tesoureiro supervisao monitores tutores "},
    WishWords{WordClass::Desk,
              u"accounts billing payroll hr claims dispatch complaints returns reception frontdesk "
              u"retention retentions cancellations escalations backoffice workshop branch headquarters "
              u"hq switchboard registry admissions admission finance legal compliance security logistics "
              u"purchasing procurement onboarding engineering fraud disputes collections management "
              u"controlroom facturacion cobros cobranza cobranzas recepcion averias incidencias "
              u"reclamaciones reclamos quejas retencion retenciones contabilidad tesoreria "
              u"administracion nominas rrhh logistica despacho almacen bodega taller sucursal centralita "
              u"conmutador porteria admisiones fraude fraudes juridico juridica compras sistemas "
              u"postventa preventa faturamento faturacao cobranca financeiro recepcao diretoria direcao "
              u"reclamacoes retencao cancelamentos contabilidade tesouraria rh expedicao almoxarifado "
              u"filial agencia portaria admissoes "},
    WishWords{WordClass::Voice,
              u"voice voices phone phoning verbally aloud face faces personally voz vozes telefono "
              u"telefone hablada falada rostro rosto personalmente pessoalmente personal presencial "
              u"presencialmente "},
};

// How people write in chats, and the word it stands for.
constexpr const char16_t* chatSpellings =
    u"anybdy=anybody any1=anyone sum1=someone sb=somebody smbd=somebody sumbdy=somebody some1=someone u=you "
    u"ur=your r=are yall=you pls=please plz=please plss=please plzz=please pliz=please "
    u"plis=please plse=please pleas=please pleae=please ppl=people sum1=someone some1=someone sm1=someone "
    u"smone=someone sumone=someone any1=anyone anyl=anyone smbdy=somebody sumbody=somebody wanna=want "
    u"wana=want wnt=want gimme=give gimmie=give lemme=let lmk=let tlk=talk tak=talk tolk=talk spk=speak "
    u"spek=speak speek=speak cud=could cld=could wud=would cn=can kan=can hlp=help hmn=human hooman=human "
    u"humn=human humen=human prsn=person persn=person nd=need ned=need agt=agent agnt=agent agnte=agente "
    u"ajente=agente asesr=asesor acesor=asesor asesro=asesor hasesor=asesor atendete=atendente "
    u"atendnte=atendente atedente=atendente atendeti=atendente atendenti=atendente umano=humano ablen=hablen "
    u"hbl=hablar fla=fala ajent=agent "
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
    u"representativa representativo amostra muestra historial inquilino inquilina repitame insulina humanity "
    u"portabilidade decide decides receta receita "
    u"transferencia transferencias asesoria assessoria ejecucion supervision supervisao operacoes gestion "
    u"gestao waiting expect expects expected except export experience associated dispatched desde clear "
    u"enter senior wasted possa perdi drive drives broke entire advise restore restored plastic "
    u"programa fecha tanto worked works entro wasting passed troca trocas tente warning warned "
    u"waits texto router deste desse pause pausar begin tonto query pressa block blocks bloque "
    u"sparking spark solicitor sendo matar marta relying relaying quemo queixa moral marca marcas "
    u"marcha loosing losing liars exito escola entra entry dunno cheia cheio cheating cheated "
    u"tocar tenth steak precioso perro multa escada cleaner cheek cachorro batry contest tails "
    u"terno sensor rojos ratero querida queridos platina perna payas paste passos pasaria paisa "
    u"maleta needle hopping falda derives dense contrat compute commuter coleta china chida calle "
    u"bonzinho beige baker abdul cheers demanda demando contente trata mujhe looping product "
    u"producto produto leather match materials world handles conecto constant moni teeth football "
    u"programas plasticos textos fechas calles perdio "
    u"contract contracts contrato contratos contratar event parent reader walk walks walking humane "
    u"hablas personal personally personalized personalizar personalizado personalizada personalize agenda "
    u"agency agencia agencias urgent urgente urgently pagina manage managed management managing "
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

} // namespace

std::span<const WishWords> wishWords()
{
    return wishRows;
}

const char16_t* wishChatSpellings()
{
    return chatSpellings;
}

const char16_t* wishLookAlikes()
{
    return lookAlikes;
}

} // namespace relevo::assist
