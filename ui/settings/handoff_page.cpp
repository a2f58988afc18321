#include <ui/settings/handoff_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/chips_edit.h>
#include <ui/settings/fetch_trouble.h>
#include <ui/settings/hours_editor.h>
#include <ui/settings/question.h>
#include <ui/settings/save_bar.h>
#include <ui/settings/sla_editor.h>
#include <ui/settings/try_box.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <base/timestamp.h>
#include <protocol/limits.h>

#include <QtCore/QDateTime>
#include <QtCore/QEvent>
#include <QtCore/QScopedValueRollback>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace relevo::ui {

using protocol::Json;

HandoffPage::HandoffPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : SettingsPage(
          theme, tr("Handoff"),
          tr("When the bot hands a customer to your team, and what happens then. For everybody in the "
             "project.")),
      m_live(live), m_api(api)
{
    makeForm();
    m_bar = new SaveBar(theme, this); // after the form: the keyboard comes to it last
    connect(m_bar, &SaveBar::saveRequested, this, [this] { save({}); });
    connect(m_bar, &SaveBar::discardRequested, this, &HandoffPage::discard);
    connect(m_bar, &SaveBar::theirsRequested, this, [this] {
        m_draft.giveUp(std::exchange(m_disputed, {}));
        fill();
        m_bar->setDisputed(false);
        updateBar();
    });
    connect(m_bar, &SaveBar::mineRequested, this, [this] {
        m_disputed.clear();
        m_bar->setDisputed(false);
        save({});
    });
    connect(m_try, &TryBox::tryRequested, this, &HandoffPage::tryOut);
    connect(&live, &client::LiveView::projectChanged, this, &HandoffPage::projectChanged);
    m_trouble = new FetchTrouble(theme, tr("The handoff settings could not be fetched"), this);
    connect(m_trouble, &FetchTrouble::tryAgainRequested, this, [this] {
        setFocus(); // the button goes
        m_trouble->showAsking();
        fetch();
    });
    setForm(false);
    m_bar->sayLast({});
}

HandoffPage::~HandoffPage() = default;

bool HandoffPage::event(QEvent* event)
{
    // The bar's words have changed, and perhaps need another line.
    if (event->type() == QEvent::LayoutRequest)
        placeBar();
    return SettingsPage::event(event);
}

void HandoffPage::resizeEvent(QResizeEvent* event)
{
    placeBar();
    SettingsPage::resizeEvent(event);
}

void HandoffPage::placeBar()
{
    if (!m_trouble)
        return;
    m_trouble->setGeometry(rect());
    if (m_bar->isHidden()) {
        setViewportMargins(0, 0, 0, 0);
        return;
    }
    const int barHeight = std::max(m_bar->sizeHint().height(), m_bar->heightForWidth(width()));
    setViewportMargins(0, 0, 0, barHeight);
    m_bar->setGeometry(0, height() - barHeight, width(), barHeight);
}

QString HandoffPage::path(const char* rest) const
{
    return QStringLiteral("/api/projects/%1/handoff-settings%2")
        .arg(m_live.project().id.toString(), QString::fromLatin1(rest));
}

void HandoffPage::opened()
{
    fetch();
}

void HandoffPage::projectChanged()
{
    // Somebody has saved, perhaps this very page.
    if (isVisible() && !m_saving)
        fetch();
}

void HandoffPage::setForm(bool shown)
{
    m_form->setEnabled(shown);
    m_form->setVisible(shown);
    m_bar->setVisible(shown);
    m_trouble->setVisible(!shown);
    // Nothing is there to be scrolled.
    setVerticalScrollBarPolicy(shown ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    placeBar();
}

void HandoffPage::fetch()
{
    m_api.get(path(), this, [this](const Result<Json>& answer) {
        if (!m_saving)
            came(answer);
    });
    fetchLastChange();
}

void HandoffPage::came(const Result<Json>& answer)
{
    if (!answer || !answer->is_object()) {
        const QString words =
            answer ? tr("The relay gave an answer that makes no sense.") : apiWords(answer.error());
        if (m_draft.isLoaded())
            m_bar->say(words, SaveBar::Tone::Wrong);
        else
            m_trouble->showReason(words);
        return;
    }
    if (!m_draft.isChanged()) {
        m_draft.load(*answer);
        m_disputed.clear();
    } else if (const std::vector<std::string> both = m_draft.rebase(*answer); !both.empty()) {
        dispute(both);
    }
    if (m_form->isHidden())
        setForm(true);
    fill();
    if (m_disputed.empty())
        updateBar();
    goOn();
}

void HandoffPage::fill()
{
    const QScopedValueRollback filling(m_filling, true);
    for (const auto& show : m_fillings)
        show(m_draft.document());
    clearWrong();
}

void HandoffPage::setField(const std::string& field, Json value)
{
    if (m_filling || !m_draft.isLoaded())
        return;
    m_draft.set(field, std::move(value));
    check();
    m_try->settingsChanged();
}

void HandoffPage::check()
{
    clearWrong();
    std::map<QString, QString> wrong;
    for (const protocol::FieldFault& fault : m_draft.faults())
        wrong.emplace(fault.field, fault.what);
    tellWrong(wrong);
    if (m_disputed.empty())
        updateBar();
}

bool HandoffPage::isWrong() const
{
    return !m_draft.faults().empty() || (m_draft.changes().contains("sla") && !m_sla->check());
}

void HandoffPage::updateBar()
{
    const std::size_t count = m_draft.changes().size();
    const bool changed = count > 0;
    const bool wrong = changed && isWrong();
    m_bar->setButtons(changed && !m_saving, changed && !wrong && !m_saving);
    if (m_saving)
        m_bar->say(tr("Saving…"));
    else if (wrong)
        m_bar->say(tr("Something is not right yet; it is marked above."), SaveBar::Tone::Wrong);
    else if (changed)
        m_bar->say(tr("%n setting(s) not saved yet", nullptr, static_cast<int>(count)));
    else
        m_bar->say(tr("All saved"));
}

QString HandoffPage::unsavedTitle() const
{
    return tr("The handoff settings are not saved");
}

void HandoffPage::discard()
{
    m_draft.load(Json(m_draft.savedDocument())); // a copy: it replaces itself
    m_disputed.clear();
    m_bar->setDisputed(false);
    fill();
    updateBar();
}

void HandoffPage::save(std::function<void()> then)
{
    if (m_saving || !m_draft.isLoaded() || isWrong()) {
        check();
        return;
    }
    if (!m_draft.isChanged()) {
        if (then)
            then();
        return;
    }
    if (!m_mayErase && m_draft.erasesMore()) {
        askBeforeErasing(std::move(then));
        return;
    }
    m_mayErase = false;
    m_saving = true;
    updateBar();
    // What is there now, first: somebody else may have saved since.
    m_api.get(path(), this, [this, then = std::move(then)](const Result<Json>& answer) {
        if (!answer || !answer->is_object()) {
            m_saving = false;
            came(answer);
            m_bar->setButtons(true, true);
            return;
        }
        const std::vector<std::string> both = m_draft.rebase(*answer);
        fill();
        if (both.empty()) {
            put(then);
            return;
        }
        m_saving = false;
        dispute(both);
    });
}

void HandoffPage::put(const std::function<void()>& then)
{
    m_api.put(path(), m_draft.changes(), this,
              [this, then](const Result<Json>& answer) { saved(answer, then); });
}

void HandoffPage::askBeforeErasing(std::function<void()> then)
{
    const int days = static_cast<int>(m_draft.document().value("retentionDays", 0));
    auto* question = new Question(
        theme(), QStringLiteral("retentionQuestion"), tr("Erase what is older?"),
        tr("%n day(s) after a conversation was closed its contact is erased for good, with all that was "
           "said, here and in every desktop’s copy. This begins at once, with what is older.",
           nullptr, days),
        this);
    question->addAnswer(QStringLiteral("retentionQuestionSave"), tr("Save and erase"), ButtonKind::Danger,
                        [this, then = std::move(then)] {
                            m_mayErase = true;
                            save(then);
                        });
    question->open();
}

void HandoffPage::saved(const Result<Json>& answer, const std::function<void()>& then)
{
    m_saving = false;
    if (!answer || !answer->is_object()) {
        updateBar();
        if (answer) {
            m_bar->say(tr("The relay gave an answer that makes no sense."), SaveBar::Tone::Wrong);
            return;
        }
        clearWrong();
        tellWrong(client::wrongFields(answer.error()));
        m_bar->say(apiWords(answer.error(), tr("Something is not right yet; it is marked above.")),
                   SaveBar::Tone::Wrong);
        return;
    }
    m_draft.load(*answer);
    fill();
    updateBar();
    m_bar->say(tr("Saved. It applies from now on."), SaveBar::Tone::Good);
    fetchLastChange();
    if (then)
        then();
}

void HandoffPage::dispute(const std::vector<std::string>& fields)
{
    m_disputed = fields;
    QStringList names;
    for (const std::string& field : fields)
        names << fieldName(field);
    m_bar->setDisputed(true);
    m_bar->say(tr("Somebody else has changed this meanwhile, too: %1. Nothing was saved.")
                   .arg(names.join(QStringLiteral(", "))),
               SaveBar::Tone::Wrong);
}

void HandoffPage::clearWrong()
{
    for (const auto& [field, row] : m_rows)
        row->clearTrouble();
    for (int day = 0; day < 7; ++day)
        m_hours->tell(day, {});
}

void HandoffPage::tellWrong(const std::map<QString, QString>& fields)
{
    static constexpr std::array days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (const auto& [field, words] : fields) {
        const std::string name = field.toStdString();
        const auto day = std::find_if(days.begin(), days.end(), [&name](const char* one) {
            return name.starts_with(std::string("businessHours.days.") + one);
        });
        if (day != days.end()) {
            m_hours->tell(static_cast<int>(day - days.begin()), wrongWords("businessHours.days"));
            continue;
        }
        if (name.starts_with("sla.policies[")) {
            m_sla->tell(std::strtoul(name.c_str() + std::string("sla.policies[").size(), nullptr, 10),
                        wrongWords("sla"));
            continue;
        }
        // The row of the field itself, or of the one it is part of.
        const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                      [&name](const auto& one) { return name.starts_with(one.first); });
        if (row != m_rows.end())
            row->second->tell(wrongWords(row->first));
        else
            m_bar->say(tr("The relay did not accept “%1”.").arg(field), SaveBar::Tone::Wrong);
    }
}

void HandoffPage::fetchLastChange()
{
    m_api.get(QStringLiteral("/api/audit?type=settings.changed&limit=1"), this,
              [this](const Result<Json>& answer) { lastChangeCame(answer); });
}

void HandoffPage::lastChangeCame(const Result<Json>& answer)
{
    const Json* items = answer && answer->is_object() ? protocol::Fields(*answer).member("items") : nullptr;
    if (!items || !items->is_array() || items->empty() || !items->front().is_object()) {
        m_bar->sayLast({});
        return;
    }
    const Json& entry = items->front();
    protocol::Fields fields(entry);
    const std::optional<Timestamp> at =
        fromRfc3339(fields.optionalText("at", protocol::maxShortText).toStdString());
    const Json* actor = fields.member("actor");
    const QString who = actor && actor->is_object()
                            ? protocol::Fields(*actor).optionalText("name", protocol::maxShortText)
                            : QString();
    const Json* changes = fields.member("changes");
    QStringList what;
    for (const Json& change : changes && changes->is_array() ? *changes : Json::array()) {
        if (change.is_object())
            what << fieldName(
                protocol::utf8(protocol::Fields(change).optionalText("field", protocol::maxShortText)));
    }
    what.removeAll(QString());
    if (!at || who.isEmpty()) {
        m_bar->sayLast({});
        return;
    }
    const QString when = momentText(QDateTime::fromMSecsSinceEpoch(at->time_since_epoch().count()));
    const QString line = tr("Last changed by %1, %2").arg(isolated(who), when);
    m_bar->sayLast(what.isEmpty() ? line : line + QStringLiteral(": ") + what.join(QStringLiteral(", ")));
}

void HandoffPage::tryOut(const QString& text)
{
    Json body{{"text", protocol::utf8(text)}};
    if (const Json changes = m_draft.changes(); !changes.empty())
        body["settings"] = changes;
    m_api.post(path("/try"), body, this,
               [this, text](const Result<Json>& answer) { m_try->showAnswer(text, answer); });
}

} // namespace relevo::ui
