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
      m_targets(colleagues, without), m_list(new ChoiceList(theme, m_targets, ChoiceDelegate::Lines::Two))
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
    m_list->follow(*search);
    body().addWidget(search);
    body().addSpacing(metrics::half);
    body().addWidget(m_list);
    body().addSpacing(grid);
    m_note = addWords(QStringLiteral("transferNote"), tr("Note for whoever takes it"),
                      tr("What should they know first? The customer does not see it."), 9 * grid);
    m_confirm = addButtons(QStringLiteral("confirmTransfer"), tr("Transfer conversation"));

    connect(search, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_targets.setTyped(typed);
        m_list->setCurrentRow(0);
        follow();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TransferDialog::follow);
    // Somebody may have more or less to do and stand elsewhere then; who was pointed at is meant still.
    connect(&m_targets, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_kept = m_chosen; });
    connect(&m_targets, &QAbstractItemModel::modelReset, this, [this] {
        m_list->setCurrentRow(std::max(0, m_targets.rowOf(m_kept)));
        follow();
    });
    connect(m_list, &ChoiceList::chosen, this, &TransferDialog::confirm);
    follow();
    search->setFocus();
}

void TransferDialog::choose(const domain::AgentId& agent)
{
    models::TransferTarget wanted;
    wanted.kind = models::TransferTarget::Kind::Agent;
    wanted.agent = agent;
    m_list->setCurrentRow(m_targets.rowOf(wanted));
    follow();
}

void TransferDialog::follow()
{
    const int row = m_list->currentRow();
    m_confirm->setEnabled(row >= 0);
    if (row >= 0)
        m_chosen = m_targets.at(row);
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
