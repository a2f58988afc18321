#pragma once

#include "desk_world.h"

#include <QtCore/QDir>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <utility>

namespace relevo {

/// Where the pictures go that relevo-ui-pictures makes.
class Album
{
public:
    Album(QDir folder, QString suffix, QStringList only)
        : m_folder(std::move(folder)), m_suffix(std::move(suffix)), m_only(std::move(only))
    {
    }

    [[nodiscard]] bool wants(const QString& name) const { return m_only.isEmpty() || m_only.contains(name); }

    /// `asked`: by the first of its series.
    void keep(const QString& name, QWidget& widget, bool asked = false)
    {
        if (asked || wants(name))
            save(name, settled(widget));
    }

    /// A dialog over its window, as it is seen.
    void keepOver(const QString& name, QWidget& window, QWidget& dialog)
    {
        if (!wants(name))
            return;
        (void)settled(dialog);
        QPixmap picture = settled(window);
        QPainter painter(&picture);
        painter.fillRect(QRect(QPoint(), window.size()), QColor(0, 0, 0, 60));
        const QPoint corner((window.width() - dialog.width()) / 2, (window.height() - dialog.height()) / 2);
        painter.drawPixmap(corner, dialog.grab());
        painter.end();
        save(name, picture);
    }

    void save(const QString& name, const QPixmap& picture) const
    {
        picture.save(m_folder.filePath(name + m_suffix + QStringLiteral(".png")));
    }

private:
    /// After everything that comes by the event loop: when two looks in a row see the same.
    static QPixmap settled(QWidget& widget)
    {
        QImage before;
        if (!QTest::qWaitFor([&widget, &before] {
                const QImage now = widget.grab().toImage();
                return std::exchange(before, now) == now;
            }))
            qFatal("the picture does not come to rest");
        return QPixmap::fromImage(before);
    }

    QDir m_folder;
    QString m_suffix;
    QStringList m_only;
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
