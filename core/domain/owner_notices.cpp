#include <domain/owner_notices.h>

#include <domain/decide_handoff.h>
#include <domain/notices.h>
#include <domain/routing.h>

#include <algorithm>

namespace relevo::domain {
namespace {

QString channelName(NotificationChannel channel)
{
    switch (channel) {
    case NotificationChannel::Email:
        return QStringLiteral("e-mail");
    case NotificationChannel::Slack:
        return QStringLiteral("Slack");
    case NotificationChannel::Whatsapp:
        return QStringLiteral("WhatsApp");
    case NotificationChannel::Desktop:
        break;
    }
    return {};
}

bool isTicket(const Notification& notification)
{
    return notification.kind == QLatin1String("handoff.ticket");
}

QString personName(const Contact& contact, const QString& language)
{
    return contact.name.isEmpty() ? inLanguage(language, QStringLiteral("A customer"),
                                               QStringLiteral("Un cliente"), QStringLiteral("Um cliente"))
                                  : contact.name;
}

Notification aboutHandoff(Notification notification, const HandoffId& handoff)
{
    notification.priority = Priority::High;
    notification.url = QStringLiteral("handoff://") + handoff.toString();
    return notification;
}

/// Offered to everybody who fits and taken by nobody, given back with nobody left to take it, or requested
/// while the project is open and nobody is there.
bool leavesNobody(const Decision& decision, const Event& event)
{
    const std::optional<Handoff>& newest = decision.conversation()->handoff;
    if (!newest || newest->offer || !isWaiting(newest->status))
        return false;
    const Handoff& handoff = *newest;
    // One of several has passed it on, and the others may still take it: then nobody was told anew.
    if (event.type == EventType::HandoffDeclined || event.type == EventType::HandoffTransferred)
        return std::ranges::any_of(
            decision.events(), [](const Event& other) { return other.type == EventType::HandoffReminded; });
    const std::optional<BusinessHours>& hours = decision.project().settings.businessHours;
    return event.type == EventType::HandoffRequested && handoff.mode == HandoffMode::Async &&
           (!hours || isOpen(*hours, decision.context().now));
}

/// Requested while all who could take it have their hands full. Told of the first that waits for that, not
/// of each that joins the queue behind it.
bool findsAllFull(const Decision& decision, const Event& event)
{
    const ConversationState& state = *decision.conversation();
    const ProjectState& project = decision.project();
    const Timestamp now = decision.context().now;
    const std::optional<BusinessHours>& hours = project.settings.businessHours;
    if (event.type != EventType::HandoffRequested || !isToBeOffered(project, state, now) ||
        state.handoff->mode != HandoffMode::Sync || (hours && !isOpen(*hours, now)))
        return false;
    const auto waitsToo = [&](const ConversationId& id) {
        const std::optional<Handoff>& other = project.conversations.at(id).handoff;
        return id != state.conversation.id && other->mode == HandoffMode::Sync && !other->offer;
    };
    if (std::ranges::any_of(project.conversations.waiting(), waitsToo))
        return false;
    const std::vector<Consideration> all = consider(project, state);
    const auto any = [&all](Fit fit) {
        return std::ranges::find(all, fit, &Consideration::fit) != all.end();
    };
    return any(Fit::Full) && !any(Fit::Fits) && !any(Fit::Offered);
}

/// Nobody answered by the due time. Whoever was told of it as everybody passed it on has no new `remindedAt`.
bool isReminder(const Event& event)
{
    return event.type == EventType::HandoffReminded && std::get<Handoff>(event.data).remindedAt == event.at;
}

/// It becomes a ticket because nobody answered, or has been one from the start and is not answered when that
/// was promised.
bool isLateTicket(const Decision& decision, const Event& event)
{
    if (isReminder(event))
        return std::get<Handoff>(event.data).status == HandoffStatus::ConvertedToTicket;
    return event.type == EventType::HandoffConverted && event.actor.type == ActorType::System &&
           std::ranges::none_of(decision.events(),
                                [](const Event& other) { return other.type == EventType::HandoffRequested; });
}

/// In the middle of a conversation; who has claimed one and not answered is reminded themselves.
bool leavesWaiting(const Event& event)
{
    const auto& handoff = std::get<Handoff>(event.data);
    return isReminder(event) && isHeld(handoff.status) && isUnderWay(handoff);
}

} // namespace

QString ownerLanguage(const ProjectState& project)
{
    const auto owner = std::ranges::find_if(project.agents, [](const auto& entry) {
        return entry.second.role == Role::Admin && !entry.second.languages.isEmpty();
    });
    return owner == project.agents.end() ? QString() : owner->second.languages.front();
}

Notification ownerNotification(const ProjectState& project, const QString& kind, const QString& title,
                               const QString& body)
{
    Notification notification;
    notification.kind = kind;
    notification.title = title;
    notification.body = body;
    notification.audience = Audience::Owner;
    const NotificationChannel wanted = project.settings.notificationChannel;
    if (wanted == NotificationChannel::Desktop)
        return notification;
    notification.insteadOf = wanted;
    notification.body +=
        QLatin1String(body.isEmpty() ? "" : "\n") +
        inLanguage(ownerLanguage(project),
                   QStringLiteral("(%1 is not connected for notifications, so this comes to the desktop.)"),
                   QStringLiteral("(%1 no está conectado para avisos, por eso esto llega al escritorio.)"),
                   QStringLiteral("(%1 não está conectado para avisos, por isso isto chega ao desktop.)"))
            .arg(channelName(wanted));
    return notification;
}

Notification ticketNotification(const ProjectState& project, const Contact& contact, const HandoffId& handoff)
{
    const QString language = ownerLanguage(project);
    return aboutHandoff(
        ownerNotification(project, QStringLiteral("handoff.ticket"),
                          inLanguage(language, QStringLiteral("%1 was not answered in time"),
                                     QStringLiteral("Nadie respondió a tiempo: %1"),
                                     QStringLiteral("Ninguém respondeu a tempo: %1"))
                              .arg(personName(contact, language)),
                          inLanguage(language,
                                     QStringLiteral("It goes on as a ticket and waits in the queue."),
                                     QStringLiteral("Sigue como ticket y espera en la cola."),
                                     QStringLiteral("Continua como ticket e espera na fila."))),
        handoff);
}

Notification unansweredNotification(const ProjectState& project, const Contact& contact,
                                    const Handoff& handoff)
{
    const QString language = ownerLanguage(project);
    return aboutHandoff(
        ownerNotification(project, QStringLiteral("handoff.unanswered"),
                          inLanguage(language, QStringLiteral("%1 waits for an answer"),
                                     QStringLiteral("%1 espera una respuesta"),
                                     QStringLiteral("%1 espera uma resposta"))
                              .arg(personName(contact, language)),
                          inLanguage(language, QStringLiteral("%1 holds the conversation and is silent."),
                                     QStringLiteral("%1 tiene la conversación y no responde."),
                                     QStringLiteral("%1 está com a conversa e não responde."))
                              .arg(handoff.assignedTo.value_or(AgentRef{}).name)),
        handoff.id);
}

Notification unattendedNotification(const ProjectState& project, const Contact& contact,
                                    const HandoffId& handoff)
{
    const QString language = ownerLanguage(project);
    return aboutHandoff(
        ownerNotification(
            project, QStringLiteral("handoff.unattended"),
            inLanguage(language, QStringLiteral("Nobody is there for %1"),
                       QStringLiteral("No hay nadie para %1"), QStringLiteral("Não há ninguém para %1"))
                .arg(personName(contact, language)),
            inLanguage(language, QStringLiteral("The conversation waits in the queue for a person."),
                       QStringLiteral("La conversación espera en la cola a una persona."),
                       QStringLiteral("A conversa espera na fila por uma pessoa."))),
        handoff);
}

Notification fullNotification(const ProjectState& project, const Contact& contact, const HandoffId& handoff)
{
    const QString language = ownerLanguage(project);
    return aboutHandoff(
        ownerNotification(
            project, QStringLiteral("handoff.full"),
            inLanguage(language, QStringLiteral("Everybody is busy: %1 waits"),
                       QStringLiteral("No queda nadie libre: %1 espera"),
                       QStringLiteral("Não há ninguém livre: %1 espera"))
                .arg(personName(contact, language)),
            inLanguage(
                language,
                QStringLiteral("All who could take the conversation have their hands full. It waits in the "
                               "queue; those that follow are not told one by one."),
                QStringLiteral(
                    "Quienes podrían tomar la conversación ya tienen todas las que admiten. Espera "
                    "en la cola; de las siguientes no se avisa una por una."),
                QStringLiteral("Quem poderia assumir a conversa já tem todas as que aceita. Ela espera na "
                               "fila; das seguintes não se avisa uma por uma."))),
        handoff);
}

Notification breachNotification(const ProjectState& project, const Contact& contact, const Handoff& handoff)
{
    const QString language = ownerLanguage(project);
    const QString policy = handoff.sla ? handoff.sla->terms.policy : QString();
    return aboutHandoff(ownerNotification(project, QStringLiteral("sla.breached"),
                                          inLanguage(language, QStringLiteral("A promise to %1 was broken"),
                                                     QStringLiteral("No se cumplió lo prometido: %1"),
                                                     QStringLiteral("O prometido não foi cumprido: %1"))
                                              .arg(personName(contact, language)),
                                          policy),
                        handoff.id);
}

Notification dayNotification(const ProjectState& project, const DayFigures& figures)
{
    const QString language = ownerLanguage(project);
    QString body =
        inLanguage(
            language,
            QStringLiteral(
                "%1 conversations, %2 handed to people: %3 resolved, %4 abandoned. Waiting now: %5."),
            QStringLiteral(
                "%1 conversaciones, %2 pasaron a personas: %3 resueltas, %4 abandonadas. En espera: %5."),
            QStringLiteral(
                "%1 conversas, %2 passadas a pessoas: %3 resolvidas, %4 abandonadas. À espera: %5."))
            .arg(figures.conversations)
            .arg(figures.handoffs)
            .arg(figures.resolved)
            .arg(figures.abandoned)
            .arg(figures.waiting);
    if (figures.firstResponse) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*figures.firstResponse).count();
        body += u' ' + inLanguage(language,
                                  QStringLiteral("Half of them were answered within %1\u00a0min %2\u00a0s."),
                                  QStringLiteral("La mitad se respondió en menos de %1\u00a0min %2\u00a0s."),
                                  QStringLiteral("Metade foi respondida em até %1\u00a0min %2\u00a0s."))
                           .arg(seconds / 60)
                           .arg(seconds % 60);
    }
    if (figures.rating) {
        const QString average = QString::number(*figures.rating, 'f', 1);
        const QString one = inLanguage(language, QStringLiteral("One customer rated the help: %1 of 5."),
                                       QStringLiteral("Un cliente valoró la atención: %1 de 5."),
                                       QStringLiteral("Um cliente avaliou o atendimento: %1 de 5."));
        const QString many =
            inLanguage(language, QStringLiteral("%1 customers rated the help: %2 of 5 on average."),
                       QStringLiteral("%1 clientes valoraron la atención: %2 de 5 de media."),
                       QStringLiteral("%1 clientes avaliaram o atendimento: %2 de 5 em média."));
        body += u' ' +
                (figures.rated == 1 ? one.arg(average) : many.arg(QString::number(figures.rated), average));
    }
    return ownerNotification(project, QStringLiteral("summary.daily"),
                             inLanguage(language, QStringLiteral("The figures of %1"),
                                        QStringLiteral("Las cifras del %1"),
                                        QStringLiteral("Os números de %1"))
                                 .arg(figures.day),
                             body);
}

void tellOwner(Decision& decision)
{
    std::vector<Notification> told;
    const Event* unattended = nullptr;
    const Event* full = nullptr;
    for (const Event& event : decision.events()) {
        if (!std::holds_alternative<Handoff>(event.data))
            continue;
        const Contact& contact = decision.conversation()->conversation.contact;
        if (event.type == EventType::SlaBreached)
            told.push_back(breachNotification(decision.project(), contact, std::get<Handoff>(event.data)));
        else if (isLateTicket(decision, event))
            told.push_back(ticketNotification(decision.project(), contact, event.handoffId));
        else if (leavesWaiting(event))
            told.push_back(
                unansweredNotification(decision.project(), contact, std::get<Handoff>(event.data)));
        else if (leavesNobody(decision, event))
            unattended = &event;
        else if (findsAllFull(decision, event))
            full = &event;
    }
    if (unattended && std::ranges::none_of(told, isTicket))
        told.push_back(unattendedNotification(
            decision.project(), decision.conversation()->conversation.contact, unattended->handoffId));
    else if (full)
        told.push_back(fullNotification(decision.project(), decision.conversation()->conversation.contact,
                                        full->handoffId));
    for (Notification& notification : told)
        decision.addNotification(std::move(notification));
}

} // namespace relevo::domain
