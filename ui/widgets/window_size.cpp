#include <ui/widgets/window_size.h>

#include <ui/theme/theme.h>

#include <QtGui/QScreen>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace relevo::ui {

namespace {

constexpr QSize mostAskedFor(1280, 680);
constexpr int windowFrame = 40; ///< about what a window manager adds above and below
constexpr int frameSide = 4;    ///< and on either side

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

void placeOver(QWidget& window, const QWidget* parent, const QSize& first)
{
    const QWidget* over = parent ? parent->window() : nullptr;
    const QRect screen = (over ? over->screen() : window.screen())->availableGeometry();
    const QSize frame(2 * frameSide, windowFrame);
    window.resize(first.boundedTo(screen.size() - frame).expandedTo(window.minimumSize()));
    // A window is moved by its frame's corner, and what is centred by its content has its title above the
    // screen.
    QRect place(QPoint(), window.size() + frame);
    place.moveCenter(over ? over->frameGeometry().center() : screen.center());
    window.move(std::max(screen.left(), std::min(place.left(), screen.right() + 1 - place.width())),
                std::max(screen.top(), std::min(place.top(), screen.bottom() + 1 - place.height())));
}

} // namespace relevo::ui
