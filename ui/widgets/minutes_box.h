#pragma once

#include <QtWidgets/QSpinBox>

namespace relevo::ui {

/// A span of minutes, shown as people say it ("45 min", "4 h", "1 h 30 min") and typed in any such way.
class MinutesBox final : public QSpinBox
{
    Q_OBJECT
public:
    explicit MinutesBox(QWidget* parent = nullptr);

protected:
    [[nodiscard]] QString textFromValue(int minutes) const override;
    [[nodiscard]] int valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& pos) const override;
};

} // namespace relevo::ui
