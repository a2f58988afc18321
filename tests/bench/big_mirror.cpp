#include "big_mirror.h"

#include <QtCore/QFile>

#include <cstdio>

namespace relevo::bench {

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
}

domain::ConversationId fill(client::Mirror& mirror, Journal& journal, int conversations, int each,
                            int longest, bool wanting)
{
    constexpr std::size_t batch = 2'000;
    const auto flush = [&](std::size_t atLeast) {
        if (journal.events().size() >= atLeast)
            must(mirror.apply(std::exchange(journal.events(), {})));
    };
    std::vector<domain::ConversationId> ids;
    for (int i = 0; i < conversations; ++i) {
        ids.push_back(journal.opened(i));
        if (wanting)
            journal.asked(ids.back());
        flush(batch);
    }
    for (int round = 0; round < each; ++round) {
        for (const domain::ConversationId& id : ids) {
            journal.said(id);
            flush(batch);
        }
        std::fprintf(stderr, "\r%d of %d messages", (round + 1) * conversations, each * conversations);
    }
    std::fprintf(stderr, "\n");
    for (int i = each; i < longest; ++i)
        journal.said(ids.front());
    flush(1);
    return ids.front();
}

} // namespace relevo::bench
