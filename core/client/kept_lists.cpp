#include <client/kept_lists.h>

namespace relevo::client {

using protocol::Json;

KeptLists::KeptLists(RelayApi& api, LiveView& live, QObject* parent)
    : QObject(parent), m_canned(api, QStringLiteral("/api/canned-responses"),
                                [&live](const Json& list) -> Result<void> {
                                    auto responses = cannedResponsesFrom(list);
                                    if (!responses)
                                        return std::unexpected(responses.error());
                                    live.setCanned(std::move(*responses));
                                    return {};
                                }),
      m_templates(api, QStringLiteral("/api/message-templates"), [&live](const Json& list) -> Result<void> {
          auto templates = messageTemplatesFrom(list);
          if (!templates)
              return std::unexpected(templates.error());
          live.setTemplates(std::move(*templates));
          return {};
      })
{
    for (const KeptList which : keptLists)
        connect(&readerOf(which), &ListReader::renewed, this,
                [this, which](const QByteArray& kept) { Q_EMIT renewed(which, kept); });
}

void KeptLists::follow(const LinkInfo& link)
{
    for (const KeptList which : keptLists)
        readerOf(which).follow(link);
}

void KeptLists::forget()
{
    for (const KeptList which : keptLists)
        readerOf(which).forget();
}

} // namespace relevo::client
