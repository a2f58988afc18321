#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QPlainTextEdit;

namespace relevo::ui {

/// What was written and not sent in a conversation where one may no longer write: it can be read, copied and
/// thrown away there.
class UnsentText final : public QWidget
{
    Q_OBJECT
public:
    explicit UnsentText(const Theme& theme, QWidget* parent = nullptr);

    void setText(const QString& text);

Q_SIGNALS:
    void discarded();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QPlainTextEdit* m_text;

    void fitHeight();
};

} // namespace relevo::ui
