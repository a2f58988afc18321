#include <ui/actions/resolve_dialog.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

ResolveDialog::ResolveDialog(const Theme& theme, const QString& contactName, const client::Resolution& before,
                             bool mayAsk, QWidget* parent)
    : ActionDialog(theme, QStringLiteral("resolveDialog"), tr("Resolve conversation"),
                   tr("Resolve the conversation with %1").arg(isolated(contactName)),
                   tr("The customer sees a closing message."), parent),
      m_outcomes(new QButtonGroup(this)), m_back(new QCheckBox(tr("Hand back to the bot"))),
      m_asks(new QCheckBox(tr("Ask the customer for a rating")))
{
    addOutcomes(before.disposition);
    m_notes =
        addWords(QStringLiteral("resolutionNotes"), tr("Resolution notes"),
                 tr("What was the problem, and how was it solved? Only your team reads this."), 14 * grid);
    m_notes->setPlainText(before.notes);
    m_back->setObjectName(QStringLiteral("handBack"));
    m_back->setAccessibleName(m_back->text());
    m_back->setToolTip(
        tr("The bot answers the customer’s next message. Otherwise the conversation is closed."));
    m_back->setChecked(before.handBackToBot);
    m_asks->setObjectName(QStringLiteral("asksRating"));
    m_asks->setAccessibleName(m_asks->text());
    m_asks->setChecked(before.asksRating);
    m_asks->setVisible(mayAsk);
    body().addSpacing(grid + metrics::half);
    body().addWidget(m_back);
    body().addWidget(m_asks);
    (void)addButtons(QStringLiteral("confirmResolve"), tr("Resolve conversation"));
    m_notes->setFocus();
}

void ResolveDialog::addOutcomes(const QString& chosen)
{
    struct Outcome
    {
        QLatin1String disposition; ///< in the statistics, the same in every language
        QString words;
    };
    const QList<Outcome> outcomes{{QLatin1String("solved"), tr("Solved")},
                                  {QLatin1String("answered"), tr("Question answered")},
                                  {QLatin1String("no_answer"), tr("Customer stopped answering")},
                                  {QLatin1String("not_ours"), tr("Not for us")},
                                  {QLatin1String("duplicate"), tr("Duplicate")},
                                  {QLatin1String("spam"), tr("Spam")}};
    auto* label = new Text(theme(), &Fonts::captionStrong, &Colors::text, tr("How it ended"));
    auto* choices = new QWidget;
    choices->setAccessibleName(label->text());
    auto* flow = new FlowLayout(metrics::half, choices);
    m_outcomes->setExclusive(false);
    for (const Outcome& outcome : outcomes) {
        auto* choice = new QPushButton(outcome.words);
        choice->setObjectName(QString(outcome.disposition));
        choice->setAccessibleName(outcome.words);
        choice->setCheckable(true);
        choice->setAutoDefault(false);
        choice->setChecked(outcome.disposition == chosen);
        setButtonKind(*choice, ButtonKind::Choice);
        watch(choice);
        // Not by its colour alone.
        const auto mark = [this, choice](bool on) {
            choice->setIcon(on ? theme().icon(QStringLiteral("check"), &Colors::accentText) : QIcon());
        };
        connect(choice, &QPushButton::toggled, this, mark);
        mark(choice->isChecked());
        m_outcomes->addButton(choice);
        flow->addWidget(choice);
    }
    // One at most, and one that was chosen can be left again.
    connect(m_outcomes, &QButtonGroup::buttonClicked, this, [this](const QAbstractButton* clicked) {
        for (QAbstractButton* other : m_outcomes->buttons()) {
            if (other != clicked)
                other->setChecked(false);
        }
    });
    body().addWidget(label);
    body().addWidget(choices);
    body().addSpacing(grid + metrics::half);
}

void ResolveDialog::confirm()
{
    client::Resolution resolution;
    resolution.notes = notesOf(*m_notes);
    for (const QAbstractButton* choice : m_outcomes->buttons()) {
        if (choice->isChecked())
            resolution.disposition = choice->objectName();
    }
    resolution.handBackToBot = m_back->isChecked();
    resolution.asksRating = m_asks->isChecked();
    Q_EMIT resolved(resolution);
    accept();
}

} // namespace relevo::ui
