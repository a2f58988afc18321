#include <ui/settings/template_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/leave_question.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <protocol/codec.h>

#include <algorithm>

namespace relevo::ui {

using domain::MessageTemplate;
using protocol::Json;

namespace {

QString addressOf(const MessageTemplate& text)
{
    return QStringLiteral("/api/message-templates/%1").arg(text.id.toString(QUuid::WithoutBraces));
}

} // namespace

TemplatePage::TemplatePage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : SettingsPage(theme, tr("Message templates"),
                   tr("Texts that reach customers at any time, also on WhatsApp a day after their last "
                      "message. Enter them here once your provider has approved them.")),
      m_live(live), m_api(api), m_form(new TemplateForm(theme)),
      m_editor(new ListEditor(theme, m_model, m_form,
                              {QStringLiteral("template"), QStringLiteral("messageTemplates"),
                               tr("Message templates"), tr("Find a template"), tr("Find by name or text"),
                               tr("New template"),
                               tr("No templates yet. On WhatsApp, only a template reaches a customer who has "
                                  "been silent for a day.")}))
{
    addSpace(2 * metrics::grid);
    add(m_editor);
    pin(m_editor->bar());
    m_form->setTaken([this](const MessageTemplate& one) {
        return std::ranges::any_of(m_all, [&one](const MessageTemplate& other) {
            return other.id != one.id && other.name == one.name && other.language == one.language;
        });
    });
    connect(m_editor, &ListEditor::typed, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        m_editor->showRows(!m_all.empty());
    });
    connect(m_editor, &ListEditor::chosen, this,
            [this](int row) { leaveFor([this, text = m_model.at(row)] { open(text, false); }); });
    connect(m_editor, &ListEditor::newWanted, this, [this] {
        leaveFor([this] {
            MessageTemplate fresh;
            fresh.id = QUuid::createUuid();
            open(fresh, true);
            m_form->takeFocus();
        });
    });
    connect(m_editor, &ListEditor::undoWanted, this, [this] {
        if (!m_busy)
            leaveFor([this] {
                open(m_deleted, true);
                put(m_deleted, {});
            });
    });
    connect(m_editor, &ListEditor::saveWanted, this, [this] { save({}); });
    connect(m_editor, &ListEditor::giveUpWanted, this, &TemplatePage::discard);
    connect(m_editor, &ListEditor::deleteWanted, this, &TemplatePage::remove);
    connect(m_form, &TemplateForm::edited, this, &TemplatePage::updateButtons);
    connect(&live, &client::LiveView::templatesChanged, this, &TemplatePage::opened);
    showAll(live.templates());
}

void TemplatePage::opened()
{
    showAll(m_live.templates());
}

void TemplatePage::showAll(client::MessageTemplates all)
{
    m_all = std::move(all);
    m_model.setTemplates(m_all);
    m_editor->showRows(!m_all.empty());
}

void TemplatePage::leaveFor(const std::function<void()>& then)
{
    askBeforeLeaving(*this, theme(), {QStringLiteral("template")}, then);
}

void TemplatePage::open(const MessageTemplate& text, bool isNew)
{
    m_isNew = isNew;
    m_form->load(text);
    m_editor->openForm();
    m_editor->say({});
    updateButtons();
}

bool TemplatePage::hasUnsaved() const
{
    return m_editor->isOpen() && m_form->isChanged();
}

QString TemplatePage::unsavedTitle() const
{
    return tr("The message template is not saved");
}

void TemplatePage::discard()
{
    const auto known = std::ranges::find(m_all, m_form->text().id, &MessageTemplate::id);
    // A new one of which nothing was saved is gone.
    if (m_isNew || known == m_all.end()) {
        m_form->load({});
        m_editor->closeForm();
    } else {
        open(*known, false);
    }
    updateButtons();
}

void TemplatePage::save(std::function<void()> then)
{
    if (!m_busy && m_form->check())
        put(m_form->text(), then);
}

void TemplatePage::put(const MessageTemplate& text, const std::function<void()>& then)
{
    m_busy = true;
    updateButtons();
    m_editor->say(tr("Saving…"));
    Json body = protocol::toJson(text);
    body.erase("id");
    body.erase("updatedAt");
    m_api.put(addressOf(text), body, this,
              [this, text, then](const Result<Json>& answer) { saved(text, answer, then); });
}

void TemplatePage::saved(const MessageTemplate& text, const Result<Json>& answer,
                         const std::function<void()>& then)
{
    m_busy = false;
    if (!answer) {
        const bool taken = answer.error().code == ErrorCode::Conflict;
        if (taken)
            m_form->tellTaken();
        updateButtons();
        m_editor->say(apiWords(answer.error(),
                               taken ? tr("Another template has this name in this language.") : QString()),
                      true);
        return;
    }
    client::MessageTemplates all = m_all;
    std::erase_if(all, [&text](const MessageTemplate& one) { return one.id == text.id; });
    all.push_back(text);
    std::ranges::sort(all, [](const MessageTemplate& a, const MessageTemplate& b) {
        return std::tie(a.name, a.language) < std::tie(b.name, b.language);
    });
    showAll(std::move(all));
    m_editor->hideUndo();
    open(text, false);
    m_editor->say(tr("Saved."));
    if (then)
        then();
}

void TemplatePage::remove()
{
    const auto known = std::ranges::find(m_all, m_form->text().id, &MessageTemplate::id);
    if (m_busy || known == m_all.end())
        return;
    m_busy = true;
    updateButtons();
    m_api.remove(addressOf(*known), this, [this, gone = *known](const Result<Json>& answer) {
        m_busy = false;
        if (!answer) {
            updateButtons();
            m_editor->say(apiWords(answer.error()), true);
            return;
        }
        client::MessageTemplates all = m_all;
        std::erase_if(all, [&gone](const MessageTemplate& one) { return one.id == gone.id; });
        showAll(std::move(all));
        m_deleted = gone;
        m_editor->closeForm();
        m_editor->offerUndo(tr("%1 was deleted.").arg(isolated(gone.name)));
    });
}

void TemplatePage::updateButtons()
{
    m_editor->setButtons({true, hasUnsaved(), m_isNew, m_busy});
}

} // namespace relevo::ui
