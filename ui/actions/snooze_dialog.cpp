#include <ui/actions/snooze_dialog.h>

#include <models/moments.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

namespace {

// The words of a choice and its moment stand beside each other in large letters, too.
constexpr int usualWidth = 46 * grid;
constexpr int mostWidth = 76 * grid;

} // namespace

SnoozeDialog::SnoozeDialog(const Theme& theme, const QString& contactName, const Clock& clock,
                           QWidget* parent)
    : ActionDialog(theme, QStringLiteral("snoozeDialog"), tr("Snooze conversation"),
                   tr("Snooze the conversation with %1").arg(isolated(contactName)),
                   tr("It comes back then, or as soon as the customer writes."), parent),
      m_clock(clock), m_choices(models::dateTime(clock.now()).toLocalTime()),
      m_list(new ChoiceList(theme, m_choices, ChoiceDelegate::Lines::One))
{
    auto* field = new QLineEdit;
    field->setObjectName(QStringLiteral("snoozeTime"));
    field->setAccessibleName(tr("Until when"));
    field->setPlaceholderText(tr("17:30, 45 min or 2 h"));
    field->setMinimumWidth(std::min(usualWidth * theme.textScale() / 100, mostWidth));
    field->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    watch(field);
    m_list->setObjectName(QStringLiteral("snoozeChoices"));
    m_list->setAccessibleName(tr("Until when"));
    m_list->setFixedHeight(7 * m_list->sizeHintForRow(0) + metrics::half);
    m_list->follow(*field);
    auto* wrong = new Text(theme, &Fonts::caption, &Colors::danger);
    wrong->setObjectName(QStringLiteral("snoozeError"));
    body().addWidget(field);
    body().addWidget(wrong);
    body().addWidget(m_list);
    QPushButton* button = addButtons(QStringLiteral("confirmSnooze"), tr("Snooze conversation"));

    connect(field, &QLineEdit::textChanged, this, [this, field, wrong, button](const QString& typed) {
        m_choices.setTyped(typed, now());
        const bool none = m_choices.rowCount() == 0;
        setInvalid(*field, none);
        wrong->setWhole(none ? tr("Type a time such as 17:30, or a duration of up to 31 days") : QString());
        button->setEnabled(!none);
    });
    connect(m_list, &ChoiceList::chosen, this, &SnoozeDialog::confirm);
    field->setFocus();
}

QDateTime SnoozeDialog::now() const
{
    return models::dateTime(m_clock.now()).toLocalTime();
}

void SnoozeDialog::confirm()
{
    if (m_list->currentRow() < 0)
        return;
    const int minutes = m_choices.minutesAt(m_list->currentRow());
    Q_EMIT snoozed(minutes);
    accept();
}

} // namespace relevo::ui
