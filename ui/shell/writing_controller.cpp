#include <ui/shell/writing_controller.h>

#include <models/errors.h>
#include <models/names.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/mention_list.h>
#include <ui/conversation/template_picker.h>
#include <ui/conversation/writer.h>
#include <ui/customer/customer_panel.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/key_text.h>
#include <ui/widgets/text.h>

#include <QtGui/QKeySequence>
#include <QtWidgets/QApplication>

namespace relevo::ui {

WritingController::WritingController(client::Desk& desk, const DeskModels& models, DeskPage& page,
                                     const Theme& theme, QObject* parent)
    : QObject(parent), m_desk(desk), m_models(models), m_page(page), m_theme(theme), m_assistant(desk)
{
    page.conversation().setAttachments(desk.attachments());
    connectWriting();
    connectPanel();
    connect(&models.colleagues, &client::Colleagues::changed, this, &WritingController::tellColleagues);
    connect(&models.live, &client::LiveView::meChanged, this, &WritingController::tellColleagues);
    tellColleagues();
}

void WritingController::tellColleagues()
{
    QList<Mentionable> others;
    for (const client::Colleague& colleague : m_models.colleagues.agents()) {
        if (colleague.id != m_models.live.me().id)
            others.push_back({colleague.id, colleague.name});
    }
    m_page.conversation().writer().setColleagues(others);
}

void WritingController::connectWriting()
{
    ConversationPage& page = m_page.conversation();
    Writer& writer = page.writer();
    connect(&page, &ConversationPage::sendRequested, &m_desk, &client::Desk::send);
    connect(&page, &ConversationPage::templateWanted, this, &WritingController::chooseTemplate);
    connect(&page, &ConversationPage::typingChanged, &m_desk, &client::Desk::setTyping);
    connect(&writer, &Writer::noteRequested, &m_desk, &client::Desk::noteNaming);
    connect(&writer, &Writer::pictureTaken, this, &WritingController::keepPicture);
    connect(&writer, &Writer::fileDropped, &m_desk.attachments(), &client::Attachments::drop);
    connect(&m_desk, &client::Desk::templateReturned, this, &WritingController::templateReturned);
    connect(&m_desk, &client::Desk::filesReturned, &writer, &Writer::giveBackFiles);
    connect(&writer, &Writer::takeBackRequested, &m_desk, &client::Desk::takeBackMessage);
    connect(&writer, &Writer::draftChanged, &m_desk, &client::Desk::keepDraft);
    connect(&writer, &Writer::rewordRequested, this, &WritingController::reword);
    connect(&m_desk, &client::Desk::draftsRead, &writer, &Writer::setDrafts);
    connect(&m_desk, &client::Desk::contactErased, &writer, &Writer::forget);
    connect(&m_desk, &client::Desk::contactErased, this,
            [this](const domain::ConversationId& conversation) { m_refused.remove(conversation); });
    connect(&m_desk, &client::Desk::signedOut, this, [this] { m_refused.clear(); });
    connect(&m_desk, &client::Desk::draftReturned, &page,
            [&page](const domain::ConversationId& conversation, const QString& text, const QString&,
                    qint64 basedOnSeq) { page.returnDraft(conversation, text, basedOnSeq); });
    connect(&m_desk, &client::Desk::commandFailed, this,
            [this](client::Wish wish, const domain::ConversationId& conversation, const Error& error) {
                if (wish == client::Wish::Send && client::wasOvertaken(error))
                    tellOvertaken(conversation);
            });
}

void WritingController::tellOvertaken(const domain::ConversationId& conversation)
{
    Writer& writer = m_page.conversation().writer();
    writer.markOvertaken(conversation);
    // Before their eyes the text comes back, and is asked about.
    const auto sees = [&](const domain::ConversationId& id) {
        return id == m_page.current() && !writer.isWritingNote();
    };
    if (sees(conversation))
        return;
    QStringList names;
    for (const domain::ConversationId& id : writer.overtaken()) {
        const client::ConversationRow* row = m_models.live.row(id);
        if (!sees(id))
            names.push_back(isolated(models::visibleName(row ? row->contactName.text() : QString(), id)));
    }
    names.sort();
    m_page.conversation().banner().tell(
        Banner::Tone::Problem,
        tr("Not sent, because somebody wrote first: %1. Your text is still in the conversation.")
            .arg(names.join(QStringLiteral(", "))));
}

void WritingController::keepPicture(const domain::ConversationId& conversation,
                                    const client::OutgoingFile& picture, bool note, const QByteArray& png)
{
    Writer& writer = m_page.conversation().writer();
    m_desk.attachments().keep(conversation, picture.what.id, png, this,
                              [&writer, conversation, picture, note](const Result<QString>& path) {
                                  writer.pictureKept(conversation, picture, note, path.value_or(QString()));
                              });
}

void WritingController::connectPanel()
{
    CustomerPanel& panel = m_page.customer();
    connect(&panel, &CustomerPanel::repliesWanted, this, &WritingController::suggestReplies);
    connect(&panel, &CustomerPanel::refreshWanted, this, &WritingController::refreshSummary);
}

QString WritingController::assistantTrouble(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
        return tr("This relay cannot do that now. It may have no language model.");
    case ErrorCode::RateLimited:
        return tr("Too many requests at once. Wait a little and try again.");
    default:
        return models::sentenceOf(error.code);
    }
}

void WritingController::reword(const domain::ConversationId& conversation, const QString& text,
                               client::Rewording how)
{
    Writer& writer = m_page.conversation().writer();
    const std::optional<domain::Handoff> handoff = m_models.details.handoff();
    m_assistant.reword(text, how, m_models.details.language(), handoff ? handoff->id : domain::HandoffId(),
                       this, [&writer, conversation, text](const Result<client::Reworded>& answer) {
                           if (!answer)
                               writer.rewordingFailed(conversation, assistantTrouble(answer.error()));
                           else if (answer->text == text)
                               writer.takeRewording(conversation, text, text, tr("It stays as it is"));
                           else
                               writer.takeRewording(conversation, text, answer->text,
                                                    tr("Read it before you send it · %1 brings yours back")
                                                        .arg(nativeText(QKeySequence(QKeySequence::Undo))));
                       });
}

void WritingController::chooseTemplate()
{
    ConversationPage& page = m_page.conversation();
    const models::ConversationDetails& details = m_models.details;
    if (!page.canSendTemplate())
        return;
    auto* picker = new TemplatePicker(m_theme, m_models.live.templates(),
                                      {details.name(), details.language(), models::cannedValues(details)},
                                      m_page.window());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto refused = m_refused.constFind(details.conversation()); refused != m_refused.constEnd())
        picker->fillIn(*refused);
    connect(
        picker, &TemplatePicker::chosen, &m_desk,
        [this, conversation = details.conversation()](const domain::TemplateUse& use, const QString& text) {
            m_refused.remove(conversation);
            m_desk.sendTemplate(conversation, use, text);
        });
    picker->open();
}

void WritingController::templateReturned(const domain::ConversationId& conversation,
                                         const domain::TemplateUse& use)
{
    m_refused.insert(conversation, use);
    // At once where they still are; nobody is torn out of what they write or decide.
    const QWidget* focus = QApplication::focusWidget();
    const bool writes = focus && focus->testAttribute(Qt::WA_InputMethodEnabled);
    if (m_models.details.conversation() == conversation && !writes && !QApplication::activeModalWidget())
        chooseTemplate();
}

void WritingController::suggestReplies(const domain::HandoffId& handoff)
{
    CustomerPanel& panel = m_page.customer();
    m_assistant.suggestReplies(handoff, this, [&panel, handoff](const Result<client::Suggestions>& answer) {
        if (answer)
            panel.showReplies(handoff, answer->texts, answer->engine);
        else
            panel.showTrouble(handoff, assistantTrouble(answer.error()));
    });
}

void WritingController::refreshSummary(const domain::HandoffId& handoff)
{
    CustomerPanel& panel = m_page.customer();
    m_assistant.refreshSummary(handoff, this, [&panel, handoff](const Result<void>& answer) {
        panel.refreshed(handoff);
        if (!answer)
            panel.showTrouble(handoff, assistantTrouble(answer.error()));
    });
}

} // namespace relevo::ui
