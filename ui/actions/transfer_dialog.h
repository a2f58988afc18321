#pragma once

#include <ui/actions/action_dialog.h>

#include <models/transfer_targets.h>

namespace relevo::ui {

class ChoiceList;
class Text;

/// To whom a conversation goes, and what they should know. Proposed is the first who can take it; when nobody
/// can, nothing is until the user points at somebody. The keyboard is in the field that searches.
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
    Text* m_hint; ///< why it cannot be given yet, or what becomes of it there
    QPlainTextEdit* m_note;
    QPushButton* m_confirm;
    /// Whom the user pointed at; nothing while it is the dialog's own proposal, which goes with who is free.
    std::optional<models::TransferTarget> m_meant;
    bool m_proposing = false;

    void propose();
    void pointed();
    void follow();
};

} // namespace relevo::ui
