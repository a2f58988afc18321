#include <ui/widgets/window_size.h>

#include <ui/theme/theme.h>

#include <QtGui/QScreen>
#include <QtWidgets/QWidget>

namespace relevo::ui {

namespace {

constexpr QSize mostAskedFor(1280, 680);
constexpr int windowFrame = 40; ///< about what a window manager adds above

} // namespace

QSize leastReadable(const QSize& usual, int percent, const QSize& screen)
{
    return (usual * percent / 100)
        .boundedTo(mostAskedFor.expandedTo(usual))
        .boundedTo(screen.expandedTo(usual));
}

void keepReadable(QWidget& window, const Theme& theme, const QSize& usual)
{
    const auto fit = [&window, &theme, usual] {
        window.setMinimumSize(leastReadable(usual, theme.textScale(),
                                            window.screen()->availableSize() - QSize(0, windowFrame)));
    };
    QObject::connect(&theme, &Theme::changed, &window, fit);
    fit();
}

} // namespace relevo::ui
