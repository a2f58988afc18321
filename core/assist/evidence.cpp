#include <assist/evidence.h>

#include <assist/denial.h>
#include <assist/number_words.h>
#include <assist/stems.h>
#include <assist/tokens.h>

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

constexpr qsizetype leastOfContent = 4; ///< letters of a word that says what a sentence is about
constexpr qsizetype tellingLetters = 5; ///< of a longer word the first ones tell it from others: "delivered"
constexpr int leastAsked = 70;          ///< percent of a question's words that its asker used
constexpr int leastAbout = 34;
constexpr int leastDone = 50;

/// The digits of a number, "1,299.50" as "129950" and "1,299.00" as "1299".
QString onlyDigits(QString number)
{
    static const QRegularExpression noCents(QStringLiteral("[.,]00$"));
    number.remove(noCents);
    number.removeIf([](QChar c) { return !c.isDigit(); });
    return number;
}

/// Every number in a text as it is written, "4711 22" as one.
QStringList numbersIn(const QString& text)
{
    static const QRegularExpression number(QStringLiteral(R"(\d(?:[.,\s-]?\d)*)"));
    QStringList numbers;
    for (auto matches = number.globalMatch(text); matches.hasNext();)
        numbers.push_back(matches.next().captured());
    return numbers;
}

const QRegularExpression& space()
{
    static const QRegularExpression expression(QStringLiteral("\\s"));
    return expression;
}

/// Web and e-mail addresses, also without "https://".
QStringList addressesIn(const QString& text)
{
    static const QRegularExpression address(
        QStringLiteral(
            R"((?:https?://|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
            R"(|\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|co|es|br|pt|mx|ar|cl|app|dev|shop|store|info|biz|xyz|top|site|online|link|ru|cn|me|ly|gl)\b(?:/[^\s<>"]*)?)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QStringList addresses;
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        QString found = matches.next().captured();
        while (!found.isEmpty() && QStringView(u".,;:!?)]}'").contains(found.back()))
            found.chop(1);
        addresses.push_back(found);
    }
    return addresses;
}

/// The words with a capital that do not open a sentence or a quotation.
QStringList namesIn(const QString& text)
{
    static const QRegularExpression name(QStringLiteral(R"((?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}\p{M}&-]*)"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression opening(QStringLiteral(R"((?:^|[.!?:…\n"“”«»'‘¿¡(\[•–—])[\s"“«'‘¿¡(]*$)"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    QStringList names;
    for (auto matches = name.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (!opening.match(text.left(match.capturedStart())).hasMatch())
            names.push_back(match.captured());
    }
    return names;
}

/// What has capitals and names nobody.
bool isPlainCapital(const QString& word)
{
    static const QSet<QString> plain = [] {
        QSet<QString> made;
        const QString list = QStringLiteral(
            "I OK ID PDF SMS FAQ PIN QR URL GPS AI TV PC CEP CPF CNPJ DNI NIF NIE RG IVA VAT CVV "
            "IBAN PIX EU UK USA USD EUR BRL GBP MXN Internet Hello Hi Dear Hola Olá Regards Team "
            "Bot");
        for (const QString& name : list.split(u' '))
            made.insert(name);
        return made;
    }();
    return plain.contains(word);
}

QString beginningOf(const QString& word)
{
    return word.left(tellingLetters);
}

/// The words that say what a sentence is about.
std::vector<QString> contentOf(const QString& sentence)
{
    // Of whom it speaks, and how, tells nothing.
    static const Stems frame(u"customer client user usuari bot agent agente human person want wants. wish "
                             u"quier quer. desea deseja "
                             u"need necesit precis asks. asked pregunt pergunt says. said dice. disse "
                             u"reports report about sobre acerca "
                             u"that este esta estos estas this these those. their them they with from have "
                             u"has. been were will would "
                             u"could should para porque because como cuando quando what when where which "
                             u"whose seus suas after before "
                             u"also tambien tambem muy muito more that. there aqui here does. please favor "
                             u"still ainda todavia aun.");
    std::vector<QString> content;
    for (const QString& word : words(sentence)) {
        if (word.size() >= leastOfContent && !frame.match(word))
            content.push_back(word);
    }
    return content;
}

/// Deeds that change something for the customer: a bot's word that they are done is acted upon.
const std::vector<Stems>& weightyDeeds()
{
    static const std::vector<Stems> all = [] {
        std::vector<Stems> made;
        // A deed a line, in all three languages.
        const QString deeds = QStringLiteral(
            "cancel anul\nrefund reembols reintegr devolu devolv estorn money-back\n"
            "replac reempla substitu sustitu troc exchang cambi\ndiscount descuent descont coupon cupon "
            "cupom voucher\n"
            "compensat compens\ncharg cobr\nresend resent reenvi reship\nship. shipped envi despach\n"
            "book. booked reserv\nreset restabl redefin restaur\nunlock desbloque\nactivat activ ativ\n"
            "block bloque\nclos. closed cerr fech encerr\ndelet elimin borr exclui apag\nupgrad downgrad\n"
            "extend prorrog ampli\nescalat escal\npaid. pag. pago pague");
        for (const QString& stems : deeds.split(u'\n'))
            made.emplace_back(stems.toStdU16String().c_str());
        return made;
    }();
    return all;
}

/// A sentence that asks or offers, and tells nothing done.
bool offers(const QString& sentence)
{
    static const Stems offering(u"offer can could would will shall may might like prefer ofrec puedo podemos "
                                u"podria puede quiere desea "
                                u"gustaria quieres ofrec oferec posso pode poderia gostaria quer. quiser "
                                u"deseja prefier prefere if. si.");
    return sentence.endsWith(u'?') || offering.matchAny(words(sentence));
}

bool isShare(qsizetype part, qsizetype of, int percent)
{
    return part * 100 >= of * percent;
}

} // namespace

Evidence::Evidence(const SummaryInput& input) : m_input(&input)
{
    for (const domain::Message& message : input.messages) {
        if (!message.note)
            add(message.content);
    }
    const domain::Contact& contact = input.conversation.contact;
    add(contact.name + u'\n' + contact.email + u'\n' + contact.phone + u'\n' + input.conversation.channel);
}

Evidence::Evidence(const QString& text)
{
    add(text);
}

void Evidence::add(const QString& text)
{
    m_text += text + u'\n';
    for (const QString& number : numbersIn(text)) {
        m_numbers.insert(onlyDigits(number));
        for (const QString& part : number.split(space(), Qt::SkipEmptyParts))
            m_numbers.insert(onlyDigits(part));
    }
    for (const QString& number : numberWordsIn(text))
        m_numbers.insert(number);
    for (const QString& word : words(text)) {
        m_words.insert(word);
        m_beginnings.insert(beginningOf(word));
    }
}

bool Evidence::holds(const QString& sentence, qsizetype digits) const
{
    const auto known = [this, digits](const QString& number) {
        return isKnown(number, digits);
    };
    const QStringList addresses = addressesIn(sentence);
    const QStringList numbers = numbersIn(sentence) + numberWordsIn(sentence);
    if (!std::all_of(numbers.begin(), numbers.end(), known))
        return false;
    if (!std::all_of(addresses.begin(), addresses.end(), [this](const QString& address) {
            return m_text.contains(address, Qt::CaseInsensitive);
        }))
        return false;
    // In German every noun has a capital.
    if (!m_input || m_input->conversation.language == u"de")
        return true;
    const QStringList names = namesIn(sentence);
    return std::all_of(names.begin(), names.end(), [this](const QString& name) { return knowsName(name); });
}

bool Evidence::isAbout(const QString& sentence) const
{
    const std::vector<QString> content = contentOf(sentence);
    const auto spoken =
        std::count_if(content.begin(), content.end(), [this](const QString& word) { return spokeOf(word); });
    return isShare(spoken, static_cast<qsizetype>(content.size()), leastAbout);
}

bool Evidence::wasAsked(const QString& question) const
{
    std::vector<QString> asked = words(question);
    std::erase_if(asked, [](const QString& word) { return word.size() < 3; });
    return std::any_of(
        m_input->messages.begin(), m_input->messages.end(), [&asked](const domain::Message& message) {
            if (message.author != domain::Author::Customer || message.note)
                return false;
            QSet<QString> beginnings;
            for (const QString& word : words(message.content))
                beginnings.insert(beginningOf(word));
            const auto same = std::count_if(asked.begin(), asked.end(), [&beginnings](const QString& word) {
                return beginnings.contains(beginningOf(word));
            });
            return !asked.empty() && isShare(same, static_cast<qsizetype>(asked.size()), leastAsked);
        });
}

bool Evidence::wasDone(const QString& act) const
{
    const std::vector<QString> said = words(act);
    for (const Stems& deed : weightyDeeds()) {
        if (!deed.matchAny(said))
            continue;
        // "Cancelled it" claims more than "offered to cancel it", and a refusal is none of both.
        static const Stems claimless(
            u"offer ask propos explain told inform said confirm check refus declin "
            u"unable could cannot ofrec pidio pregunt propus explic inform dijo confirm "
            u"rechaz nego oferec pediu pergunt disse recus no. not. nao.");
        const bool claims =
            !said.empty() && !claimless.match(said.front()) && denialOf(act, deed) == Denial::None;
        const bool holds = std::any_of(
            m_input->messages.begin(), m_input->messages.end(), [&](const domain::Message& message) {
                if (message.author != domain::Author::Bot || message.note)
                    return false;
                const QStringList parts = sentences(message.content);
                return std::any_of(parts.begin(), parts.end(), [&](const QString& part) {
                    return deed.matchAny(words(part)) &&
                           (!claims || (denialOf(part, deed) == Denial::None && !offers(part)));
                });
            });
        if (!holds)
            return false;
    }
    // How it is told ("explained", "gave") is the teller's own word.
    std::vector<QString> content = contentOf(act);
    if (!content.empty() && !said.empty() && content.front() == said.front())
        content.erase(content.begin());
    const auto spoken =
        std::count_if(content.begin(), content.end(), [this](const QString& word) { return spokeOf(word); });
    return isShare(spoken, static_cast<qsizetype>(content.size()), leastDone);
}

const domain::Message* Evidence::messageWith(const QString& value, int named) const
{
    const auto has = [&value](const domain::Message& message) {
        return message.author == domain::Author::Customer && !message.note && message.content.contains(value);
    };
    const std::vector<domain::Message>& messages = m_input->messages;
    const auto at = static_cast<std::size_t>(named) - 1;
    if (named > 0 && at < messages.size() && has(messages[at]))
        return &messages[at];
    const auto found = std::find_if(messages.begin(), messages.end(), has);
    return found == messages.end() ? nullptr : &*found;
}

bool Evidence::isKnown(const QString& number, qsizetype digits) const
{
    if (m_numbers.contains(onlyDigits(number)))
        return true;
    const QStringList parts = number.split(space(), Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [this, digits](const QString& part) {
        const QString plain = onlyDigits(part);
        return plain.size() < digits || m_numbers.contains(plain);
    });
}

bool Evidence::knowsName(const QString& name) const
{
    if (isPlainCapital(name))
        return true;
    const std::vector<QString> parts = words(name);
    return std::all_of(parts.begin(), parts.end(), [this](const QString& part) {
        return m_words.contains(part) ||
               (part.size() >= tellingLetters && m_beginnings.contains(beginningOf(part)));
    });
}

bool Evidence::spokeOf(const QString& word) const
{
    return m_beginnings.contains(beginningOf(word));
}

} // namespace relevo::assist
