#include <ui/settings/answers_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/fetch_trouble.h>
#include <ui/settings/leave_question.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <protocol/bots_codec.h>

#include <algorithm>
#include <utility>

namespace relevo::ui {

using domain::FaqEntry;
using protocol::Json;

AnswersPage::AnswersPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : SettingsPage(theme, tr("The bots’ answers"),
                   tr("Frequent questions, and how the bot that knows them answers. Customers get the "
                      "answer in the language they write in.")),
      m_live(live), m_api(api), m_form(new AnswerForm(theme)),
      m_editor(new ListEditor(theme, m_model, m_form,
                              {QStringLiteral("answer"), QStringLiteral("answers"), tr("Answers"),
                               tr("Find a question"), tr("Find by name, word or answer"), tr("New question"),
                               tr("There are none of your own yet. The bot knows those that come with "
                                  "Relevo.")}))
{
    addSpace(2 * metrics::grid);
    add(m_editor);
    pin(m_editor->bar());
    addPlace(tr("Questions and answers"), tr("FAQ: words and answers in each language"), m_editor);
    connectEditor();
    m_trouble = new FetchTrouble(theme, tr("The questions could not be fetched"), this);
    connect(m_trouble, &FetchTrouble::tryAgainRequested, this, [this] {
        setFocus(); // the button goes
        m_trouble->showAsking();
        fetch();
    });
    // Somebody has saved, perhaps this very page.
    connect(&live, &client::LiveView::projectChanged, this, [this] {
        if (isVisible())
            opened();
    });
    widget()->hide(); // nothing is to be read in a list that has not come
}

void AnswersPage::connectEditor()
{
    connect(m_editor, &ListEditor::typed, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        m_editor->showRows(!m_model.entries().empty());
    });
    connect(m_editor, &ListEditor::chosen, this, [this](int row) {
        // The answer that is waited for is about the one the form shows.
        if (m_busy)
            m_editor->setCurrentRow(-1);
        else
            leaveFor([this, entry = m_model.at(row)] { open(entry, false); });
    });
    connect(m_editor, &ListEditor::newWanted, this, [this] {
        if (m_busy)
            return;
        leaveFor([this] {
            open({}, true);
            m_form->takeFocus();
        });
    });
    connect(m_editor, &ListEditor::undoWanted, this, &AnswersPage::bringBack);
    connect(m_editor, &ListEditor::saveWanted, this, [this] { save({}); });
    connect(m_editor, &ListEditor::giveUpWanted, this, &AnswersPage::discard);
    connect(m_editor, &ListEditor::deleteWanted, this, &AnswersPage::remove);
    connect(m_form, &AnswerForm::edited, this, &AnswersPage::updateButtons);
}

void AnswersPage::resizeEvent(QResizeEvent* event)
{
    if (m_trouble)
        m_trouble->setGeometry(rect());
    SettingsPage::resizeEvent(event);
}

QString AnswersPage::address() const
{
    return QStringLiteral("/api/projects/%1/faq").arg(m_live.project().id.toString());
}

void AnswersPage::opened()
{
    if (!m_busy)
        fetch();
}

void AnswersPage::setOnline(bool online)
{
    if (std::exchange(m_online, online) == online)
        return;
    m_form->setEnabled(online);
    updateButtons();
    m_editor->say(online ? QString()
                         : tr("The relay cannot be reached now. Until it is, this can only be read."),
                  !online);
    if (online && isVisible() && !m_busy)
        fetch();
}

void AnswersPage::fetch()
{
    m_api.get(address(), this, [this](const Result<Json>& answer) {
        if (m_busy)
            return;
        if (answer) {
            const Entries before = m_model.entries();
            showAll(protocol::readFaq(*answer).entries);
            overtaken(before);
            goOn();
        } else if (!m_known) {
            m_trouble->showReason(apiWords(answer.error()));
        }
    });
}

void AnswersPage::showAll(Entries entries)
{
    m_known = true;
    m_trouble->hide();
    widget()->show();
    if (entries != m_model.entries())
        m_model.setEntries(std::move(entries));
    m_editor->showRows(!m_model.entries().empty());
}

void AnswersPage::leaveFor(const std::function<void()>& then)
{
    askBeforeLeaving(*this, theme(), {QStringLiteral("answer")}, then);
}

void AnswersPage::open(const FaqEntry& entry, bool isNew)
{
    m_isNew = isNew;
    m_form->load(entry);
    m_editor->openForm();
    m_editor->say({});
    updateButtons();
}

bool AnswersPage::hasUnsaved() const
{
    return m_editor->isOpen() && m_form->isChanged();
}

QString AnswersPage::unsavedTitle() const
{
    return tr("The question is not saved");
}

void AnswersPage::discard()
{
    // A new one of which nothing was saved is gone.
    if (m_isNew) {
        m_form->load({});
        m_editor->closeForm();
    } else {
        open(FaqEntry(m_form->loaded()), false);
    }
    updateButtons();
}

void AnswersPage::save(std::function<void()> then)
{
    if (m_busy || !m_online || !m_form->check())
        return;
    const FaqEntry entry = m_form->entry();
    apply(
        [before = m_form->loaded(), entry, isNew = m_isNew](Entries& entries) {
            if (isNew) {
                entries.push_back(entry);
                return true;
            }
            const auto known = std::ranges::find(entries, before);
            if (known == entries.end())
                return false;
            *known = entry;
            return true;
        },
        [this, entry, then = std::move(then)] {
            m_editor->hideUndo();
            open(entry, false);
            m_editor->say(tr("Saved."));
            if (then)
                then();
        });
}

void AnswersPage::apply(const Change& change, const std::function<void()>& done, int attempts)
{
    m_busy = true;
    updateButtons();
    m_editor->say(tr("Saving…"));
    m_api.get(address(), this, [this, change, done, attempts](const Result<Json>& answer) {
        if (!answer) {
            refused(answer);
            return;
        }
        Entries entries = protocol::readFaq(*answer).entries;
        Entries changed = entries;
        if (change(changed)) {
            Json list{{"items", protocol::toJson(changed)}};
            if (answer->contains("version")) // an older relay has none
                list["version"] = answer->at("version");
            std::function<void()> again;
            if (attempts > 1)
                again = [this, change, done, attempts] {
                    apply(change, done, attempts - 1);
                };
            put(list, done, again);
            return;
        }
        m_busy = false;
        const Entries before = m_model.entries();
        showAll(std::move(entries));
        updateButtons();
        overtaken(before);
    });
}

void AnswersPage::put(const Json& list, const std::function<void()>& done,
                      const std::function<void()>& whenOvertaken)
{
    m_api.put(address(), list, this, [this, list, done, whenOvertaken](const Result<Json>& answer) {
        if (!answer && answer.error().code == ErrorCode::Conflict && whenOvertaken) {
            whenOvertaken();
            return;
        }
        if (!answer) {
            refused(answer);
            return;
        }
        m_busy = false;
        showAll(protocol::readFaq(list).entries);
        done();
        updateButtons();
    });
}

void AnswersPage::refused(const Result<Json>& answer)
{
    m_busy = false;
    updateButtons();
    m_editor->say(apiWords(answer.error()), true);
}

const FaqEntry* AnswersPage::successor(const Entries& before) const
{
    const FaqEntry& mine = m_form->loaded();
    const Entries& now = m_model.entries();
    const auto named = [&mine](const FaqEntry& one) {
        return one.name == mine.name;
    };
    if (!mine.name.isEmpty() && std::ranges::count_if(before, named) == 1 &&
        std::ranges::count_if(now, named) == 1)
        return &*std::ranges::find_if(now, named);
    // Without a name, or with another: it stands where it stood, and the rest is not all another.
    const auto place = static_cast<std::size_t>(std::ranges::find(before, mine) - before.begin());
    if (now.size() != before.size() || place >= now.size() ||
        (now[place].words != mine.words && now[place].answer != mine.answer))
        return nullptr;
    return &now[place];
}

void AnswersPage::overtaken(const Entries& before)
{
    if (!m_editor->isOpen() || m_isNew ||
        std::ranges::find(m_model.entries(), m_form->loaded()) != m_model.entries().end())
        return;
    const bool unsaved = hasUnsaved();
    const FaqEntry* now = successor(before);
    if (now && unsaved) {
        m_form->rebase(*now);
        updateButtons();
        m_editor->say(tr("Somebody else has changed this question in the meantime. Nothing was saved; saving "
                         "now replaces their version with yours."),
                      true);
    } else if (now) {
        open(FaqEntry(*now), false);
        m_editor->say(tr("Somebody else has changed this question; this is how it is now."));
    } else if (unsaved) {
        // What is being written is not thrown away: it can be made anew.
        m_isNew = true;
        m_form->rebase({});
        updateButtons();
        m_editor->say(tr("Somebody else has deleted this question in the meantime. Saving creates it again."),
                      true);
    } else {
        m_form->load({});
        m_editor->closeForm();
        updateButtons();
    }
}

void AnswersPage::remove()
{
    if (m_busy || m_isNew || !m_online)
        return;
    const FaqEntry gone = m_form->loaded();
    apply(
        [this, gone](Entries& entries) {
            const auto known = std::ranges::find(entries, gone);
            if (known == entries.end())
                return false;
            m_deletedPlace = static_cast<std::size_t>(known - entries.begin());
            entries.erase(known);
            return true;
        },
        [this, gone] {
            m_deleted = gone;
            m_form->load({});
            m_editor->closeForm();
            m_editor->offerUndo(tr("%1 was deleted.").arg(isolated(models::nameOf(gone))));
        });
}

void AnswersPage::bringBack()
{
    if (m_busy || !m_online)
        return;
    leaveFor([this] {
        open(m_deleted, true);
        apply(
            [this](Entries& entries) {
                const std::size_t place = std::min(m_deletedPlace, entries.size());
                entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(place), m_deleted);
                return true;
            },
            [this] {
                m_editor->hideUndo();
                open(m_deleted, false);
                m_editor->say(tr("Saved."));
            });
    });
}

void AnswersPage::updateButtons()
{
    m_editor->setButtons({m_online, hasUnsaved(), m_isNew, m_busy});
}

} // namespace relevo::ui
