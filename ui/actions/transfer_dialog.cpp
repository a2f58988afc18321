#include <ui/actions/transfer_dialog.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

TransferDialog::TransferDialog(const Theme& theme, const QString& contactName,
                               const client::Colleagues& colleagues, const domain::AgentId& without,
                               QWidget* parent)
    : ActionDialog(theme, QStringLiteral("transferDialog"), tr("Transfer conversation"),
                   tr("Transfer the conversation with %1").arg(isolated(contactName)), {}, parent),
      m_targets(colleagues, without), m_list(new ChoiceList(theme, m_targets, ChoiceDelegate::Lines::Two)),
      m_hint(new Text(theme, &Fonts::caption, &Colors::muted))
{
    auto* search = new QLineEdit;
    search->setObjectName(QStringLiteral("transferSearch"));
    search->setAccessibleName(tr("Search agents and teams"));
    search->setPlaceholderText(tr("Name, skill or language"));
    search->setClearButtonEnabled(true);
    search->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    watch(search);
    m_list->setObjectName(QStringLiteral("transferTargets"));
    m_list->setAccessibleName(tr("Agents and teams"));
    m_list->setFixedHeight(30 * grid);
    m_list->setMinimumWidth(64 * grid); // their skills and the names of their languages, too
    m_list->follow(*search);
    body().addWidget(search);
    body().addSpacing(metrics::half);
    m_hint->setObjectName(QStringLiteral("transferHint"));
    m_hint->setWordWrap(true);
    // Two lines, so that nothing moves when it comes and goes.
    m_hint->setMinimumHeight(2 * QFontMetrics(theme.fonts().caption).lineSpacing());
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    body().addWidget(m_list);
    body().addWidget(m_hint);
    body().addSpacing(metrics::grid);
    m_note = addWords(QStringLiteral("transferNote"), tr("Note for whoever takes it"),
                      tr("What should they know first? The customer does not see it."), 9 * grid);
    m_confirm = addButtons(QStringLiteral("confirmTransfer"), tr("Transfer conversation"));

    connect(search, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_meant.reset();
        m_targets.setTyped(typed);
        propose();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TransferDialog::pointed);
    // Somebody may have more or less to do and stand elsewhere then; who was pointed at is meant still.
    connect(&m_targets, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_proposing = true; });
    connect(&m_targets, &QAbstractItemModel::modelReset, this, &TransferDialog::propose);
    connect(&m_targets, &QAbstractItemModel::dataChanged, this, &TransferDialog::propose);
    connect(m_list, &ChoiceList::chosen, this, &TransferDialog::confirm);
    propose();
    search->setFocus();
}

void TransferDialog::choose(const domain::AgentId& agent)
{
    models::TransferTarget wanted;
    wanted.kind = models::TransferTarget::Kind::Agent;
    wanted.agent = agent;
    if (m_targets.rowOf(wanted) < 0)
        return;
    m_meant = wanted;
    propose();
}

void TransferDialog::propose()
{
    const int meant = m_meant ? m_targets.rowOf(*m_meant) : -1;
    m_proposing = true;
    m_list->setCurrentRow(meant >= 0 ? meant : m_targets.firstFree());
    m_proposing = false;
    follow();
}

void TransferDialog::pointed()
{
    if (m_proposing)
        return;
    const int row = m_list->currentRow();
    m_meant = row >= 0 ? std::optional(m_targets.at(row)) : std::nullopt;
    follow();
}

void TransferDialog::follow()
{
    const int row = m_list->currentRow();
    m_confirm->setEnabled(row >= 0);
    m_hint->setWhole(
        m_targets.rowCount() == 0 ? tr("Nobody matches.")
        : row < 0                 ? tr("Nobody here is free now. You can still choose somebody.")
        : m_targets.isAway(row)
            ? tr("They are not at the desk. It goes back to the queue if they do not come back soon.")
            : QString());
    m_confirm->setAccessibleDescription(m_hint->text());
}

void TransferDialog::confirm()
{
    if (m_list->currentRow() < 0)
        return;
    const models::TransferTarget target = m_targets.at(m_list->currentRow());
    Q_EMIT transferred(target, notesOf(*m_note));
    accept();
}

} // namespace relevo::ui
