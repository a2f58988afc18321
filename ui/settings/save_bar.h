#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QBoxLayout;
class QHBoxLayout;
class QPushButton;

namespace relevo::ui {

class Text;

/// What stands under a form that is saved as a whole: how it stands, and the buttons to save or give up.
class SaveBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SaveBar(const Theme& theme, QWidget* parent);

    enum class Tone { Calm, Good, Wrong };
    void say(const QString& words, Tone tone = Tone::Calm);
    /// Who changed it last.
    void sayLast(const QString& words);
    void setButtons(bool canDiscard, bool canSave);
    /// Both sides have changed the same: these answers take the place of the others.
    void setDisputed(bool disputed);

Q_SIGNALS:
    void saveRequested();
    void discardRequested();
    void theirsRequested();
    void mineRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Text* m_state;
    Text* m_last;
    QPushButton* m_discard;
    QPushButton* m_save;
    QPushButton* m_theirs;
    QPushButton* m_mine;
    QHBoxLayout* m_buttons;
    QBoxLayout* m_line;

    [[nodiscard]] QPushButton* button(const char* objectName, const QString& words, bool primary);
};

} // namespace relevo::ui
