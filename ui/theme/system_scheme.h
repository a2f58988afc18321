#pragma once

#include <QtCore/QObject>

namespace relevo::ui {

/// Whether the system prefers dark windows: asked from the desktop portal where there is one, else judged by
/// the palette the platform came with. Make it after QApplication and before anything sets a palette.
class SystemScheme final : public QObject
{
    Q_OBJECT
public:
    explicit SystemScheme(QObject* parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    bool m_dark = false;

    void askPortal();
    void setDark(bool dark);
};

} // namespace relevo::ui
