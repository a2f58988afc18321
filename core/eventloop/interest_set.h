#pragma once

#include <QtCore/QHash>
#include <QtCore/QSocketNotifier>

#include <array>
#include <vector>

namespace relevo::eventloop {

/// Which notifiers wait for which descriptors, and the kernel's epoll set kept equal to it. One thread.
class InterestSet
{
public:
    InterestSet();
    ~InterestSet();
    Q_DISABLE_COPY_MOVE(InterestSet)

    [[nodiscard]] bool isValid() const { return m_epoll >= 0; }

    void add(QSocketNotifier* notifier);
    void remove(QSocketNotifier* notifier);

    /// Watches a descriptor that is no notifier's, for reading, for ever.
    void addWaker(int fd);

    /// Waits at most `timeoutMs` (-1: for ever) and remembers whose notifiers are due. False when only the
    /// waker (or nothing) was ready; `wakerReady` tells about it.
    bool wait(int timeoutMs, bool& wakerReady);

    /// Activates the notifiers remembered, except those disabled or deleted meanwhile. Returns how many.
    int activate();

private:
    struct Descriptor
    {
        std::array<QSocketNotifier*, 3> notifiers{}; // by QSocketNotifier::Type
        quint32 installed = 0;                       // events the kernel was told
        quint32 generation = 0; // tells events of a closed descriptor from those of its successor
        bool dirty = false;
        bool alwaysReady = false; // a regular file, which epoll refuses and poll calls ready

        [[nodiscard]] quint32 wanted() const;
    };

    void markDirty(int fd, Descriptor& descriptor);
    void tellKernel();
    void tellKernel(int fd);
    void disable(int fd);
    void rebuild();
    void remember(const Descriptor& descriptor, quint32 events);
    void remember(QSocketNotifier* notifier);

    int m_epoll = -1;
    int m_waker = -1;
    quint32 m_generation = 0;
    int m_alwaysReady = 0;
    QHash<int, Descriptor> m_descriptors;
    std::vector<int> m_dirty;
    std::vector<QSocketNotifier*> m_pending;
    size_t m_pendingAt = 0;
};

} // namespace relevo::eventloop
