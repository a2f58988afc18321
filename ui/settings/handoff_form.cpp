#include <ui/settings/handoff_page.h>

#include <ui/settings/chips_edit.h>
#include <ui/settings/hours_editor.h>
#include <ui/settings/sla_editor.h>
#include <ui/settings/try_box.h>
#include <ui/settings/wheel_guard.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/minutes_box.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <protocol/limits.h>

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTimeEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace relevo::ui {

using metrics::grid;
using protocol::Json;

namespace {

Json listOf(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts)
        list.push_back(protocol::utf8(text));
    return list;
}

QStringList textsOf(const Json* list)
{
    QStringList texts;
    for (const Json& text : list && list->is_array() ? *list : Json::array()) {
        if (text.is_string())
            texts << protocol::toQString(text);
    }
    return texts;
}

std::optional<domain::BusinessHours> hoursOf(const Json& document)
{
    const Result<domain::Settings> settings =
        protocol::fromJson<domain::Settings>(document.is_object() ? document : Json::object());
    return settings ? settings->businessHours : std::nullopt;
}

} // namespace

void HandoffPage::makeForm()
{
    makeGeneral();
    makeTriggers();
    makeTimes();
    makeHours();
    makePromises();
    makeRouting();
    makeMessages();
    makeAfterwards();
    makeKeeping();
}

void HandoffPage::bindTrigger(const std::string& name, const QString& words, const QString& hint)
{
    QCheckBox* box = addSwitch(("trigger_" + name).c_str(), words, hint);
    addFilling([box, name](const Json& document) {
        const Json* triggers = memberOf(document, "triggers");
        const Json* value = triggers ? memberOf(*triggers, name) : nullptr;
        box->setChecked(!value || !value->is_boolean() || value->get<bool>());
    });
    connect(box, &QCheckBox::toggled, this, [this, name](bool on) {
        const Json* triggers = memberOf(draft().document(), "triggers");
        Json changed = triggers ? *triggers : Json::object();
        changed[name] = on;
        setField("triggers", std::move(changed));
    });
}

void HandoffPage::bindMinutes(const char* objectName, const std::string& field, const QString& name,
                              int least, const QString& hint, const QString& none)
{
    bindSpin(new MinutesBox, objectName, field, name, least, longestMinutes, {}, hint, none);
}

void HandoffPage::bindChoice(const char* objectName, const std::string& field, const QString& name,
                             const QList<std::pair<QString, QString>>& choices, const QString& hint)
{
    auto* box = new QComboBox;
    box->setObjectName(QString::fromLatin1(objectName));
    for (const auto& [value, words] : choices)
        box->addItem(words, value);
    setRow(field, addRow(name, box, hint));
    addFilling([box, field](const Json& document) {
        const Json* value = memberOf(document, field);
        box->setCurrentIndex(
            box->findData(value && value->is_string() ? protocol::toQString(*value) : QString()));
    });
    connect(box, &QComboBox::activated, this,
            [this, box, field] { setField(field, protocol::utf8(box->currentData().toString())); });
}

void HandoffPage::bindText(const char* objectName, const std::string& field, const QString& name,
                           const QString& hint)
{
    auto* edit = new QPlainTextEdit;
    edit->setObjectName(QString::fromLatin1(objectName));
    edit->setTabChangesFocus(true);
    edit->setPlaceholderText(tr("The built-in text, in the customer’s language"));
    edit->setFixedHeight(11 * grid);
    edit->viewport()->setAutoFillBackground(false);
    edit->document()->setDocumentMargin(grid);
    setRow(field, addRow(name, edit, hint));
    addFilling([edit, field](const Json& document) {
        const Json* value = memberOf(document, field);
        const QString text = value && value->is_string() ? protocol::toQString(*value) : QString();
        if (text != edit->toPlainText())
            edit->setPlainText(text);
    });
    connect(edit, &QPlainTextEdit::textChanged, this,
            [this, edit, field] { setField(field, protocol::utf8(edit->toPlainText())); });
}

void HandoffPage::makeGeneral()
{
    addSpace(2 * grid);
    bindSwitch("handoffEnabled", "enabled", tr("Hand customers over to humans"),
               tr("When this is off, only a program can hand a customer over, through the API."));
    makeToldBy();
}

void HandoffPage::makeToldBy()
{
    // There is nothing to choose yet: only the desktop is connected. What a program has put here instead is
    // shown, and can be taken back.
    auto* box = new QComboBox;
    box->setObjectName(QStringLiteral("notificationChannel"));
    SettingRow* row = addRow(
        tr("Notify administrators by"), box,
        tr("Set by a program, but not available on this relay: notifications go to the desktop instead."));
    setRow("notificationChannel", row);
    addFilling([box, row](const Json& document) {
        const Json* value = memberOf(document, "notificationChannel");
        const QString kept = value && value->is_string() ? protocol::toQString(*value) : QString();
        const QString desktop = QStringLiteral("desktop");
        row->setVisible(!kept.isEmpty() && kept != desktop);
        box->clear();
        box->addItem(tr("Notification on the desktop"), desktop);
        if (row->isHidden())
            return;
        const QString name = kept == QLatin1String("email")      ? tr("E-mail")
                             : kept == QLatin1String("slack")    ? QStringLiteral("Slack")
                             : kept == QLatin1String("whatsapp") ? QStringLiteral("WhatsApp")
                                                                 : kept;
        box->addItem(name, kept);
        box->setCurrentIndex(1);
    });
    connect(box, &QComboBox::activated, this,
            [this, box] { setField("notificationChannel", protocol::utf8(box->currentData().toString())); });
}

void HandoffPage::makeTriggers()
{
    addSection(tr("What asks for a human"));
    m_try = new TryBox(theme());
    bindTrigger("wish", tr("The customer asks for a human"),
                tr("In any words, in English, Spanish or Portuguese."));
    bindTrigger("keywords", tr("One of your keywords"),
                tr("Whole words and phrases, anywhere in the message. Human, agent, person, support and help "
                   "count only where the message seems to ask for a person."));
    m_keywords = new ChipsEdit(theme(), QStringLiteral("keywordLine"), tr("Keywords"),
                               tr("Add a word or phrase; paste many with commas or lines"));
    setRow("escalationKeywords", addRow(tr("Keywords"), m_keywords,
                                        tr("The built-in keywords (such as “help”) count only in a message "
                                           "that asks for a person; your own always count.")));
    addFilling([this](const Json& document) {
        m_keywords->setTexts(textsOf(memberOf(document, "escalationKeywords")));
    });
    connect(m_keywords, &ChipsEdit::changed, this,
            [this] { setField("escalationKeywords", listOf(m_keywords->texts())); });
    bindTrigger("failure", tr("The bot has failed"),
                tr("Or the customer complains that it does not understand."));
    bindNumber("failureCount", "failureCountThreshold", tr("Failures in a row"), 1, 20, {});
    bindTrigger("sentiment", tr("The customer is frustrated"), {});

    auto* slider = new QWidget;
    auto* column = new QVBoxLayout(slider);
    column->setContentsMargins(0, metrics::half, 0, 0);
    column->setSpacing(0);
    m_sensitivity = new QSlider(Qt::Horizontal);
    m_sensitivity->setObjectName(QStringLiteral("sentimentThreshold"));
    m_sensitivity->setRange(5, 100);
    m_sensitivity->setPageStep(10);
    // To the right is more, as everywhere: a lower threshold.
    m_sensitivity->setInvertedAppearance(true);
    m_sensitivity->setInvertedControls(true);
    m_sensitivity->setAccessibleName(tr("Sensitivity"));
    m_sensitivity->setMinimumHeight(3 * grid);
    new WheelGuard(*m_sensitivity);
    m_sensitivityWords = new Text(theme(), &Fonts::caption, &Colors::muted);
    m_sensitivityWords->setObjectName(QStringLiteral("sensitivityWords"));
    m_sensitivityWords->setWordWrap(true);
    column->addWidget(m_sensitivity);
    column->addWidget(m_sensitivityWords);
    slider->setFocusProxy(m_sensitivity);
    setRow("sentimentThreshold", addRow(tr("Sensitivity"), slider));
    addFilling([this](const Json& document) {
        const Json* value = memberOf(document, "sentimentThreshold");
        const double threshold = value && value->is_number() ? value->get<double>() : 0.7;
        const int percent = static_cast<int>(std::lround(threshold * 100));
        m_sensitivity->setValue(percent);
        showSensitivity(percent);
    });
    connect(m_sensitivity, &QSlider::valueChanged, this, [this](int percent) {
        showSensitivity(percent);
        setField("sentimentThreshold", percent / 100.0);
    });

    bindTrigger("sensitive", tr("A sensitive matter"),
                tr("Lawyers, injuries, fraud, disputed refunds, the end of a contract, data protection."));
    bindTrigger("urgent", tr("An urgent matter"), {});
    bindTrigger("vip", tr("Smaller signs from important customers"),
                tr("Customers whose attribute “vip” or “tier” says so."));
    addSpace(grid);
    addRow(tr("Try it"), m_try, tr("Uses the settings shown here, saved or not."));
}

void HandoffPage::showSensitivity(int percent)
{
    const QString words = percent <= 40   ? tr("Very sensitive: a little annoyance is enough.")
                          : percent <= 60 ? tr("Sensitive: clear annoyance is enough.")
                          : percent <= 80 ? tr("Balanced: the customer must be frustrated.")
                                          : tr("Calm: only anger counts.");
    m_sensitivityWords->setWhole(tr("%1 Frustration of %2 of 100 or more.").arg(words).arg(percent));
    m_sensitivity->setAccessibleDescription(m_sensitivityWords->text());
}

void HandoffPage::makeTimes()
{
    addSection(tr("Times"));
    bindMinutes("responseTimeout", "responseTimeoutMinutes", tr("First answer within"), 1,
                tr("Counts open hours only. Then everybody is reminded."));
    bindMinutes("grace", "graceMinutes", tr("Then, until it becomes a ticket"), 0,
                tr("The customer is asked for an e-mail address and answered later."));
    bindMinutes("idleClose", "idleCloseMinutes", tr("Close if the customer is silent for"), 0,
                tr("They are warned first; with no time set, it closes after a day without a warning."),
                tr("a day"));
}

void HandoffPage::makeHours()
{
    addSection(tr("Business hours"),
               tr("Outside these hours, customers are told that nobody is there and can leave a message."));
    m_alwaysOpen = addSwitch("alwaysOpen", tr("Always open"));
    m_zone = new QComboBox;
    m_zone->setObjectName(QStringLiteral("timeZone"));
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(id));
    setRow("businessHours.timezone", addRow(tr("Time zone"), m_zone));
    m_hours = new HoursEditor(theme());
    add(m_hours);
    addSpace(grid);
    m_holidays = new ChipsEdit(theme(), QStringLiteral("holidayLine"), tr("Holidays"),
                               tr("2026-12-25, or 12-25 for every year"));
    setRow("businessHours.holidays",
           addRow(tr("Holidays"), m_holidays,
                  tr("Closed all day. A date such as 2026-12-25, or 12-25 for every year.")));
    addFilling([this](const Json& document) { showHours(document); });
    connect(m_alwaysOpen, &QCheckBox::toggled, this, [this] { hoursChanged(); });
    connect(m_zone, &QComboBox::activated, this, &HandoffPage::hoursChanged);
    connect(m_hours, &HoursEditor::changed, this, &HandoffPage::hoursChanged);
    connect(m_holidays, &ChipsEdit::changed, this, &HandoffPage::hoursChanged);
}

void HandoffPage::showHours(const Json& document)
{
    const std::optional<domain::BusinessHours> hours = hoursOf(document);
    m_alwaysOpen->setChecked(!hours);
    // What was typed stays to be seen where it is switched off for a moment.
    if (hours) {
        if (m_zone->findText(hours->timezone) < 0)
            m_zone->addItem(hours->timezone);
        m_zone->setCurrentText(hours->timezone);
        m_hours->setWeek(hours->days);
        // As written: a date that the relay refused is still there to be corrected.
        const Json* field = memberOf(document, "businessHours");
        m_holidays->setTexts(textsOf(field ? memberOf(*field, "holidays") : nullptr));
    } else if (m_zone->currentIndex() < 0 || m_hours->week() == HoursEditor::Week{}) {
        const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
        m_zone->setCurrentText(m_zone->findText(here) < 0 ? QStringLiteral("UTC") : here);
        HoursEditor::Week week;
        for (std::size_t day = 0; day < 5; ++day)
            week.at(day).push_back({9 * 60, 17 * 60});
        m_hours->setWeek(week);
    }
    for (QWidget* part :
         {static_cast<QWidget*>(m_zone), static_cast<QWidget*>(m_hours), static_cast<QWidget*>(m_holidays)})
        part->setEnabled(hours.has_value());
}

void HandoffPage::hoursChanged()
{
    if (isFilling())
        return;
    Json hours;
    if (!m_alwaysOpen->isChecked()) {
        domain::Settings settings;
        settings.businessHours.emplace();
        settings.businessHours->timezone = m_zone->currentText();
        settings.businessHours->days = m_hours->week();
        settings.businessHours->holidays = m_holidays->texts();
        hours = protocol::toJson(settings).at("businessHours");
    }
    for (QWidget* part :
         {static_cast<QWidget*>(m_zone), static_cast<QWidget*>(m_hours), static_cast<QWidget*>(m_holidays)})
        part->setEnabled(!m_alwaysOpen->isChecked());
    setField("businessHours", std::move(hours));
}

void HandoffPage::makePromises()
{
    addSection(tr("Promised times"), tr("If several promises fit a customer, the first one counts. Whoever "
                                        "holds the conversation is warned in time."));
    m_sla = new SlaEditor(theme());
    add(m_sla);
    addFilling([this](const Json& document) {
        const Result<domain::Settings> settings =
            protocol::fromJson<domain::Settings>(document.is_object() ? document : Json::object());
        m_sla->setSla(settings.value_or(domain::Settings()).sla);
    });
    connect(m_sla, &SlaEditor::changed, this, [this] {
        domain::Settings settings;
        settings.sla = m_sla->sla();
        setField("sla", protocol::toJson(settings).at("sla"));
    });
}

void HandoffPage::makeRouting()
{
    addSection(tr("Who gets a customer"));
    bindChoice("routing", "routing", tr("Routing"),
               {{QStringLiteral("manual"), tr("Everybody sees them; first to claim")},
                {QStringLiteral("round_robin"), tr("Offered in turn")},
                {QStringLiteral("least_busy"), tr("Offered to whoever has fewest")}});
    bindNumber("acceptSeconds", "acceptSeconds", tr("Time to accept an offer"), 5, 3'600, tr("s"),
               tr("Then the next agent is asked."));
}

void HandoffPage::makeMessages()
{
    addSection(tr("What customers are told"),
               tr("Your own text is sent as it is, whatever language they write in."));
    bindText("handoffMessage", "handoffMessage", tr("A human is asked for"), {});
    bindText("awayMessage", "awayMessage", tr("Nobody is there"),
             tr("{when} is replaced by the promised time, such as “tomorrow at 09:00”."));
    bindText("resolvedMessage", "resolvedMessage", tr("It is resolved"), {});
    bindSwitch(
        "typingPreview", "typingPreview", tr("Show agents what a customer is writing"),
        tr("In the web chat, before it is sent. The chat tells customers so, and none of it is kept."));
}

void HandoffPage::makeAfterwards()
{
    addSection(tr("Afterwards"));
    bindSwitch("csatEnabled", "csatEnabled", tr("Ask customers for a rating"),
               tr("From 1 to 5, when an agent has resolved their conversation."));
    bindText("csatMessage", "csatMessage", tr("The question"), tr("It should mention the numbers 1 to 5."));
    bindDailySummary();
}

void HandoffPage::bindDailySummary()
{
    QCheckBox* box = addSwitch("dailySummary", tr("Send administrators the day’s figures"));
    auto* at = new QTimeEdit(QTime(18, 0));
    at->setObjectName(QStringLiteral("dailySummaryAt"));
    at->setButtonSymbols(QAbstractSpinBox::NoButtons);
    at->setDisplayFormat(clockFormat());
    at->setFixedWidth(16 * grid);
    setRow("dailySummary",
           addRow(tr("At"), at, tr("In the time zone of the business hours, or else in UTC.")));
    addFilling([box, at](const Json& document) {
        const Json* summary = memberOf(document, "dailySummary");
        const Json* time = summary ? memberOf(*summary, "at") : nullptr;
        box->setChecked(summary != nullptr);
        at->setEnabled(summary != nullptr);
        if (time && time->is_string())
            at->setTime(QTime::fromString(protocol::toQString(*time), QStringLiteral("HH:mm")));
    });
    const auto changed = [this, box, at] {
        at->setEnabled(box->isChecked());
        setField("dailySummary",
                 box->isChecked() ? Json{{"at", protocol::utf8(at->time().toString(QStringLiteral("HH:mm")))}}
                                  : Json());
    };
    connect(box, &QCheckBox::toggled, this, changed);
    connect(at, &QTimeEdit::timeChanged, this, changed);
}

QString HandoffPage::wrongWords(const std::string& field, const QString& /*relays*/) const
{
    if (field.starts_with("escalationKeywords"))
        return tr("At most 200 keywords, each of up to 100 characters.");
    if (field.starts_with("businessHours.days"))
        return tr("Beginning and end must be different times.");
    if (field.starts_with("businessHours.holidays"))
        return tr("Write each as a date such as 2026-12-25, or 12-25 for every year.");
    if (field == "businessHours.timezone")
        return tr("The relay does not know this time zone.");
    if (field == "handoffMessage" || field == "awayMessage" || field == "resolvedMessage" ||
        field == "csatMessage")
        return tr("This text is too long.");
    return tr("The relay does not accept this value.");
}

QString HandoffPage::fieldName(const std::string& field) const
{
    static const std::map<std::string, const char*> names{
        {"enabled", QT_TR_NOOP("handing over")},
        {"notificationChannel", QT_TR_NOOP("how administrators are told")},
        {"businessHours", QT_TR_NOOP("business hours")},
        {"escalationKeywords", QT_TR_NOOP("keywords")},
        {"triggers", QT_TR_NOOP("what asks for a human")},
        {"sentimentThreshold", QT_TR_NOOP("sensitivity")},
        {"failureCountThreshold", QT_TR_NOOP("failures in a row")},
        {"responseTimeoutMinutes", QT_TR_NOOP("time to the first answer")},
        {"graceMinutes", QT_TR_NOOP("time until a ticket")},
        {"idleCloseMinutes", QT_TR_NOOP("silent customers")},
        {"routing", QT_TR_NOOP("routing")},
        {"acceptSeconds", QT_TR_NOOP("time to accept")},
        {"handoffMessage", QT_TR_NOOP("handoff message")},
        {"awayMessage", QT_TR_NOOP("away message")},
        {"resolvedMessage", QT_TR_NOOP("closing message")},
        {"typingPreview", QT_TR_NOOP("what is being written")},
        {"csatEnabled", QT_TR_NOOP("ratings")},
        {"csatMessage", QT_TR_NOOP("rating question")},
        {"dailySummary", QT_TR_NOOP("the day’s figures")},
        {"retentionDays", QT_TR_NOOP("erasing of conversations")},
        {"retentionRules", QT_TR_NOOP("rules for what is kept")},
        {"attachmentDays", QT_TR_NOOP("removal of files")},
        {"sla", QT_TR_NOOP("promised times")},
    };
    const auto found = names.find(field);
    return found == names.end() ? QString::fromStdString(field) : tr(found->second);
}

} // namespace relevo::ui
