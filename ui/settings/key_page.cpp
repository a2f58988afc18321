#include <ui/settings/key_page.h>

#include <ui/settings/api_words.h>
#include <ui/settings/fetch_trouble.h>
#include <ui/settings/leave_question.h>
#include <ui/settings/question.h>
#include <ui/settings/shown_once.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <base/timestamp.h>
#include <protocol/limits.h>

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace relevo::ui {

using models::ApiKeyRow;
using protocol::Json;

namespace {

constexpr int longestKeyName = 512;

std::optional<QDateTime> keyMoment(protocol::Fields& fields, const char* name)
{
    const auto at = fromRfc3339(fields.optionalText(name, protocol::maxShortText).toStdString());
    return at ? std::optional(QDateTime::fromMSecsSinceEpoch(at->time_since_epoch().count())) : std::nullopt;
}

ApiKeyRow listedKey(const Json& json)
{
    protocol::Fields fields(json);
    ApiKeyRow key;
    key.id = fields.optionalText("id", protocol::maxShortText);
    key.name = fields.optionalText("name", protocol::maxShortText);
    const Json* scopes = fields.member("scopes");
    for (const Json& scope : scopes && scopes->is_array() ? *scopes : Json::array()) {
        if (scope.is_string())
            key.scopes << protocol::toQString(scope);
    }
    key.createdAt = keyMoment(fields, "createdAt");
    key.usedAt = keyMoment(fields, "lastUsedAt");
    return key;
}

} // namespace

KeyPage::KeyPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api)
    : SettingsPage(theme, tr("API keys"),
                   tr("A key lets one of your programs in: your bot, your shop, a report. Give each its own, "
                      "with no more than it needs.")),
      m_live(live), m_api(api), m_name(new QLineEdit), m_secret(new ShownOnce(theme, QStringLiteral("key")))
{
    m_editor = new ListEditor(theme, m_model, makeForm(),
                              {QStringLiteral("key"), QStringLiteral("apiKeys"), tr("API keys"),
                               tr("Find a key"), tr("Find by name or what it may do"), tr("New key"),
                               tr("There are none yet. A program needs one to come in."), tr("Create key"),
                               tr("Revoke…")});
    addSpace(2 * metrics::grid);
    add(m_secret);
    add(m_editor);
    pin(m_editor->bar());
    addPlace(tr("New key"), tr("API, token or access for a program"), &m_editor->adder());
    addPlace(tr("Revoke a key"), tr("Take a program’s access away"), &m_editor->search());
    m_trouble = new FetchTrouble(theme, tr("The keys could not be fetched"), this);
    connect(m_trouble, &FetchTrouble::tryAgainRequested, this, [this] {
        m_trouble->showAsking();
        fetch();
    });
    connect(m_editor, &ListEditor::typed, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        m_editor->showRows(!m_keys.empty());
    });
    connect(m_editor, &ListEditor::chosen, this, [this](int row) {
        // The answer that is waited for is about the one the form shows.
        if (m_busy) {
            m_editor->setCurrentRow(m_isNew ? -1 : m_model.rowOf(m_open));
            return;
        }
        leaveFor([this, id = m_model.keyAt(row)] {
            const auto key = std::ranges::find(m_keys, id, &ApiKeyRow::id);
            if (key != m_keys.end())
                open(*key, false);
        });
    });
    connect(m_editor, &ListEditor::newWanted, this, [this] {
        if (m_busy)
            return;
        leaveFor([this] {
            open({}, true);
            m_name->setFocus();
        });
    });
    connect(m_editor, &ListEditor::saveWanted, this, [this] { save({}); });
    connect(m_editor, &ListEditor::giveUpWanted, this, &KeyPage::discard);
    connect(m_editor, &ListEditor::deleteWanted, this, &KeyPage::askToRevoke);
    // Somebody has made or revoked one.
    connect(&live, &client::LiveView::projectChanged, this, [this] {
        if (isVisible() && !m_busy)
            opened();
    });
    m_editor->showRows(false);
    setForm(false);
    updateButtons();
}

QWidget* KeyPage::makeForm()
{
    m_name->setObjectName(QStringLiteral("keyName"));
    m_name->setMaxLength(longestKeyName);
    m_name->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_nameRow = new SettingRow(theme(), tr("Name"), m_name, tr("What it is for, such as “Bot of the shop”."));
    auto* form = new QWidget;
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_nameRow);
    layout->addSpacing(metrics::grid);
    auto* heading = new Text(theme(), &Fonts::bodyStrong, &Colors::text, tr("What it may do"));
    layout->addWidget(heading);
    const std::pair<const char*, QString> hints[] = {
        {"conversations", tr("Write into conversations and read them: what a bot needs.")},
        {"handoffs", tr("Ask for a human, and act for whoever holds a conversation.")},
        {"read", tr("Read everything that agents see, and the reports.")},
        {"admin",
         tr("Look after agents, teams, bots and orders, and read the audit; never after administrators or "
            "keys.")}};
    for (const auto& [scope, hint] : hints) {
        const QString name = QString::fromLatin1(scope);
        auto* box = new QCheckBox(models::scopeName(name));
        box->setObjectName(QStringLiteral("keyScope_") + name);
        box->setAccessibleName(box->text());
        box->setAccessibleDescription(hint);
        box->setMinimumHeight(metrics::controlHeight);
        auto* words = new Text(theme(), &Fonts::caption, &Colors::muted, hint);
        words->setWordWrap(true);
        words->setIndent(26); // under the words of the box
        layout->addWidget(box);
        layout->addWidget(words);
        m_scopes.push_back({name, box});
        connect(box, &QCheckBox::toggled, this, [this] {
            m_scopeTrouble->hide();
            updateButtons();
        });
    }
    m_scopeTrouble = new Text(theme(), &Fonts::caption, &Colors::danger);
    m_scopeTrouble->setObjectName(QStringLiteral("keyScopesError"));
    m_scopeTrouble->setWordWrap(true);
    m_scopeTrouble->hide();
    layout->addWidget(m_scopeTrouble);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameRow->clearTrouble();
        updateButtons();
    });
    return form;
}

void KeyPage::setForm(bool shown)
{
    widget()->setEnabled(shown);
    widget()->setVisible(shown);
    m_trouble->setVisible(!shown);
    // Nothing is there to be scrolled.
    setVerticalScrollBarPolicy(shown ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_trouble->setGeometry(rect());
}

void KeyPage::resizeEvent(QResizeEvent* event)
{
    if (m_trouble)
        m_trouble->setGeometry(rect());
    SettingsPage::resizeEvent(event);
}

void KeyPage::opened()
{
    // They are the admins' alone to see.
    if (m_live.me().role == domain::Role::Admin)
        fetch();
}

void KeyPage::setOnline(bool online)
{
    const bool back = online && !m_online;
    m_online = online;
    tellOffline(!online);
    m_editor->setOnline(online);
    updateButtons();
    if (back && isVisible())
        opened();
}

void KeyPage::fetch()
{
    m_api.get(QStringLiteral("/api/keys"), this, [this](const Answer& answer) { came(answer); });
}

void KeyPage::came(const Answer& answer)
{
    if (!answer) {
        // What was there before is still worth looking at.
        if (!m_known)
            m_trouble->showReason(apiWords(answer.error()));
        return;
    }
    m_keys.clear();
    const Json* items = protocol::Fields(*answer).member("items");
    for (const Json& item : items && items->is_array() ? *items : Json::array()) {
        if (item.is_object())
            m_keys.push_back(listedKey(item));
    }
    m_model.setRecords(models::keyRecords(m_keys, momentText));
    m_editor->showRows(!m_keys.empty());
    if (!std::exchange(m_known, true))
        setForm(true);
    if (m_editor->isOpen())
        m_editor->setCurrentRow(m_isNew ? -1 : m_model.rowOf(m_open));
    // Somebody else may have revoked the one that is looked at.
    if (m_editor->isOpen() && !m_isNew && !m_busy &&
        std::ranges::find(m_keys, m_open, &ApiKeyRow::id) == m_keys.end())
        close();
    goOn();
}

void KeyPage::open(const ApiKeyRow& key, bool isNew)
{
    m_isNew = isNew;
    m_open = key.id;
    m_name->setText(key.name);
    for (const auto& [scope, box] : std::as_const(m_scopes))
        box->setChecked(key.scopes.contains(scope));
    m_nameRow->clearTrouble();
    m_scopeTrouble->hide();
    m_editor->openForm();
    m_editor->setCurrentRow(isNew ? -1 : m_model.rowOf(key.id));
    updateButtons();
    m_editor->say(isNew || !key.createdAt ? QString() : tr("Made %1.").arg(momentText(*key.createdAt)));
}

void KeyPage::close()
{
    m_isNew = false;
    m_open.clear();
    m_editor->closeForm();
    updateButtons();
}

void KeyPage::leaveFor(const std::function<void()>& then)
{
    askBeforeLeaving(*this, theme(),
                     {QStringLiteral("key"), tr("Make it now, or discard it?"), tr("Create key")}, then);
}

bool KeyPage::hasUnsaved() const
{
    return m_editor->isOpen() && m_isNew && (!m_name->text().trimmed().isEmpty() || !scopes().isEmpty());
}

QString KeyPage::unsavedTitle() const
{
    return tr("The key has not been created");
}

void KeyPage::discard()
{
    close();
}

void KeyPage::putSecretsAway()
{
    m_secret->putAway();
}

QStringList KeyPage::scopes() const
{
    QStringList chosen;
    for (const auto& [scope, box] : m_scopes) {
        if (box->isChecked())
            chosen << scope;
    }
    return chosen;
}

bool KeyPage::check()
{
    const bool named = !m_name->text().trimmed().isEmpty();
    if (!named)
        m_nameRow->tell(tr("Say what the key is for."));
    m_scopeTrouble->setWhole(tr("Choose at least one."));
    m_scopeTrouble->setVisible(scopes().isEmpty());
    return named && !scopes().isEmpty();
}

void KeyPage::save(std::function<void()> then)
{
    if (m_busy || !m_online || !m_isNew || !check())
        return;
    Json chosen = Json::array();
    for (const QString& scope : scopes())
        chosen.push_back(protocol::utf8(scope));
    m_busy = true;
    updateButtons();
    m_editor->say(tr("Creating the key…"));
    m_api.post(QStringLiteral("/api/keys"),
               {{"name", protocol::utf8(m_name->text().simplified())}, {"scopes", std::move(chosen)}}, this,
               [this, then = std::move(then)](const Answer& answer) { made(answer, then); });
}

void KeyPage::made(const Answer& answer, const std::function<void()>& then)
{
    m_busy = false;
    if (!answer) {
        refused(answer.error());
        return;
    }
    protocol::Fields fields(*answer);
    const QString secret = fields.optionalText("apiKey", protocol::maxShortText);
    const QString name = fields.optionalText("name", protocol::maxShortText);
    close();
    if (!secret.isEmpty())
        m_secret->show(tr("The key %1").arg(isolated(name)),
                       tr("Copy it now into the program it is for: it is shown only once, and nobody can "
                          "read it again. Anyone who has it can do everything it allows."),
                       tr("API key %1").arg(name), secret);
    ensureWidgetVisible(m_secret);
    fetch();
    // It is shown this once: nobody is led away from it.
    if (then && secret.isEmpty())
        then();
}

void KeyPage::refused(const Error& error)
{
    m_busy = false;
    updateButtons();
    QString own;
    if (error.code == ErrorCode::NotFound) {
        own = tr("This key no longer exists.");
        fetch();
    }
    for (const auto& [field, words] : client::wrongFields(error)) {
        if (field == QLatin1String("name"))
            m_nameRow->tell(tr("Say what the key is for."));
        else if (field == QLatin1String("scopes"))
            m_scopeTrouble->setVisible(true);
        own = tr("Something above needs correcting.");
    }
    m_editor->say(apiWords(error, own), true);
}

void KeyPage::askToRevoke()
{
    const auto key = std::ranges::find(m_keys, m_open, &ApiKeyRow::id);
    if (m_busy || !m_online || key == m_keys.end())
        return;
    QString words = tr("Every program that uses it is shut out at once, and it cannot be brought back.");
    words += u' ';
    words += key->usedAt ? tr("It was last used %1.").arg(momentText(*key->usedAt))
                         : tr("It has never been used.");
    auto* question = new Question(theme(), QStringLiteral("keyRevokeQuestion"),
                                  tr("Revoke the key %1?").arg(isolated(key->name)), words, window());
    question->addAnswer(QStringLiteral("keyRevokeYes"), tr("Revoke the key"), ButtonKind::Danger,
                        [this] { revoke(); });
    question->open();
}

void KeyPage::revoke()
{
    if (m_busy)
        return;
    m_busy = true;
    updateButtons();
    m_api.remove(QStringLiteral("/api/keys/") + m_open, this, [this](const Answer& answer) {
        // Gone already is gone.
        if (!answer && answer.error().code != ErrorCode::NotFound) {
            refused(answer.error());
            return;
        }
        m_busy = false;
        close();
        fetch();
    });
}

void KeyPage::updateButtons()
{
    if (!m_editor)
        return;
    const bool may = m_online && !m_busy;
    m_editor->setMayAdd(may);
    m_name->setReadOnly(!may || !m_isNew);
    for (const auto& [scope, box] : std::as_const(m_scopes))
        box->setEnabled(may && m_isNew);
    m_editor->setButtons({m_online, hasUnsaved(), m_isNew, m_busy, false, !m_isNew});
}

} // namespace relevo::ui
