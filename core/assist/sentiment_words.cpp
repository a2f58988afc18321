#include <assist/sentiment_words.h>

#include <assist/word_table.h>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

// Weights in hundredths: 36 alone is a frustration of 0.3, 70 of 0.5, 120 of 0.7, 230 of 0.9. English,
// Spanish, Portuguese; chat spelling beside the word it stands for. A word of two languages stands where it
// first comes.
constexpr std::array feelings{
    // Insults, theft, threats: no one writes them calmly.
    FeelingRow{
        Feeling::Anger, 130, 0,
        u"fuck, fucking, fuckin, fucked, fck, fkn, stfu, asshole, assholes, bastard, bastards, bitch, thief, "
        u"thieves, "
        u"crooks, criminals, scammers, scammer, goddamn, motherfuckers, robbery, robbed, rip off, ripoff, "
        u"ripped off, "
        u"stole my money, stolen my money, you stole, livid, furious, fuming, outrageous, disgusting, "
        u"hijos de puta, hijo de puta, hdp, hp, puta, putos, cabrones, pendejos, pendejo, ladrones, ladron, "
        u"rateros, "
        u"estafadores, estafador, sinverguenzas, sinverguenza, malditos, maldita sea, me robaron, robaron, "
        u"me estan robando, es un robo, furioso, furiosa, asqueroso, asquerosa, asqueroso servicio, "
        u"indignante, atraco, "
        u"chinga, chingada, vergonzoso, vete a la mierda, vayanse a la mierda, conchetumare, ctm, "
        u"filho da puta, filhos da puta, fdp, vsf, pqp, caralho, porra, ladrao, ladroes, golpistas, "
        u"golpista, "
        u"sem vergonha, sem vergonhas, seus bandidos, bandidos, me roubaram, roubaram, e um roubo, um roubo, "
        u"assalto, "
        u"revoltante, nojento, nojenta, vai se foder, vao se foder, tomar no cu"},
    FeelingRow{
        Feeling::Anger, 120, 0,
        u"thanks for nothing, thank you for nothing, you lied, are lying, lying to me, liars, "
        u"liar, lied to me, how dare you, gracias por nada, me mintieron, mentirosos, mentiroso, ustedes "
        u"mienten, mienten, "
        u"obrigado por nada, obrigada por nada, mentiram, mentirosos, mentem, "
        u"never again, never buy, never buying, never order, never ordering, never shop, worst service, "
        u"worst company, "
        u"worst experience, "
        u"nunca mas, no vuelvo a comprar, jamas vuelvo, peor servicio, peor empresa, peor experiencia, "
        u"nunca mais, pior servico, pior empresa, pior experiencia, pior atendimento, "
        u"hasta las narices, hasta la madre, hasta los huevos, hasta los cojones, de saco cheio, saco cheio, "
        u"trading standards, my lawyer, a lawyer, my solicitor, small claims, sue you, take you to court, "
        u"legal action, "
        u"mi abogado, abogados, los voy a denunciar, voy a denunciar, voy a demandar, denuncia a consumo, "
        u"profeco, "
        u"meu advogado, vou denunciar, vou processar, no procon, procon, reclame aqui, "
        u"go to the police, go to police, a la policia, na policia, a policia, pra policia"},
    FeelingRow{
        Feeling::Anger, 95, 0,
        u"ridiculous, unacceptable, inexcusable, appalling, shameful, disgrace, disgraceful, scam, scammed, "
        u"scamming, "
        u"fraud, fraudulent, cheated, cheating, cheats, pathetic, useless, incompetent, incompetence, "
        u"idiots, idiot, idiotic, "
        u"stupid, morons, moron, garbage, bullshit, shit, shitty, bs, pissed, pissed off, wtf, wth, ffs, "
        u"horrible, atrocious, "
        u"terrible, awful, horrendous, hate, worst, a joke, beyond a joke, kidding me, sick and tired, fed "
        u"up, "
        u"enough is enough, had enough, done with you, so done, infuriating, infuriated, outraged, enraged, "
        u"unbelievable, "
        u"screw you, screw up, waste of time, wasting my, waste of money, wasted my, ashamed of yourselves, "
        u"should be ashamed, misled, deceived, treated so badly, "
        u"ridiculo, ridicula, inaceptable, inadmisible, intolerable, verguenza, que verguenza, bochornoso, "
        u"bochornosa, avergonzarse, estafa, estafaron, fraude, patetico, patetica, inutil, inutiles, "
        u"incompetentes, "
        u"incompetente, idiotas, idiota, estupido, estupidos, estupidez, basura, porqueria, mierda, harto, "
        u"harta, hartos, "
        u"pesimo, pesima, pesimos, horrible, odio, una broma, tomadura de pelo, el colmo, perdida de tiempo, "
        u"perder el tiempo, perdiendo mi tiempo, me enganaron, enganado, enganada, enganaron, indignado, "
        u"indignada, una burla, abuso, un desastre, me tienen harta, no mamen, no manches, no mames, no "
        u"jodan, jodan, "
        u"no hay derecho, maleducada, maleducados, maltratado, tratado tan mal, encabronado, encabronada, "
        u"ridicula, inaceitavel, inadmissivel, intoleravel, vergonha, que vergonha, golpe desses, e golpe, "
        u"lixo, porcaria, "
        u"merda, bosta, palhacada, pessimo, pessima, horrivel, terrivel, odeio, descaso, desrespeito, falta "
        u"de respeito, "
        u"piada, brincadeira isso, de brincadeira, perda de tempo, perder meu tempo, me fazer perder, "
        u"enganaram, um absurdo, "
        u"absurdo, indignada, que raiva, com raiva, burro, burros, incompetencia, palhacos, passou dos "
        u"limites, "
        u"nao aguento mais, cansei de, maltratada, mal educada, mal educados, bando de, passaram dos "
        u"limites, foi a gota"},
    FeelingRow{
        Feeling::Anger, 75, 0,
        u"angry, mad at, cross about, annoyed, frustrated, enraging, ridic, rude, nonsense, rubbish, crap, "
        u"crappy, damn, "
        u"bloody, hell, shame, shame on you, sucks, suck, dumb, lame, joke, insane, crazy service, absurd, "
        u"nightmare, "
        u"had it with, tired of, sick of, out of patience, running out of patience, losing my patience, lost "
        u"my patience, "
        u"not fair, isnt fair, is not fair, no es justo, nao e justo, fool, ruined, ruining, hopeless, "
        u"dishonest, unprofessional, lousy, worthless, clowns, clown, "
        u"complaining to, file a complaint, last chance, last warning, last time, chargeback, dispute with "
        u"my bank, "
        u"extremely upset, very upset, so upset, really upset, deep disappointment, extremely disappointed, "
        u"happy now, "
        u"do you even, does anyone even, in circles, ignoring me, keep ignoring, over and over, "
        u"unsafe, cancelling everything, telling everyone, post about this, post this everywhere, "
        u"your competitor, competitor, how hard can it be, how hard is it, driving me crazy, "
        u"enojado, enojada, enojados, molesta con, enfadado, enfadada, cabreado, cabreada, decepcionante, "
        u"coraje, rabia, "
        u"que rabia, que asco, asco, fastidio, que fastidio, cansado de, cansada de, cansados de, ya basta, "
        u"basta, ultima vez, "
        u"tonto, tontos, tonterias, fatal, lamentable, profunda decepcion, que falta de, falta de respeto, "
        u"de mal en peor, "
        u"dando vueltas, arruinaron, arruinado, agotando la paciencia, paciencia tiene, perdiendo la "
        u"paciencia, "
        u"voy a la competencia, la competencia, voy a publicar, lo voy a publicar, presentar una queja, hoja "
        u"de reclamaciones, "
        u"increible pero, de una vez, de una buena vez, no puede ser, en serio me, descarados, caraduras, "
        u"bravo com, brava, zangado, zangada, irritado, irritada, puto com, puta com, irritante, frustrado, "
        u"frustrada, "
        u"frustrante, estressado, estressada, cansado de, cansada de, chega de, que saco, um saco, "
        u"lamentavel, "
        u"profunda decepcao, perdendo a paciencia, paciencia esta se esgotando, esgotando, estragaram, "
        u"concorrencia, pra concorrencia, vou postar, andar em circulos, em circulos, nao e possivel, "
        u"de uma vez, inacreditavel, ridiculo isso, ta de sacanagem, sacanagem, afff, droga, trouxa, otario, "
        u"cara de pau, "
        u"isso nao se faz, nao se faz, nao presta, nao prestam, no sirven, no sirve, no tienen verguenza"},
    FeelingRow{
        Feeling::Anger, 55, 0,
        u"frustrating, disappointing, disappointed, upset, irritated, irritating, annoying, unhappy, unfair, "
        u"ugh, argh, smh, "
        u"omg seriously, are you serious, are u serious, r u serious, seriously, forever, nobody cares, no "
        u"one cares, "
        u"nobody seems to care, nobody ever, no one ever, still no answer, still no reply, still no "
        u"response, "
        u"still nothing, zero replies, no one answers, nobody answers, nobody knows, no time for this, time "
        u"for this, "
        u"lost patience, poor service, bad service, bad experience, passed around, "
        u"same answer, crying, unhelpful, misleading, "
        u"disapointed, dissapointed, decepciono, dont answer, do not answer, dont reply, not answering, "
        u"never answer, never reply, no me responden, no responden, no contestan, no me contestan, nao "
        u"respondem, nao me respondem, nao responde, decepcionou, molesto, molesta, decepcionado, "
        u"decepcionada, decepcion, disgustado, disgustada, frustrado, frustrada, injusto, "
        u"injusta, en serio, nadie contesta, nadie responde, nadie sabe, a nadie le importa, sigo sin "
        u"respuesta, "
        u"sin respuesta, cero respuestas, una eternidad, no tengo tiempo para, mal servicio, mala "
        u"experiencia, "
        u"chateado, chateada, decepcionado, decepcionada, decepcao, injusto, injusta, aff, affs, ninguem "
        u"responde, "
        u"ninguem sabe, ninguem liga, ninguem resolve, continuo sem resposta, zero respostas, uma "
        u"eternidade, "
        u"nao tenho tempo para, nao tenho tempo pra, mau atendimento, ma experiencia, experiencia ruim"},
    FeelingRow{
        Feeling::Anger, 32, 0,
        u"unfortunately, regrettably, dont like, do not like, didnt like, did not like, lamentablemente, "
        u"desafortunadamente, siento decir, siento decirles, lamento decir, infelizmente, lamento dizer, bad "
        u"quality, poor quality, sad, bad, poor, stressed, stressful, hassle, headache, a pain, regret, "
        u"sigh, sadly, "
        u"worried, complaint, complain, impatient, "
        u"mala calidad, mal, malo, mala, triste, lata, que lata, preocupado, preocupada, queja, reclamo, que "
        u"mal, uff, uf, "
        u"lastima, que pena, "
        u"ruim, qualidade ruim, triste, chato, que chato, preocupado, preocupada, reclamacao, mal feito, "
        u"poxa, puxa, "
        u"incomoda"},
    // Waiting and repeating. Two together are still no anger.
    FeelingRow{
        Feeling::Strain, 72, 0,
        u"third time, fourth time, fifth time, sixth time, tenth time, hundredth time, 3rd time, 4th time, "
        u"5th time, "
        u"tercera vez, cuarta vez, quinta vez, sexta vez, decima vez, "
        u"terceira vez, quarta vez, quinta vez, sexta vez, decima vez"},
    FeelingRow{
        Feeling::Strain, 40, 0,
        u"already told, told you already, how many times, again and again, not again, every time i, same "
        u"thing, "
        u"two hours, on hold, hours on hold, second time, 2nd time, twice already, still waiting, waiting "
        u"forever, "
        u"keep charging, keeps charging, keep getting, unanswered, repeated delays, no reply, no answer, no "
        u"response, "
        u"ya le dije, ya les dije, ya te dije, ya dije, cuantas veces, otra vez lo mismo, lo mismo, siempre "
        u"lo mismo, "
        u"segunda vez, dos veces ya, sigo esperando, horas esperando, tantos retrasos, siguen cobrando, me "
        u"siguen, "
        u"ja falei, ja disse, ja expliquei, quantas vezes, mesma coisa, de novo isso, sempre a mesma, "
        u"segunda vez, "
        u"continuo esperando, horas esperando, tantos atrasos, continuam cobrando, continuam me, "
        u"sem resposta, no hay respuesta, nao tem resposta, nao ha resposta, dont tell me, no me diga, no me "
        u"digan, nao me mande, nao me diga, no one came, no one answered"},
    FeelingRow{
        Feeling::Strain, 14, 0,
        u"still, waiting, nobody, nothing, never, ever, delayed, delays, delay, ignored, always, hours, "
        u"forever again, "
        u"todavia, aun, nadie, nunca, jamas, esperando, siempre, retraso, retrasos, sigo, siguen, sigue, "
        u"ainda, ninguem, atraso, atrasos, atrasado, sempre, continuo, continua, continuam, "
        u"hello anyone, anyone there, hay alguien, tem alguem"},
    FeelingRow{
        Feeling::Strain, 8, 0,
        u"yet, late, long, already, nada, tarde, ya van, ja faz, hace, llevo, tomorrow, manana, amanha"},
    FeelingRow{
        Feeling::Ironic, 10, 0,
        u"another, again, twice, dos veces, duas vezes, otra, otro, de nuevo, otra vez, nuevamente, de novo, "
        u"outra vez, outro, outra, mais um, mais uma"},
    FeelingRow{
        Feeling::Demand, 32, 0,
        u"money back, give me my money, want my money, my money back, i demand, demand, exijo, exigimos, "
        u"devuelvanme, "
        u"devuelvan mi, mi plata, dinheiro de volta, meu dinheiro de volta, devolvam, right now, rn, ahora "
        u"mismo, ya mismo, "
        u"agora mesmo, do something, hagan algo, facam alguma coisa, immediate refund, "
        u"stop sending, stop charging, stop asking, dejen de, deja de, parem de, pare de, fix it now, do it "
        u"now"},
    FeelingRow{
        Feeling::Demand, 16, 0,
        u"immediately, at once, asap, urgently, now, my money, just sort it, just want my, only want my, fix "
        u"it, fix this, "
        u"inmediatamente, de inmediato, inmediato, urgente, mi dinero, solo quiero mi, yo solo quiero, "
        u"resuelvan, resuelvanlo, "
        u"arreglen, mi reembolso, "
        u"imediatamente, imediato, meu dinheiro, so quero meu, eu so quero, resolvam, resolve logo, meu "
        u"reembolso"},
    // Gladness.
    FeelingRow{
        Feeling::Joy, 55, 45,
        u"love, loved, loves, amazing, awesome, delighted, grateful, thrilled, lifesaver, life saver, "
        u"gorgeous, "
        u"god bless, made my day, the best, best purchase, best service, super friendly, well done, "
        u"impressed, "
        u""
        u"encanta, encanto, me encanta, encantado, encantada, encantan, agradecido, agradecida, maravilloso, "
        u"maravillosa, "
        u"lo maximo, son lo mejor, eres lo mejor, geniales, me salvaron, salvaron, dios la bendiga, dios lo "
        u"bendiga, "
        u"preciosa, precioso, bien hecho, impresionado, la mejor compra, mejor compra, un diez, de corazon, "
        u"amei, adorei, adorou, adoraram, amo, lindo demais, deus abencoe, grato, grata, salvaram, sao top, "
        u"muito top, incriveis, maravilhoso, maravilhosa, nota dez, melhor compra, muito feliz, deu certo"},
    FeelingRow{
        Feeling::Joy, 40, 50,
        u"very kind, so kind, patient with, kind to me, muita paciencia comigo, mucha paciencia, happy, "
        u"glad, pleased, satisfied, satisfaction, excellent, impressive work, works now, worked, "
        u"working now, resolved, solved, good service, very good, so good, looks so good, beautiful, "
        u"helpful, "
        u"quick fix, sickkk, friendly, sweet, cool, finally works, "
        u"feliz, contento, contenta, satisfecho, satisfecha, satisfaccion, excelente, buen servicio, muy "
        u"bueno, muy buena, "
        u"super bien, muy amable, mas amable, amable conmigo, ya funciona, ahora funciona, ya quedo, "
        u"resuelto, resuelta, "
        u"bonito, hermoso, simpaticos, simpatico, rapida, rapidos, paciente, solucionado, "
        u"contente, satisfeito, satisfeita, satisfacao, bom servico, muito bom, muito boa, otimo "
        u"atendimento, agora funciona, "
        u"funcionou, resolvido, resolvida, bonita, lindo, linda, simpatica, rapido, atencioso, atenciosa, "
        u"educada"},
    FeelingRow{
        Feeling::Praise, 32, 40,
        u"great, perfect, wonderful, fantastic, brilliant, lovely, nice, congratulations, congrats, wow, "
        u"good job, "
        u"great job, well played, impressive, "
        u"perfecto, perfecta, genial, estupendo, fantastico, fantastica, felicidades, felicitaciones, "
        u"maravilla, "
        u"que bien, que bonito, brillante, buen trabajo, "
        u"perfeito, perfeita, otimo, otima, maravilha, fantastica, parabens, que bom, que lindo, legal, "
        u"brilhante, "
        u"bom trabalho"},
    FeelingRow{Feeling::Thanks, 30, 0,
               u"thank you so much, thanks so much, many thanks, thanks a lot, thank you very much, tysm, "
               u"appreciate, cheers, "
               u"really appreciate, big thanks, i would like to thank, "
               u"muchas gracias, muchisimas gracias, mil gracias, agradezco, agradecer, "
               u"muito obrigado, muito obrigada, muitissimo obrigado, agradeco, valeu demais"},
    FeelingRow{
        Feeling::Thanks, 16, 0,
        u"thanks, thank, thank you, thx, ty, thanx, tks, gracias, grax, obrigado, obrigada, obg, obgd, "
        u"obgda, valeu, vlw, brigado"},
    // Less usual words of the kinds above.
    FeelingRow{
        Feeling::Anger, 95, 0,
        u"appalled, dreadful, abysmal, laughable, farce, bogus, con artists, conned, swindle, swindled, "
        u"deceitful, preposterous, negligent, negligence, disrespectful, insulting, an insult, sham, horrid, "
        u"ludicrous, trash, liar, crooked, shameless, repugnante, deplorable, infame, timo, timado, timaron, "
        u"desgraciados, imbecil, imbeciles, penoso, penosa, nefasto, nefasta, desastroso, desastrosa, "
        u"desastre, incompetencia, pinche, chafa, malparidos, pelotudos, cagada, joder, me cago en, insulto, "
        u"ridiculos, safados, safado, pilantra, pilantras, enganacao, calote, nojo, imbecis, insuportavel, "
        u"deploravel, irresponsaveis, cretinos, vergonhoso, vergonhosa, krl, crl, arrombados"},
    FeelingRow{
        Feeling::Anger, 75, 0,
        u"careless, clueless, freaking, freakin, frickin, messed up, mess up, mess this up, mess it up, "
        u"screwed, screwed up, fake, fake promise, let down, let me down, sloppy, aggravating, exasperated, "
        u"your fault, ur fault, their fault, no excuse, lame excuse, unreliable, desperate, stop wasting, "
        u"kidding, descuidados, irresponsable, irresponsables, poca seriedad, falta de seriedad, tomando el "
        u"pelo, me toman el pelo, burlando, se burlan, culpa de ustedes, su culpa, desesperada, desesperado, "
        u"desesperante, irresponsavel, falta de seriedade, fazendo de palhaco, culpa de voces, inferno, "
        u"cansei, enrolando, enrolacao, revolta, revoltada, revoltado, insatisfeito, insatisfeita, "
        u"desesperador, demora demais, demorando demais"},
    FeelingRow{
        Feeling::Anger, 45, 0,
        u"what am i supposed to, supposed to do, or else, im serious, makes no sense, for ages, come on, "
        u"cmon, stressing me, not my fault, terrified, excuses, dissatisfied, que hago ahora, no tiene "
        u"sentido, no es mi culpa, no es posible que, excusas, vaya tela, insatisfecho, insatisfecha, o que "
        u"eu faco agora, nao faz sentido, nao e minha culpa, desculpas esfarrapadas, ta dificil"},
    FeelingRow{
        Feeling::Strain, 25, 0,
        u"too long, taking so long, takes so long, taking forever, so slow, demasiado tiempo, tarda tanto, "
        u"tardan tanto, muito tempo, demora tanto, tanta demora, no one, nobody came"},
    FeelingRow{
        Feeling::Demand, 16, 0,
        u"hurry, hurry up, urgent, apurense, apurate, rapido por favor, date prisa, dense prisa, anda logo, "
        u"se apressem, urgencia"},
    FeelingRow{
        Feeling::Joy, 45, 45,
        u"fab, fabulous, superb, stellar, outstanding, spotless, bless you, yay, woohoo, relieved, worth it, "
        u"i recommend, would recommend, five stars, pleasant, efficient, nailed it, flawless, flawlessly, "
        u"splendid, saved me, saved my, espectacular, chevere, bacano, bacan, padrisimo, guay, de lujo, "
        u"estupenda, fenomenal, magnifico, magnifica, eficiente, eficientes, atentos, atento, recomiendo, "
        u"bendiciones, de maravilla, sensacional, impecavel, impecable, atenciosos, recomendo, gentil, "
        u"gentis, aliviada, aliviado, espetacular, super recomendo"},
    // Blame, giving up, and what is said of a company one is done with.
    FeelingRow{
        Feeling::Anger, 95, 0,
        u"taking the mick, taking the piss, taking the mickey, shambles, your act together, your act out, "
        u"act together, tomadura, chapuza, menuda chapuza, de una santa vez, una santa vez, la cara dura, "
        u"mediocre, mediocres, debocham, debochando, cara dura, sem nocao, morrer de raiva"},
    FeelingRow{
        Feeling::Anger, 72, 0,
        u"because of you, because of your, thanks to your, thanks to you, por culpa, por culpa de, gracias a "
        u"ustedes perdi, por culpa deles, por culpa de voces, cheesed off, hacked off, ticked off, browned "
        u"off, peed off, lost my patience, perdi la paciencia, perdi a paciencia, round the houses, "
        u"runaround, run around, the runaround, got nowhere, getting nowhere, close my account, closing my "
        u"account, cierren mi cuenta, encerrem minha conta, switching to, give up, i give up, me rindo, "
        u"desisto, ditched, dejaron tirada, dejaron tirado, tirada en, tirado en, dar la cara, dio la cara, "
        u"da la cara, merecen que, mereceis, enesima vez, umpteenth time, umpteenth, na mao, deixaram na "
        u"mao, sem motivo"},
    FeelingRow{
        Feeling::Anger, 45, 0,
        u"so hard, tan dificil, tao dificil, que tan dificil, chasing you, chasing, to chase, chase your, "
        u"perseguir, correr atras, anyone actually, actually working there, is it just the bot, solo el bot, "
        u"so o robo, only the bot, losing money, losing jobs, losing customers, stood idle, pierdo dinero, "
        u"pierdo la, sin preguntarme, sin avisar, sem avisar, de ventanilla en ventanilla, toda atualizacao, "
        u"de um lado para outro, de un lado a otro, pass me around, passing me, me pasan de, me passam de, "
        u"me jogando"},
    FeelingRow{
        Feeling::Joy, 45, 45,
        u"spot on, a treat, top man, top notch, saved my bacon, unos cracks, un crack, salio redonda, salio "
        u"redondo, un encanto, show de bola, brabo, voltou tudo, rapidao, arrasaram, arraso, se lucieron, "
        u"chapeau, hats off"},
    // Nothing by themselves; denied they complain.
    FeelingRow{
        Feeling::Worth, 0, 75,
        u"acceptable, fair, funny, help, helping, helps, good enough, care, believe, aceptable, ayuda, "
        u"ayudan, ayudo, "
        u"aceitavel, ajuda, ajudam, ajudou, resolve, resolvem, resolvieron, resolveram"},
    FeelingRow{
        Feeling::Worth, 0, 45,
        u"good, ok with, okay with, useful, right, justo, justa, gusta, gusto, me gusta, gracia, bueno, "
        u"buena, bien, "
        u"gostei, gosto, bom, boa, certo"},
    FeelingRow{
        Feeling::Polite, 14, 0,
        u"could you, would you, could i, may i, would it be possible, kindly, please advise, wondering if, i "
        u"wonder, "
        u"no hurry, no rush, take your time, at your convenience, sorry to bother, hate to bother, "
        u"podria, podrian, podrias, seria posible, seria tan amable, quisiera, me gustaria, les agradeceria, "
        u"no hay prisa, "
        u"sin prisa, perdon por molestar, disculpe la molestia, "
        u"poderia, poderiam, seria possivel, gostaria, sem pressa, desculpe incomodar, fazer a gentileza, "
        u"gentileza"},
    FeelingRow{
        Feeling::Polite, 7, 0,
        u"please, pls, plz, sorry, can you, can i, por favor, porfa, xfa, perdon, disculpe, pfv, pf, por "
        u"gentileza, "
        u"desculpa, desculpe, no thanks, no thx, no thank you, no gracias, nao obrigado, nao obrigada, "
        u"good morning, good evening, good afternoon, buenos dias, buenas tardes, buenas noches, bom dia, "
        u"boa tarde, boa noite"},
    FeelingRow{
        Feeling::Problem, 4, 0,
        u"broken, broke, damaged, missing, wrong, error, fault, faulty, problem, issue, lost, fails, failed, "
        u"leaking, "
        u"cracked, dented, cancelled, charged twice, crashed, stopped, confused, mistake, "
        u"roto, rota, rompio, danado, danada, falta, faltan, equivocado, equivocada, fallo, falla, problema, "
        u"perdido, "
        u"perdida, se rompio, abollada, cobraron doble, "
        u"quebrado, quebrada, quebrou, danificado, faltando, errado, errada, erro, defeito, problema, parou, "
        u"amassada, extraviado"},
    // Joy that is none.
    FeelingRow{
        Feeling::None, 0, 0,
        u"not gonna lie, not going to lie, no te miento, no voy a mentir, nao vou mentir, would love to, "
        u"would like, i would like, id like, like to, happy birthday, feliz cumpleanos, feliz aniversario, "
        u"is it normal, happy to wait, love to know, no problem, sin problema, "
        u"sem problema, no worries, nothing else, nada mas, no necesito nada mas, mais nada, de nada, por "
        u"nada, "
        u"as soon as possible, not only, i hope, the right, right part, all right, alright, is it possible, "
        u"es posible, e possivel, buena persona, my english is not good, english is not good, mi espanol no "
        u"es bueno, "
        u"espanol no es bueno, portugues nao e bom, meu portugues nao e bom, na hora, no se si, i dont know "
        u"if, "
        u"tudo certo, esta bien, ta bom, tudo bem, esta bom, bien hecha, de acuerdo, need help, with help, i "
        u"need help, "
        u"necesito ayuda, preciso de ajuda, quiero ayuda, no longer need, any longer, as long as, how long, "
        u"mad max, "
        u"no need, no hace falta, sin falta, nothing more, tan amable, "
        u"i help, me ayuda a, me ajuda a, do not worry, dont worry, no te preocupes, no se preocupe, nao se "
        u"preocupe"},
    FeelingRow{
        Feeling::Deny, 0, 0,
        u"not, no, dont, doesnt, didnt, isnt, wasnt, arent, werent, havent, hasnt, wont, wouldnt, couldnt, "
        u"cant, cannot, "
        u"hardly, without, nor, aint, sin, ni, tampoco, nao, n, nem, sem, nothing is, nada de"},
    FeelingRow{
        Feeling::Stronger, 0, 0,
        u"very, so, really, absolutely, completely, totally, extremely, super, highly, utterly, simply, "
        u"truly, such, beyond, "
        u"honestly, frankly, actually, muy, tan, realmente, totalmente, completamente, sumamente, "
        u"absolutamente, "
        u"extremadamente, verdaderamente, demasiado, muito, mt, mto, tao, demais, extremamente, "
        u"absolutamente, "
        u"completamente, nothing short of, autentica, autentico"},
    FeelingRow{
        Feeling::Weaker, 0, 0,
        u"a bit, bit, a little, little, slightly, somewhat, kind of, kinda, sort of, rather, a tad, un poco, "
        u"poco, algo, "
        u"medio, un tanto, um pouco, pouco, meio, um tanto"},
    FeelingRow{Feeling::Join, 0, 0, u"and, because, y, porque, pois, cause, coz, cuz"},
    FeelingRow{Feeling::Turn, 0, 0,
               u"but, however, pero, mas, porem, although, though, aunque, embora, sin embargo, no entanto"},
    FeelingRow{
        Feeling::Span, 15, 0,
        u"days, day, weeks, week, months, month, hours, hrs, dias, semanas, semana, meses, mes, horas, "
        u"emails, mails, "
        u"calls, correos, llamadas, ligacoes"},
    FeelingRow{Feeling::Times, 40, 0, u"times, veces, vezes, x"},
    FeelingRow{
        Feeling::Emphatic, 0, 0,
        u"you, your, why, what, who, this, my, want, refund, today, time, times, days, weeks, hours, never, "
        u"nothing, i, me, "
        u"stop, all, every, one, two, three, where, usted, ustedes, quiero, hoy, mi, que, ya, ahora, yo, "
        u"dos, tres, "
        u"todo, nada, siempre, voce, voces, quero, hoje, meu, minha, agora, ja, eu, duas, tudo, sempre, "
        u"reembolso, is, are, do"},
};

/// The words and phrases by themselves, and the beginnings that stand for many words.
struct Lexicon
{
    WordTable<FeelingWord> words;
    WordTable<FeelingWord> stems;

    void add(std::span<const FeelingRow> list)
    {
        for (const FeelingRow& row : list) {
            eachOf(row.list, u',', [&](QStringView item) {
                FeelingWord& word = item.endsWith(u'*') ? stems.at(item.chopped(1)) : words.at(item);
                if (word.feeling == Feeling::None) {
                    word.feeling = row.feeling;
                    word.weight = row.weight;
                    word.denied = row.denied;
                }
            });
        }
    }
    /// What begins a phrase knows how long the phrase may be.
    void openPhrases(std::span<const FeelingRow> list)
    {
        for (const FeelingRow& row : list) {
            eachOf(row.list, u',', [&](QStringView item) {
                if (const qsizetype space = item.indexOf(u' '); space > 0) {
                    FeelingWord& first = words.at(item.left(space));
                    first.phrase = std::max(first.phrase, static_cast<quint8>(item.count(u' ') + 1));
                }
            });
        }
    }
};

const Lexicon& lexicon()
{
    static const Lexicon made = [] {
        Lexicon all;
        all.add(feelings);
        all.add(feelingIdioms());
        all.openPhrases(feelings);
        all.openPhrases(feelingIdioms());
        return all;
    }();
    return made;
}

constexpr qsizetype shortestStem = 4;

} // namespace

const FeelingWord* feelingOf(QStringView word)
{
    return lexicon().words.find(word);
}

const FeelingWord* feelingOfStem(QStringView word)
{
    for (qsizetype size = word.size(); size >= shortestStem; --size) {
        if (const FeelingWord* found = lexicon().stems.find(word.left(size)))
            return found;
    }
    return nullptr;
}

} // namespace relevo::assist
