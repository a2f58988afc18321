#include <ui/supervise/live_window.h>

#include <ui/supervise/agents_model.h>
#include <ui/supervise/day_chart.h>
#include <ui/supervise/number_tile.h>
#include <ui/supervise/sign_delegate.h>
#include <ui/supervise/target_chart.h>
#include <ui/supervise/waiting_model.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>

#include <QtGui/QFontMetrics>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

namespace {

QVBoxLayout* columnOf(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    return column;
}

QPushButton* named(QPushButton* button, const char* objectName)
{
    button->setObjectName(QString::fromLatin1(objectName));
    button->setAccessibleName(button->text());
    return button;
}

} // namespace

QWidget* LiveWindow::makeHeader()
{
    auto* header = new QWidget;
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Text(m_.theme, &Fonts::title, &Colors::text, tr("Live")));
    // Beside each other: what does not work takes no row from those who wait.
    auto* below = new QHBoxLayout;
    below->setSpacing(2 * grid);
    below->addWidget(m_age);
    below->addWidget(m_failing, 1);
    words->addLayout(below);
    auto* save = named(new QPushButton(tr("Export as CSV…")), "exportCsv");
    connect(save, &QPushButton::clicked, this, &LiveWindow::exportCsv);
    auto* line = new QHBoxLayout(header);
    line->setContentsMargins(0, 0, 0, 0);
    line->addLayout(words, 1);
    line->addWidget(save, 0, Qt::AlignTop);
    return header;
}

QWidget* LiveWindow::makeTiles()
{
    auto* tiles = new QWidget;
    auto* line = new QHBoxLayout(tiles);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid + metrics::half);
    for (NumberTile* tile : {m_waiting, m_longest, m_risk, m_here})
        line->addWidget(tile, 1);
    return tiles;
}

QWidget* LiveWindow::makeToday()
{
    m_targets = new TargetChart(m_.theme);
    m_days = new DayChart(m_.theme);
    m_numbers = new QTableWidget;
    m_numbers->setObjectName(QStringLiteral("numbersTable"));
    m_numbers->setAccessibleName(tr("The same figures as a table"));
    m_numbers->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_numbers->setSelectionMode(QAbstractItemView::NoSelection);
    m_numbers->setShowGrid(false);
    m_numbers->setWordWrap(false);
    m_numbers->verticalHeader()->hide();
    m_numbers->horizontalHeader()->setStretchLastSection(true);
    m_numbers->horizontalHeader()->setHighlightSections(false);
    m_numbers->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_numbers->setTabKeyNavigation(false);

    auto* charts = new QWidget;
    QVBoxLayout* column = columnOf(charts);
    column->addWidget(m_targets);
    column->addSpacing(grid);
    m_daysTitle =
        new Text(m_.theme, &Fonts::bodyStrong, &Colors::text, tr("Customers who asked for a human, by day"));
    m_daysTitle->hide();
    column->addWidget(m_daysTitle);
    column->addWidget(m_days);
    column->addStretch();
    m_today = new QStackedWidget;
    m_today->addWidget(charts);
    m_today->addWidget(m_numbers);

    m_asTable = named(new QPushButton(tr("As a table")), "asTable");
    m_asTable->setCheckable(true);
    setButtonKind(*m_asTable, ButtonKind::Quiet);
    connect(m_asTable, &QPushButton::toggled, m_today, &QStackedWidget::setCurrentIndex);
    m_again = named(new QPushButton(tr("Try again")), "liveAgain");
    m_again->hide();
    connect(m_again, &QPushButton::clicked, this, &LiveWindow::ask);
    auto* top = new QHBoxLayout;
    top->addWidget(new Text(m_.theme, &Fonts::heading, &Colors::text, tr("Today")), 1);
    top->addWidget(m_asTable);
    auto* today = new QWidget;
    QVBoxLayout* all = columnOf(today);
    all->addLayout(top);
    all->addWidget(m_trouble);
    all->addWidget(m_again, 0, Qt::AlignLeading);
    all->addWidget(m_today, 1);
    return today;
}

QTableView* LiveWindow::tableOf(QAbstractItemModel* model, const char* objectName, const QString& name,
                                int wideColumn)
{
    auto* table = new QTableView;
    table->setObjectName(QString::fromLatin1(objectName));
    table->setAccessibleName(name);
    table->setModel(model);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const auto fitRows = [this, table] {
        table->verticalHeader()->setDefaultSectionSize(QFontMetrics(m_.theme.fonts().body).height() +
                                                       2 * grid);
        table->horizontalHeader()->setMinimumSectionSize(10 * grid * m_.theme.textScale() / 100);
    };
    fitRows();
    connect(&m_.theme, &Theme::changed, table, fitRows);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(wideColumn, QHeaderView::Stretch);
    table->setMinimumHeight(14 * grid);
    return table;
}

QWidget* LiveWindow::makeWaiting()
{
    m_waitingModel = new WaitingModel(this);
    m_waitingTable =
        tableOf(m_waitingModel, "liveWaiting", tr("Customers who are waiting or whose answer is at risk"),
                WaitingModel::Customer);
    m_takeOver = named(new QPushButton(tr("Take over")), "liveTakeOver");
    m_give = new PopupButton;
    m_give->setText(tr("Give to"));
    (void)named(m_give, "liveGive");
    m_give->setSign(m_.theme.icon(QStringLiteral("chevron-down")));
    setButtonKind(*m_give, ButtonKind::Normal);
    connect(m_takeOver, &QPushButton::clicked, this, &LiveWindow::takeOver);
    connect(&m_give->popup(), &QMenu::aboutToShow, this, &LiveWindow::fillGiveMenu);
    connect(m_waitingTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LiveWindow::updateButtons);
    auto* top = new QHBoxLayout;
    top->setSpacing(grid);
    auto* title = new Text(m_.theme, &Fonts::heading, &Colors::text, tr("Waiting and at risk"));
    title->setWordWrap(true); // beside the buttons a large type leaves it little room
    top->addWidget(title, 1);
    top->addWidget(m_takeOver);
    top->addWidget(m_give);
    auto* nobody = new EmptyState(m_.theme, QStringLiteral("inbox"), tr("Nobody is waiting"),
                                  tr("Whoever asks for a human appears here."));
    nobody->setObjectName(QStringLiteral("liveNobody"));
    nobody->setCompact(true);
    auto* either = new QStackedWidget;
    either->addWidget(nobody);
    either->addWidget(m_waitingTable);
    connect(m_waitingModel, &WaitingModel::modelReset, either,
            [either, model = m_waitingModel] { either->setCurrentIndex(model->rowCount() > 0 ? 1 : 0); });
    auto* waiting = new QWidget;
    QVBoxLayout* column = columnOf(waiting);
    m_left = new Text(m_.theme, &Fonts::caption, &Colors::muted);
    m_left->setObjectName(QStringLiteral("liveLeft"));
    m_left->setWordWrap(true);
    m_left->hide();
    column->addLayout(top);
    column->addWidget(either, 1);
    column->addWidget(m_left);
    return waiting;
}

QWidget* LiveWindow::makeAgents()
{
    m_agentsModel = new AgentsModel(m_.theme, this);
    auto* agents = new QWidget;
    QVBoxLayout* column = columnOf(agents);
    column->addWidget(new Text(m_.theme, &Fonts::heading, &Colors::text, tr("Agents")));
    QTableView* table = tableOf(m_agentsModel, "liveAgents", tr("Agents"), AgentsModel::Why);
    table->setItemDelegateForColumn(AgentsModel::State, new SignDelegate(table));
    // However long the names are, the reason has room.
    const auto fitColumns = [this, header = table->horizontalHeader()] {
        header->setMaximumSectionSize(23 * grid * m_.theme.textScale() / 100);
    };
    fitColumns();
    connect(&m_.theme, &Theme::changed, table, fitColumns);
    column->addWidget(table, 1);
    return agents;
}

} // namespace relevo::ui
