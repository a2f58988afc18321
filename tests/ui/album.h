#pragma once

#include "desk_world.h"

#include <QtTest/QTest>

namespace relevo {

/// Whoever is shown the scenes (scenes.h): to photograph them, to measure them, to walk through them.
class Album
{
public:
    Album() = default;
    virtual ~Album() = default;
    Album(const Album&) = delete;
    Album& operator=(const Album&) = delete;

    [[nodiscard]] virtual bool wants(const QString& name) const = 0;

    /// `asked`: by the first of its series.
    void keep(const QString& name, QWidget& widget, bool asked = false)
    {
        if (asked || wants(name))
            look(name, widget);
    }

    /// A dialog over its window, as it is seen.
    void keepOver(const QString& name, QWidget& window, QWidget& dialog)
    {
        if (wants(name))
            lookOver(name, window, dialog);
    }

    /// What has opened over its window, where it is.
    void keepPopup(const QString& name, QWidget& window, QWidget& popup, bool asked = false)
    {
        if (asked || wants(name))
            lookAtPopup(name, window, popup);
    }

protected:
    virtual void lookAtPopup(const QString& /*name*/, QWidget& /*window*/, QWidget& /*popup*/) {}
    virtual void look(const QString& name, QWidget& widget) = 0;
    virtual void lookOver(const QString& name, QWidget& window, QWidget& dialog) = 0;
};

inline constexpr QSize usual(1366, 768);

/// A desk with some customers, shown.
inline std::unique_ptr<DeskWorld> busyDesk(ui::SchemeChoice scheme, QSize size, int waiting, int mine)
{
    auto world = std::make_unique<DeskWorld>();
    world->theme.setChoice(scheme);
    world->signIn();
    world->addWaiting(waiting);
    world->addMine(mine);
    world->window().resize(size);
    world->window().show();
    return world;
}

/// By itself: shortcuts need an active window, which a picture does not.
inline void run(ui::MainWindow& window, ui::ActionId id)
{
    window.actions().action(id).trigger();
}

} // namespace relevo
