#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

namespace relevo::ui {

class Text;

/// A control with its name beside it, a hint under it, and under that what is wrong with it.
class SettingRow final : public QWidget
{
    Q_OBJECT
public:
    /// Names the control for screen readers where it has no name yet.
    SettingRow(const Theme& theme, const QString& name, QWidget* control, const QString& hint = {});

    /// Other words under the control, of a row that was made with a hint.
    void setHint(const QString& hint);
    void tell(const QString& wrong);
    void clearTrouble();
    [[nodiscard]] bool isWrong() const;
    [[nodiscard]] QWidget& control() { return *m_control; }

private:
    QWidget* m_control;
    Text* m_trouble;
    Text* m_words = nullptr;
    QString m_hint;

    void align(const Theme& theme, QWidget& label) const;
};

} // namespace relevo::ui
