#include <ui/shell/bot_switch.h>

#include <ui/conversation/conversation_page.h>
#include <ui/customer/customer_panel.h>
#include <ui/settings/api_words.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/banner.h>

#include <QtCore/QUrl>

namespace relevo::ui {

BotSwitch::BotSwitch(client::RelayApi& api, const models::ConversationDetails& details, DeskPage& page,
                     QObject* parent)
    : QObject(parent), m_api(api), m_details(details), m_page(page)
{
    connect(&page.customer(), &CustomerPanel::botWanted, this, &BotSwitch::set);
}

void BotSwitch::set(bool on)
{
    const QString session = m_details.session();
    if (session.isEmpty())
        return;
    const QString path = QStringLiteral("/api/conversations/%1/bot")
                             .arg(QString::fromLatin1(QUrl::toPercentEncoding(session)));
    m_api.put(path, {{"on", on}}, this, [this](const Result<protocol::Json>& answer) {
        if (answer)
            return;
        m_page.conversation().banner().tell(
            Banner::Tone::Problem,
            apiWords(answer.error(), tr("Only whoever has this conversation, or a supervisor, can switch the "
                                        "bot on or off here.")));
    });
}

} // namespace relevo::ui
