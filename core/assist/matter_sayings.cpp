#include <assist/matter_words.h>

#include <array>

namespace relevo::assist {
namespace {

constexpr auto Sensitive = domain::TriggerType::Sensitive;

// Phrases of fixed words, where single words mean too little; '|' stands between them. Small and without
// accents; English, Spanish, Portuguese.
constexpr std::array sayings{
    Saying{Sensitive, 0.9, u"The customer threatens legal action",
           u"small claims|abrir um processo|take it further|file a lawsuit|legal steps|vemos no tribunal|"
           u"vemos na justica|levo voces na|los llevo a juicio|a juicio|law firm|law firms|legal counsel|"
           u"my legal adviser|my legal advisor|legal letter|letter before action|cease and desist|"
           u"breach of contract|class action|court date|court papers|served papers|serve you papers|"
           u"served with papers|press charges|pressing charges|taking you to court|take you to court|"
           u"take them to court|taking this to court|take this to court|to a tribunal|to tribunal|"
           u"formal notice|statutory demand|seeking damages|claim damages|claiming damages|"
           u"claim compensation from you|compensation for damages|arbitration panel|file for arbitration|"
           u"bufete de abogados|despacho de abogados|estudio juridico|mi asesor legal|mi asesoria juridica|"
           u"asesoria legal para|demanda colectiva|accion judicial|por la via judicial|via legal|al juzgado|"
           u"en el juzgado|ante el juzgado|a los tribunales|ante los tribunales|burofax|carta documento|"
           u"requerimiento notarial|carta notarial|incumplimiento de contrato|danos y perjuicios|"
           u"voy a denunciar|vamos a denunciar|los denuncio|os denuncio|te denuncio|los denunciare|"
           u"os denunciare|poner una denuncia|puse una denuncia|presentar una denuncia|poner la denuncia|"
           u"puse la denuncia|presente una denuncia|hacer una denuncia|levantar una denuncia|fiscalia|"
           u"ante notario|juzgado de paz|escritorio de advocacia|meu juridico|meu departamento juridico|"
           u"notificacao extrajudicial|notificacao judicial|acao judicial|acao na justica|entrar na justica|"
           u"entro na justica|entrar com acao|entrar com uma acao|entrar com processo|mover uma acao|"
           u"mover acao|mover um processo|pequenas causas|no juizado|ao juizado|danos morais|"
           u"quebra de contrato|vou denunciar|vamos denunciar|denuncio voces|fiz uma denuncia|"
           u"fazer uma denuncia|abro um processo|processo voces|processar voces|processo contra voces|"
           u"ministerio publico|defensoria publica|queixa crime|em tribunal|para tribunal|queixa na policia|"
           u"con un bufete|con mi bufete|mi bufete|ends in court|end in court|end up in court|"
           u"ending up in court|termina en los tribunales|terminar en los tribunales|acabar na justica|"
           u"acaba na justica|terminar na justica|terminar en juicio"},
    Saying{Sensitive, 0.95, u"The customer threatens legal action",
           u"voy a demandar|vamos a demandar|los demando|vou processar|vamos processar|"
           u"interpondre una demanda|poner una demanda|presentar una demanda|see you in court|"
           u"los vere en los tribunales|hear from my"},
    Saying{Sensitive, 0.85, u"The customer mentions a consumer authority",
           u"consumer protection|reclame aqui|livro de reclamacoes|hoja de reclamaciones|trading standards|"
           u"en consumo|consumer agency|consumer affairs|consumer rights|consumer council|consumer watchdog|"
           u"report you to|reporting you to|reportarlos con|reportarlos a|reportarlos ante|orgao do|"
           u"attorney general|financial conduct authority|better business bureau|federal trade commission|"
           u"consumer bureau|consumer association|citizens advice|data protection authority|"
           u"information commissioner|the ftc|the fcc|the cfpb|the fca|the bbb|the ico|the ombudsman|"
           u"superintendencia|defensa del consumidor|defensa al consumidor|defensoria del consumidor|"
           u"defensoria del pueblo|procuraduria|la ocu|agencia de proteccion de datos|la aepd|"
           u"ente regulador|libro de reclamaciones|hojas de reclamacion|hoja de reclamacion|"
           u"oficina del consumidor|ante consumo|organismo de consumo|asociacion de consumidores|osiptel|"
           u"enacom|la profeco|el sernac|banco central|bacen|anpd|anac|susep|senacon|consumidor gov|"
           u"delegacia do consumidor|orgao de defesa|orgaos de defesa|defesa do consumidor|asae|anacom|"
           u"portal da queixa|direitos do consumidor|codigo de defesa|no reclame|orgao regulador|"
           u"entidade reguladora|provedor de justica|complain to the regulator|energy regulator|"
           u"industry regulator|acudir a consumo|ir a consumo|queja a consumo|quejarme a consumo"},
    Saying{Sensitive, 0.9, u"The customer mentions a consumer authority", u"consumer court|consumer forum"},
    Saying{Sensitive, 1.0, u"Somebody may be in danger",
           u"kill myself|end my life|quitarme la vida|me quiero morir|quiero matarme|me quiero matar|"
           u"me matar|hurt myself|dont want to live|do not want to live|want to die|wanna die|end it all|"
           u"take my own life|taking my own life|cant go on living|no reason to live|better off dead|"
           u"no quiero vivir|no quiero seguir viviendo|ya no quiero vivir|quiero morirme|quiero morir|"
           u"acabar con mi vida|terminar con mi vida|ganas de vivir|nao quero viver|nao quero mais viver|"
           u"quero morrer|acabar com a minha vida|acabar com minha vida|tirar minha vida|tirar a minha vida|"
           u"vontade de viver"},
    Saying{Sensitive, 0.95, u"Somebody may be in danger",
           u"feel unsafe|threatened me|me amenazo|me ameacou|me amenazaron|amenazo de|following me home|"
           u"keeps following me|stalking me|stalks me|harassing me|harassed me|keeps harassing|assaulted me|"
           u"attacked me|groped me|touched me|hit me in the|grabbed me|im afraid of him|im scared of him|"
           u"knows where i live|pulled a knife|me esta acosando|me acosa|me acoso|acoso sexual|"
           u"me siguio hasta|me sigue hasta|me agredio|me golpeo|me empujo|me manoseo|me toco sin|"
           u"me tiene amenazad*|sabe donde vivo|tengo miedo de el|me assediou|me assedia|assedio sexual|"
           u"me perseguiu|me persegue|esta me perseguindo|me agrediu|me bateu|me empurrou|me apalpou|"
           u"me tocou|passou a mao|sabe onde moro|tenho medo dele"},
    Saying{Sensitive, 0.9, u"Somebody may be injured",
           u"got sick|se enfermo con|passou mal|broke my wrist|broke my arm|broke my leg|broke my ankle|"
           u"ended up in hospital|ended up in the hospital|ended up in a|fui parar no hospital|"
           u"parar no pronto|food poisoning|throwing up|threw up after|vomiting after|been vomiting|"
           u"allergic reaction|anaphylactic shock|electric shock|an electrical shock|shocked me|got a shock|"
           u"had to call an ambulance|called an ambulance|in an ambulance|in intensive care|"
           u"taken to hospital|taken to the hospital|rushed to hospital|rushed to the hospital|"
           u"in the hospital because|went to the er|in the emergency room|had to get stitches|"
           u"needed stitches|needs stitches|swallowed a|swallowed the|swallowed part|choked on|"
           u"chipped my tooth|broke a tooth|broke my tooth|lost a finger|cut myself|burned myself|"
           u"burnt myself|scalded my|broken wrist|broken arm|broken leg|broken ankle|knocked unconscious|"
           u"passed out after|fainted after|made us ill|made me ill|made her ill|made him ill|made us sick|"
           u"made me sick|fell ill|slipped on your|slipped because|tripped over your|chemical burn|"
           u"degree burns|descarga electrica|me dio corriente|le dio corriente|me dio calambre|"
           u"le dio calambre|me dio toque|se trago una|se trago un|se trago la|se trago el|se atraganto|"
           u"se resbalo con|me resbale con|me cai por|se cayo por|quedo hospitalizad*|termino hospitalizad*|"
           u"lo hospitalizaron|la hospitalizaron|lo internaron|la internaron|en urgencias|a urgencias|"
           u"en el hospital por|llamar a la ambulancia|vino la ambulancia|le dieron puntos|me dieron puntos|"
           u"tuvieron que coserme|me sacaron ampollas|me saco ampollas|me salieron ampollas|"
           u"le salieron ronchas|me salieron ronchas|reaccion alergica|nos intoxic*|me intoxic*|se intoxic*|"
           u"intoxicacion alimentaria|me enferme por|nos enfermamos|vomitando|vomitamos|me corte con|"
           u"se corto con|me queme con|se quemo con|quemaduras de|perdio un dedo|se desmayo|me desmaye|"
           u"quedo inconsciente|me rompi un|se rompio un diente|choque eletrico|levei um choque|"
           u"levou um choque|me deu um choque|me deu choque|deu choque em|tomei um choque|engoliu uma|"
           u"engoliu um|engoliu a|engoliu o|se engasgou|engasgou com|escorregou no|escorregou na|"
           u"escorreguei no|escorreguei na|caiu por causa|cai por causa|ficou internad*|no pronto socorro|"
           u"na uti|chamar a ambulancia|veio a ambulancia|levou pontos|levei pontos|me deu bolhas|"
           u"deu bolhas|me deu alergia|deu alergia|reacao alergica|intoxicacao alimentar|"
           u"tivemos intoxicacao|teve intoxicacao|passamos mal|passei mal|vomitou|me cortei|se cortou|"
           u"me queimei|se queimou|queimaduras de|perdeu um dedo|desmaiou|desmaiei|ficou inconsciente|"
           u"quebrei um dente|esta hospitalizad* por|quedo internad*"},
    Saying{Sensitive, 0.95, u"The customer reports a danger",
           u"caught fire|se incendio|pego fuego|prendio fuego|prendieron fuego|pegou fogo|gas leak|"
           u"fuga de gas|vazamento de gas|started smoking|smell of gas|smells of gas|smells like gas|"
           u"smell gas|gas smell|leaking gas|short circuit|short circuited|burning smell|smell of burning|"
           u"smells of burning|smells burnt|melted and|overheated and|scorched the|scorched my|"
           u"burned a hole|burnt a hole|nearly burned down|almost burned down|almost set|nearly set|"
           u"live wires|exposed wires|bare wires|exploded in|went off like a bomb|huele a gas|olor a gas|"
           u"oler a gas|perdida de gas|escape de gas|cortocircuito|corto circuito|huele a quemado|"
           u"olor a quemado|se recalento|se sobrecalento|casi se incendia|casi se quema|casi incendia|"
           u"echo chispas|saltaron chispas|salieron chispas|soltando chispas|cables pelados|estallo en|"
           u"me exploto|nos exploto|cheiro de gas|cheirando a gas|cheira a gas|vazando gas|curto circuito|"
           u"cheiro de queimado|cheira a queimado|superaqueceu|queimou a mesa|queimou a tomada|"
           u"quase pegou fogo|quase incendiou|soltou faiscas|soltando faisca*|saiu faisca*|"
           u"fios desencapados|estourou na|explodiu na|explodiu no|boiling water over|boiling water on|"
           u"boiling water all|agua hirviendo en|agua hirviendo encima|agua fervendo em|agua fervendo no|"
           u"agua fervente em|agua fervente no|charger melted|plug melted|cable melted|socket melted|"
           u"cargador se derritio|cable se derritio|enchufe se derritio|plastico se derritio|"
           u"carregador derreteu|tomada derreteu|cabo derreteu|fio derreteu|plastico derreteu"},
    Saying{Sensitive, 0.9, u"The customer reports a danger",
           u"on fire|echar humo|soltar fumaca|blew up|burst into flames|went up in flames"},
    Saying{Sensitive, 0.95, u"The customer reports fraud",
           u"identity theft|caixa falsa|correo falso|email falso|e mail falso|fake email"},
    Saying{Sensitive, 0.9, u"The customer reports fraud",
           u"es un robo|esto es un robo|isso e roubo|thats theft|that is theft|its a fake|is a fake|"
           u"es pirata|me robo|me robaron|me roubaram|stole my|stole from me|ripped me off|ripped us off|"
           u"rip off merchants|con artist|con artists|conned me|swindled|defrauded|knockoff|knock off bag|"
           u"fake product|fake products|fake website|fake site|fake shop|fake account|fake profile|"
           u"fake caller|imposter|impostor|pretending to be you|pretends to be you|pretended to be you|"
           u"pretending to be from|posing as your|posing as you|in my name without|loan in my name|"
           u"credit in my name|loan with my|sim swap|sim was swapped|cleaned out my|wiped out my|"
           u"took over my account|taken over my account|account was taken over|stole from my|me estaf*|"
           u"nos estaf*|es una estafa|una estafa|fui victima|fuimos victimas|me timaron|un timo|es falsa|"
           u"son falsas|pagina falsa|sitio falso|web falsa|perfil falso|se hace pasar|se hizo pasar|"
           u"haciendose pasar|se hacen pasar|prestamo a mi nombre|credito a mi nombre|a mi nombre sin|"
           u"duplicaron el chip|duplicaron mi|me vaciaron|vaciaron mi|vacio el saldo|vacio mi|se robaron mi|"
           u"me hurtaron|hurto|fui enganad*|fui vitima|fomos vitimas|me enganaram|caiu no golpe|"
           u"cai no golpe|cai num golpe|cai em um golpe|levei um golpe|fui lesad*|e falsa|produto falso|"
           u"e imitacao|site falso|se passando por|se passou por|se passa por|a fazer se passar|"
           u"emprestimo no meu nome|emprestimo com meus|credito no meu nome|no meu nome sem|clonaram meu|"
           u"chip clonado|clonou meu|zerou meu|limparam minha|limparam a minha|furtaram|fui roubad*|"
           u"vigarice|me engana*|nos engana*|me engano|vaciaron la cuenta|vaciaron la tarjeta|"
           u"esvaziaram a conta|esvaziaram minha|zeraram minha|zeraram a conta|drained my account|"
           u"drained my bank|drained my balance|drained my savings|emptied my account|emptied my card|"
           u"emptied the account|fui burlad*|savings were drained|savings drained|account was drained|"
           u"account drained|been broken into|was broken into|got broken into|broke into my account|"
           u"broken into my"},
    Saying{Sensitive, 0.9, u"The customer reports a stolen card",
           u"entraron a mi cuenta|entraron en mi cuenta|entraram na minha conta|entro a mi cuenta|"
           u"entrou na minha conta|usaron mi tarjeta|usaron los datos de mi|usaram meu cartao|"
           u"usaram os dados|opened an account in my name|cuenta a mi nombre|conta no meu nome"},
    Saying{Sensitive, 0.85, u"The customer reports a payment that was not theirs",
           u"dont recogni*|do not recogni*|didnt recogni*|no reconozco|nao reconheco|no autorice|"
           u"nunca autorice|nao autorizei|nunca autorizei|didnt authori*|never authori*|did not authori*|"
           u"i never made|que yo no hice|que no hice yo|que eu nao fiz|que nao fiz|wasnt me|was not me|"
           u"not made by me|no fui yo|nao fui eu|i didnt make|i did not make|i never bought|yo no compre|"
           u"eu nao comprei|know nothing about|never placed|without my consent|without my knowledge|"
           u"without my authori*|never signed up|never subscribed|never agreed to|de las que no se|"
           u"de los que no se|sin mi permiso|sin mi consentimiento|sin mi autorizacion|sin mi conocimiento|"
           u"sin autorizacion|sin permiso mio|yo no contrate|nunca contrate|nunca me suscribi|"
           u"que no contrate|sem minha permissao|sem a minha permissao|sem meu consentimento|"
           u"sem o meu consentimento|sem minha autorizacao|sem a minha autorizacao|sem autorizacao|"
           u"nao contratei|nunca contratei|nunca assinei|que nao contratei|que eu nao contratei|"
           u"charge isnt mine|charge is not mine|payment isnt mine|payment is not mine|debit isnt mine|"
           u"debit is not mine|purchase isnt mine|purchase is not mine|charges arent mine|"
           u"charges are not mine|cargo no es mio|cobro no es mio|pago no es mio|debito no es mio|"
           u"compra no es mia|cargos no son mios|compras no son mias|cobranca nao e minha|debito nao e meu|"
           u"compra nao e minha|pagamento nao e meu|compras nao sao minhas"},
    Saying{Sensitive, 0.9, u"It is about data protection",
           u"right to be forgotten|derecho al olvido|proteccion de datos|protecao de dados|data protection|"
           u"subject access|my personal details were|data you hold|information you hold|"
           u"information you have on me|information you have about me|what you hold on me|"
           u"what you hold about me|hold on me|store about me|stored about me|data you store|data breach|"
           u"data leak|delete everything you|erase everything you|erase my data|delete my data|"
           u"shared my number|shared my data|shared my details|shared my address|sold my data|"
           u"sold my details|sold my email|selling my data|third parties without|another customers data|"
           u"another customers details|other customers data|other peoples data|someone elses details|"
           u"someone elses invoice|see other customers|visible to other|visible to everyone|"
           u"visible to others|los datos que tienen|datos que guardan|los datos que guardan|"
           u"informacion que tienen de mi|informacion que guardan|lo que guardan de mi|que tienen sobre mi|"
           u"que tienen de mi|borren mis datos|borren toda|borrar mis datos personales|eliminen mis datos|"
           u"eliminen toda|filtracion de datos|brecha de datos|habeas data|derechos arco|derecho de acceso|"
           u"derecho de supresion|compartieron mis|compartir mi numero|compartir mis datos|compartieron mi|"
           u"vendieron mis|dieron mis datos|dieron mi numero|datos de otro cliente|datos de otros clientes|"
           u"datos de otra persona|factura de otro|visible para otros|visibles para otros|"
           u"otros clientes pueden ver|otros clientes vieron|os dados que tem|dados que guardam|"
           u"dados que voces tem|informacao que tem sobre mim|que tem sobre mim|que voces tem sobre mim|"
           u"que guardam sobre mim|apaguem meus dados|apaguem toda|apaguem tudo|excluam meus dados|"
           u"eliminem os meus dados|vazamento de dados|lei geral de protecao|direito de acesso|"
           u"compartilharam meu*|compartilhou meu*|partilharam os meus|partilharam o meu|passaram meu*|"
           u"venderam meu*|deram meus dados|deram meu numero|a terceiros|com terceiros|para terceiros|"
           u"dados de outro cliente|dados de outros clientes|dados de outra pessoa|visivel para outros|"
           u"visiveis para outros|outros clientes podem ver|outros clientes viram|delete all my data|"
           u"delete all my information|erase all my data|numero a terceros|datos a terceros|"
           u"numero con terceros|datos con terceros|compartir con terceros|compartieron con terceros|"
           u"numero a terceiros|dados a terceiros|numero para terceiros|dados para terceiros|"
           u"dados com terceiros|compartilhar com terceiros|compartilharam com terceiros|"
           u"borren todos mis datos|eliminen todos mis datos|apaguem todos os meus|excluam todos os meus|"
           u"fatura de outro|boleto de outro"},
    Saying{Sensitive, 0.9, u"The customer disputes a refund",
           u"wont refund|will not refund|wont give me my money|no me quieren devolver|no quieren devolverme|"
           u"nao querem devolver|nao querem me devolver|not entitled|no tengo derecho al reembolso|"
           u"nao tenho direito|wont pay me back|will not pay me back|no me quieren pagar|"
           u"nao querem me pagar|my rights as a consumer|promised a refund and|refusing to give|"
           u"refuse to give|refuses to give|refused to give|refuse to pay|refusing to pay|refuses to pay|"
           u"wont pay this|will not pay this|contest this|contesting this|contesting the|contest the bill|"
           u"dispute this|disputing this|reverse this charge|reversing the payment|se niegan a|se niega a|"
           u"niegan a devolver*|se rehusan a|no me quieren dar|no quieren pagar|no me quieren reembols*|"
           u"no pienso pagar|no pagare|voy a impugnar|la impugno|lo impugno|desconozco el|desconozco este|"
           u"desconozco esa|desconozco esta|mi derecho como consumidor|mis derechos como consumidor|"
           u"se recusam a|se recusa a|recusam se a|nao querem me dar|nao querem pagar|"
           u"nao querem me reembols*|nao querem estornar|nao pago essa|nao pago isso|vou contestar|"
           u"contesto essa|meus direitos como consumidor|meu direito como consumidor|no voy a pagar esa|"
           u"no voy a pagar esta|no voy a pagar eso|nao vou pagar essa|nao vou pagar isso|"
           u"not going to pay for|not paying this bill|dispute the charge|reverse the charge on|"
           u"filing a chargeback|file a chargeback|do a chargeback|doing a chargeback|request a chargeback|"
           u"start a chargeback|um chargeback|o chargeback|el contracargo|un contracargo|chargeback today|"
           u"do chargeback"},
    Saying{Sensitive, 0.85, u"The customer disputes a refund",
           u"never refunded|nunca me reembolsaron|nunca me reembolsaram|que no corresponde"},
    Saying{Sensitive, 0.85, u"The customer is kept from cancelling",
           u"wont let me cancel|not let me cancel|no me dejan cancelar|nao me deixam cancelar|"
           u"cant cancel it anywhere|cant get out of|impossible to cancel|no way to cancel|"
           u"keep me from cancelling|prevent me from cancelling|refuse to cancel|imposible cancelar|"
           u"imposible darme de baja|no hay forma de cancelar|no me dan la baja|no me quieren dar de baja|"
           u"no dejan cancelar|no me dejan dar*|impossivel cancelar|nao tem como cancelar|"
           u"nao consigo cancelar a assinatura|nao querem cancelar|nao deixam cancelar|nao me deixam sair"},
    Saying{Sensitive, 0.8, u"The customer wants to leave",
           u"me doy de baja|denme de baja|dar de baja mi|take me off your|done with you|"
           u"done with this company|close everything|im leaving for good|leaving your company|"
           u"taking my business elsewhere|never doing business with you|lost a customer|losing a customer|"
           u"losing me as a customer|lost me as a customer|termine con ustedes|he terminado con vosotros|"
           u"cierren todo|cerrad todo|cierren mi cuenta ya|me voy a la competencia|me paso a la competencia|"
           u"me cambio a la competencia|perdieron un cliente|pierden un cliente|han perdido un cliente|"
           u"no vuelvo nunca|acabou com voces|fechem tudo|encerrem tudo|vou para a concorrencia|"
           u"vou pra concorrencia|mudo para a concorrencia|perderam um cliente|perderam uma cliente|"
           u"vao perder um cliente|nunca mais volto"},
    Saying{Sensitive, 0.8, u"The customer was charged after cancelling",
           u"still take money|still taking money|still charging me|keep charging me|keep taking money|"
           u"keeps charging me|siguen cobrando|siguen cobrandome|siguen sacando|sigue cobrando|"
           u"continuam cobrando|continuam tirando|seguem cobrando|still being billed|still being charged|"
           u"keep billing|months after i|still debiting|keep debiting|kept charging|kept billing|"
           u"still billing me|still getting charged|still get charged|billed me after|charged me after|"
           u"meses cobrandome|meses cobrando|me siguen debitando|me siguen descontando|me sigue cobrando|"
           u"me siguen cobrando|siguen debitando|siguen descontando|meses me cobrando|meses que me cobram|"
           u"seguem debitando|continuam debitando|continuam me cobrando|ainda me cobram|"
           u"ainda estao cobrando|seguem me cobrando"},
    Saying{Sensitive, 0.8, u"The customer wants to end a contract",
           u"out of this subscription|out of this contract|out of my contract|out of my subscription|"
           u"salirme de esta|salirme del contrato|salir del contrato|sair dessa assinatura|sair desse plano|"
           u"sair do contrato|sair do plano|terminate my membership|terminate my contract|"
           u"terminate my subscription|end my membership|end my subscription|end my contract|"
           u"get out of this contract|out of the contract|out of my plan|cancel my membership right|"
           u"i am cancelling my membership|no longer want to be a member|stop my membership|"
           u"stop my subscription|give notice on|terminar mi membresia|terminar mi contrato|"
           u"terminar mi suscripcion|rescindir el contrato|rescindir mi contrato|rescindo|saquenme de este|"
           u"saquenme del|sacarme de este|salgo del contrato|ya no quiero ser socio|"
           u"ya no quiero ser cliente|no quiero seguir con el contrato|no quiero seguir con la suscripcion|"
           u"encerrar minha assinatura|encerrar meu contrato|encerrar meu plano|rescindir o contrato|"
           u"rescindir meu contrato|me tirem desse|me tirem deste|me tira desse|me tirar desse|"
           u"quero sair do plano|nao quero mais ser cliente|nao quero mais ser socio|"
           u"nao quero mais a assinatura|nao quero mais o plano|denuncia do contrato|denunciar o contrato|"
           u"get me out of this|salirme de este"},
    Saying{Sensitive, 0.85, u"It is about data protection",
           u"never gave you permission|nunca di permiso|nunca dei permissao|filtro mis datos"},
    Saying{Sensitive, 0.85, u"The customer reports how he was treated",
           u"racial slur|racist remark|racist comment|racist comments|was racist|is racist|racially abused|"
           u"homophobic|called me a slur|because of my skin|because im black|because i am black|"
           u"because of my religion|sexual comment|sexual comments|sexually harass*|sexist remark|"
           u"discriminated against|discriminating against|comentario racista|comentarios racistas|"
           u"fue racista|es racista|racismo|por mi color de piel|por ser negro|por ser negra|"
           u"por mi religion|comentario sexual|comentarios sexuales|comentario machista|foi racista|"
           u"por causa da minha cor|pela minha cor|por ser preto|por ser preta|comentarios sexuais|"
           u"homofobico|homofobica|homofobia|were racist|racista conmigo|racista comigo|racistas con|"
           u"racistas com"},
    Saying{Sensitive, 0.9, u"The customer threatens legal action",
           u"presente la demanda|presente una demanda|presentado una demanda|puse una demanda|"
           u"puse la demanda|demanda contra|metere una demanda|meter una demanda|meto una demanda|"
           u"dei entrada na acao|dar entrada na acao|dei entrada em|entrei com acao|"
           u"entrei com uma acao|entrei na justica|acao contra|filed papers|filed a claim|"
           u"file a claim against|filed suit|legal claim|legal representation|legal advice|"
           u"legal department will|solicitors letter|take legal|seek legal|legal team will|"
           u"mi equipo legal|meu time juridico|against the law|breaking the law|thats illegal|"
           u"that is illegal|this is illegal|its illegal|es ilegal|esto es ilegal|eso es ilegal|"
           u"isso e ilegal|e ilegal|contra la ley|contra a lei|fora da lei|denuncia penal|"
           u"denuncia por|queja formal ante|mis derechos como consumidor|my rights as a consumer|"
           u"meus direitos como consumidor"},
    Saying{Sensitive, 0.85, u"The customer mentions a consumer authority",
           u"the regulator|the regulators|con el regulador|al regulador|agencia reguladora|"
           u"agencia regulatoria|autoridad reguladora|reclamacion en consumo|queja en consumo|"
           u"denuncia en consumo|reclamacion a consumo|reclamo en defensa|my mp|local authority|"
           u"consumer complaint with|complain to the authorities|complaint with the authorities|"
           u"las autoridades|as autoridades|the authorities"},
    Saying{Sensitive, 1.0, u"Somebody may be in danger",
           u"feel like being alive|being alive anymore|want to be alive|want to live anymore|"
           u"tired of living|dont want to be here anymore|hang myself|cut my wrists|slit my wrists|"
           u"jump off a|take an overdose|ganas de seguir viv*|no quiero estar viv*|cansad* de vivir|"
           u"cortarme las venas|colgarme|tirarme de|sobredosis|hacerme dano|no vale la pena vivir|"
           u"me enforcar|cortar os pulsos|me jogar d*|cansad* de viver|overdose|me machucar|"
           u"nao vale a pena viver"},
    Saying{Sensitive, 0.95, u"Somebody may be in danger",
           u"pushed me|shoved me|punched me|slapped me|kicked me|spat at me|spat on me|beat me up|"
           u"threatens me|threatening me|he threatened|she threatened|he followed me|"
           u"wont leave me alone|keeps texting me|me pego|me escupio|me dio un golpe|"
           u"me dio una cachetada|me amenaza|me amenazan|no me deja en paz|me insulto|"
           u"me falto al respeto|me grito|me deu um soco|me deu um tapa|cuspiu em mim|me ameaca|"
           u"me ameacaram|nao me deixa em paz|me xingou|me ofendeu"},
    Saying{Sensitive, 0.85, u"The customer reports how he was treated",
           u"racist|racista|racism|racismo|sexist|machista|homophobic|homofob*|xenophobic|xenofob*|"
           u"xenofobia|because im black|because i am black|because im gay|because i am gay|"
           u"por ser negr*|por ser gay|por ser mujer|por ser mulher|por mi color|pela minha cor|"
           u"color of my skin|cor da pele|color de piel"},
    Saying{Sensitive, 0.9, u"Somebody may be injured",
           u"sick all night|ill all night|sick all day|been sick since|made my * sick|made my * ill|"
           u"vomiting all|vomiting|vomited|vomitado|vomito|vomito toda|noche vomitando|"
           u"noite vomitando|diarrhoea after|diarrhea after|diarrea por|broke my|broken my|broke his|"
           u"broke her arm|broke her leg|broke her wrist|twisted my ankle|sprained my|dislocated my|"
           u"gave way and|knocked out a|lost a tooth|black eye|fell off and|fell because|"
           u"cant breathe after|couldnt breathe|trouble breathing|difficulty breathing|"
           u"throat swelled|swelled up|swollen after|blistered|chemical on my skin|went blind|"
           u"lost my sight|no podia respirar|no puedo respirar|se me hincho|se le hincho|"
           u"me hincho la|me fracture|se fracturo|me torci|me disloque|perdi un diente|"
           u"perdi la vista|me cayo encima|le cayo encima|nao conseguia respirar|"
           u"nao consigo respirar|inchou a|inchou o|me inchou|fraturei|torci o|desloquei|"
           u"perdi um dente|perdi a visao|caiu em cima d*"},
    Saying{Sensitive, 0.9, u"The customer reports a danger",
           u"caught light|caught alight|set alight|set itself on fire|went on fire|catch fire|"
           u"catches fire|catching fire|flames came|burned down|burnt down|melted in|melted on|"
           u"melted onto|se prendio|se prendieron|se quemo el enchufe|ardio|ardiendo|agarro fuego|"
           u"cogio fuego|echaba humo|echa humo|sale humo|salia humo|saco chispas|"
           u"saca chispas|incendiou|ardeu|saindo fumaca|sai fumaca|saiu fumaca|"
           u"soltou fumaca|soltando fumaca|deu faisca|carbon monoxide|monoxido de carbono|"
           u"electrified|da corriente|esta dando choque|dando choque"},
    Saying{Sensitive, 0.9, u"The customer reports fraud",
           u"claiming to be you|claiming to be from|claimed to be from|claimed to be you|"
           u"said he was from your|said she was from your|said they were from|saying he was from|"
           u"saying they were from|took my pin|gave him my code|gave him my pin|gave them my code|"
           u"gave them my pin|gave her my pin|gave them my password|asked for my pin|"
           u"asked for my password and|changed my password|changed the password and|"
           u"locked me out of my account|emptied my points|emptied my|drained my|wiped my balance|"
           u"money disappeared|money is gone|my money vanished|funds are missing|funds disappeared|"
           u"diciendo que era de|diciendo ser de|diciendo que eran de|dijo que era de ustedes|"
           u"dijeron que eran de|me saco la clave|me saco el codigo|me sacaron la clave|"
           u"le di mi clave|le di la clave|le di el codigo|les di mi clave|les di el codigo|"
           u"me pidieron la clave|me pidieron el codigo|cambio mi contrasena|cambiaron mi contrasena|"
           u"cambiaron la contrasena|desaparecio mi dinero|desaparecio el dinero|"
           u"mi dinero desaparecio|me desaparecio|vacio mis|vaciaron mis|me quitaron el dinero|"
           u"dizendo que era d*|dizendo ser d*|disse que era de voces|disseram que eram d*|"
           u"pegou minha senha|pegaram minha senha|passei minha senha|passei a senha|passei o codigo|"
           u"dei minha senha|dei o codigo|pediram minha senha|trocou minha senha|"
           u"trocaram minha senha|mudaram minha senha|sumiu meu dinheiro|sumiu o dinheiro|"
           u"meu dinheiro sumiu|zerou meus|sumiram com meu"},
    Saying{Sensitive, 0.85, u"The customer reports a payment that was not theirs",
           u"purchase ... wasnt me|charge ... wasnt me|i was asleep when|while i was asleep|"
           u"didnt buy that|did not buy this|i didnt buy|didnt order that|i didnt order any|"
           u"never ordered this|never ordered that|i never ordered|not my purchase|not my charge|"
           u"isnt my purchase|charge is not mine|charges are not mine|purchase is not mine|"
           u"isnt mine ... card|unknown charge|unknown charges|unknown payment|unknown purchase|"
           u"strange charge|strange payment|suspicious charge|suspicious transaction|"
           u"suspicious payment|charge from you i|charge i dont|charges i dont|payment i dont|"
           u"cargo que no|cargos que no|cobro que no|cobros que no|compra que no|compras que no|"
           u"movimiento que no|movimientos que no|cargo desconocido|cobro desconocido|"
           u"compra desconocida|cargo extrano|cargo sospechoso|yo no pedi eso|yo no compre|"
           u"no es mi compra|ese cobro no|ese cargo no|esa compra no|yo estaba dormid*|"
           u"cobranca que nao|cobrancas que nao|compra que eu nao|compras que eu nao|compra que nao|"
           u"compras que nao|pagamento que nao|cobranca desconhecida|compra desconhecida|"
           u"cobranca estranha|compra suspeita|essa compra nao|essa cobranca nao|eu nao comprei|"
           u"eu estava dormindo"},
    Saying{Sensitive, 0.85, u"It is about data protection",
           u"everything you have on me|everything you have about me|everything you hold about|"
           u"everything you know about me|all the information you have|all information you hold|"
           u"every record of me|all records of me|copy of all my data|copy of my data|"
           u"copy of all my personal|personal details were|personal information was|sold my data|"
           u"sold my details|sold my email|sharing my data|sharing my details|shared my data|"
           u"shared my details|shared my address|right to be forgotten|wipe my data|wipe my details|"
           u"remove my data|remove all my data|erase my|delete my personal|delete my information|"
           u"delete all my|todo lo que tienen de mi|todo lo que tienen sobre mi|"
           u"todo lo que saben de mi|toda mi informacion|todos mis datos|copia de mis datos|"
           u"copia de todos mis|vendieron mis datos|compartieron mis datos|compartieron mi|"
           u"dieron mis datos|dieron mi direccion|dieron mi numero|derecho al olvido|borren mis|"
           u"borren toda|borren todo|eliminen mis|eliminen todos|eliminen toda|"
           u"tudo que tem sobre mim|tudo o que tem sobre|tudo o que voces tem|tudo que voces tem|"
           u"todos os meus dados|todos meus dados|copia dos meus dados|venderam meus dados|"
           u"compartilharam meus|passaram meus dados|passaram meu numero|passaram meu endereco|"
           u"direito ao esquecimento|apaguem meus|apaguem tudo|apaguem todos|excluam meus|"
           u"excluam tudo|excluam todos"},
    Saying{Sensitive, 0.85, u"The customer disputes a refund",
           u"wont give me my money|wont give me back|wont give back|wont return my money|wont refund|"
           u"will not refund|refuse to return my|refusing to return my|not giving me my money|"
           u"keep my money|kept my money|keeping my money|where is my money and|give me my money|"
           u"opened a dispute|open a dispute|raised a dispute|"
           u"dispute against|dispute with my bank|dispute it with|my bank will reverse|"
           u"bank to reverse|reverse the payment through|no me devuelven|no nos devuelven|"
           u"no me quieren devolver|no quieren devolver|no me han querido devolver|"
           u"se quedaron con mi dinero|se quedan con mi dinero|devuelvanme mi|"
           u"devuelveme mi|exijo mi dinero|exijo mi reembolso|exijo la devolucion|"
           u"abrio una disputa|abri una disputa|disputa contra|disputa con mi banco|"
           u"disputa en el banco|nao me devolvem|nao devolvem|nao querem devolver|nao me reembolsam|"
           u"nao querem reembolsar|ficaram com meu dinheiro|devolvam meu|devolve meu dinheiro|"
           u"exijo meu dinheiro|exijo o reembolso|exijo a devolucao|"
           u"abriu contestacao|abri contestacao|contestacao no banco|contestacao contra|"
           u"contestar no banco|abrir contestacao"},
    Saying{Sensitive, 0.8, u"The customer was charged after cancelling",
           u"cancelled ... still taking|cancelled ... still charg*|cancelled ... still bill*|"
           u"cancelled ... keep taking|cancelled ... keep charging|cancelled ... took|"
           u"canceled ... still taking|canceled ... still charg*|canceled ... still bill*|"
           u"canceled ... keep charging|cancele ... siguen|cancele ... sigue|cancele ... siguieron|"
           u"di de baja ... siguen|di de baja ... cobra*|cancelei ... continuam|"
           u"cancelei ... continua|cancelei ... seguem|cancelei ... ainda cobra*|"
           u"cancelei ... debita*"},
    Saying{Sensitive, 0.8, u"The customer wants to end a contract",
           u"out of my contract|out of the contract|out of this contract|out of my plan|"
           u"out of my membership|out of my lease|leave my contract|leaving my contract|"
           u"break my contract|exit my contract|end my policy|terminate my policy|"
           u"cancel my policy|cancel my insurance|cancel my contract|cancel everything|"
           u"close everything|end my plan|terminate my plan|salirme del contrato|salir del contrato|"
           u"salir de mi contrato|romper el contrato|romper mi contrato|rescindir|rescision|"
           u"anular mi poliza|cancelar mi poliza|cancelar mi contrato|cancelar mi seguro|"
           u"cancelen todo|cierren todo|darme de baja|darnos de baja|denme de baja|deme de baja|"
           u"dame de baja|doy de baja|sair do contrato|sair desse contrato|sair do meu plano|"
           u"romper o contrato|quebrar o contrato|desfazer o contrato|cancelar meu contrato|"
           u"cancelar meu seguro|cancelar minha apolice|cancelem tudo|encerrem tudo|distrato"},
    // An account, where its end is announced or demanded; how it is done, and deleting one, is daily
    // business.
    Saying{Sensitive, 0.8, u"The customer wants to end a contract",
           u"i want to cancel my account|i want to close my account|i wish to cancel my account|"
           u"id like to cancel my account|i would like to cancel my account|id like to close my account|"
           u"i would like to close my account|i want to terminate my account|"
           u"i would like to terminate my account|please cancel my account|please terminate my account|"
           u"i am cancelling my account|im cancelling my account|i am closing my account|"
           u"im closing my account|cancel my account now|cancel my account today|"
           u"cancel my account immediately|cancel my account for good|quiero cancelar mi cuenta|"
           u"quisiera cancelar mi cuenta|deseo cancelar mi cuenta|quiero cerrar mi cuenta|"
           u"quisiera cerrar mi cuenta|deseo cerrar mi cuenta|por favor cancelen mi cuenta|"
           u"por favor cierren mi cuenta|cancelen mi cuenta ya|cancelo mi cuenta ahora|"
           u"quero cancelar minha conta|quero cancelar a minha conta|quero fechar minha conta|"
           u"quero fechar a minha conta|gostaria de cancelar minha conta|quero encerrar minha conta|"
           u"por favor cancelem minha conta|por favor encerrem minha conta"},
};

} // namespace

std::span<const Saying> sensitiveSayings()
{
    return sayings;
}

} // namespace relevo::assist
