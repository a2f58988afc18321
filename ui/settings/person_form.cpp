#include <ui/settings/person_form.h>

#include <ui/settings/chips_edit.h>
#include <ui/settings/mark_list.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <domain/email_address.h>
#include <models/names.h>
#include <models/people_records.h>

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr int longestPersonName = 512;
constexpr int longestAddress = 254;
constexpr int mostAtOnce = 1000;

QStringList languageNames(const QStringList& codes)
{
    QStringList names;
    for (const QString& code : codes)
        names << models::languageName(code);
    return names;
}

/// Completes what is typed without a list that would lie over the form.
void complete(QLineEdit& line, const QStringList& words)
{
    auto* completer = new QCompleter(words, &line);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    delete line.completer();
    line.setCompleter(completer);
}

} // namespace

PersonForm::PersonForm(const Theme& theme)
    : m_name(new QLineEdit), m_email(new QLineEdit), m_role(new QComboBox),
      m_skills(new ChipsEdit(theme, QStringLiteral("personSkills"), tr("Skills"), tr("Add a skill"))),
      m_languages(
          new ChipsEdit(theme, QStringLiteral("personLanguages"), tr("Languages"), tr("Add a language"))),
      m_capacity(new QSpinBox), m_factor(new QCheckBox(tr("Must use a second factor to sign in"))),
      m_teams(new MarkList(theme, QStringLiteral("personTeams"), tr("Teams"), tr("Find a team"),
                           tr("There are no teams yet.")))
{
    m_name->setObjectName(QStringLiteral("personName"));
    m_name->setMaxLength(longestPersonName);
    m_email->setObjectName(QStringLiteral("personEmail"));
    m_email->setMaxLength(longestAddress);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    for (QLineEdit* line : {m_name, m_email})
        line->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_role->setObjectName(QStringLiteral("personRole"));
    for (const auto role : {domain::Role::Agent, domain::Role::Supervisor, domain::Role::Admin})
        m_role->addItem(models::roleName(role), static_cast<int>(role));
    m_capacity->setObjectName(QStringLiteral("personCapacity"));
    m_capacity->setRange(0, mostAtOnce);
    m_capacity->setSpecialValueText(tr("No limit"));
    m_capacity->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_capacity->setFixedWidth(std::max(16 * grid, m_capacity->sizeHint().width()));
    m_factor->setObjectName(QStringLiteral("personFactor"));
    m_factor->setAccessibleName(m_factor->text());
    m_factor->setMinimumHeight(metrics::controlHeight);
    const QString factorHint =
        tr("Whoever has none yet sets one up before anything else, with an app on their phone.");
    m_factor->setAccessibleDescription(factorHint);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto row = [&](const char* field, const QString& name, QWidget* control, const QString& hint = {}) {
        auto* made = new SettingRow(theme, name, control, hint);
        layout->addWidget(made);
        m_rows[QString::fromLatin1(field)] = made;
    };
    row("name", tr("Name"), m_name, tr("Customers see it."));
    row("email", tr("E-mail"), m_email, tr("They sign in with it; it cannot be changed later."));
    row("role", tr("Role"), m_role,
        tr("Supervisors see Live and the reports and take over from others; administrators also have these "
           "pages."));
    row("skills", tr("Skills"), m_skills, tr("What asks for a skill is offered to those who have it."));
    row("languages", tr("Languages"), m_languages, tr("Customers are offered to those who speak theirs."));
    row("capacity", tr("Conversations at once"), m_capacity, tr("More than these are not offered."));
    row("members", tr("Teams"), m_teams);
    layout->addWidget(m_factor);
    auto* words = new Text(theme, &Fonts::caption, &Colors::muted, factorHint);
    words->setWordWrap(true);
    words->setIndent(26); // under the words of the switch
    layout->addWidget(words);

    connect(m_name, &QLineEdit::textChanged, this, &PersonForm::changed);
    connect(m_email, &QLineEdit::textChanged, this, &PersonForm::changed);
    connect(m_role, &QComboBox::currentIndexChanged, this, &PersonForm::changed);
    connect(m_skills, &ChipsEdit::changed, this, &PersonForm::changed);
    connect(m_languages, &ChipsEdit::changed, this, [this] {
        // "spanish" and "es" are Español.
        m_languages->setTexts(languageNames(languages()));
        changed();
    });
    connect(m_capacity, &QSpinBox::valueChanged, this, &PersonForm::changed);
    connect(m_factor, &QCheckBox::toggled, this, &PersonForm::changed);
    connect(m_teams, &MarkList::changed, this, &PersonForm::changed);
    QStringList languages;
    for (const char* code : {"en", "es", "pt", "fr", "de", "it", "ca", "eu", "gl", "nl", "pl", "uk", "zh"})
        languages << models::languageName(QString::fromLatin1(code));
    complete(m_languages->line(), languages);
}

void PersonForm::setChoices(const std::vector<domain::Team>& teams, const std::vector<domain::Agent>& agents)
{
    std::vector<models::Record> records = models::teamRecords(teams, agents);
    for (models::Record& record : records)
        record.detail.clear();
    m_teams->setRecords(std::move(records));
    QStringList skills;
    for (const domain::Agent& agent : agents)
        skills << agent.skills;
    skills.removeDuplicates();
    skills.sort(Qt::CaseInsensitive);
    // Not under the hands of whoever types.
    if (skills != std::exchange(m_known, skills))
        complete(m_skills->line(), skills);
}

void PersonForm::load(const PersonDraft& draft, Whose whose)
{
    m_whose = whose;
    m_loaded = draft;
    fill(draft);
    for (const auto& [field, row] : m_rows)
        row->clearTrouble();
    updateFields();
}

void PersonForm::fill(const PersonDraft& draft)
{
    const QScopedValueRollback loading(m_loading, true);
    const auto put = [](QLineEdit& line, const QString& text) {
        // A blank that was just typed stays.
        if (line.text().simplified() != text)
            line.setText(text);
    };
    put(*m_name, draft.agent.name);
    put(*m_email, draft.agent.email);
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(draft.agent.role)));
    m_skills->setTexts(draft.agent.skills);
    m_languages->setTexts(languageNames(draft.agent.languages));
    m_capacity->setValue(draft.agent.capacity);
    m_factor->setChecked(draft.agent.totpRequired);
    m_teams->setMarked(draft.teams);
}

QStringList PersonForm::languages() const
{
    QStringList codes;
    for (const QString& name : m_languages->texts()) {
        // What others wrote may be a code that is in no list.
        const auto known = std::ranges::find(m_loaded.agent.languages, name, models::languageName);
        const QString code = known != m_loaded.agent.languages.end() ? *known : models::languageCode(name);
        codes << (code.isEmpty() ? name : code);
    }
    codes.removeDuplicates();
    return codes;
}

bool PersonForm::rebase(const PersonDraft& now)
{
    const PersonDraft written = draft();
    PersonDraft next = now;
    bool disputed = false;
    bool isNews = false;
    const auto keep = [&](auto&& field) {
        isNews = isNews || field(now) != field(m_loaded);
        if (field(written) == field(m_loaded))
            return;
        disputed = disputed || (field(now) != field(m_loaded) && field(now) != field(written));
        field(next) = field(written);
    };
    keep([](auto& one) -> auto& { return one.agent.name; });
    keep([](auto& one) -> auto& { return one.agent.role; });
    keep([](auto& one) -> auto& { return one.agent.skills; });
    keep([](auto& one) -> auto& { return one.agent.languages; });
    keep([](auto& one) -> auto& { return one.agent.capacity; });
    keep([](auto& one) -> auto& { return one.agent.totpRequired; });
    keep([](auto& one) -> auto& { return one.teams; });
    m_loaded = now;
    if (!isNews)
        return false; // nothing moves under the hands of whoever writes
    fill(next);
    updateFields();
    return disputed;
}

PersonDraft PersonForm::draft() const
{
    PersonDraft draft = m_loaded;
    draft.agent.name = m_name->text().simplified();
    draft.agent.email = m_email->text().trimmed();
    draft.agent.role = static_cast<domain::Role>(m_role->currentData().toInt());
    draft.agent.skills = m_skills->texts();
    draft.agent.languages = languages();
    draft.agent.capacity = m_capacity->value();
    draft.agent.totpRequired = m_factor->isChecked();
    draft.teams = m_teams->marked();
    draft.teams.sort();
    return draft;
}

void PersonForm::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    updateFields();
}

void PersonForm::updateFields()
{
    // What may only be read can still be copied.
    m_name->setReadOnly(m_readOnly);
    m_email->setReadOnly(m_readOnly || m_whose != Whose::New);
    m_role->setEnabled(!m_readOnly && m_whose != Whose::Own);
    for (QWidget* field : {static_cast<QWidget*>(m_skills), static_cast<QWidget*>(m_languages),
                           static_cast<QWidget*>(m_capacity), static_cast<QWidget*>(m_factor)})
        field->setEnabled(!m_readOnly);
    m_teams->setReadOnly(m_readOnly);
}

bool PersonForm::check()
{
    const PersonDraft now = draft();
    for (const auto& [field, row] : m_rows)
        row->clearTrouble();
    std::map<QString, QString> wrong;
    if (now.agent.name.isEmpty())
        wrong.emplace(QStringLiteral("name"), QString());
    if (m_whose == Whose::New && !domain::isEmailAddress(now.agent.email))
        wrong.emplace(QStringLiteral("email"), QString());
    // One that others wrote is theirs to mend.
    const bool known = std::ranges::all_of(now.agent.languages, [this](const QString& language) {
        return !models::languageCode(language).isEmpty() || m_loaded.agent.languages.contains(language);
    });
    if (!known)
        wrong.emplace(QStringLiteral("languages"), QString());
    (void)tellWrong(wrong);
    return wrong.empty();
}

bool PersonForm::tellWrong(const std::map<QString, QString>& fields)
{
    const std::map<QString, QString> own{
        {QStringLiteral("name"), tr("Write a name.")},
        {QStringLiteral("email"), tr("Write an e-mail address, such as ana@example.com.")},
        {QStringLiteral("languages"),
         tr("One of these is not a language. Remove it, or write it differently.")},
        {QStringLiteral("capacity"), tr("From 1 to 1000, or 0 for no limit.")},
        {QStringLiteral("skills"), tr("At most 64, each of at most 500 characters.")}};
    bool told = false;
    for (const auto& [field, words] : fields) {
        const auto row = m_rows.find(field);
        if (row == m_rows.end())
            continue;
        const auto better = own.find(field);
        row->second->tell(better == own.end() ? words : better->second);
        told = true;
    }
    return told;
}

void PersonForm::tellTaken()
{
    m_rows.at(QStringLiteral("email"))->tell(tr("Somebody here has this address already."));
}

void PersonForm::takeFocus()
{
    m_name->setFocus();
}

void PersonForm::changed()
{
    if (m_loading)
        return;
    // A field that is still empty is not wrong yet.
    (void)check();
    if (m_name->text().isEmpty())
        m_rows.at(QStringLiteral("name"))->clearTrouble();
    if (m_email->text().isEmpty() || m_email->hasFocus())
        m_rows.at(QStringLiteral("email"))->clearTrouble();
    Q_EMIT edited();
}

} // namespace relevo::ui
