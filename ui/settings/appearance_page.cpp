#include <ui/settings/appearance_page.h>

#include <ui/shell/translations.h>
#include <ui/spelling/spelling.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

AppearancePage::AppearancePage(Theme& theme, Preferences& preferences)
    : SettingsPage(theme, tr("Appearance")), m_theme(theme), m_preferences(preferences),
      m_scheme(new QComboBox), m_size(new QComboBox), m_language(new QComboBox), m_enter(new QComboBox),
      m_undo(new QComboBox), m_restart(makeRestart()), m_languageAtStart(preferences.language())
{
    m_scheme->setObjectName(QStringLiteral("schemeChoice"));
    m_scheme->addItem(tr("Same as the system"), static_cast<int>(SchemeChoice::FollowSystem));
    m_scheme->addItem(tr("Light"), static_cast<int>(SchemeChoice::Light));
    m_scheme->addItem(tr("Dark"), static_cast<int>(SchemeChoice::Dark));
    m_size->setObjectName(QStringLiteral("textScale"));
    for (const int percent : {100, 110, 125, 150, 175, 200})
        m_size->addItem(QStringLiteral("%1 %").arg(percent), percent);
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("Same as the system"), QString());
    for (const Language& language : languages())
        m_language->addItem(language.name, language.code);
    m_enter->setObjectName(QStringLiteral("enterSends"));
    m_enter->addItem(tr("Sends the message"), true);
    m_enter->addItem(tr("Starts a new line"), false);
    m_undo->setObjectName(QStringLiteral("undoSeconds"));
    m_undo->addItem(tr("Never"), 0);
    for (const int seconds : {3, 5, 10})
        m_undo->addItem(spokenSpan(seconds), seconds);

    addSection(tr("Look"));
    addRow(tr("Colours"), m_scheme);
    addRow(tr("Text size"), m_size, tr("For everything in Relevo. 100 % is the size set in your system."));
    m_motion = addSwitch("reducedMotion", tr("Reduce motion"),
                         tr("Nothing moves by itself, and the text cursor does not blink."));
    addSection(tr("Writing"));
    addRow(tr("Enter"), m_enter, tr("Ctrl+Enter always sends."));
    addRow(tr("Take a message back within"), m_undo,
           tr("Each message waits this long before it is sent, unless you write another."));
    if (hasDictionaries(dictionaryFolders())) {
        m_spelling = addSwitch("checkSpelling", tr("Check spelling"),
                               tr("With the dictionaries on this computer, in the customer’s language."));
        connect(m_spelling, &QCheckBox::toggled, this,
                [this](bool on) { m_preferences.setChecksSpelling(on); });
    }
    addSection(tr("Language"));
    addRow(tr("Language"), m_language);
    add(m_restart);

    connect(m_scheme, &QComboBox::activated, this, &AppearancePage::chooseScheme);
    connect(m_size, &QComboBox::activated, this, &AppearancePage::chooseSize);
    connect(m_language, &QComboBox::activated, this, &AppearancePage::chooseLanguage);
    for (QComboBox* choice : {m_enter, m_undo})
        connect(choice, &QComboBox::activated, this, &AppearancePage::chooseHabits);
    connect(m_motion, &QCheckBox::toggled, this, [this](bool on) {
        m_preferences.setReducedMotion(on);
        m_theme.setReducedMotion(on);
    });
    opened();
}

QWidget* AppearancePage::makeRestart()
{
    auto* words = new Text(m_theme, &Fonts::caption, &Colors::warning,
                           tr("Relevo uses this language after a restart. What you are writing is kept."));
    words->setObjectName(QStringLiteral("languageRestart"));
    words->setWordWrap(true);
    auto* now = new QPushButton(tr("Restart now"));
    now->setObjectName(QStringLiteral("restartNow"));
    now->setAutoDefault(false);
    connect(now, &QPushButton::clicked, this, &AppearancePage::restartRequested);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::grid);
    layout->addWidget(words);
    layout->addWidget(now, 0, Qt::AlignLeft);
    box->hide();
    return box;
}

void AppearancePage::opened()
{
    // The program's menu has the colours, too.
    m_scheme->setCurrentIndex(m_scheme->findData(static_cast<int>(m_preferences.scheme())));
    m_size->setCurrentIndex(std::max(0, m_size->findData(m_preferences.textScale())));
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_preferences.language())));
    const WritingHabits habits = m_preferences.writingHabits();
    m_enter->setCurrentIndex(m_enter->findData(habits.enterSends));
    // The file may hold another number: the nearest one that is offered is shown, and nothing is changed.
    const auto undo = static_cast<int>(habits.undo.count());
    m_undo->setCurrentIndex(undo == 0 ? 0 : undo < 4 ? 1 : undo < 8 ? 2 : 3);
    if (m_spelling) {
        const QSignalBlocker still(m_spelling);
        m_spelling->setChecked(m_preferences.checksSpelling());
    }
    const QSignalBlocker quiet(m_motion);
    m_motion->setChecked(m_preferences.reducedMotion());
}

void AppearancePage::chooseScheme()
{
    const auto choice = static_cast<SchemeChoice>(m_scheme->currentData().toInt());
    m_preferences.setScheme(choice);
    m_theme.setChoice(choice);
}

void AppearancePage::chooseSize()
{
    const int percent = m_size->currentData().toInt();
    m_preferences.setTextScale(percent);
    m_theme.setTextScale(percent);
}

void AppearancePage::chooseHabits()
{
    m_preferences.setWritingHabits(
        {m_enter->currentData().toBool(), std::chrono::seconds(m_undo->currentData().toInt())});
}

void AppearancePage::chooseLanguage()
{
    const QString code = m_language->currentData().toString();
    m_preferences.setLanguage(code);
    m_restart->setVisible(code != m_languageAtStart);
}

} // namespace relevo::ui
