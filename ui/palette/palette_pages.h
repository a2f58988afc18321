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
    QString words = {};                 ///< it is found by them, too, and they are not shown
    bool isPart = false; ///< of a page: one setting of many, which is only shown to whoever looks for it
};

/// Who has such places adds them here, once; or, when they are many, tells them whenever they are asked for.
class PalettePages
{
public:
    using Source = std::function<std::vector<PalettePage>()>;

    void add(PalettePage page) { m_pages.push_back(std::move(page)); }
    void addSource(Source source) { m_sources.push_back(std::move(source)); }
    /// Those that are there now.
    [[nodiscard]] std::vector<PalettePage> all() const;

private:
    std::vector<PalettePage> m_pages;
    std::vector<Source> m_sources;
};

inline std::vector<PalettePage> PalettePages::all() const
{
    std::vector<PalettePage> there;
    const auto take = [&there](const std::vector<PalettePage>& pages) {
        for (const PalettePage& page : pages) {
            if (!page.isThere || page.isThere())
                there.push_back(page);
        }
    };
    take(m_pages);
    for (const Source& source : m_sources)
        take(source());
    return there;
}

} // namespace relevo::ui
