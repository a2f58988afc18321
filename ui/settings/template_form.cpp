#include <ui/settings/template_form.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <models/names.h>
#include <models/template_model.h>

#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QTextDocument>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

} // namespace

TemplateForm::TemplateForm(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_name(new QLineEdit), m_language(new QComboBox), m_category(new QComboBox),
      m_body(new QPlainTextEdit), m_preview(new Text(theme, &Fonts::body, &Colors::text))
{
    m_name->setObjectName(QStringLiteral("templateName"));
    m_name->setMaxLength(static_cast<int>(domain::longestTemplateName));
    m_name->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_language->setObjectName(QStringLiteral("templateLanguage"));
    m_category->setObjectName(QStringLiteral("templateCategory"));
    m_body->setObjectName(QStringLiteral("templateBody"));
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(16 * grid);
    m_body->viewport()->setAutoFillBackground(false);
    m_body->document()->setDocumentMargin(grid);
    m_preview->setObjectName(QStringLiteral("templateExample"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->followDirection();
    makeChoices();

    m_nameRow = new SettingRow(theme, tr("Name"), m_name,
                               tr("As the provider knows it: lower-case letters, digits and underscores."));
    m_bodyRow = new SettingRow(theme, tr("Text"), m_body,
                               tr("Word for word as it was approved. {{1}}, {{2}} and so on stand for values "
                                  "that the sender fills in."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_nameRow);
    layout->addWidget(new SettingRow(theme, tr("Language"), m_language,
                                     tr("Offered first when you answer in this language.")));
    layout->addWidget(new SettingRow(theme, tr("Category"), m_category));
    layout->addWidget(m_bodyRow);
    layout->addWidget(new SettingRow(theme, tr("Preview"), m_preview));
    connect(m_name, &QLineEdit::textChanged, this, &TemplateForm::changed);
    connect(m_language, &QComboBox::currentIndexChanged, this, &TemplateForm::changed);
    connect(m_category, &QComboBox::currentIndexChanged, this, &TemplateForm::changed);
    connect(m_body, &QPlainTextEdit::textChanged, this, &TemplateForm::changed);
}

void TemplateForm::makeChoices()
{
    for (const char* code :
         {"en", "en_US", "en_GB", "es", "es_ES", "es_MX", "pt_BR", "pt_PT", "fr", "de", "it"})
        m_language->addItem(models::languageName(QString::fromLatin1(code)), QString::fromLatin1(code));
    using enum domain::TemplateCategory;
    for (const domain::TemplateCategory category : {Utility, Marketing, Authentication})
        m_category->addItem(models::nameOf(category), static_cast<int>(category));
}

void TemplateForm::load(const domain::MessageTemplate& text)
{
    const QScopedValueRollback loading(m_loading, true);
    m_name->setText(text.name);
    if (m_language->findData(text.language) < 0 && !text.language.isEmpty())
        m_language->addItem(models::languageName(text.language), text.language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(text.language)));
    m_category->setCurrentIndex(m_category->findData(static_cast<int>(text.category)));
    m_body->setPlainText(text.body);
    m_nameRow->clearTrouble();
    m_bodyRow->clearTrouble();
    m_loaded = text;
    m_loaded.language = m_language->currentData().toString(); // of a new one, what is offered
    updatePreview();
}

domain::MessageTemplate TemplateForm::text() const
{
    domain::MessageTemplate text = m_loaded;
    text.name = m_name->text().trimmed();
    text.language = m_language->currentData().toString();
    text.category = static_cast<domain::TemplateCategory>(m_category->currentData().toInt());
    text.body = m_body->toPlainText();
    return text;
}

bool TemplateForm::check()
{
    const domain::MessageTemplate now = text();
    m_nameRow->clearTrouble();
    m_bodyRow->clearTrouble();
    if (!domain::isTemplateName(now.name))
        m_nameRow->tell(tr("Only lower-case letters, digits and underscores, without spaces."));
    else if (m_taken && m_taken(now))
        tellTaken();
    if (now.body.trimmed().isEmpty())
        m_bodyRow->tell(tr("Enter the text."));
    else if (now.body.size() > domain::longestTemplate)
        m_bodyRow->tell(tr("This is too long: %1 characters are allowed.").arg(domain::longestTemplate));
    else if (!domain::valuesWanted(now.body))
        m_bodyRow->tell(tr("Number the values {{1}}, {{2}} and so on, without a gap, at most %1.")
                            .arg(domain::mostTemplateValues));
    return !m_nameRow->isWrong() && !m_bodyRow->isWrong();
}

void TemplateForm::tellTaken()
{
    m_nameRow->tell(tr("Another template has this name in this language."));
}

void TemplateForm::takeFocus()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void TemplateForm::updatePreview()
{
    QStringList examples;
    for (int number = 1; number <= domain::mostTemplateValues; ++number)
        examples.push_back(tr("[value %1]").arg(number));
    m_preview->setWhole(domain::filledIn(m_body->toPlainText(), examples));
}

void TemplateForm::changed()
{
    if (m_loading)
        return;
    updatePreview();
    // A field that is still empty is not wrong yet.
    if (isChanged())
        (void)check();
    if (m_name->text().isEmpty())
        m_nameRow->clearTrouble();
    if (m_body->toPlainText().isEmpty())
        m_bodyRow->clearTrouble();
    Q_EMIT edited();
}

} // namespace relevo::ui
