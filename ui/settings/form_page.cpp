#include <ui/settings/form_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/fetch_trouble.h>
#include <ui/settings/save_bar.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <base/timestamp.h>
#include <protocol/limits.h>

#include <QtCore/QDateTime>
#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QSpinBox>

#include <algorithm>
#include <utility>

namespace relevo::ui {

using protocol::Json;

const Json* memberOf(const Json& document, const std::string& name)
{
    const auto found = document.is_object() ? document.find(name) : document.end();
    return found == document.end() || found->is_null() ? nullptr : &*found;
}

FormPage::FormPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api,
                   const Words& words)
    : SettingsPage(theme, words.title, words.about), m_live(live), m_api(api), m_words(words)
{
}

void FormPage::formMade()
{
    m_form = widget();
    m_bar = new SaveBar(theme(), this); // after the form: the keyboard comes to it last
    pin(m_bar);
    m_trouble = new FetchTrouble(theme(), m_words.trouble, this);
    connectBar();
    setForm(false);
    m_bar->sayLast({});
}

void FormPage::connectBar()
{
    connect(m_bar, &SaveBar::saveRequested, this, [this] { save({}); });
    connect(m_bar, &SaveBar::discardRequested, this, &FormPage::discard);
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
    connect(m_trouble, &FetchTrouble::tryAgainRequested, this, [this] {
        setFocus(); // the button goes
        m_trouble->showAsking();
        fetch();
    });
}

void FormPage::resizeEvent(QResizeEvent* event)
{
    if (m_trouble)
        m_trouble->setGeometry(rect());
    SettingsPage::resizeEvent(event);
}

void FormPage::opened()
{
    fetch();
}

void FormPage::setOnline(bool online)
{
    if (std::exchange(m_online, online) == online)
        return;
    if (m_draft.isLoaded()) {
        m_form->setEnabled(online);
        updateBar();
    }
    if (online && isVisible())
        fetch();
}

void FormPage::setForm(bool shown)
{
    m_form->setEnabled(shown && m_online);
    m_form->setVisible(shown);
    m_bar->setVisible(shown);
    m_trouble->setVisible(!shown);
    // Nothing is there to be scrolled.
    setVerticalScrollBarPolicy(shown ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_trouble->setGeometry(rect());
}

void FormPage::renew()
{
    if (isVisible() && !m_saving)
        fetch();
}

void FormPage::fetch()
{
    m_api.get(address(), this, [this](const Result<Json>& answer) {
        if (!m_saving)
            came(answer);
    });
    fetchLastChange();
}

void FormPage::came(const Result<Json>& answer)
{
    if (!answer || !answer->is_object()) {
        const QString words =
            answer ? tr("The relay sent an answer that Relevo cannot read.") : apiWords(answer.error());
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

void FormPage::addFilling(std::function<void(const Json&)> show)
{
    m_fillings.push_back(std::move(show));
}

void FormPage::fill()
{
    const QScopedValueRollback filling(m_filling, true);
    for (const auto& show : m_fillings)
        show(m_draft.document());
    clearWrong();
}

void FormPage::setField(const std::string& field, Json value)
{
    if (m_filling || !m_draft.isLoaded())
        return;
    m_draft.set(field, std::move(value));
    check();
    edited();
}

QCheckBox* FormPage::bindSwitch(const char* objectName, const std::string& field, const QString& words,
                                const QString& hint)
{
    QCheckBox* box = addSwitch(objectName, words, hint);
    addFilling([box, field](const Json& document) {
        const Json* value = memberOf(document, field);
        box->setChecked(value && value->is_boolean() && value->get<bool>());
    });
    connect(box, &QCheckBox::toggled, this, [this, field](bool on) { setField(field, on); });
    return box;
}

void FormPage::bindNumber(const char* objectName, const std::string& field, const QString& name, int least,
                          int most, const QString& unit, const QString& hint, const QString& none)
{
    bindSpin(new QSpinBox, objectName, field, name, least, most, unit, hint, none);
}

void FormPage::bindSpin(QSpinBox* box, const char* objectName, const std::string& field, const QString& name,
                        int least, int most, const QString& unit, const QString& hint, const QString& none)
{
    box->setObjectName(QString::fromLatin1(objectName));
    box->setRange(least, most);
    box->setSuffix(unit.isEmpty() ? QString() : QChar::Nbsp + unit);
    box->setSpecialValueText(none);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setFixedWidth(std::max(16 * metrics::grid, box->sizeHint().width()));
    setRow(field, addRow(name, box, hint));
    addFilling([box, field](const Json& document) {
        const Json* value = memberOf(document, field);
        box->setValue(value && value->is_number() ? value->get<int>() : box->minimum());
    });
    connect(box, &QSpinBox::valueChanged, this, [this, field](int value) { setField(field, value); });
}

void FormPage::say(const QString& words, bool wrong)
{
    m_bar->say(words, wrong ? SaveBar::Tone::Wrong : SaveBar::Tone::Calm);
}

void FormPage::check()
{
    clearWrong();
    std::map<QString, QString> wrong;
    for (const protocol::FieldFault& fault : faults())
        wrong.emplace(fault.field, fault.what);
    tellWrong(wrong);
    if (m_disputed.empty())
        updateBar();
}

void FormPage::updateBar()
{
    const std::size_t count = m_draft.changes().size();
    const bool changed = count > 0;
    const bool wrong = changed && !faults().empty();
    m_bar->setButtons(changed && !m_saving, changed && !wrong && !m_saving && m_online);
    if (!m_online)
        m_bar->say(tr("The relay cannot be reached now. Until it is, this can only be read."),
                   SaveBar::Tone::Wrong);
    else if (m_saving)
        m_bar->say(tr("Saving…"));
    else if (wrong)
        m_bar->say(tr("Something is not right yet; it is marked above."), SaveBar::Tone::Wrong);
    else if (changed)
        m_bar->say(tr("%n setting(s) not saved yet", nullptr, static_cast<int>(count)));
    else
        m_bar->say(tr("All saved"));
}

void FormPage::discard()
{
    m_draft.load(m_draft.savedDocument());
    m_disputed.clear();
    m_bar->setDisputed(false);
    fill();
    updateBar();
}

void FormPage::save(std::function<void()> then)
{
    if (m_saving || !m_online || !m_draft.isLoaded() || !faults().empty()) {
        check();
        return;
    }
    if (!m_draft.isChanged()) {
        if (then)
            then();
        return;
    }
    if (asksFirst(then))
        return;
    m_saving = true;
    updateBar();
    // What is there now, first: somebody else may have saved since.
    m_api.get(address(), this, [this, then = std::move(then)](const Result<Json>& answer) {
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

void FormPage::put(const std::function<void()>& then)
{
    m_api.put(address(), m_draft.changes(), this,
              [this, then](const Result<Json>& answer) { saved(answer, then); });
}

void FormPage::saved(const Result<Json>& answer, const std::function<void()>& then)
{
    m_saving = false;
    if (!answer || !answer->is_object()) {
        updateBar();
        if (answer) {
            m_bar->say(tr("The relay sent an answer that Relevo cannot read."), SaveBar::Tone::Wrong);
            return;
        }
        clearWrong();
        tellWrong(client::wrongFields(answer.error()));
        m_bar->say(apiWords(answer.error(), tr("Something is not right yet; it is marked above.")),
                   SaveBar::Tone::Wrong);
        return;
    }
    Json document = *answer;
    const bool stays = taken(document);
    m_draft.load(document);
    fill();
    updateBar();
    m_bar->say(tr("Saved. It applies from now on."), SaveBar::Tone::Good);
    fetchLastChange();
    if (then && !stays)
        then();
}

void FormPage::dispute(const std::vector<std::string>& fields)
{
    m_disputed = fields;
    QStringList names;
    for (const std::string& field : fields)
        names << fieldName(field);
    m_bar->setDisputed(true);
    m_bar->say(tr("Somebody else has changed this in the meantime: %1. Nothing was saved.")
                   .arg(names.join(QStringLiteral(", "))),
               SaveBar::Tone::Wrong);
}

void FormPage::clearWrong()
{
    for (const auto& [field, row] : m_rows)
        row->clearTrouble();
    clearParts();
}

void FormPage::tellWrong(const std::map<QString, QString>& fields)
{
    for (const auto& [field, words] : fields) {
        const std::string name = field.toStdString();
        const QString wrong = wrongWords(name, words);
        if (tellPart(name, wrong))
            continue;
        // The row of the field itself, or of the one it is part of.
        const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                      [&name](const auto& one) { return name.starts_with(one.first); });
        if (row != m_rows.end())
            row->second->tell(wrong);
        else
            m_bar->say(tr("The relay did not accept “%1”.").arg(field), SaveBar::Tone::Wrong);
    }
}

void FormPage::fetchLastChange()
{
    m_api.get(QStringLiteral("/api/audit?type=%1&limit=1").arg(m_words.event), this,
              [this](const Result<Json>& answer) { lastChangeCame(answer); });
}

void FormPage::lastChangeCame(const Result<Json>& answer)
{
    const Json* items = answer && answer->is_object() ? memberOf(*answer, "items") : nullptr;
    if (!items || !items->is_array() || items->empty() || !items->front().is_object()) {
        m_bar->sayLast({});
        return;
    }
    protocol::Fields fields(items->front());
    const std::optional<Timestamp> at =
        fromRfc3339(fields.optionalText("at", protocol::maxShortText).toStdString());
    const Json* actor = memberOf(items->front(), "actor");
    const QString who = actor && actor->is_object()
                            ? protocol::Fields(*actor).optionalText("name", protocol::maxShortText)
                            : QString();
    if (!at || who.isEmpty()) {
        m_bar->sayLast({});
        return;
    }
    const Json* changes = memberOf(items->front(), "changes");
    QStringList what;
    for (const Json& change : changes && changes->is_array() ? *changes : Json::array()) {
        if (change.is_object())
            what << fieldName(
                protocol::utf8(protocol::Fields(change).optionalText("field", protocol::maxShortText)));
    }
    what.removeAll(QString());
    const QString when = momentText(QDateTime::fromMSecsSinceEpoch(at->time_since_epoch().count()));
    const QString line = tr("Last changed by %1, %2").arg(isolated(who), when);
    m_bar->sayLast(what.isEmpty() ? line : line + QStringLiteral(": ") + what.join(QStringLiteral(", ")));
}

} // namespace relevo::ui
