#pragma once

#include <ui/theme/theme.h>

#include <client/link_state.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Text;

/// How the desktop stands to its relay, always visible: a shape, words, and what can be done about it.
class LinkBar final : public QWidget
{
    Q_OBJECT
public:
    explicit LinkBar(const Theme& theme, QWidget* parent = nullptr);

    void setLink(const client::LinkInfo& info);
    [[nodiscard]] client::LinkState state() const { return m_info.state; }
    /// What the state is, in a sentence, and the words of the button that leads on (empty: there is none).
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString actionWords() const;
    /// Does what the button does.
    void act();

Q_SIGNALS:
    /// Try now, or take the desk back.
    void reconnectRequested();
    /// The session is over, or there is none; the user wants to sign in.
    void signInRequested();
    /// A newer version may be installed by now.
    void restartRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    client::LinkInfo m_info;
    QElapsedTimer m_since;
    QTimer m_tick;
    Text* m_text;
    QPushButton* m_action;

    void refresh();
};

} // namespace relevo::ui
