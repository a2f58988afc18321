#include <ui/settings/canned_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/question.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using protocol::Json;

namespace {

using metrics::grid;

constexpr int rowsShown = 6;

QString pathOf(const client::CannedResponse& response)
{
    return QStringLiteral("/api/canned-responses/%1").arg(response.id.toString(QUuid::WithoutBraces));
}

QPushButton* made(const char* objectName, const QString& words)
{
    auto* button = new QPushButton(words);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setAccessibleName(words);
    return button;
}

} // namespace

CannedPage::CannedPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : SettingsPage(theme, tr("Canned responses"),
                   tr("Answers kept ready. In a message, type / and a few letters of one.")),
      m_live(live), m_api(api), m_search(new QLineEdit),
      m_list(new ChoiceList(theme, m_model, ChoiceDelegate::Lines::Two)),
      m_none(new Text(theme, &Fonts::body, &Colors::muted)), m_undoBar(new QWidget),
      m_undoWords(new Text(theme, &Fonts::body, &Colors::text)), m_form(new CannedForm(theme)),
      m_state(new Text(theme, &Fonts::caption, &Colors::muted)), m_save(made("cannedSave", tr("Save"))),
      m_giveUp(made("cannedGiveUp", tr("Give up the changes"))), m_delete(made("cannedDelete", tr("Delete")))
{
    addSpace(2 * grid);
    add(makeList());
    m_editor = makeEditor();
    add(m_editor);
    m_editor->hide();
    m_undoBar->hide();
    m_form->setTaken([this](const client::CannedResponse& one) {
        return std::ranges::any_of(m_all, [&one](const client::CannedResponse& other) {
            return other.id != one.id && other.personal == one.personal && other.shortcut == one.shortcut;
        });
    });
    connect(m_form, &CannedForm::edited, this, &CannedPage::updateButtons);
    connect(&live, &client::LiveView::cannedChanged, this, [this] { showAll(m_live.canned()); });
    showAll(live.canned());
}

QWidget* CannedPage::makeList()
{
    m_search->setObjectName(QStringLiteral("cannedSearch"));
    m_search->setAccessibleName(tr("Find a canned response"));
    m_search->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_search->setPlaceholderText(tr("Find by shortcut, title or text"));
    m_list->setObjectName(QStringLiteral("cannedResponses"));
    m_list->setAccessibleName(tr("Canned responses"));
    m_list->follow(*m_search);
    m_none->setObjectName(QStringLiteral("cannedNone"));
    m_none->setWordWrap(true);
    m_undoWords->setObjectName(QStringLiteral("cannedDeleted"));
    m_undoWords->setElided(true);
    QPushButton* undo = made("cannedUndo", tr("Undo"));
    QPushButton* add = made("cannedNew", tr("New response"));

    auto* top = new QHBoxLayout;
    top->setSpacing(grid);
    top->addWidget(m_search, 1);
    top->addWidget(add);
    auto* undoLine = new QHBoxLayout(m_undoBar);
    undoLine->setContentsMargins(0, grid, 0, 0);
    undoLine->addWidget(m_undoWords, 1);
    undoLine->addWidget(undo);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid);
    layout->addLayout(top);
    layout->addWidget(m_list);
    layout->addWidget(m_none);
    layout->addWidget(m_undoBar);

    const auto choose = [this](int row) {
        if (row >= 0 && row < m_model.rowCount())
            leaveFor([this, response = m_model.at(row)] { open(response, false); });
    };
    connect(m_list, &ChoiceList::chosen, this, choose);
    connect(m_list, &ChoiceList::clicked, this, [choose](const QModelIndex& index) { choose(index.row()); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        showAll(m_all);
    });
    connect(add, &QPushButton::clicked, this, [this] { leaveFor([this] { begin(); }); });
    connect(undo, &QPushButton::clicked, this, &CannedPage::bringBack);
    return box;
}

QWidget* CannedPage::makeEditor()
{
    m_state->setObjectName(QStringLiteral("cannedState"));
    m_state->setWordWrap(true);
    setButtonKind(*m_save, ButtonKind::Primary);
    setButtonKind(*m_delete, ButtonKind::Quiet);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 2 * grid, 0, 0);
    buttons->setSpacing(grid);
    buttons->addWidget(m_delete);
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_giveUp);
    buttons->addWidget(m_save);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 3 * grid, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, [this] { save({}); });
    connect(m_giveUp, &QPushButton::clicked, this, &CannedPage::discard);
    connect(m_delete, &QPushButton::clicked, this, &CannedPage::remove);
    return box;
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
    const bool none = m_model.rowCount() == 0;
    m_none->setWhole(m_all.empty() ? tr("There are none yet.") : tr("Nothing fits."));
    m_none->setVisible(none);
    m_list->setVisible(!none);
    m_list->setFixedHeight(std::min(rowsShown, m_model.rowCount()) *
                           m_list->itemDelegate()->sizeHint({}, {}).height());
}

void CannedPage::leaveFor(const std::function<void()>& then)
{
    if (!hasUnsaved()) {
        then();
        return;
    }
    auto* question = new Question(theme(), QStringLiteral("cannedQuestion"), unsavedTitle(),
                                  tr("Save what you have changed, or give it up?"), window());
    question->addAnswer(QStringLiteral("cannedQuestionDiscard"), tr("Give up the changes"), false, then);
    question->addAnswer(QStringLiteral("cannedQuestionSave"), tr("Save"), true, [this, then] { save(then); });
    question->open();
}

void CannedPage::open(const client::CannedResponse& response, bool isNew)
{
    m_isNew = isNew;
    m_form->load(response, {mayWrite(response), mayShare()});
    m_editor->show();
    say(mayWrite(response) ? QString() : tr("Everybody's: those who lead the team write it."));
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
    return !m_editor->isHidden() && m_form->isChanged();
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
        m_editor->hide();
    } else {
        const client::CannedResponse now = m_form->response();
        const auto known = std::ranges::find(m_all, now.id, &client::CannedResponse::id);
        if (known == m_all.end())
            m_editor->hide();
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
    say(tr("Saving…"));
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
        say(apiWords(answer.error(), answer.error().code == ErrorCode::Conflict
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
    m_undoBar->hide();
    open(response, false);
    say(tr("Saved."));
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
            say(apiWords(answer.error()), true);
            return;
        }
        std::vector<client::CannedResponse> all = m_all;
        std::erase_if(all, [&gone](const client::CannedResponse& one) { return one.id == gone.id; });
        showAll(std::move(all));
        m_deleted = gone;
        m_editor->hide();
        m_undoWords->setWhole(tr("%1 was deleted.").arg(isolated(models::nameOf(gone))));
        m_undoBar->show();
        m_search->setFocus();
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
    const bool changed = hasUnsaved();
    const bool may = mayWrite(m_form->response());
    m_save->setEnabled(!m_busy && changed);
    m_giveUp->setEnabled(!m_busy && (changed || m_isNew));
    m_delete->setEnabled(!m_busy && !m_isNew);
    for (QPushButton* button : {m_save, m_giveUp, m_delete})
        button->setVisible(may);
    m_delete->setVisible(may && !m_isNew);
    if (changed && !m_busy)
        say(tr("Not saved yet"));
}

void CannedPage::say(const QString& words, bool wrong)
{
    m_state->setColor(wrong ? &Colors::danger : &Colors::muted);
    m_state->setWhole(words);
}

} // namespace relevo::ui
