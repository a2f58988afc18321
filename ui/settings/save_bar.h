#pragma once

#include <ui/settings/pinned_bar.h>

namespace relevo::ui {

class Text;

/// What stands under a form that is saved as a whole: how it stands, and the buttons to save or give up.
class SaveBar final : public PinnedBar
{
    Q_OBJECT
public:
    explicit SaveBar(const Theme& theme, QWidget* parent);

    enum class Tone { Calm, Good, Wrong };
    void say(const QString& words, Tone tone = Tone::Calm);
    /// Who changed it last; in one line, and whole in the tool tip.
    void sayLast(const QString& words);
    void setButtons(bool canDiscard, bool canSave);
    /// Both sides have changed the same: these answers take the place of the others.
    void setDisputed(bool disputed);

Q_SIGNALS:
    void saveRequested();
    void discardRequested();
    void theirsRequested();
    void mineRequested();

private:
    Text* m_state;
    Text* m_last;
    QPushButton* m_discard;
    QPushButton* m_save;
    QPushButton* m_theirs;
    QPushButton* m_mine;

    [[nodiscard]] QPushButton* button(const char* objectName, const QString& words, bool primary);
};

} // namespace relevo::ui
