#pragma once

#include <bot/faq_talker.h>
#include <bot/order_bot.h>
#include <relay/hub.h>
#include <relay/query_thread.h>

class QNetworkAccessManager;

namespace relevo::relay {

/// The bots of every project, made when they are first asked for, of the project's settings and what its
/// admins entered. I/O thread.
class BotShelf final
{
public:
    struct Means
    {
        Hub& hub;
        QueryThread& queries;
        store::Reader& lookUps;
        QNetworkAccessManager& network;
        const Clock& clock;
    };

    BotShelf(Means means, bot::FaqBot builtIn);
    ~BotShelf();
    Q_DISABLE_COPY_MOVE(BotShelf)

    /// Null for a name that the project's settings do not have, and while the store cannot be read.
    [[nodiscard]] bot::Bot* find(const domain::ProjectId& project, const QString& name);
    /// The FAQ, when the lane `info` is its own; null otherwise.
    [[nodiscard]] const bot::FaqBot* faq(const domain::ProjectId& project);
    /// Its settings, questions or secrets have changed: they are read anew when next asked for.
    void forget(const domain::ProjectId& project);

private:
    struct Shelf
    {
        std::map<QString, std::unique_ptr<bot::Bot>> bots;
        std::unique_ptr<bot::FaqTalker> faq; // the project's one; its bots of the kind faq are all this
    };

    [[nodiscard]] bot::FaqTalker* faqOf(const domain::ProjectId& project, Shelf& shelf);
    [[nodiscard]] std::unique_ptr<bot::Bot> makeOrders(const domain::ProjectId& project,
                                                       const domain::BotEntry& entry);
    [[nodiscard]] std::unique_ptr<bot::Bot> make(const domain::ProjectId& project,
                                                 const domain::BotEntry& entry);

    Means m_means;
    const bot::FaqBot m_builtIn;
    std::map<domain::ProjectId, Shelf> m_shelves;
};

} // namespace relevo::relay
