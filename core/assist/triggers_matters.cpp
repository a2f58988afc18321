#include <assist/triggers_matters.h>

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

/// What a word can stand for in the rules below; a word can have several.
namespace sense {
constexpr quint64 Lawyer = 1ULL << 0;
constexpr quint64 Sue = 1ULL << 1;       ///< legal steps, by a word that means nothing else
constexpr quint64 Legal = 1ULL << 2;     ///< legal, court: with Step
constexpr quint64 Step = 1ULL << 3;      ///< action, proceedings, take, go to
constexpr quint64 Authority = 1ULL << 4; ///< who protects consumers
constexpr quint64 Police = 1ULL << 5;
constexpr quint64 Hurt = 1ULL << 6;     ///< injury, by a word that means nothing else
constexpr quint64 Harmed = 1ULL << 7;   ///< burned, cut, hurt: with a Body
constexpr quint64 Body = 1ULL << 8;     ///< hand, child, me
constexpr quint64 Fire = 1ULL << 9;     ///< explosion, flames
constexpr quint64 Fraud = 1ULL << 10;   ///< by a word that means nothing else
constexpr quint64 Steal = 1ULL << 11;   ///< stolen: with Card
constexpr quint64 Card = 1ULL << 12;    ///< card, account, identity
constexpr quint64 Charge = 1ULL << 13;  ///< charge, payment, purchase
constexpr quint64 Unknown = 1ULL << 14; ///< unauthorised; "recognise" after a "not"
constexpr quint64 Law = 1ULL << 15;     ///< GDPR, LGPD
constexpr quint64 Data = 1ULL << 16;
constexpr quint64 Erase = 1ULL << 17;  ///< protection, breach, delete: with Data
constexpr quint64 Back = 1ULL << 18;   ///< refund, money back
constexpr quint64 Refuse = 1ULL << 19; ///< refuse, deny, won't
constexpr quint64 Dispute = 1ULL << 20;
constexpr quint64 End = 1ULL << 21;  ///< cancel, terminate, close
constexpr quint64 Bond = 1ULL << 22; ///< contract, subscription, membership
constexpr quint64 Account = 1ULL << 23;
constexpr quint64 Will = 1ULL << 24; ///< want, demand, going to
constexpr quint64 More = 1ULL << 25; ///< at once, again, never: more than a closing
constexpr quint64 How = 1ULL << 26;  ///< asks how, what, whether
constexpr quint64 Urgent = 1ULL << 27;
constexpr quint64 Hint = 1ULL << 28; ///< asap, hurry
constexpr quint64 Trip = 1ULL << 29; ///< flight, wedding, appointment
constexpr quint64 Number = 1ULL << 30;
constexpr quint64 Hours = 1ULL << 31; ///< hours, minutes
constexpr quint64 Today = 1ULL << 32; ///< today, tonight
constexpr quint64 In = 1ULL << 33;    ///< in, en, em, dentro
constexpr quint64 Right = 1ULL << 34; ///< right, mismo: with Now
constexpr quint64 Now = 1ULL << 35;
constexpr quint64 For = 1ULL << 36; ///< for, para: "es para hoy"
constexpr quint64 Not = 1ULL << 37;
constexpr quint64 Tame = 1ULL << 38;  ///< makes the word beside it harmless: emergency contact, fire sale
constexpr quint64 Clone = 1ULL << 39; ///< done to a card or an account only by thieves
constexpr quint64 Used = 1ULL << 40;  ///< with a Card, by Somebody
constexpr quint64 Somebody = 1ULL << 41;
} // namespace sense

using namespace sense;

struct Row
{
    quint64 senses;
    const char16_t* words;
};

constexpr std::array rows{
    Row{Lawyer, u"lawyer lawyers attorney attorneys solicitor solicitors abogado abogada abogados advogado "
                u"advogada advogados"},
    Row{Sue, u"sue suing lawsuit lawsuits litigation demandarlos demandarlas demandare demandaremos "
             u"demandarte demandarles querella processalos judicialmente judicial judiciais juizado"},
    Row{Legal, u"legal legally court tribunal tribunales tribunais legales legais justicia justica"},
    Row{Step,
        u"action actions proceedings steps acciones accion medidas acao acoes via vias take taking go going "
        u"see tomar tomare tomaremos ir ire acudir acudire iniciar iniciare entrar recorrer"},
    Row{Authority,
        u"profeco procon ombudsman indecopi sernac bbb consumidor consumidores consumers omic facua "
        u"reclameaqui reclamacoes anatel"},
    Row{Police, u"police policia cops"},
    Row{Hurt,
        u"injured injury injuries bleeding electrocuted poisoned poisoning suicide suicidal heridas herido "
        u"lesionado lesion lesiones intoxicado intoxicada intoxique electrocuto sangrando suicidio "
        u"suicidarme ferido ferida feriu machucou machuquei machucado intoxicada intoxicado intoxiquei "
        u"eletrocutado suicidar queimadura queimaduras quemadura quemaduras"},
    Row{Harmed,
        u"burned burnt burns hurt shocked cut allergic reaction shock hospital quemo queme quemado corto "
        u"alergica descarga queimou queimei queimado cortou choque alergia lastimo lastime hirio hiri"},
    Row{Body,
        u"me myself hand hands finger fingers face skin arm leg eye eyes son daughter child kid baby wife "
        u"husband mother ended went mano manos dedo dedos cara piel brazo pierna ojo ojos hijo hija nino "
        u"nina "
        u"bebe esposa madre termine mao maos rosto pele braco perna olho olhos filho filha crianca mae "
        u"parei"},
    Row{Fire,
        u"exploded explosion explode flames explotar exploto explotado incendio llamas explodiu explosao "
        u"incendiou chamas smoke sparks humo chispas fumaca faiscas"},
    Row{Fraud, u"fraud fraudulent scam scammed scammer phishing hacked fraude fraudulento fraudulenta estafa "
               u"estafaron estafado hackeada hackeado hackearon phising golpe golpista estelionato hackeada "
               u"hackearam invadida"},
    Row{Steal, u"stolen stole steal robada robado robaron roubado roubada roubaram"},
    Row{Used, u"used uses using usaron uso usado usaram usou usando"},
    Row{Somebody,
        u"someone somebody stranger thief thieves alguien ladron desconocido alguem ladrao estranho"},
    Row{Clone, u"cloned clonaron clonada clonado clonaram"},
    Row{Card, u"card cards wallet identity tarjeta tarjetas identidad cartao cartoes identidade"},
    Row{Charge,
        u"charge charges payment payments transaction transactions purchase cargo cargos cobro cobros "
        u"compra compras pago transaccion cobranca cobrancas transacao pagamento"},
    Row{Unknown, u"unauthorized unauthorised unrecognized unrecognised"},
    Row{Law, u"gdpr rgpd lgpd ccpa lopd"},
    Row{Data, u"data datos dados privacy privacidad privacidade"},
    Row{Erase,
        u"protection breach breached leak leaked erase delete proteccion filtracion filtraron filtrado "
        u"borren borrar eliminen eliminar supriman protecao vazamento vazaram vazou apagar apaguem excluir "
        u"excluam removam"},
    Row{Back,
        u"refund refunds refunded refunding money reembolso reembolsar reembolsarme reembolsaron dinero "
        u"devolucion devolverme devolver devuelven reembolsam devolvem dinheiro estorno estornar "
        u"devolucao plata"},
    Row{Refuse,
        u"refuse refuses refused refusing denied deny denies niegan nega niega negaron negado rechazaron "
        u"recusam recusa recusou recusaram negam negaram negou"},
    Row{Dispute,
        u"chargeback chargebacks contracargo contracargos disputar disputa contestar dispute disputing "
        u"disputed"},
    Row{End,
        u"cancel cancelling canceling cancellation terminate terminating end close closing cancelar cancelen "
        u"cancelo cancele cancelacion rescindir terminar cerrar cierren baja cancelem cancelamento encerrar "
        u"encerrem fechar fechem rescisao"},
    Row{Bond, u"contract subscription membership contrato suscripcion membresia afiliacion seguro insurance "
              u"assinatura plano mensalidade assinaturas"},
    Row{Account, u"account cuenta conta"},
    Row{Will,
        u"want wanna demand insist going will gonna need hereby request quiero exijo voy vamos necesito "
        u"solicito queremos deseo ocupo quero exijo vou vamos preciso desejo"},
    Row{More,
        u"immediately again still never forever leaving enough inmediatamente inmediato nunca jamas otra "
        u"harto harta basta siempre imediatamente imediato cansei farto farta chega"},
    Row{How,
        u"how what where which fee fees policy cost penalty way possible como cuanto cual que donde costo "
        u"penalidad politica multa quanto qual onde custo taxa newsletter boletin can could puedo posso"},
    Row{Urgent, u"urgent urgently urgency emergency urgente urgentemente urgencia emergencia urge"},
    Row{Hint, u"asap soon quickly hurry quick fast apurate apurense rapido pronto prisa depressa logo"},
    Row{Trip, u"flight plane train wedding funeral surgery exam boarding departure vuelo avion boda funeral "
              u"cirugia "
              u"examen voo aviao casamento velorio cirurgia"},
    Row{Number,
        u"# 1 2 3 4 5 6 7 8 9 an one two three four five six few half una un dos tres cuatro cinco media "
        u"uma duas quatro meia"},
    Row{Hours, u"hour hours hrs hr minutes mins min hora horas minutos"},
    Row{Today, u"today tonight hoy hoje"},
    Row{In, u"in within leaves leave departs boards en dentro sale salgo em daqui sai saio"},
    Row{Right, u"right mismo mesmo very"},
    Row{Now, u"now ahora agora ya"},
    Row{For, u"for by es para e pra ate before antes"},
    Row{Not,
        u"not no dont doesnt never isnt without nor didnt wont cannot cant tampoco sin nunca nao nem sem "
        u"nada"},
    Row{Tame, u"contact contacto contato exit lamp light kit sale fee room salida saida sala number numero "
              u"extinguisher alarm"},
};

/// Two senses in one clause, the second up to `within` words away from the first; 0: the first alone.
struct Rule
{
    quint64 first;
    quint64 second;
    std::size_t within;
    bool inOrder;     ///< the second after the first
    quint64 wants;    ///< one of these must be in the clause too
    quint64 unlessIn; ///< and none of these
    bool negatable;   ///< a "not" right before takes it back
    double score;
    const char16_t* reason;
};

constexpr quint64 anything = 0;
constexpr quint64 nothing = 0;

constexpr std::array sensitiveRules{
    Rule{Lawyer, 0, 0, false, anything, nothing, true, 0.9, u"The customer mentions a lawyer"},
    Rule{Sue, 0, 0, false, anything, nothing, true, 0.95, u"The customer threatens legal action"},
    Rule{Legal, Step, 3, false, anything, nothing, true, 0.9, u"The customer threatens legal action"},
    Rule{Authority, 0, 0, false, anything, nothing, true, 0.85,
         u"The customer mentions a consumer authority"},
    Rule{Police, 0, 0, false, anything, nothing, true, 0.85, u"The customer mentions the police"},
    Rule{Hurt, 0, 0, false, anything, nothing, true, 0.95, u"Somebody may be injured"},
    Rule{Harmed, Body, 4, false, anything, nothing, true, 0.9, u"Somebody may be injured"},
    Rule{Fire, 0, 0, false, anything, Tame, true, 0.9, u"The customer reports a danger"},
    Rule{Fraud, 0, 0, false, anything, nothing, true, 0.9, u"The customer reports fraud"},
    Rule{Clone, Card | Account, 4, false, anything, nothing, true, 0.95,
         u"The customer reports a stolen card"},
    Rule{Steal, Card, 4, false, anything, How, true, 0.9, u"The customer reports a stolen card"},
    Rule{Used, Card, 4, true, Somebody, How, true, 0.9, u"The customer reports a stolen card"},
    Rule{Unknown, Charge, 3, false, anything, nothing, false, 0.9,
         u"The customer reports a payment that was not theirs"},
    Rule{Law, 0, 0, false, anything, nothing, false, 0.9, u"It is about data protection"},
    Rule{Data, Erase, 3, false, anything, nothing, true, 0.85, u"It is about data protection"},
    Rule{Dispute, Charge | Back, 4, false, anything, nothing, true, 0.9, u"The customer disputes a payment"},
    Rule{Refuse, Back, 6, false, anything, nothing, false, 0.9, u"The customer disputes a refund"},
    Rule{Refuse, End, 6, true, anything, nothing, false, 0.85, u"The customer is kept from cancelling"},
    Rule{End, Bond, 5, true, Will, How, true, 0.8, u"The customer wants to end a contract"},
    Rule{End, Account, 4, true, More, How, true, 0.8, u"The customer wants to leave"},
};

// Phrases of fixed words, where single words mean too little.
struct Saying
{
    const char16_t* words;
    bool sensitive;
    double score;
    const char16_t* reason;
};

constexpr std::array sayings{
    Saying{u"small claims", true, 0.9, u"The customer threatens legal action"},
    Saying{u"voy a demandar", true, 0.95, u"The customer threatens legal action"},
    Saying{u"vamos a demandar", true, 0.95, u"The customer threatens legal action"},
    Saying{u"los demando", true, 0.95, u"The customer threatens legal action"},
    Saying{u"vou processar", true, 0.95, u"The customer threatens legal action"},
    Saying{u"vamos processar", true, 0.95, u"The customer threatens legal action"},
    Saying{u"abrir um processo", true, 0.9, u"The customer threatens legal action"},
    Saying{u"consumer protection", true, 0.85, u"The customer mentions a consumer authority"},
    Saying{u"consumer court", true, 0.9, u"The customer mentions a consumer authority"},
    Saying{u"consumer forum", true, 0.9, u"The customer mentions a consumer authority"},
    Saying{u"trading standards", true, 0.85, u"The customer mentions a consumer authority"},
    Saying{u"reclame aqui", true, 0.85, u"The customer mentions a consumer authority"},
    Saying{u"livro de reclamacoes", true, 0.85, u"The customer mentions a consumer authority"},
    Saying{u"hoja de reclamaciones", true, 0.85, u"The customer mentions a consumer authority"},
    Saying{u"kill myself", true, 1.0, u"Somebody may be in danger"},
    Saying{u"end my life", true, 1.0, u"Somebody may be in danger"},
    Saying{u"quitarme la vida", true, 1.0, u"Somebody may be in danger"},
    Saying{u"me quiero morir", true, 1.0, u"Somebody may be in danger"},
    Saying{u"me matar", true, 1.0, u"Somebody may be in danger"},
    Saying{u"caught fire", true, 0.95, u"The customer reports a danger"},
    Saying{u"on fire", true, 0.9, u"The customer reports a danger"},
    Saying{u"se incendio", true, 0.95, u"The customer reports a danger"},
    Saying{u"pego fuego", true, 0.95, u"The customer reports a danger"},
    Saying{u"prendio fuego", true, 0.95, u"The customer reports a danger"},
    Saying{u"pegou fogo", true, 0.95, u"The customer reports a danger"},
    Saying{u"gas leak", true, 0.95, u"The customer reports a danger"},
    Saying{u"fuga de gas", true, 0.95, u"The customer reports a danger"},
    Saying{u"vazamento de gas", true, 0.95, u"The customer reports a danger"},
    Saying{u"identity theft", true, 0.95, u"The customer reports fraud"},
    Saying{u"dont recognize", true, 0.85, u"The customer reports a payment that was not theirs"},
    Saying{u"dont recognise", true, 0.85, u"The customer reports a payment that was not theirs"},
    Saying{u"do not recognize", true, 0.85, u"The customer reports a payment that was not theirs"},
    Saying{u"do not recognise", true, 0.85, u"The customer reports a payment that was not theirs"},
    Saying{u"no reconozco", true, 0.85, u"The customer reports a payment that was not theirs"},
    Saying{u"nao reconheco", true, 0.85, u"The customer reports a payment that was not theirs"},
    Saying{u"no autorice", true, 0.85, u"The customer reports a payment that was not theirs"},
    Saying{u"nao autorizei", true, 0.85, u"The customer reports a payment that was not theirs"},
    Saying{u"didnt authorize", true, 0.85, u"The customer reports a payment that was not theirs"},
    Saying{u"right to be forgotten", true, 0.9, u"It is about data protection"},
    Saying{u"derecho al olvido", true, 0.9, u"It is about data protection"},
    Saying{u"wont refund", true, 0.9, u"The customer disputes a refund"},
    Saying{u"will not refund", true, 0.9, u"The customer disputes a refund"},
    Saying{u"never refunded", true, 0.85, u"The customer disputes a refund"},
    Saying{u"wont give me my money", true, 0.9, u"The customer disputes a refund"},
    Saying{u"no me quieren devolver", true, 0.9, u"The customer disputes a refund"},
    Saying{u"no quieren devolverme", true, 0.9, u"The customer disputes a refund"},
    Saying{u"nunca me reembolsaron", true, 0.85, u"The customer disputes a refund"},
    Saying{u"nao querem devolver", true, 0.9, u"The customer disputes a refund"},
    Saying{u"nunca me reembolsaram", true, 0.85, u"The customer disputes a refund"},
    Saying{u"wont let me cancel", true, 0.85, u"The customer is kept from cancelling"},
    Saying{u"not let me cancel", true, 0.85, u"The customer is kept from cancelling"},
    Saying{u"no me dejan cancelar", true, 0.85, u"The customer is kept from cancelling"},
    Saying{u"nao me deixam cancelar", true, 0.85, u"The customer is kept from cancelling"},
    Saying{u"life or death", false, 0.95, u"The customer says that it is urgent"},
    Saying{u"vida o muerte", false, 0.95, u"The customer says that it is urgent"},
    Saying{u"vida ou morte", false, 0.95, u"The customer says that it is urgent"},
    Saying{u"cant wait", false, 0.45, u"The customer is in a hurry"},
    Saying{u"cuanto antes", false, 0.45, u"The customer is in a hurry"},
    Saying{u"lo antes posible", false, 0.45, u"The customer is in a hurry"},
    Saying{u"quanto antes", false, 0.45, u"The customer is in a hurry"},
};

constexpr std::array urgencyRules{
    Rule{Urgent, 0, 0, false, anything, Tame, true, 0.85, u"The customer says that it is urgent"},
    Rule{Trip, In | Today, 4, false, Hours | Today, nothing, true, 0.9, u"The customer has little time"},
    Rule{In, Hours, 2, true, Trip, nothing, true, 0.9, u"The customer has little time"},
    Rule{Right, Now, 1, false, anything, How, true, 0.7, u"The customer says that it cannot wait"},
    Rule{For, Today, 1, true, anything, How, true, 0.6, u"The customer needs it today"},
    Rule{Hint, 0, 0, false, anything, nothing, true, 0.45, u"The customer is in a hurry"},
};

struct CompiledSaying
{
    std::vector<quint64> words;
    const Saying* saying;
};

quint64 hashOf(const QString& word)
{
    return spellingOf(
        {reinterpret_cast<const char16_t*>(word.utf16()), static_cast<std::size_t>(word.size())});
}

/// The words above by hash.
struct Lexicon
{
    QHash<quint64, quint64> senses;
    QHash<quint64, std::vector<CompiledSaying>> sayingsByFirst;

    Lexicon()
    {
        for (const Row& row : rows) {
            for (const QString& word : QStringView(row.words).toString().split(u' ', Qt::SkipEmptyParts))
                senses[hashOf(word)] |= row.senses;
        }
        for (const Saying& saying : sayings) {
            CompiledSaying compiled{{}, &saying};
            for (const QString& word : QStringView(saying.words).toString().split(u' '))
                compiled.words.push_back(hashOf(word));
            sayingsByFirst[compiled.words.front()].push_back(std::move(compiled));
        }
    }
};

const Lexicon& lexicon()
{
    static const Lexicon made;
    return made;
}

/// One clause with its words' senses.
struct Clause
{
    const WishText& text;
    std::span<const WishWord> words;
    QVarLengthArray<quint64, 64> hashes;
    QVarLengthArray<quint64, 64> senses;
    quint64 all = 0;

    Clause(const WishText& whole, std::span<const WishWord> clause) : text(whole), words(clause)
    {
        for (const WishWord& word : words) {
            const quint64 hash = spellingOf(text.letters(word));
            hashes.append(hash);
            senses.append(lexicon().senses.value(hash, 0));
            all |= senses.last();
        }
    }
    [[nodiscard]] bool is(std::size_t at, quint64 sense) const
    {
        return (senses[static_cast<qsizetype>(at)] & sense) != 0;
    }
    /// "no lawyer", "not a fraud": a "not" with at most one word between; "no need for a lawyer" with three.
    [[nodiscard]] bool isNegated(std::size_t at) const
    {
        for (std::size_t back = 1; back <= std::min<std::size_t>(at, 4); ++back) {
            if (is(at - back, Not) && (back <= 2 || is(at - back + 1, Will)))
                return true;
        }
        return false;
    }
    [[nodiscard]] domain::Trigger found(domain::TriggerType type, const char16_t* reason, double score,
                                        std::size_t first, std::size_t last) const
    {
        const qsizetype begin = words[std::min(first, last)].begin;
        const QString seen = text.text().mid(begin, words[std::max(first, last)].end - begin).simplified();
        return {type, QStringLiteral("%1: \"%2\".").arg(QStringView(reason).toString(), seen.left(80)),
                score};
    }
};

std::optional<domain::Trigger> applied(const Rule& rule, const Clause& clause, domain::TriggerType type)
{
    if ((clause.all & rule.first) == 0 || (rule.within > 0 && (clause.all & rule.second) == 0) ||
        (rule.wants != anything && (clause.all & rule.wants) == 0) || (clause.all & rule.unlessIn) != 0)
        return std::nullopt;
    const std::size_t size = clause.words.size();
    for (std::size_t at = 0; at < size; ++at) {
        if (!clause.is(at, rule.first) || (rule.negatable && clause.isNegated(at)))
            continue;
        if (rule.within == 0)
            return clause.found(type, rule.reason, rule.score, at, at);
        const std::size_t from = rule.inOrder ? at + 1 : (at > rule.within ? at - rule.within : 0);
        for (std::size_t other = from; other < std::min(at + rule.within + 1, size); ++other) {
            if (other != at && clause.is(other, rule.second))
                return clause.found(type, rule.reason, rule.score, at, other);
        }
    }
    return std::nullopt;
}

template <typename Rules>
std::optional<domain::Trigger> strongest(const WishText& text, const Rules& rules, domain::TriggerType type)
{
    std::optional<domain::Trigger> best;
    const auto consider = [&best](std::optional<domain::Trigger>&& found) {
        if (found && (!best || found->score > best->score))
            best = std::move(found);
    };
    const std::span<const WishWord> all = text.words();
    for (std::size_t from = 0; from < all.size();) {
        std::size_t to = from + 1;
        while (to < all.size() && !all[to].clauseBefore)
            ++to;
        const Clause clause(text, all.subspan(from, to - from));
        from = to;
        for (const Rule& rule : rules)
            consider(applied(rule, clause, type));
        for (qsizetype at = 0; at < clause.hashes.size(); ++at) {
            const auto candidates = lexicon().sayingsByFirst.constFind(clause.hashes[at]);
            if (candidates == lexicon().sayingsByFirst.constEnd())
                continue;
            for (const CompiledSaying& each : *candidates) {
                const auto size = static_cast<qsizetype>(each.words.size());
                if (each.saying->sensitive == (type == domain::TriggerType::Sensitive) &&
                    at + size <= clause.hashes.size() &&
                    std::equal(each.words.begin(), each.words.end(), clause.hashes.begin() + at))
                    consider(clause.found(type, each.saying->reason, each.saying->score,
                                          static_cast<std::size_t>(at),
                                          static_cast<std::size_t>(at + size - 1)));
            }
        }
    }
    return best;
}

} // namespace

std::optional<domain::Trigger> sensitiveMatter(const WishText& text)
{
    return strongest(text, sensitiveRules, domain::TriggerType::Sensitive);
}

std::optional<domain::Trigger> urgency(const WishText& text)
{
    return strongest(text, urgencyRules, domain::TriggerType::Urgent);
}

} // namespace relevo::assist
