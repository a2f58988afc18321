#pragma once

#include <ui/actions/action_dialog.h>

#include <client/wish.h>

class QButtonGroup;
class QCheckBox;

namespace relevo::ui {

/// How a conversation ended: how it came out, notes for colleagues, whether the bot takes it again and
/// whether the customer is asked how it was. Open it with open(); `resolved` comes once, when it is
/// confirmed.
class ResolveDialog final : public ActionDialog
{
    Q_OBJECT
public:
    /// `before` is what was said when it was taken back. `mayAsk`: the project asks customers for a rating.
    ResolveDialog(const Theme& theme, const QString& contactName, const client::Resolution& before,
                  bool mayAsk, QWidget* parent = nullptr);

    void confirm() override;

Q_SIGNALS:
    void resolved(const relevo::client::Resolution& resolution);

private:
    QButtonGroup* m_outcomes;
    QPlainTextEdit* m_notes;
    QCheckBox* m_back;
    QCheckBox* m_asks;

    void addOutcomes(const QString& chosen);
};

} // namespace relevo::ui
