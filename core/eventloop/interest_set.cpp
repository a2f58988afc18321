#include <eventloop/interest_set.h>

#ifdef Q_OS_LINUX

#include <QtCore/QCoreApplication>
#include <QtCore/QDebug>
#include <QtCore/QEvent>

#include <algorithm>
#include <cerrno>
#include <limits>

#include <sys/epoll.h>
#include <unistd.h>

namespace relevo::eventloop {

namespace {

constexpr std::array<quint32, 3> asked{EPOLLIN, EPOLLOUT, EPOLLPRI};
// Hang-ups and errors are news for whoever waits, as they are with poll.
constexpr std::array<quint32, 3> answers{EPOLLIN | EPOLLHUP | EPOLLERR, EPOLLOUT | EPOLLHUP | EPOLLERR,
                                         EPOLLPRI | EPOLLHUP | EPOLLERR};
constexpr quint32 wakerGeneration = 0;

quint64 pack(int fd, quint32 generation)
{
    return (static_cast<quint64>(generation) << 32) | static_cast<quint32>(fd);
}

} // namespace

quint32 InterestSet::Descriptor::wanted() const
{
    quint32 events = 0;
    for (size_t type = 0; type < notifiers.size(); ++type) {
        if (notifiers[type]) {
            events |= asked[type];
        }
    }
    return events;
}

InterestSet::InterestSet() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)) {}

InterestSet::~InterestSet()
{
    if (m_epoll >= 0) {
        ::close(m_epoll);
    }
}

void InterestSet::addWaker(int fd)
{
    m_waker = fd;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = pack(fd, wakerGeneration);
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
}

void InterestSet::markDirty(int fd, Descriptor& descriptor)
{
    if (!descriptor.dirty) {
        descriptor.dirty = true;
        m_dirty.push_back(fd);
    }
}

void InterestSet::add(QSocketNotifier* notifier)
{
    const int fd = static_cast<int>(notifier->socket());
    auto it = m_descriptors.find(fd);
    if (it == m_descriptors.end()) {
        it = m_descriptors.insert(fd, {});
    }
    if (it->wanted() == 0) { // perhaps another file under the same number
        m_generation = m_generation == std::numeric_limits<quint32>::max() ? 1 : m_generation + 1;
        it->generation = m_generation;
    }
    QSocketNotifier*& place = it->notifiers[static_cast<size_t>(notifier->type())];
    if (place && place != notifier) {
        qWarning("Two socket notifiers of one type on descriptor %d; the newer one is used", fd);
    }
    place = notifier;
    markDirty(fd, *it);
}

void InterestSet::remove(QSocketNotifier* notifier)
{
    const auto from = m_pending.begin() + static_cast<std::ptrdiff_t>(m_pendingAt);
    std::replace(from, m_pending.end(), notifier, static_cast<QSocketNotifier*>(nullptr));

    const int fd = static_cast<int>(notifier->socket());
    const auto it = m_descriptors.find(fd);
    if (it == m_descriptors.end()) {
        return;
    }
    QSocketNotifier*& place = it->notifiers[static_cast<size_t>(notifier->type())];
    if (place == notifier) {
        place = nullptr;
        markDirty(fd, *it);
    }
}

void InterestSet::tellKernel()
{
    std::vector<int> dirty;
    dirty.swap(m_dirty);
    for (const int fd : dirty) {
        tellKernel(fd);
    }
    if (m_dirty.empty()) {
        dirty.clear();
        m_dirty.swap(dirty); // keeps the room
    }
}

void InterestSet::tellKernel(int fd)
{
    const auto it = m_descriptors.find(fd);
    if (it == m_descriptors.end()) {
        return;
    }
    it->dirty = false;
    const quint32 wanted = it->wanted();
    epoll_event event{};
    event.events = wanted;
    event.data.u64 = pack(fd, it->generation);
    if (wanted == 0) {
        if (it->alwaysReady) {
            --m_alwaysReady;
        } else if (it->installed != 0) {
            ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, &event); // fails when it was closed, which is as good
        }
        m_descriptors.erase(it);
        return;
    }
    if (it->alwaysReady) {
        return;
    }
    // An unchanged mask is told again too: the descriptor may have been closed and its number used anew
    // within the turn, which only the kernel knows. Notifiers merely switched off and on again are rare
    // enough for the price of a call.
    int result = ::epoll_ctl(m_epoll, it->installed != 0 ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event);
    if (result != 0 && errno == ENOENT) {
        result = ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    } else if (result != 0 && errno == EEXIST) {
        result = ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event);
    }
    if (result == 0) {
        it->installed = wanted;
    } else if (errno == EPERM) {
        it->alwaysReady = true;
        ++m_alwaysReady;
    } else {
        qWarning("Descriptor %d cannot be watched (error %d); its notifiers are disabled", fd, errno);
        disable(fd);
    }
}

void InterestSet::disable(int fd)
{
    const std::array<QSocketNotifier*, 3> notifiers = m_descriptors.value(fd).notifiers;
    for (QSocketNotifier* notifier : notifiers) {
        if (notifier) {
            notifier->setEnabled(false); // comes back through remove()
        }
    }
}

void InterestSet::rebuild()
{
    const int fresh = ::epoll_create1(EPOLL_CLOEXEC);
    if (fresh < 0) {
        return; // try again with the next stray event
    }
    ::close(m_epoll);
    m_epoll = fresh;
    addWaker(m_waker);
    for (auto it = m_descriptors.begin(); it != m_descriptors.end(); ++it) {
        it->installed = 0;
        markDirty(it.key(), *it);
    }
    tellKernel();
}

void InterestSet::remember(QSocketNotifier* notifier)
{
    const auto from = m_pending.begin() + static_cast<std::ptrdiff_t>(m_pendingAt);
    // Only a nested loop can find a notifier that still waits for its turn further up the stack.
    if (from == m_pending.end() || std::find(from, m_pending.end(), notifier) == m_pending.end()) {
        m_pending.push_back(notifier);
    }
}

void InterestSet::remember(const Descriptor& descriptor, quint32 events)
{
    for (size_t type = 0; type < answers.size(); ++type) {
        if (descriptor.notifiers[type] && (events & answers[type]) != 0) {
            remember(descriptor.notifiers[type]);
        }
    }
}

bool InterestSet::wait(int timeoutMs, bool& wakerReady)
{
    tellKernel();
    std::array<epoll_event, 256> events;
    const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()),
                                   m_alwaysReady > 0 ? 0 : timeoutMs);
    wakerReady = false;
    bool stray = false;
    const bool nested = m_pendingAt < m_pending.size();
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = events[static_cast<size_t>(i)];
        const int fd = static_cast<int>(event.data.u64 & 0xffffffffU);
        const auto generation = static_cast<quint32>(event.data.u64 >> 32);
        if (generation == wakerGeneration) {
            wakerReady = true;
            continue;
        }
        const auto it = m_descriptors.constFind(fd);
        if (it == m_descriptors.constEnd() || it->generation != generation) {
            stray = true; // closed while a duplicate lives on: the kernel keeps reporting it under a number
                          // we lost
            continue;
        }
        if (nested) {
            remember(*it, event.events);
            continue;
        }
        for (size_t type = 0; type < answers.size(); ++type) {
            if (it->notifiers[type] && (event.events & answers[type]) != 0) {
                m_pending.push_back(it->notifiers[type]);
            }
        }
    }
    if (m_alwaysReady > 0) {
        for (const auto& descriptor : std::as_const(m_descriptors)) {
            if (descriptor.alwaysReady) {
                remember(descriptor, EPOLLIN | EPOLLOUT);
            }
        }
    }
    if (stray) {
        rebuild();
    }
    return m_pendingAt < m_pending.size();
}

int InterestSet::activate()
{
    int count = 0;
    QEvent event(QEvent::SockAct);
    while (m_pendingAt < m_pending.size()) {
        QSocketNotifier* const notifier = m_pending[m_pendingAt++];
        if (notifier) {
            QCoreApplication::sendEvent(notifier, &event);
            ++count;
        }
    }
    m_pending.clear();
    m_pendingAt = 0;
    return count;
}

} // namespace relevo::eventloop

#endif
