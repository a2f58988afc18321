#include <ui/presence/x11_idle.h>

#include <QtCore/QLibrary>
#include <QtGui/QGuiApplication>

#include <memory>

namespace relevo::ui {

namespace {

/// XScreenSaverInfo of <X11/extensions/scrnsaver.h>; libXss is no part of every system, so it is looked for
/// when the program runs.
struct SaverInfo
{
    unsigned long window;
    int state;
    int kind;
    unsigned long sinceOrUntil;
    unsigned long idle; ///< milliseconds
    unsigned long eventMask;
};

/// A connection of its own: that of the windows belongs to Qt.
class Display
{
public:
    Display() : m_x11(QStringLiteral("X11"), 6), m_saver(QStringLiteral("Xss"), 1)
    {
        const auto open = symbol<void* (*)(const char*)>(m_x11, "XOpenDisplay");
        m_close = symbol<int (*)(void*)>(m_x11, "XCloseDisplay");
        m_root = symbol<unsigned long (*)(void*)>(m_x11, "XDefaultRootWindow");
        const auto has = symbol<int (*)(void*, int*, int*)>(m_saver, "XScreenSaverQueryExtension");
        m_query = symbol<int (*)(void*, unsigned long, SaverInfo*)>(m_saver, "XScreenSaverQueryInfo");
        if (!open || !m_close || !m_root || !has || !m_query)
            return;
        m_display = open(nullptr);
        int event = 0;
        int error = 0;
        m_there = m_display && has(m_display, &event, &error) != 0;
    }
    ~Display()
    {
        if (m_display)
            m_close(m_display);
    }
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    [[nodiscard]] bool isThere() const { return m_there; }
    [[nodiscard]] std::optional<milliseconds> idle() const
    {
        SaverInfo info{};
        if (m_query(m_display, m_root(m_display), &info) == 0)
            return std::nullopt;
        return milliseconds(static_cast<qint64>(info.idle));
    }

private:
    QLibrary m_x11;
    QLibrary m_saver;
    void* m_display = nullptr;
    int (*m_close)(void*) = nullptr;
    unsigned long (*m_root)(void*) = nullptr;
    int (*m_query)(void*, unsigned long, SaverInfo*) = nullptr;
    bool m_there = false;

    template <typename Function>
    static Function symbol(QLibrary& library, const char* name)
    {
        return reinterpret_cast<Function>(library.resolve(name));
    }
};

} // namespace

std::function<std::optional<milliseconds>()> x11Idle()
{
    // Under Wayland an X server sees the input to its own windows only.
    if (QGuiApplication::platformName() != QLatin1String("xcb") ||
        !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return {};
    const auto display = std::make_shared<Display>();
    if (!display->isThere())
        return {};
    return [display] {
        return display->idle();
    };
}

} // namespace relevo::ui
