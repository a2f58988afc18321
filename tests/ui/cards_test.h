#pragma once

#include <ui/theme/theme.h>

#include <QtTest/QtTest>

#include <memory>

namespace relevo::ui {

/// An editor of rules that are written on cards, by itself: what the tests of such editors begin with.
template <typename Editor>
class CardsTest : public QObject
{
protected:
    void begin()
    {
        m_theme = std::make_unique<Theme>();
        m_editor = std::make_unique<Editor>(*m_theme);
        m_editor->resize(700, 900);
    }
    void end()
    {
        m_editor.reset();
        m_theme.reset();
    }
    /// Those that are there, in the order of the cards, which is that of their making.
    template <typename Widget>
    [[nodiscard]] QList<Widget*> all(const char* name) const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_editor->template findChildren<Widget*>(QString::fromLatin1(name));
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Editor> m_editor;
};

} // namespace relevo::ui
