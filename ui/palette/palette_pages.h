#pragma once

#include <QtCore/QString>

#include <functional>
#include <vector>

namespace relevo::ui {

/// A place one can go to from the palette, such as a page of the settings.
struct PalettePage
{
    QString key; ///< stays the same: what was chosen lately is remembered by it
    QString title;
    QString detail;
    QString icon; ///< of resources/icons; may be empty
    std::function<void()> open;
    std::function<bool()> isThere = {}; ///< absent: always
};

/// Who has such places adds them here, once.
class PalettePages
{
public:
    void add(PalettePage page) { m_pages.push_back(std::move(page)); }
    [[nodiscard]] const std::vector<PalettePage>& all() const { return m_pages; }

private:
    std::vector<PalettePage> m_pages;
};

} // namespace relevo::ui
