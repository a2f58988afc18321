#include <ui/settings/canned_form.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>

#include <models/canned_text.h>
#include <models/names.h>

#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QTextDocument>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int longestTitle = 200;
constexpr qsizetype mostBytes = 8 * 1024;

} // namespace

CannedForm::CannedForm(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_shortcut(new QLineEdit), m_title(new QLineEdit), m_content(new QPlainTextEdit),
      m_language(new QComboBox), m_shared(new QCheckBox(tr("For everybody in the project"))),
      m_variables(new PopupButton), m_preview(new Text(theme, &Fonts::body, &Colors::text))
{
    m_shortcut->setObjectName(QStringLiteral("cannedShortcut"));
    m_shortcut->setMaxLength(static_cast<int>(client::longestShortcut));
    m_title->setObjectName(QStringLiteral("cannedTitle"));
    for (QLineEdit* line : {m_shortcut, m_title})
        line->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_title->setMaxLength(longestTitle);
    m_content->setObjectName(QStringLiteral("cannedContent"));
    m_content->setTabChangesFocus(true);
    m_content->setFixedHeight(16 * grid);
    m_content->viewport()->setAutoFillBackground(false);
    m_content->document()->setDocumentMargin(grid);
    m_language->setObjectName(QStringLiteral("cannedLanguage"));
    m_shared->setObjectName(QStringLiteral("cannedShared"));
    m_shared->setAccessibleName(m_shared->text());
    m_shared->setMinimumHeight(metrics::controlHeight);
    m_variables->setObjectName(QStringLiteral("cannedVariables"));
    m_variables->setText(tr("Insert a variable"));
    m_variables->setAccessibleName(m_variables->text());
    setButtonKind(*m_variables, ButtonKind::Normal);
    m_variables->setSign(theme.icon(QStringLiteral("chevron-down")));
    m_preview->setObjectName(QStringLiteral("cannedExample"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->followDirection();
    makeVariables();
    makeLanguages();

    m_shortcutRow = new SettingRow(
        theme, tr("Shortcut"), m_shortcut,
        tr("Letters, digits, dots and hyphens. Type / and the shortcut in a message to find it."));
    m_contentRow = new SettingRow(theme, tr("Text"), m_content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_shortcutRow);
    layout->addWidget(new SettingRow(theme, tr("Title"), m_title));
    layout->addWidget(m_contentRow);
    layout->addWidget(new SettingRow(theme, tr("Variables"), m_variables,
                                     tr("Replaced by what is known about the customer. If something is not "
                                        "known, the message waits until you fill it in.")));
    layout->addWidget(new SettingRow(theme, tr("Preview"), m_preview));
    layout->addWidget(new SettingRow(theme, tr("Language"), m_language,
                                     tr("Offered first when you answer in this language.")));
    layout->addWidget(m_shared);
    connect(m_shortcut, &QLineEdit::textChanged, this, &CannedForm::changed);
    connect(m_title, &QLineEdit::textChanged, this, &CannedForm::changed);
    connect(m_content, &QPlainTextEdit::textChanged, this, &CannedForm::changed);
    connect(m_language, &QComboBox::currentIndexChanged, this, &CannedForm::changed);
    connect(m_shared, &QCheckBox::toggled, this, &CannedForm::changed);
}

void CannedForm::makeVariables()
{
    const QList<models::CannedVariable> variables = models::cannedVariables();
    for (const models::CannedVariable& one : variables) {
        const QString written = QStringLiteral("{{%1}}").arg(one.name);
        QAction* action = m_variables->popup().addAction(QStringLiteral("%1 — %2").arg(one.words, written));
        connect(action, &QAction::triggered, this, [this, written] {
            m_content->insertPlainText(written);
            m_content->setFocus();
        });
    }
}

void CannedForm::makeLanguages()
{
    m_language->addItem(tr("Any"), QString());
    for (const char* code : {"en", "es", "pt", "fr", "de", "it"})
        m_language->addItem(models::languageName(QString::fromLatin1(code)), QString::fromLatin1(code));
}

void CannedForm::load(const client::CannedResponse& response, Rights rights)
{
    const QScopedValueRollback loading(m_loading, true);
    m_loaded = response;
    m_shortcut->setText(response.shortcut);
    m_title->setText(response.title);
    m_content->setPlainText(response.content);
    if (m_language->findData(response.language) < 0)
        m_language->addItem(models::languageName(response.language), response.language);
    m_language->setCurrentIndex(m_language->findData(response.language));
    m_shared->setChecked(!response.personal);
    m_shared->setVisible(rights.share);
    for (QWidget* field : {static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_shared),
                           static_cast<QWidget*>(m_variables)})
        field->setEnabled(rights.write);
    // What may only be read can still be copied.
    m_shortcut->setReadOnly(!rights.write);
    m_title->setReadOnly(!rights.write);
    m_content->setReadOnly(!rights.write);
    m_shortcutRow->clearTrouble();
    m_contentRow->clearTrouble();
    m_preview->setWhole(models::filled(response.content, models::exampleValues()));
}

client::CannedResponse CannedForm::response() const
{
    client::CannedResponse response = m_loaded;
    response.shortcut = m_shortcut->text().trimmed().toLower();
    response.title = m_title->text().simplified();
    response.content = m_content->toPlainText();
    response.language = m_language->currentData().toString();
    response.personal = !m_shared->isChecked();
    return response;
}

bool CannedForm::check()
{
    const client::CannedResponse now = response();
    m_shortcutRow->clearTrouble();
    m_contentRow->clearTrouble();
    if (!client::isShortcut(now.shortcut))
        m_shortcutRow->tell(tr("Up to 40 letters, digits, dots, hyphens or underscores, without spaces."));
    else if (m_taken && m_taken(now))
        tellTaken();
    if (now.content.trimmed().isEmpty())
        m_contentRow->tell(tr("Enter the text."));
    else if (now.content.toUtf8().size() > mostBytes)
        m_contentRow->tell(tr("This is too long."));
    return !m_shortcutRow->isWrong() && !m_contentRow->isWrong();
}

void CannedForm::tellTaken()
{
    m_shortcutRow->tell(tr("Another response has this shortcut."));
}

void CannedForm::takeFocus()
{
    m_shortcut->setFocus(Qt::OtherFocusReason);
}

void CannedForm::changed()
{
    if (m_loading)
        return;
    m_preview->setWhole(models::filled(m_content->toPlainText(), models::exampleValues()));
    // A field that is still empty is not wrong yet.
    if (isChanged())
        (void)check();
    if (m_shortcut->text().isEmpty())
        m_shortcutRow->clearTrouble();
    if (m_content->toPlainText().isEmpty())
        m_contentRow->clearTrouble();
    Q_EMIT edited();
}

} // namespace relevo::ui
