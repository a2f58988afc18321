#pragma once

#include <ui/shell/desk_models.h>
#include <ui/theme/theme.h>

#include <client/assistant.h>
#include <client/desk.h>

namespace relevo::ui {

class DeskPage;

/// Between the desk and what is written at it: messages, notes and drafts go one way, what came back and what
/// the relay's assistant proposes the other.
class WritingController final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the controller.
    WritingController(client::Desk& desk, const DeskModels& models, DeskPage& page, const Theme& theme,
                      QObject* parent = nullptr);

private:
    client::Desk& m_desk;
    const DeskModels& m_models;
    DeskPage& m_page;
    const Theme& m_theme;
    client::Assistant m_assistant;
    QHash<domain::ConversationId, domain::TemplateUse> m_refused; ///< templates, to be mended

    void connectWriting();
    void connectPanel();
    void tellColleagues();
    void keepPicture(const domain::ConversationId& conversation, const client::OutgoingFile& picture,
                     bool note, const QByteArray& png);
    void reword(const domain::ConversationId& conversation, const QString& text, client::Rewording how);
    /// A message there did not go, since somebody spoke first.
    void tellOvertaken(const domain::ConversationId& conversation);
    void chooseTemplate();
    void templateReturned(const domain::ConversationId& conversation, const domain::TemplateUse& use);
    void suggestReplies(const domain::HandoffId& handoff);
    void refreshSummary(const domain::HandoffId& handoff);
    [[nodiscard]] static QString assistantTrouble(const Error& error);
};

} // namespace relevo::ui
