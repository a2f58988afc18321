#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Text;

/// What stands where there is nothing yet: a quiet picture, what it means, and what will happen or can be
/// done.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const Theme& theme, QString icon, const QString& title, const QString& words,
               QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& words);
    /// A button under the words; none while it has no words itself, which is how it begins.
    void setAction(const QString& words);
    /// No picture: for low places.
    void setCompact(bool compact);

Q_SIGNALS:
    void actionRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    bool m_compact = false;
    Text* m_title;
    Text* m_words;
    QPushButton* m_action;

    void place();
};

} // namespace relevo::ui
