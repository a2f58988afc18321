#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QPushButton>

namespace relevo::ui {

/// The head of a section: its name, how many there are, and a press folds or unfolds it.
class SectionHeader final : public QPushButton
{
    Q_OBJECT
public:
    SectionHeader(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    /// `note` stands behind the count, e.g. "2 unread"; may be empty.
    void setCount(int count, const QString& note);
    void setFolded(bool folded);
    /// Without, no count is said: nobody has told it.
    void setKnown(bool known);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The user wants it so.
    void foldWanted(bool folded);
    /// An arrow key leads on (1) or back (-1).
    void leftBy(int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_title;
    QString m_note;
    int m_count = 0;
    bool m_folded = false;
    bool m_known = true;

    void say();
};

} // namespace relevo::ui
