#include "sample_words.h"

#include <QtCore/QHash>
#include <QtCore/QLocale>

namespace relevo::samples {

namespace {

struct Words
{
    const char8_t* english;
    const char8_t* spanish;
    const char8_t* portuguese;
};

const Words all[] = {
    {u8"Parcel marked as delivered, but nobody received it",
     u8"Paquete marcado como entregado, pero nadie lo ha recibido",
     u8"Pacote marcado como entregue, mas ninguém recebeu"},
    {u8"Customer since", u8"Cliente desde", u8"Cliente desde"},
    {u8"billing", u8"facturación", u8"faturamento"},
    {u8"returns", u8"devoluciones", u8"devoluções"},
    {u8"Returns", u8"Devoluciones", u8"Devoluções"},
    {u8"Wholesale", u8"Mayoristas", u8"Atacado"},
    {u8"Last order", u8"Último pedido", u8"Último pedido"},
    {u8"Charged twice for one subscription, wants the money back today",
     u8"Cobrado dos veces por una suscripción, quiere el dinero hoy",
     u8"Cobrado duas vezes por uma assinatura, quer o dinheiro hoje"},
    {u8"Cannot reset the password, the e-mail never comes",
     u8"No puede cambiar la contraseña, el correo nunca llega",
     u8"Não consegue redefinir a senha, o e-mail nunca chega"},
    {u8"Wants to move an installation appointment", u8"Quiere cambiar la cita de una instalación",
     u8"Quer mudar a data de uma instalação"},
    {u8"Hi, order R-48213 says delivered since yesterday but there is nothing here.",
     u8"Hola, el pedido R-48213 dice entregado desde ayer, pero aquí no hay nada.",
     u8"Oi, o pedido R-48213 consta como entregue desde ontem, mas não chegou nada aqui."},
    {u8"I am sorry to hear that. Could you tell me the postal code of the delivery address?",
     u8"Lo siento mucho. ¿Me dices el código postal de la dirección de entrega?",
     u8"Sinto muito. Você pode me dizer o CEP do endereço de entrega?"},
    {u8"Thank you. The carrier reports a delivery on 20 November at 14:45, signed by “M. S.”. You can follow "
     u8"it here: https://track.example.com/parcels/BR-99120-LX?lang=en",
     u8"Gracias. El transportista indica una entrega el 20 de noviembre a las 14:45, firmada por «M. S.». "
     u8"Puedes seguirla aquí: https://track.example.com/parcels/BR-99120-LX?lang=es",
     u8"Obrigado. A transportadora informa uma entrega em 20 de novembro às 14:45, assinada por “M. S.”. "
     u8"Acompanhe aqui: https://track.example.com/parcels/BR-99120-LX?lang=pt"},
    {u8"that is not my signature 😡", u8"esa no es mi firma 😡", u8"essa assinatura não é minha 😡"},
    {u8"I was at work all day. I asked both neighbours and the doorman, nobody has it. It is a birthday "
     u8"present for tomorrow, so please do not tell me to wait 48 hours.",
     u8"Estuve todo el día en el trabajo. Pregunté a los dos vecinos y al portero, nadie lo tiene. Es un "
     u8"regalo de cumpleaños para mañana, así que no me digas que espere 48 horas.",
     u8"Passei o dia todo no trabalho. Perguntei aos dois vizinhos e ao porteiro, ninguém está com ele. É um "
     u8"presente de aniversário para amanhã, então não me diga para esperar 48 horas."},
    {u8"I understand that this is urgent. I can open an investigation with the carrier, which takes 24 to 48 "
     u8"hours.",
     u8"Entiendo que es urgente. Puedo abrir una investigación con el transportista, que tarda de 24 a 48 "
     u8"horas.",
     u8"Entendo que é urgente. Posso abrir uma investigação com a transportadora, que leva de 24 a 48 "
     u8"horas."},
    {u8"I want to talk to a human, please", u8"Quiero hablar con una persona, por favor",
     u8"Quero falar com uma pessoa, por favor"},
    {u8"Hello Mariana, this is Ana. I have read everything above, you do not need to repeat anything.",
     u8"Hola, Mariana, soy Ana. He leído todo lo de arriba, no tienes que repetir nada.",
     u8"Olá, Mariana, aqui é a Ana. Li tudo o que está acima, você não precisa repetir nada."},
    {u8"I am calling the driver’s depot right now. Two minutes.",
     u8"Estoy llamando ahora mismo al almacén del repartidor. Dos minutos.",
     u8"Estou ligando agora para o depósito do entregador. Dois minutos."},
    {u8"The depot has the parcel. Signature was the neighbour’s in 42B, do not refund yet.",
     u8"El almacén tiene el paquete. La firma era del vecino del 42B, no reembolsar todavía.",
     u8"O depósito está com o pacote. A assinatura era do vizinho do 42B, não reembolsar ainda."},
    {u8"And where is my order 4711? I have waited since Monday, and nobody told me that it would be late. "
     u8"Please call me before six.",
     u8"¿Y dónde está mi pedido 4711? Espero desde el lunes y nadie me avisó de que llegaría tarde. Llámenme "
     u8"antes de las seis, por favor.",
     u8"E onde está o meu pedido 4711? Espero desde segunda e ninguém me avisou que ia atrasar. Liguem para "
     u8"mim antes das seis, por favor."},
    {u8"thank you!! 🙏", u8"¡¡gracias!! 🙏", u8"obrigada!! 🙏"},
    {u8"is it possible to have it sent to my office instead? R. Vergueiro 1421, sala 305",
     u8"¿se puede enviar mejor a mi oficina? R. Vergueiro 1421, sala 305",
     u8"dá para mandar para o meu escritório? R. Vergueiro 1421, sala 305"},
    {u8"is it possible to have it sent to my office instead? R. Vergueiro 1421",
     u8"¿se puede enviar mejor a mi oficina? R. Vergueiro 1421",
     u8"dá para mandar para o meu escritório? R. Vergueiro 1421"},
    {u8"I have asked the depot, they call me back within the hour.",
     u8"He preguntado al almacén, me llaman dentro de una hora.",
     u8"Perguntei ao depósito, eles me ligam dentro de uma hora."},
    {u8"Here is the return label.", u8"Aquí tienes la etiqueta de devolución.",
     u8"Aqui está a etiqueta de devolução."},
    {u8"Asked for the postal code and looked the parcel up", u8"Preguntó el código postal y buscó el paquete",
     u8"Perguntou o CEP e procurou o pacote"},
    {u8"Offered an investigation by the carrier, 24 to 48 hours",
     u8"Ofreció una investigación del transportista, de 24 a 48 horas",
     u8"Ofereceu uma investigação da transportadora, de 24 a 48 horas"},
    {u8"Call the carrier’s depot, and offer to send the order again by express.",
     u8"Llama al almacén del transportista y ofrece enviar el pedido de nuevo por mensajería urgente.",
     u8"Ligue para o depósito da transportadora e ofereça enviar o pedido de novo por expresso."},
    {u8"20 November, 14:45", u8"20 de noviembre, 14:45", u8"20 de novembro, 14:45"},
    {u8"Can it be there before tomorrow?", u8"¿Puede estar allí antes de mañana?",
     u8"Pode chegar antes de amanhã?"},
    {u8"When is my order coming?", u8"¿Cuándo llega mi pedido?", u8"Quando chega o meu pedido?"},
    {u8"It is on its way and arrives on 20 November.", u8"Está en camino y llega el 20 de noviembre.",
     u8"Está a caminho e chega em 20 de novembro."},
    {u8"Good news: the parcel is at the depot, it comes tonight.",
     u8"Buenas noticias: el paquete está en el almacén, llega esta noche.",
     u8"Boas notícias: o pacote está no depósito, chega hoje à noite."},
    {u8"Greeting", u8"Saludo", u8"Saudação"},
    {u8"Hello {{contact.first_name}}, I am {{agent.first_name}}. How can I help?",
     u8"Hola, {{contact.first_name}}: soy {{agent.first_name}}. ¿En qué puedo ayudarte?",
     u8"Olá, {{contact.first_name}}, sou {{agent.first_name}}. Como posso ajudar?"},
    {u8"Opening hours", u8"Horario", u8"Horário"},
    {u8"We are here from 9 to 18, Monday to Friday.", u8"Estamos de 9 a 18, de lunes a viernes.",
     u8"Estamos aqui das 9 às 18, de segunda a sexta."},
    {u8"Where is my parcel?", u8"¿Dónde está mi paquete?", u8"Onde está o meu pacote?"},
    {u8"Your order {{order}} is with the carrier {{carrier}}; it comes within two days. I am sorry that you "
     u8"had to ask.",
     u8"Tu pedido {{order}} está con el transportista {{carrier}}; llega en dos días. Siento que hayas "
     u8"tenido que preguntar.",
     u8"Seu pedido {{order}} está com a transportadora {{carrier}}; chega em dois dias. Desculpe por você "
     u8"ter precisado perguntar."},
    {u8"This is what stood in front of my door, and the invoice.",
     u8"Esto es lo que había delante de mi puerta, y la factura.",
     u8"Isto é o que estava na frente da minha porta, e a nota fiscal."},
    {u8"I have just spoken to the driver: he comes back at six.",
     u8"Acabo de hablar con el repartidor: vuelve a las seis.",
     u8"Acabei de falar com o entregador: ele volta às seis."},
    {u8"The number cannot be reached.", u8"No se puede contactar con el número.",
     u8"Não é possível contatar o número."},
    {u8"Your parcel is on its way now.", u8"Tu paquete ya está en camino.",
     u8"Seu pacote já está a caminho."},
    {u8"It should be there at six.", u8"Debería llegar a las seis.", u8"Deve chegar às seis."},
    {u8"I will keep an eye on it.", u8"Estaré pendiente.", u8"Vou ficar de olho."},
    {u8"And sorry for the trouble!", u8"¡Y perdona las molestias!", u8"E desculpe o transtorno!"},
    {u8"Depot says R-48213 was at 42B. No refund before Monday.",
     u8"El almacén dice que R-48213 estaba en el 42B. Sin reembolso antes del lunes.",
     u8"O depósito diz que R-48213 estava no 42B. Sem reembolso antes de segunda."},
    {u8"I am sorry about this. I call the depot now.", u8"Lo siento mucho. Llamo ahora al almacén.",
     u8"Sinto muito. Vou ligar para o depósito agora."},
    {u8"Good morning Mr Keller,\nI am looking into it.", u8"Buenos días, señor Keller:\nlo estoy mirando.",
     u8"Bom dia, Sr. Keller,\nestou verificando."},
    {u8"refund", u8"reembolso", u8"reembolso"},
    {u8"wholesale", u8"mayorista", u8"atacado"},
    {u8"speaks slowly, hard of hearing", u8"habla despacio, oye mal", u8"fala devagar, ouve mal"},
    {u8"late delivery", u8"entrega tardía", u8"entrega atrasada"},
    {u8"Ordered since", u8"Compra desde", u8"Compra desde"},
    {u8"my lawyer will call you", u8"mi abogado te va a llamar", u8"meu advogado vai ligar para vocês"},
};

} // namespace

QString said(const QString& english)
{
    const QLocale::Language language = QLocale().language();
    if (language != QLocale::Spanish && language != QLocale::Portuguese)
        return english;
    static const QHash<QString, const Words*> known = [] {
        QHash<QString, const Words*> made;
        for (const Words& words : all)
            made.insert(QString::fromUtf8(words.english), &words);
        return made;
    }();
    const Words* words = known.value(english);
    if (!words)
        return english;
    return QString::fromUtf8(language == QLocale::Spanish ? words->spanish : words->portuguese);
}

QString ownLanguage()
{
    switch (QLocale().language()) {
    case QLocale::Spanish:
        return QStringLiteral("es");
    case QLocale::Portuguese:
        return QStringLiteral("pt");
    default:
        return QStringLiteral("en");
    }
}

} // namespace relevo::samples
