#include <ui/conversation/template_picker.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int dialogWidth = 64 * grid;

} // namespace

TemplatePicker::TemplatePicker(const Theme& theme, const client::MessageTemplates& templates,
                               const Customer& customer, QWidget* parent)
    : ActionDialog(theme, QStringLiteral("templatePicker"), tr("Send a template"),
                   tr("Send a template to %1").arg(isolated(customer.name)),
                   tr("A template reaches the customer at any time. When they answer, free text does again."),
                   parent),
      m_known(customer.known), m_search(new QLineEdit),
      m_list(new ChoiceList(theme, m_model, ChoiceDelegate::Lines::Two)),
      m_none(new Text(theme, &Fonts::body, &Colors::muted)), m_fields(new QWidget),
      m_grid(new QGridLayout(m_fields)), m_preview(new Text(theme, &Fonts::body, &Colors::text))
{
    m_model.setTemplates(templates);
    m_model.setLanguage(customer.language);
    m_search->setObjectName(QStringLiteral("templateSearch"));
    m_search->setAccessibleName(tr("Find a template"));
    m_search->setPlaceholderText(tr("Find by name or text"));
    m_search->setClearButtonEnabled(true);
    m_search->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    watch(m_search);
    m_list->setObjectName(QStringLiteral("templates"));
    m_list->setAccessibleName(tr("Message templates"));
    m_list->setFixedSize(dialogWidth, 20 * grid);
    m_list->follow(*m_search);
    m_none->setObjectName(QStringLiteral("templatesNone"));
    m_none->setWordWrap(true);
    m_none->setWhole(templates.empty()
                         ? tr("There are no templates yet. An administrator adds them in the settings.")
                         : tr("Nothing found."));
    m_fields->setObjectName(QStringLiteral("templateValues"));
    m_grid->setContentsMargins(0, grid, 0, 0);
    m_grid->setHorizontalSpacing(grid);
    m_grid->setVerticalSpacing(grid);
    m_preview->setObjectName(QStringLiteral("templatePreview"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setFixedWidth(dialogWidth);
    m_preview->followDirection();
    body().addWidget(m_search);
    body().addWidget(m_list);
    body().addWidget(m_none);
    body().addWidget(m_fields);
    body().addSpacing(grid);
    body().addWidget(new Text(theme, &Fonts::captionStrong, &Colors::text, tr("The customer reads")));
    body().addWidget(m_preview);
    m_send = addButtons(QStringLiteral("sendTemplate"), tr("Send"));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        m_list->setCurrentRow(0);
        follow();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TemplatePicker::follow);
    connect(m_list, &ChoiceList::chosen, this, [this] {
        if (m_values.empty())
            m_send->setFocus(Qt::OtherFocusReason);
        else
            m_values.front()->setFocus(Qt::OtherFocusReason);
    });
    m_list->setCurrentRow(0);
    follow();
    m_search->setFocus();
}

const domain::MessageTemplate* TemplatePicker::pointedAt() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_model.rowCount() ? &m_model.at(row) : nullptr;
}

void TemplatePicker::fillIn(const domain::TemplateUse& use)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const domain::MessageTemplate& text = m_model.at(row);
        if (text.name != use.name || text.language != use.language)
            continue;
        m_list->setCurrentRow(row);
        follow();
        // It may want another number of them by now.
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_values[i]->setText(use.values.value(static_cast<qsizetype>(i)));
        if (!m_values.empty())
            m_values.front()->setFocus(Qt::OtherFocusReason);
        return;
    }
}

QStringList TemplatePicker::values() const
{
    QStringList values;
    for (const QLineEdit* field : m_values)
        values.push_back(field->text().simplified());
    return values;
}

void TemplatePicker::follow()
{
    const domain::MessageTemplate* text = pointedAt();
    m_none->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
    if (const QUuid id = text ? text->id : QUuid(); id != m_shown) {
        m_shown = id;
        makeFields(text ? *text : domain::MessageTemplate());
    }
    updatePreview();
}

void TemplatePicker::makeFields(const domain::MessageTemplate& text)
{
    // At once: nothing of theirs is on the way here, and their names are the next ones' too.
    qDeleteAll(m_fields->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    m_values.clear();
    const int wanted = domain::valuesWanted(text.body).value_or(0);
    for (int number = 1; number <= wanted; ++number)
        addField(number);
    m_fields->setVisible(wanted > 0);
}

void TemplatePicker::addField(int number)
{
    const QString place = QStringLiteral("{{%1}}").arg(number);
    auto* label = new Text(theme(), &Fonts::captionStrong, &Colors::text, place);
    auto* field = new QLineEdit;
    field->setObjectName(QStringLiteral("templateValue%1").arg(number));
    field->setAccessibleName(tr("Value of %1").arg(place));
    field->setMaxLength(static_cast<int>(domain::longestTemplateValue));
    field->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    watch(field);
    connect(field, &QLineEdit::textChanged, this, &TemplatePicker::updatePreview);
    auto* known = new PopupButton;
    known->setObjectName(QStringLiteral("templateKnown%1").arg(number));
    known->setText(tr("Insert"));
    known->setAccessibleName(tr("Insert what is known of the customer into %1").arg(place));
    known->setSign(theme().icon(QStringLiteral("chevron-down")));
    known->setAutoDefault(false);
    for (const models::CannedVariable& variable : models::cannedVariables()) {
        const auto value = m_known.find(variable.name);
        if (value == m_known.end())
            continue;
        const QAction* action =
            known->popup().addAction(QStringLiteral("%1 — %2").arg(variable.words, value->second));
        connect(action, &QAction::triggered, field, [field, words = value->second] {
            field->insert(words);
            field->setFocus(Qt::OtherFocusReason);
        });
    }
    known->setVisible(!known->popup().isEmpty());
    m_grid->addWidget(label, number - 1, 0);
    m_grid->addWidget(field, number - 1, 1);
    m_grid->addWidget(known, number - 1, 2);
    m_values.push_back(field);
}

void TemplatePicker::updatePreview()
{
    const domain::MessageTemplate* text = pointedAt();
    const QStringList given = values();
    m_preview->setWhole(text ? domain::filledIn(text->body, given) : QString());
    // The dialog's layout asks a text for its size, not for its height at this width.
    m_preview->setMinimumHeight(std::max(0, m_preview->heightForWidth(dialogWidth)));
    const bool whole = std::ranges::none_of(given, [](const QString& value) { return value.isEmpty(); });
    m_send->setEnabled(text && whole);
}

void TemplatePicker::confirm()
{
    const domain::MessageTemplate* text = pointedAt();
    if (!text || !m_send->isEnabled())
        return;
    const domain::TemplateUse use{text->name, text->language, values()};
    const Result<QString> made = domain::renderTemplate(text->body, use.values);
    if (!made)
        return;
    Q_EMIT chosen(use, *made);
    accept();
}

} // namespace relevo::ui
