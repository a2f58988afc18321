#pragma once

#include <ui/actions/action_dialog.h>

#include <models/transfer_targets.h>

namespace relevo::ui {

class ChoiceList;

/// To whom a conversation goes, and what they should know. The keyboard is in the field that searches.
class TransferDialog final : public ActionDialog
{
    Q_OBJECT
public:
    /// `colleagues` must outlive the dialog. `without`: who has the conversation now, may be null.
    TransferDialog(const Theme& theme, const QString& contactName, const client::Colleagues& colleagues,
                   const domain::AgentId& without, QWidget* parent = nullptr);

    /// Points at an agent; nothing when they are not among those one can give it to.
    void choose(const domain::AgentId& agent);
    void confirm() override;

Q_SIGNALS:
    void transferred(const relevo::models::TransferTarget& target, const QString& note);

private:
    models::TransferTargets m_targets;
    ChoiceList* m_list;
    QPlainTextEdit* m_note;
    QPushButton* m_confirm;
    models::TransferTarget m_chosen; ///< is pointed at
    models::TransferTarget m_kept;   ///< was, before the rows became others

    void follow();
};

} // namespace relevo::ui
