// Part of the tests that run under ThreadSanitizer, and of nothing else. Qt is not instrumented: that a
// signal which another thread hears is in its event queue before it is heard there is unknown to the
// sanitizer, which then takes what the signal carries for shared without a lock. So every signal is a release
// here, and every event that arrives an acquire.
#include <QtCore/QObject>

#include <atomic>

QT_BEGIN_NAMESPACE
// As in Qt's private qobject_p.h; what Qt Test itself logs signals with.
struct QSignalSpyCallbackSet
{
    using Begin = void (*)(QObject* caller, int index, void** arguments);
    using End = void (*)(QObject* caller, int index);
    Begin signalBegin;
    Begin slotBegin;
    End signalEnd;
    End slotEnd;
};
Q_CORE_EXPORT void qt_register_signal_spy_callbacks(QSignalSpyCallbackSet* callbacks);
QT_END_NAMESPACE

namespace {

std::atomic<int> handedOver{0};

bool arrives(void**)
{
    (void)handedOver.load(std::memory_order_acquire);
    return false; // the event goes on
}

void leaves(QObject*, int, void**)
{
    handedOver.fetch_add(1, std::memory_order_release);
}

QSignalSpyCallbackSet callbacks{leaves, nullptr, nullptr, nullptr};

const bool registered = [] {
    qt_register_signal_spy_callbacks(&callbacks);
    return QInternal::registerCallback(QInternal::EventNotifyCallback, arrives);
}();

} // namespace
