#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QAbstractButton>

namespace relevo::ui {

/// Something the customer stated, e.g. "Order R-48213": a press leads to where they said it.
class FactChip final : public QAbstractButton
{
    Q_OBJECT
public:
    FactChip(const Theme& theme, const QString& kind, const QString& value, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    const Theme& m_theme;
    QString m_kind;
    QString m_value;

    [[nodiscard]] QSize sizeWith(int valueWidth) const;
};

} // namespace relevo::ui
