#include <assist/facts_products.h>

#include <assist/tokens.h>

#include <QtCore/QSet>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr std::size_t mostDescribing = 4; ///< words before the thing
constexpr std::size_t mostModel = 5;      ///< words after the make

struct Word
{
    TextSpan span;
    QString folded;       ///< as words() gives it
    bool capital = false; ///< begins with a capital letter
    bool digits = false;
    bool joined = false; ///< only a space stands between it and the word before
};

QSet<QString> setOf(const char16_t* list)
{
    const QStringList parts = QStringView(list).toString().split(u' ', Qt::SkipEmptyParts);
    return {parts.begin(), parts.end()};
}

const QSet<QString>& things()
{
    static const QSet<QString> set =
        setOf(u"phone smartphone iphone ipad macbook laptop tablet tab kindle monitor keyboard mouse printer "
              u"router camera lens "
              u"tripod headphone headphones headset earphone earphones earbuds earpods airpods airdopes buds "
              u"neckband speaker "
              u"speakers soundbar smartwatch watch charger cable adapter powerbank battery case cover mixer "
              u"grinder toaster "
              u"kettle fridge refrigerator freezer oven microwave blender juicer cooker fryer vacuum cleaner "
              u"purifier heater geyser "
              u"fan lamp light bulb tv television projector console playstation xbox ssd pendrive graphics "
              u"shirt tshirt shirts jeans trousers pants dress gown kurti kurta kurtis saree sari lehenga "
              u"dupatta suit jacket coat "
              u"sweater hoodie shoes shoe sneakers sandals boots heels slippers socks bag handbag backpack "
              u"wallet purse suitcase "
              u"luggage belt ring necklace earrings bracelet sunglasses perfume lipstick shampoo cream serum "
              u"lotion soap diapers "
              u"book books novel toy toys doll puzzle lego bicycle bike cycle treadmill dumbbells mat yoga "
              u"guitar piano "
              u"sofa chair table desk mattress bed pillow bedsheet blanket curtain curtains carpet rug "
              u"cookware pan pans pots pot "
              u"cooktop stove mug cup plate plates bottle flask vase clock mirror drill toolkit helmet tyre "
              u"groceries chocolate cookies biscuits coffee tea rice oil honey milk cake flowers bouquet "
              u"telefono movil celular portatil ordenador tableta teclado raton impresora auriculares "
              u"altavoz parlante reloj "
              u"cargador licuadora batidora nevera refrigerador horno microondas lavadora aspiradora lampara "
              u"televisor camara "
              u"camisa camiseta pantalon pantalones vestido falda chaqueta abrigo zapatos zapatillas tenis "
              u"botas bolso mochila "
              u"cartera gafas libro juguete bicicleta silla mesa colchon sofa almohada "
              u"notebook tablet teclado impressora fone fones relogio carregador liquidificador geladeira "
              u"fogao forno "
              u"luminaria televisao camisa calca calcas saia jaqueta casaco sapato sapatos tenis bota bolsa "
              u"carteira oculos livro "
              u"brinquedo cadeira colchao travesseiro panela panelas furadeira ventilador washing machine");
    return set;
}

/// Words that take goods with them only in company ("washing machine", "power bank").
const QSet<QString>& pairs()
{
    static const QSet<QString> set =
        setOf(u"machine bank conditioner card drive set kit pack combo stick board player dryer drier iron");
    return set;
}

const QSet<QString>& pairFronts()
{
    static const QSet<QString> set = setOf(
        u"washing sewing coffee power air graphics hard pen usb memory cookware dinner bed tea makeup gift "
        u"first aid value pro joy white key music dvd hair cricket steam");
    return set;
}

const QSet<QString>& makes()
{
    static const QSet<QString> set =
        setOf(u"samsung sony apple iphone oneplus xiaomi redmi realme oppo vivo motorola moto nokia huawei "
              u"honor google pixel "
              u"boat jbl bose sennheiser skullcandy logitech noise fitbit garmin fossil titan casio fastrack "
              u"hp dell lenovo asus "
              u"acer msi intel amd nvidia canon nikon gopro lg philips panasonic whirlpool bosch haier "
              u"godrej voltas dyson "
              u"prestige hawkins pigeon philips havells bajaj usha nike adidas puma reebok asics skechers "
              u"levis zara manyavar "
              u"kindle playstation nintendo lego ikea electrolux brastemp mondial arno multilaser positivo "
              u"delonghi krups nespresso saeco melitta gaggia breville kitchenaid kenwood braun rowenta "
              u"miele siemens "
              u"hisense balay roomba irobot peloton garmin marshall jabra sonos anker shark ninja vitamix "
              u"samsonite seagate "
              u"sandisk kingston epson brother tefal oster moulinex cecotec morphy milton borosil");
    return set;
}

const QSet<QString>& describing()
{
    static const QSet<QString> set = setOf(u"red blue green black white pink yellow orange purple grey gray "
                                           u"brown golden gold silver maroon navy beige dark "
                                           u"light rose wireless bluetooth smart portable electric gaming "
                                           u"mechanical noise cancelling leather cotton silk "
                                           u"wooden steel stainless ergonomic office running sports mens "
                                           u"womens kids baby men women ladies designer premium "
                                           u"4k hd led oled uhd ultra mini pro max plus wired cordless "
                                           u"automatic digital analog foldable waterproof ceramic "
                                           u"glass nonstick non stick memory foam king queen double single "
                                           u"inch over ear in-ear party wedding dining coffee "
                                           u"kitchen bathroom washing sewing power air graphics hard pen usb "
                                           u"key hair back mobile phone laptop camera tv "
                                           u"type c fast charging cocktail summer winter casual formal "
                                           u"cricket badminton tennis study cook ware cookware "
                                           u"pressure water face hand body bath sun vacuum robot set of");
    return set;
}

/// After the thing, in Spanish and Portuguese: "zapatos rojos", "fone sem fio".
const QSet<QString>& describingAfter()
{
    static const QSet<QString> set = setOf(u"rojo roja rojos rojas azul azules verde verdes negro negra "
                                           u"negros negras blanco blanca blancos blancas rosa "
                                           u"gris amarillo amarilla inalambricos inalambrico vermelho "
                                           u"vermelha vermelhos azuis preto preta pretos pretas "
                                           u"branco branca brancos brancas cinza amarelo amarela");
    return set;
}

/// Words that come before the number or letter of a size or a model.
const QSet<QString>& sizes()
{
    static const QSet<QString> set =
        setOf(u"size talla talle tamanho model modelo number numero color colour");
    return set;
}

const QSet<QString>& modelWords()
{
    static const QSet<QString> set = setOf(u"galaxy note ultra pro max plus mini lite air fold flip nord ce "
                                           u"tab buds watch edge neo gt rockerz airdopes "
                                           u"bravia inspiron thinkpad pavilion ideapad vivobook macbook ipad "
                                           u"colorfit pulse series gen redmi pixel wh wf xm "
                                           u"se fe 5g 4g");
    return set;
}

std::vector<Word> wordsOf(const QString& text)
{
    std::vector<Word> result;
    qsizetype at = 0;
    while (at < text.size()) {
        if (!text[at].isLetterOrNumber()) {
            ++at;
            continue;
        }
        Word word;
        word.span.from = at;
        word.capital = text[at].isUpper();
        const auto inside = [&text](qsizetype i) {
            return text[i].isLetterOrNumber() || ((text[i] == u'-' || text[i] == u'\'' || text[i] == u'.') &&
                                                  i + 1 < text.size() && text[i + 1].isLetterOrNumber());
        };
        while (at < text.size() && inside(at)) {
            word.digits = word.digits || text[at].isDigit();
            word.capital = word.capital || text[at].isUpper();
            ++at;
        }
        word.span.to = at;
        const std::vector<QString> folded = words(text.mid(word.span.from, at - word.span.from));
        for (const QString& part : folded)
            word.folded += part;
        word.joined = !result.empty() && word.span.from == result.back().span.to + 1 &&
                      text[word.span.from - 1] == u' ';
        result.push_back(std::move(word));
    }
    return result;
}

/// "WH-1000XM5", "S23": capitals and digits in one.
bool isModel(const QString& text, const Word& word)
{
    return word.digits && word.span.to - word.span.from >= 2 &&
           std::any_of(text.begin() + word.span.from, text.begin() + word.span.to,
                       [](QChar c) { return c.isLetter(); }) &&
           !word.folded.endsWith(QLatin1String("th")) && !word.folded.endsWith(QLatin1String("st")) &&
           !word.folded.endsWith(QLatin1String("nd")) && !word.folded.endsWith(QLatin1String("rs")) &&
           !word.folded.endsWith(QLatin1String("pm")) && !word.folded.endsWith(QLatin1String("am"));
}

class Reader
{
public:
    explicit Reader(const QString& text) : m_text(text), m_words(wordsOf(text)) {}

    std::vector<TextSpan> read() &&
    {
        readQuoted();
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if (makes().contains(m_words[i].folded))
                i = readMake(i);
            else if (isThing(i))
                i = readThing(i);
        }
        std::sort(m_found.begin(), m_found.end(),
                  [](const TextSpan& a, const TextSpan& b) { return a.from < b.from; });
        return std::move(m_found);
    }

private:
    bool isThing(std::size_t i) const
    {
        const QString& word = m_words[i].folded;
        if (things().contains(word))
            return word != QLatin1String("washing") && word != QLatin1String("machine") &&
                   !speaksOfOtherThings(i);
        return pairs().contains(word) && i > 0 && m_words[i].joined &&
               pairFronts().contains(m_words[i - 1].folded);
    }

    /// "phone number", "light of", "in case", "gift card balance": the word, but no goods.
    bool speaksOfOtherThings(std::size_t i) const
    {
        static const QSet<QString> after = setOf(u"number no num call calls verification manager stand off");
        static const QSet<QString> before =
            setOf(u"in this my your by over on the that new whole a per to any "
                  u"which another same special");
        static const QSet<QString> often = setOf(u"case cover light phone book ring watch table bed mouse "
                                                 u"fan tab oil cream bill text battery charger "
                                                 u"cup plate plates mat milk cable camera oven iron clock "
                                                 u"set tea mesa ring fone telefono movil celular");
        const QString& word = m_words[i].folded;
        if (i + 1 < m_words.size() && m_words[i + 1].joined && after.contains(m_words[i + 1].folded))
            return true;
        if (isCraved(i))
            return true;
        // Those that mean much else need something that describes them.
        if (!often.contains(word))
            return false;
        if (i == 0 || !m_words[i].joined)
            return true;
        if (describes(i - 1) && !before.contains(m_words[i - 1].folded))
            return false;
        static const QSet<QString> worn =
            setOf(u"expensive new broken damaged defective wrong cracked missing cheap old nuevo "
                  u"nueva roto rota novo nova quebrado quebrada");
        static const QSet<QString> bought = setOf(u"ordered orderd bought purchased received recieved "
                                                  u"recived got compre pedi recibi comprei recebi");
        for (std::size_t back = i; back > 0 && i - back < 3 && m_words[back].joined; --back) {
            const QString& word = m_words[back - 1].folded;
            if (bought.contains(word) || worn.contains(word))
                return false;
        }
        return true;
    }

    /// "I need coffee", "sin mi chocolate no vivo": what somebody would have now, not what was bought.
    bool isCraved(std::size_t i) const
    {
        static const QSet<QString> eaten = setOf(u"coffee tea milk chocolate honey rice");
        static const QSet<QString> craving = setOf(u"need want love like drink drinking without hate quiero "
                                                   u"necesito sin quero preciso sem adoro amo");
        static const QSet<QString> between = setOf(u"my some a mi meu un um");
        if (!eaten.contains(m_words[i].folded) || i == 0 || !m_words[i].joined)
            return false;
        // "A coffee machine" is one.
        if (i + 1 < m_words.size() && m_words[i + 1].joined &&
            (things().contains(m_words[i + 1].folded) || pairs().contains(m_words[i + 1].folded)))
            return false;
        std::size_t before = i - 1;
        if (before > 0 && m_words[before].joined && between.contains(m_words[before].folded))
            --before;
        return craving.contains(m_words[before].folded);
    }

    bool describes(std::size_t i) const
    {
        const Word& word = m_words[i];
        return describing().contains(word.folded) || makes().contains(word.folded) ||
               (things().contains(word.folded) && word.folded.size() > 3) || isModel(m_text, word);
    }

    std::size_t readThing(std::size_t i)
    {
        std::size_t first = i;
        while (first > 0 && i - first < mostDescribing && m_words[first].joined && describes(first - 1))
            --first;
        if (first == i && pairs().contains(m_words[i].folded) && i > 0 && m_words[i].joined)
            first = i - 1;
        while (first < i && (m_words[first].folded == QLatin1String("of") ||
                             m_words[first].folded == QLatin1String("in") ||
                             m_words[first].folded == QLatin1String("back")))
            ++first;
        std::size_t last = i;
        while (last + 1 < m_words.size() && last - i < mostModel && m_words[last + 1].joined &&
               followsThing(last + 1))
            ++last;
        // "A set of pots and pans" is one.
        if (m_words[first].folded == QLatin1String("set") && last + 2 < m_words.size() &&
            m_words[last + 1].joined && m_words[last + 2].joined &&
            m_words[last + 1].folded == QLatin1String("and") && isThing(last + 2))
            last += 2;
        add({m_words[first].span.from, m_words[last].span.to});
        return last;
    }

    bool followsThing(std::size_t i) const
    {
        const Word& word = m_words[i];
        if (describingAfter().contains(word.folded) || isThingWord(word) ||
            modelWords().contains(word.folded))
            return true;
        if (sizes().contains(word.folded))
            return i + 1 < m_words.size() && m_words[i + 1].joined && isSize(m_words[i + 1]);
        return sizes().contains(m_words[i - 1].folded) ? isSize(word) : isModel(m_text, word) && word.capital;
    }

    static bool isThingWord(const Word& word)
    {
        return things().contains(word.folded) && word.folded.size() > 3 &&
               word.folded != QLatin1String("case");
    }

    bool isSize(const Word& word) const { return word.digits || word.span.to - word.span.from <= 3; }

    std::size_t readMake(std::size_t i)
    {
        // "noise", "boat", "honor", "note": words of their own, unless written as names.
        static const QSet<QString> common =
            setOf(u"noise boat honor apple prestige pigeon titan brother google "
                  u"shark ninja marshall fossil vivo moto positivo mondial milton usha arno bajaj");
        if (common.contains(m_words[i].folded) && !m_words[i].capital)
            return i;
        std::size_t last = i;
        while (last + 1 < m_words.size() && last - i < mostModel && m_words[last + 1].joined) {
            const Word& next = m_words[last + 1];
            const bool model = next.digits || modelWords().contains(next.folded) || isThingWord(next) ||
                               pairs().contains(next.folded) || describing().contains(next.folded) ||
                               (next.capital && !isSentenceWord(next));
            if (!model)
                break;
            ++last;
        }
        static const QSet<QString> loose = setOf(u"set of in over back");
        while (last > i && loose.contains(m_words[last].folded))
            --last;
        // The name of a make alone is a company.
        if (last > i || m_words[i].folded == QLatin1String("iphone") ||
            m_words[i].folded == QLatin1String("kindle") ||
            m_words[i].folded == QLatin1String("playstation")) {
            std::size_t first = i;
            while (first > 0 && i - first < 2 && m_words[first].joined &&
                   describing().contains(m_words[first - 1].folded))
                --first;
            add({m_words[first].span.from, m_words[last].span.to});
        }
        return last;
    }

    static bool isSentenceWord(const Word& word)
    {
        static const QSet<QString> set = setOf(
            u"i the it this that my your is was and but or not pay care india support service why where when "
            u"what how please asap ok cash app store team online official wtf plz");
        return set.contains(word.folded);
    }

    /// 'Prestige Cookware Set' after words that say that goods are meant.
    void readQuoted()
    {
        qsizetype at = 0;
        while (at < m_text.size()) {
            const QChar open = m_text[at];
            const bool quote = open == u'\'' || open == u'"' || open == u'“' || open == u'‘' || open == u'«';
            if (!quote || (at > 0 && m_text[at - 1].isLetterOrNumber())) {
                ++at;
                continue;
            }
            const QChar close = open == u'“' ? u'”' : open == u'‘' ? u'’' : open == u'«' ? u'»' : open;
            qsizetype end = at + 1;
            while (
                end < m_text.size() && end - at < 70 && m_text[end] != u'\n' &&
                !(m_text[end] == close && (end + 1 == m_text.size() || !m_text[end + 1].isLetterOrNumber())))
                ++end;
            if (end >= m_text.size() || m_text[end] != close) {
                ++at;
                continue;
            }
            if (namesGoods(at, end))
                add({at + 1, end});
            at = end + 1;
        }
    }

    bool namesGoods(qsizetype from, qsizetype to) const
    {
        static const QSet<QString> leading = setOf(
            u"ordered order bought purchased product item book model called named got received set returned "
            u"the a an its a it was compre compré pedi producto articulo libro modelo recibi llamado comprei "
            u"produto item livro recebi chamado o el un um la for my some mi meu minha");
        static const QSet<QString> never = setOf(
            u"failed payment deliver delivered delivery transit processed processing initiated pending "
            u"returned "
            u"refund refunded declined cancelled canceled stock days error status shipped dispatched out "
            u"quality used "
            u"condition store seller return returns authentic funds transaction new issue issues soon "
            u"business "
            u"entregado entregue enviado street road fashion trends hub deals nagar colony charging missing");
        const std::vector<QString> name = words(m_text.mid(from + 1, to - from - 1));
        if (name.empty() || name.size() > 9)
            return false;
        const bool status =
            std::any_of(name.begin(), name.end(), [](const QString& word) { return never.contains(word); });
        const auto capitals = std::count_if(m_words.begin(), m_words.end(), [&](const Word& word) {
            return word.capital && word.span.from > from && word.span.to <= to;
        });
        const bool thing = std::any_of(name.begin(), name.end(),
                                       [](const QString& word) { return things().contains(word); });
        if (status || (capitals < 2 && !thing))
            return false;
        const std::vector<QString> before =
            words(m_text.mid(std::max<qsizetype>(0, from - 30), std::min<qsizetype>(from, 30)));
        static const QSet<QString> speaking =
            setOf(u"says said saying shows showing status message error by from seller store at "
                  u"street brand dice diz mensaje mensagem");
        return before.empty() ||
               (!speaking.contains(before.back()) && (thing || leading.contains(before.back())));
    }

    void add(const TextSpan& span)
    {
        for (TextSpan& other : m_found) {
            if (span.from < other.to && other.from < span.to)
                return;
        }
        m_found.push_back(span);
    }

    const QString& m_text;
    std::vector<Word> m_words;
    std::vector<TextSpan> m_found;
};

} // namespace

std::vector<TextSpan> productsIn(const QString& text)
{
    return Reader(text).read();
}

bool sameProduct(const QString& one, const QString& other)
{
    const std::vector<QString> a = words(one);
    const std::vector<QString> b = words(other);
    const auto& fewer = a.size() < b.size() ? a : b;
    const auto& more = a.size() < b.size() ? b : a;
    return std::all_of(fewer.begin(), fewer.end(), [&more](const QString& word) {
        const QString stem = word.size() > 4 && word.endsWith(u's') ? word.left(word.size() - 1) : word;
        return std::any_of(more.begin(), more.end(),
                           [&](const QString& candidate) { return candidate.startsWith(stem); });
    });
}

} // namespace relevo::assist
