#pragma once

#include <client/list_reader.h>
#include <client/live_view.h>

namespace relevo::client {

/// The relay's lists that are kept on this device, to be shown without a connection.
enum class KeptList { CannedResponses, MessageTemplates };
inline constexpr std::array keptLists{KeptList::CannedResponses, KeptList::MessageTemplates};

/// Their readers, into LiveView. On the UI thread.
class KeptLists final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    KeptLists(RelayApi& api, LiveView& live, QObject* parent = nullptr);

    void showKept(KeptList which, const QByteArray& kept) { readerOf(which).showKept(kept); }
    void renew(KeptList which) { readerOf(which).renew(); }
    void follow(const relevo::client::LinkInfo& link);
    void forget();

Q_SIGNALS:
    void renewed(relevo::client::KeptList which, const QByteArray& kept);

private:
    ListReader m_canned;
    ListReader m_templates;

    [[nodiscard]] ListReader& readerOf(KeptList which)
    {
        return which == KeptList::CannedResponses ? m_canned : m_templates;
    }
};

} // namespace relevo::client
