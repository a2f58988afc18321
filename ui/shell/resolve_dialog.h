#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QDialog>

class QCheckBox;
class QPlainTextEdit;

namespace relevo::ui {

/// How a conversation ended: notes for colleagues, and whether the bot takes it again. Open it with open();
/// `resolved` comes once, when it is confirmed.
class ResolveDialog final : public QDialog
{
    Q_OBJECT
public:
    ResolveDialog(const Theme& theme, const QString& contactName, QWidget* parent = nullptr);

Q_SIGNALS:
    void resolved(const QString& notes, bool handBackToBot);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPlainTextEdit* m_notes;
    QCheckBox* m_back;

    void confirm();
};

} // namespace relevo::ui
