#include <ui/settings/canned_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/leave_question.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <algorithm>

namespace relevo::ui {

using protocol::Json;

namespace {

QString pathOf(const client::CannedResponse& response)
{
    return QStringLiteral("/api/canned-responses/%1").arg(response.id.toString(QUuid::WithoutBraces));
}

} // namespace

CannedPage::CannedPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : SettingsPage(theme, tr("Canned responses"),
                   tr("Ready-made answers. In a message, type / and a few letters of one.")),
      m_live(live), m_api(api), m_form(new CannedForm(theme)),
      m_editor(new ListEditor(
          theme, m_model, m_form,
          {QStringLiteral("canned"), QStringLiteral("cannedResponses"), tr("Canned responses"),
           tr("Find a canned response"), tr("Find by shortcut, title or text"), tr("New response"),
           tr("No canned responses yet. They save you typing what you write every day.")}))
{
    addSpace(2 * metrics::grid);
    add(m_editor);
    pin(m_editor->bar());
    m_form->setTaken([this](const client::CannedResponse& one) {
        return std::ranges::any_of(m_all, [&one](const client::CannedResponse& other) {
            return other.id != one.id && other.personal == one.personal && other.shortcut == one.shortcut;
        });
    });
    connect(m_editor, &ListEditor::typed, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        showAll(m_all);
    });
    connect(m_editor, &ListEditor::chosen, this,
            [this](int row) { leaveFor([this, response = m_model.at(row)] { open(response, false); }); });
    connect(m_editor, &ListEditor::newWanted, this, [this] { leaveFor([this] { begin(); }); });
    connect(m_editor, &ListEditor::undoWanted, this, &CannedPage::bringBack);
    connect(m_editor, &ListEditor::saveWanted, this, [this] { save({}); });
    connect(m_editor, &ListEditor::giveUpWanted, this, &CannedPage::discard);
    connect(m_editor, &ListEditor::deleteWanted, this, &CannedPage::remove);
    connect(m_form, &CannedForm::edited, this, &CannedPage::updateButtons);
    connect(&live, &client::LiveView::cannedChanged, this, [this] { showAll(m_live.canned()); });
    showAll(live.canned());
}

bool CannedPage::mayShare() const
{
    return m_live.me().role != domain::Role::Agent;
}

bool CannedPage::mayWrite(const client::CannedResponse& response) const
{
    return response.personal || mayShare();
}

void CannedPage::opened()
{
    showAll(m_live.canned());
}

void CannedPage::showAll(std::vector<client::CannedResponse> all)
{
    if (all != m_all || m_model.isEmpty()) {
        m_all = std::move(all);
        m_model.setResponses(m_all);
    }
    m_editor->showRows(!m_all.empty());
}

void CannedPage::leaveFor(const std::function<void()>& then)
{
    askBeforeLeaving(*this, theme(), {QStringLiteral("canned")}, then);
}

void CannedPage::open(const client::CannedResponse& response, bool isNew)
{
    m_isNew = isNew;
    m_form->load(response, {mayWrite(response), mayShare()});
    m_editor->openForm();
    m_editor->say(mayWrite(response)
                      ? QString()
                      : tr("Shared by everybody: only supervisors and administrators can change it."));
    updateButtons();
}

void CannedPage::begin()
{
    client::CannedResponse fresh;
    fresh.id = QUuid::createUuid();
    fresh.personal = !mayShare();
    open(fresh, true);
    m_form->takeFocus();
}

bool CannedPage::hasUnsaved() const
{
    return m_editor->isOpen() && m_form->isChanged();
}

QString CannedPage::unsavedTitle() const
{
    return tr("The canned response is not saved");
}

void CannedPage::discard()
{
    // A new one of which nothing was saved is gone.
    if (m_isNew) {
        m_form->load({}, {});
        m_editor->closeForm();
    } else {
        const client::CannedResponse now = m_form->response();
        const auto known = std::ranges::find(m_all, now.id, &client::CannedResponse::id);
        if (known == m_all.end())
            m_editor->closeForm();
        else
            open(*known, false);
    }
    updateButtons();
}

void CannedPage::save(std::function<void()> then)
{
    if (m_busy || !m_form->check())
        return;
    put(m_form->response(), then);
}

void CannedPage::put(const client::CannedResponse& response, const std::function<void()>& then)
{
    m_busy = true;
    updateButtons();
    m_editor->say(tr("Saving…"));
    m_api.put(pathOf(response), client::toJson(response), this,
              [this, response, then](const Result<Json>& answer) { saved(response, answer, then); });
}

void CannedPage::saved(const client::CannedResponse& response, const Result<Json>& answer,
                       const std::function<void()>& then)
{
    m_busy = false;
    if (!answer) {
        if (answer.error().code == ErrorCode::Conflict)
            m_form->tellTaken();
        updateButtons();
        m_editor->say(apiWords(answer.error(), answer.error().code == ErrorCode::Conflict
                                                   ? tr("Another response has this shortcut.")
                                                   : QString()),
                      true);
        return;
    }
    std::vector<client::CannedResponse> all = m_all;
    std::erase_if(all, [&response](const client::CannedResponse& one) { return one.id == response.id; });
    all.push_back(response);
    std::ranges::sort(all, {}, &client::CannedResponse::shortcut);
    showAll(std::move(all));
    m_editor->hideUndo();
    open(response, false);
    m_editor->say(tr("Saved."));
    if (then)
        then();
}

void CannedPage::remove()
{
    const client::CannedResponse response = m_form->response();
    const auto known = std::ranges::find(m_all, response.id, &client::CannedResponse::id);
    if (m_busy || known == m_all.end())
        return;
    m_busy = true;
    updateButtons();
    m_api.remove(pathOf(*known), this, [this, gone = *known](const Result<Json>& answer) {
        m_busy = false;
        if (!answer) {
            updateButtons();
            m_editor->say(apiWords(answer.error()), true);
            return;
        }
        std::vector<client::CannedResponse> all = m_all;
        std::erase_if(all, [&gone](const client::CannedResponse& one) { return one.id == gone.id; });
        showAll(std::move(all));
        m_deleted = gone;
        m_editor->closeForm();
        m_editor->offerUndo(tr("%1 was deleted.").arg(isolated(models::nameOf(gone))));
    });
}

void CannedPage::bringBack()
{
    if (!m_busy)
        leaveFor([this] {
            open(m_deleted, true);
            put(m_deleted, {});
        });
}

void CannedPage::updateButtons()
{
    m_editor->setButtons({mayWrite(m_form->response()), hasUnsaved(), m_isNew, m_busy});
}

} // namespace relevo::ui
