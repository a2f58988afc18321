#include "samples.h"

#include "sample_words.h"

#include <domain/notices.h>

#include <QtCore/QLocale>

namespace relevo::samples {

namespace {

using domain::Author;
using domain::Delivery;
using domain::TriggerType;
using std::chrono::minutes;
using std::chrono::seconds;

std::vector<Customer> makeCustomers()
{
    const auto u = [](const char8_t* text) {
        return said(QString::fromUtf8(text));
    };
    std::vector<Customer> list{{u(u8"Mariana Souza"),
                                u(u8"pt"),
                                TriggerType::Keyword,
                                u(u8"The customer asked for a human: \"a human\"."),
                                u(u8"Parcel marked as delivered, but nobody received it"),
                                u(u8"mariana.souza@example.com"),
                                u(u8"+55 11 91234-5678"),
                                {{u(u8"Plan"), u(u8"Premium")},
                                 {u(u8"Customer since"), u(u8"2021")},
                                 {u(u8"Last order"), u(u8"R-48213")}}},
                               {u(u8"Thomas Okafor"),
                                ownLanguage(),
                                TriggerType::Sentiment,
                                u(u8"The customer is frustrated (0.8 of 1)."),
                                u(u8"Charged twice for one subscription, wants the money back today"),
                                u(u8"t.okafor@example.org"),
                                {},
                                {{u(u8"Plan"), u(u8"Basic")}}},
                               {u(u8"Élodie Marchand-Beaulieu de la Rochefoucauld"),
                                u(u8"fr"),
                                TriggerType::Failure,
                                u(u8"The bot could not help 3 times in a row."),
                                u(u8"Facture au nom de l’entreprise, numéro de TVA manquant"),
                                u(u8"elodie.marchand-beaulieu@tres-longue-entreprise.example.fr"),
                                u(u8"+33 6 12 34 56 78"),
                                {}},
                               {u(u8"سارة المنصوري"),
                                u(u8"ar"),
                                TriggerType::Keyword,
                                u(u8"The customer asked for a human: \"a human\"."),
                                u(u8"أريد تغيير عنوان التوصيل قبل وصول المندوب"),
                                u(u8"sara@example.ae"),
                                u(u8"+971 50 123 4567"),
                                {{u(u8"Tier"), u(u8"Gold")}}},
                               {u(u8"Jürgen Groß"),
                                u(u8"de"),
                                TriggerType::Sensitive,
                                u(u8"Somebody may be injured: \"geplatzt\"."),
                                u(u8"Die Lampe ist beim Einschalten geplatzt"),
                                u(u8"j.gross@example.de"),
                                {},
                                {}},
                               {QString(),
                                ownLanguage(),
                                TriggerType::Failure,
                                u(u8"The bot could not help 3 times in a row."),
                                u(u8"Cannot reset the password, the e-mail never comes"),
                                {},
                                {},
                                {}},
                               {u(u8"田中 美咲"),
                                u(u8"ja"),
                                TriggerType::Vip,
                                u(u8"An important customer needs attention: the bot could not help."),
                                u(u8"注文した商品がまだ届いていません"),
                                u(u8"misaki@example.jp"),
                                {},
                                {{u(u8"Account"), u(u8"Key")}}},
                               {u(u8"Lucía Fernández"),
                                u(u8"es"),
                                TriggerType::Urgent,
                                u(u8"The customer needs it today: \"antes de mañana\"."),
                                u(u8"Necesito la factura antes de mañana a las 9:00 🙏"),
                                u(u8"lucia@example.es"),
                                {},
                                {}},
                               {u(u8"Oluwaseun"),
                                ownLanguage(),
                                TriggerType::Manual,
                                u(u8"The bot asked for a human."),
                                u(u8"Wants to move an installation appointment"),
                                {},
                                u(u8"+234 802 123 4567"),
                                {}},
                               {u(u8"Kovács Eszter"),
                                u(u8"hu"),
                                TriggerType::Keyword,
                                u(u8"The customer asked for a human: \"a human\"."),
                                u(u8"A megrendelés törlése és visszatérítés"),
                                u(u8"eszter@example.hu"),
                                {},
                                {}}};
    return list;
}

/// In the language the desk has now.
const std::vector<Customer>& customers()
{
    static std::map<QLocale::Language, std::vector<Customer>> all;
    std::vector<Customer>& made = all[QLocale().language()];
    if (made.empty())
        made = makeCustomers();
    return made;
}

struct Line
{
    Author author;
    const char8_t* text; ///< none: that the agent has joined
    bool note = false;
};

const Line beforeLines[] = {
    {Author::Customer, u8"Hi, order R-48213 says delivered since yesterday but there is nothing here."},
    {Author::Bot, u8"I am sorry to hear that. Could you tell me the postal code of the delivery address?"},
    {Author::Customer, u8"04109-000"},
    {Author::Bot, u8"Thank you. The carrier reports a delivery on 20 November at 14:45, signed by “M. S.”. "
                  u8"You can follow it here: https://track.example.com/parcels/BR-99120-LX?lang=en"},
    {Author::Customer, u8"that is not my signature 😡"},
    {Author::Customer, u8"I was at work all day. I asked both neighbours and the doorman, nobody has it. It "
                       u8"is a birthday present for tomorrow, so please do not tell me to wait 48 hours."},
    {Author::Bot, u8"I understand that this is urgent. I can open an investigation with the carrier, which "
                  u8"takes 24 to 48 hours."},
    {Author::Customer, u8"I want to talk to a human, please"},
};

const Line afterLines[] = {
    {Author::System, nullptr},
    {Author::Agent,
     u8"Hello Mariana, this is Ana. I have read everything above, you do not need to repeat anything."},
    {Author::Agent, u8"I am calling the driver’s depot right now. Two minutes."},
    {Author::Agent, u8"The depot has the parcel. Signature was the neighbour’s in 42B, do not refund yet.",
     true},
    {Author::Customer, u8"thank you!! 🙏"},
    {Author::Customer, u8"is it possible to have it sent to my office instead? R. Vergueiro 1421, sala 305"},
};

domain::Message made(const client::ConversationRow& row, Author author, const QString& text, Timestamp at,
                     qint64 seq, const Customer& customer, const domain::Agent& me, IdSource& ids)
{
    domain::Message message;
    message.id = ids.make<domain::MessageId>();
    message.conversationId = row.id;
    message.seq = seq;
    message.author = author;
    message.content = text;
    message.at = at;
    message.delivery = Delivery::Delivered;
    if (author == Author::Agent) {
        message.authorId = me.id.toString();
        message.authorName = me.name;
        message.delivery = seq % 2 == 0 ? Delivery::Read : Delivery::Delivered;
    } else if (author == Author::Customer) {
        message.authorName = customer.name;
    }
    return message;
}

} // namespace

const Customer& customer(int index)
{
    const auto& all = customers();
    return all[static_cast<std::size_t>(index) % all.size()];
}

QString lastLine(int index)
{
    const char8_t* lines[] = {u8"is it possible to have it sent to my office instead? R. Vergueiro 1421",
                              u8"I have asked the depot, they call me back within the hour.",
                              u8"merci beaucoup 🙂",
                              u8"شكراً جزيلاً على المساعدة السريعة",
                              u8"Here is the return label.",
                              u8"ok"};
    return said(QString::fromUtf8(lines[index % 6]));
}

domain::Summary summary(const Customer& customer)
{
    domain::Summary summary;
    summary.customerName = customer.name;
    summary.customerEmail = customer.email;
    summary.durationSeconds = 8 * 60 + 12;
    summary.messageCount = 8;
    summary.mainIssue = customer.issue;
    summary.botTried = {said(QStringLiteral("Asked for the postal code and looked the parcel up")),
                        said(QStringLiteral("Offered an investigation by the carrier, 24 to 48 hours"))};
    summary.whyEscalated = customer.reason;
    summary.sentimentLabel = QStringLiteral("frustrated");
    summary.sentimentScore = 0.8;
    summary.suggestedAction =
        said(QStringLiteral("Call the carrier’s depot, and offer to send the order again by express."));
    summary.facts = {{QStringLiteral("order"), QStringLiteral("R-48213"), {}},
                     {QStringLiteral("date"), said(QStringLiteral("20 November, 14:45")), {}},
                     {QStringLiteral("tracking"), QStringLiteral("BR-99120-LX"), {}},
                     {QStringLiteral("amount"), QStringLiteral("R$ 349,90"), {}},
                     {QStringLiteral("reference"), QStringLiteral("NF 000.118.402"), {}},
                     {QStringLiteral("address"), QStringLiteral("R. Vergueiro 1421, sala 305"), {}}};
    summary.openQuestion = said(QStringLiteral("Can it be there before tomorrow?"));
    summary.language = customer.language;
    summary.engine = QStringLiteral("offline");
    return summary;
}

std::vector<domain::Message> messages(const Customer& customer, const client::ConversationRow& row,
                                      const domain::Agent& me, Timestamp handedOver, Timestamp now,
                                      IdSource& ids)
{
    std::vector<domain::Message> list;
    qint64 seq = 40;
    Timestamp at = handedOver - minutes(9);
    if (row.holder == domain::Holder::Agent) {
        list.push_back(made(row, Author::Customer, said(QStringLiteral("When is my order coming?")),
                            handedOver - std::chrono::hours(26), ++seq, customer, me, ids));
        list.push_back(made(row, Author::Bot,
                            said(QStringLiteral("It is on its way and arrives on 20 November.")),
                            handedOver - std::chrono::hours(26) + seconds(2), ++seq, customer, me, ids));
    }
    const auto count = static_cast<qint64>(std::size(beforeLines));
    for (qint64 i = 0; i < count; ++i) {
        const Line& line = beforeLines[i];
        at = i + 1 == count ? handedOver : at + seconds(60);
        list.push_back(
            made(row, line.author, said(QString::fromUtf8(line.text)), at, ++seq, customer, me, ids));
    }
    list.push_back(made(row, Author::System, domain::handoffNotice({}, ownLanguage()), handedOver, ++seq,
                        customer, me, ids));
    if (row.holder != domain::Holder::Agent)
        return list;
    if (!customer.issue.isEmpty() && customer.issue.isRightToLeft())
        list.push_back(made(row, Author::Customer,
                            customer.issue + QStringLiteral("\nOrder R-48213, ") + customer.issue,
                            now - minutes(6), ++seq, customer, me, ids));
    at = now - minutes(6);
    for (const Line& line : afterLines) {
        at += seconds(55);
        const QString text =
            line.text ? said(QString::fromUtf8(line.text)) : domain::joinedNotice(me.name, ownLanguage());
        list.push_back(made(row, line.author, text, at, ++seq, customer, me, ids));
        list.back().note = line.note;
    }
    return list;
}

domain::Message waitingMessage(const client::ConversationRow& row, const domain::Agent& me, Timestamp now,
                               IdSource& ids)
{
    domain::Message message = made(
        row, Author::Agent, said(QStringLiteral("Good news: the parcel is at the depot, it comes tonight.")),
        now, 0, {}, me, ids);
    message.id = {};
    message.clientId = QStringLiteral("waiting-1");
    message.delivery = Delivery::Queued;
    return message;
}

client::MessageTemplates messageTemplates()
{
    using enum domain::TemplateCategory;
    const auto made = [](const char* name, const char* language, const char8_t* body,
                         domain::TemplateCategory category) {
        return domain::MessageTemplate{QUuid::createUuid(),
                                       QString::fromLatin1(name),
                                       QString::fromLatin1(language),
                                       QString::fromUtf8(body),
                                       category,
                                       {}};
    };
    return {made("appointment_reminder", "en", u8"Hello {{1}}, we expect you on {{2}} at {{3}}.", Utility),
            made("delivery_update", "en",
                 u8"Hello {{1}}, your order {{2}} is with the carrier again and comes tomorrow. Answer this "
                 u8"message if you have a question.",
                 Utility),
            made("delivery_update", "es",
                 u8"Hola, {{1}}: tu pedido {{2}} vuelve a estar con el transportista y llega mañana. "
                 u8"Responde a este mensaje si tienes alguna pregunta.",
                 Utility),
            made("spring_sale", "pt_BR", u8"Olá {{1}}, a promoção da primavera começou!", Marketing)};
}

std::vector<client::CannedResponse> cannedResponses()
{
    const auto made = [](const char* shortcut, const char8_t* title, const char8_t* content,
                         const char* language) {
        return client::CannedResponse{QUuid::createUuid(),
                                      QString::fromLatin1(shortcut),
                                      said(QString::fromUtf8(title)),
                                      said(QString::fromUtf8(content)),
                                      QString::fromLatin1(language),
                                      false};
    };
    const QByteArray language = ownLanguage().toLatin1();
    const char* own = language.constData();
    return {
        made("greeting", u8"Greeting",
             u8"Hello {{contact.first_name}}, I am {{agent.first_name}}. How can I help?", own),
        made("hours", u8"Opening hours", u8"We are here from 9 to 18, Monday to Friday.", own),
        made("parcel", u8"Where is my parcel?",
             u8"Your order {{order}} is with the carrier {{carrier}}; it comes within two days. I am sorry "
             u8"that you had to ask.",
             ""),
        made("saludo", u8"Saludo",
             u8"Hola, {{contact.first_name}}: soy {{agent.first_name}}. ¿En qué puedo ayudarte?", "es")};
}

qint64 lastSeqBefore(const std::vector<domain::Message>& messages, Timestamp at)
{
    qint64 seq = 0;
    for (const domain::Message& message : messages) {
        if (message.at <= at)
            seq = message.seq;
    }
    return seq;
}

} // namespace relevo::samples
