#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QLineEdit;
class QPushButton;

namespace relevo::ui {

class Text;

/// A secret that is shown this once: what it is, a line to copy it from, and a button to be done with it.
/// Hidden until there is one, and forgets it when it is put away: by its button, or with the page it is on.
/// It says so, after what it is told to say.
class ShownOnce final : public QWidget
{
    Q_OBJECT
public:
    /// `objectName` begins the names of its parts: "invite" makes "inviteSecret", "inviteCopy", "inviteDone".
    ShownOnce(const Theme& theme, const QString& objectName);

    /// `name`: what the secret is called for screen readers.
    void show(const QString& title, const QString& words, const QString& name, const QString& secret);
    void putAway();

protected:
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Text* m_title;
    Text* m_words;
    QLineEdit* m_secret;
    QPushButton* m_copy;
};

} // namespace relevo::ui
