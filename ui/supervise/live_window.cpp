#include <ui/supervise/live_window.h>

#include <ui/settings/api_words.h>
#include <ui/settings/question.h>
#include <ui/supervise/agents_model.h>
#include <ui/supervise/channel_words.h>
#include <ui/supervise/day_chart.h>
#include <ui/supervise/live_csv.h>
#include <ui/supervise/number_tile.h>
#include <ui/supervise/target_chart.h>
#include <ui/supervise/waiting_model.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>
#include <ui/widgets/window_size.h>

#include <domain/local_time.h>
#include <domain/timers.h>

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;
using protocol::Json;

namespace {

constexpr std::chrono::seconds tickEvery{1};
constexpr std::chrono::seconds askEvery{30};
constexpr int soonMilliseconds = 100; ///< many changes at once make one refresh
constexpr std::size_t mostWaitingShown = 200;
constexpr int shownDays = 14;
constexpr QSize firstLiveSize(1120, 720);
constexpr QSize smallestLive(760, 480);

} // namespace

LiveWindow::LiveWindow(const Parts& parts, QWidget* parent)
    : QDialog(parent, Qt::Window), m_(parts), m_age(new Text(parts.theme, &Fonts::caption, &Colors::muted)),
      m_trouble(new Text(parts.theme, &Fonts::body, &Colors::danger)),
      m_failing(new Text(parts.theme, &Fonts::caption, &Colors::warning)),
      m_waiting(new NumberTile(parts.theme, QStringLiteral("waitingNow"), tr("Waiting now"))),
      m_longest(new NumberTile(parts.theme, QStringLiteral("longestWait"), tr("Longest wait"))),
      m_risk(new NumberTile(parts.theme, QStringLiteral("answersAtRisk"), tr("Answers at risk"))),
      m_here(new NumberTile(parts.theme, QStringLiteral("agentsHere"), tr("Agents here"))), m_tick(this),
      m_ask(this)
{
    setObjectName(QStringLiteral("liveWindow"));
    setWindowTitle(tr("Live"));
    keepReadable(*this, parts.theme, smallestLive);
    placeOver(*this, parent, firstLiveSize);
    m_age->setObjectName(QStringLiteral("liveAge"));
    m_age->setWordWrap(true);
    m_trouble->setObjectName(QStringLiteral("liveTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_failing->setObjectName(QStringLiteral("liveFailing"));
    m_failing->setElided(true); // the whole is in the tool tip

    auto* side = new QVBoxLayout;
    side->setSpacing(2 * grid);
    QWidget* header = makeHeader();
    QWidget* tiles = makeTiles();
    QWidget* waiting = makeWaiting();
    QWidget* agents = makeAgents();
    side->addWidget(waiting, 3);
    side->addWidget(agents, 2);
    auto* below = new QHBoxLayout;
    below->setSpacing(4 * grid);
    below->addLayout(side, 3);
    below->addWidget(makeToday(), 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    layout->setSpacing(2 * grid);
    layout->addWidget(header);
    layout->addWidget(tiles);
    layout->addLayout(below, 1);

    m_tick.setInterval(tickEvery);
    m_ask.setInterval(askEvery);
    connect(&m_tick, &QTimer::timeout, this, &LiveWindow::refresh);
    connect(&m_ask, &QTimer::timeout, this, &LiveWindow::ask);
    connect(&parts.live, &client::LiveView::rowsReset, this, &LiveWindow::refreshSoon);
    connect(&parts.live, &client::LiveView::rowsChanged, this, &LiveWindow::refreshSoon);
    connect(&parts.live, &client::LiveView::agentsChanged, this, &LiveWindow::refreshSoon);
    connect(&parts.live, &client::LiveView::projectChanged, this, &LiveWindow::refreshSoon);
    connect(&parts.live, &client::LiveView::failingChanged, this, &LiveWindow::showFailing);
    showFailing();
    updateButtons();
}

void LiveWindow::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_tick.start();
    m_ask.start();
    refresh();
    ask();
}

void LiveWindow::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    m_tick.stop();
    m_ask.stop();
}

void LiveWindow::setLink(const client::LinkInfo& link)
{
    const bool online = client::isConnected(link.state);
    if (online == std::exchange(m_online, online))
        return;
    if (online && isVisible())
        ask();
    showAge();
    updateButtons();
}

void LiveWindow::refreshSoon()
{
    if (!isVisible() || std::exchange(m_due, true))
        return;
    QTimer::singleShot(soonMilliseconds, this, &LiveWindow::refresh);
}

void LiveWindow::refresh()
{
    m_due = false;
    const Timestamp now = m_.clock.now();
    const Moment moment = momentOf(m_.live, now);
    const QLocale locale;
    m_waiting->setNumber(locale.toString(moment.waiting), tr("%n with an agent", nullptr, moment.held),
                         false);
    m_longest->setNumber(moment.longestWait ? shortSpan(*moment.longestWait) : QStringLiteral("–"),
                         moment.longestWait ? QString() : tr("Nobody is waiting"), false);
    m_risk->setNumber(locale.toString(moment.atRisk),
                      moment.late > 0 ? tr("%n late", nullptr, moment.late) : tr("None late"),
                      moment.late > 0);
    m_here->setNumber(tr("%1 of %2").arg(moment.here).arg(moment.agents),
                      moment.here == 0 && moment.waiting > 0 ? tr("Nobody is taking customers") : QString(),
                      moment.here == 0 && moment.waiting > 0);

    const domain::HandoffId before = chosen();
    Pressing pressing = pressingOf(m_.live, now, mostWaitingShown);
    m_left->setVisible(pressing.all > pressing.rows.size());
    m_left->setWhole(tr("The first %1 of %2; all of them are in the export.")
                         .arg(locale.toString(pressing.rows.size()), locale.toString(pressing.all)));
    m_waitingModel->setRows(std::move(pressing.rows), now);
    // The same customer stays chosen, wherever they stand now.
    if (const int row = m_waitingModel->rowOf(before); row >= 0 && chosen() != before)
        m_waitingTable->selectRow(row);
    m_agentsModel->setAgents(agentsOf(m_.live, m_fits));
    showAge();
    updateButtons();
}

void LiveWindow::ask()
{
    const domain::LocalTime time(domain::timezoneOf(m_.live.settings()));
    const QDate today = time.dayOf(m_.clock.now());
    const QString day = today.toString(Qt::ISODate);
    m_.api.get(QStringLiteral("/api/reports/summary?from=%1&to=%1").arg(day), this,
               [this](const Result<Json>& answer) { summaryCame(answer); });
    m_.api.get(QStringLiteral("/api/reports/timeline?from=%1&to=%2")
                   .arg(today.addDays(1 - shownDays).toString(Qt::ISODate), day),
               this, [this](const Result<Json>& answer) {
                   if (!answer)
                       return; // the summary says why
                   m_dayFigures = daysOf(*answer);
                   showFigures();
               });
    const client::ConversationRow* first = firstWaiting(m_.live, m_.clock.now());
    if (!first) {
        m_fits.clear();
        return;
    }
    m_.api.get(QStringLiteral("/api/handoff/%1/routing").arg(first->handoffId.toString()), this,
               [this](const Result<Json>& answer) {
                   m_fits = answer ? fitsOf(*answer) : std::map<domain::AgentId, QString>();
                   refreshSoon();
               });
}

void LiveWindow::summaryCame(const Result<Json>& answer)
{
    if (!answer) {
        if (m_online)
            tellTrouble(
                apiWords(answer.error(), tr("Only supervisors and administrators see these figures.")));
        m_again->setVisible(m_online && answer.error().code != ErrorCode::Forbidden);
        showAge();
        return;
    }
    m_trouble->hide();
    m_again->hide();
    m_askedAt = m_.clock.now();
    m_targetFigures = targetsOf(*answer);
    showFigures();
    showAge();
}

void LiveWindow::showFigures()
{
    m_targets->setFigures(m_targetFigures);
    m_days->setDays(m_dayFigures);
    m_daysTitle->setVisible(!m_dayFigures.empty());
    const std::vector<QStringList> rows = numberRows();
    m_numbers->clearSpans();
    m_numbers->clearContents(); // the columns are measured by what is theirs
    m_numbers->setRowCount(static_cast<int>(rows.size()));
    m_numbers->setColumnCount(3);
    m_numbers->setHorizontalHeaderLabels({tr("Figure"), tr("Value"), tr("Target")});
    // The columns are as wide as the figures; what has no target has the room of one for its words.
    for (const bool wide : {false, true}) {
        for (int row = 0; row < m_numbers->rowCount(); ++row) {
            const QStringList& cells = rows[static_cast<std::size_t>(row)];
            if ((cells.size() < 3) != wide)
                continue;
            for (int column = 0; column < cells.size(); ++column)
                m_numbers->setItem(row, column, new QTableWidgetItem(cells[column]));
            if (wide)
                m_numbers->setSpan(row, 1, 1, 2);
        }
        if (!wide)
            m_numbers->resizeColumnsToContents();
    }
}

std::vector<QStringList> LiveWindow::numberRows() const
{
    std::vector<QStringList> rows;
    rows.reserve(m_targetFigures.size() + m_dayFigures.size());
    for (const TargetFigure& figure : m_targetFigures) {
        const QString value = figure.value ? textOf(*figure.value, figure.unit) : QStringLiteral("–");
        rows.push_back({figure.name, value, targetText(figure)});
        if (figure.value && !figure.note.isEmpty())
            rows.push_back({figure.name, figure.note});
    }
    for (const DayFigure& day : m_dayFigures)
        rows.push_back({QLocale().toString(day.day, QLocale::ShortFormat),
                        tr("%1 asked, %2 resolved").arg(day.handoffs).arg(day.resolved)});
    return rows;
}

void LiveWindow::showFailing()
{
    const std::vector<domain::HealthChange>& failing = m_.live.failing();
    QStringList words = failingLines(failing, QDate::currentDate());
    if (words.size() > 1)
        words.prepend(failingSummary(failing));
    const QString whole = words.join(QStringLiteral(" · "));
    m_failing->setWhole(whole);
    m_failing->setAccessibleName(whole);
    m_failing->setVisible(!failing.empty());
}

void LiveWindow::showAge()
{
    if (!m_online) {
        m_age->setColor(&Colors::warning);
        m_age->setWhole(
            m_askedAt
                ? tr("No connection: this is the last known state, with figures from %1.")
                      .arg(clockText(QDateTime::fromMSecsSinceEpoch(m_askedAt->time_since_epoch().count())))
                : tr("No connection: this is the last known state."));
        return;
    }
    m_age->setColor(&Colors::muted);
    if (!m_askedAt) {
        m_age->setWhole(m_trouble->isHidden() ? tr("Asking the relay for today’s figures…")
                                              : tr("Customers and agents are live"));
        return;
    }
    const qint64 age = std::chrono::duration_cast<std::chrono::seconds>(m_.clock.now() - *m_askedAt).count();
    constexpr qint64 fresh = 5; // seconds
    if (age < fresh) {
        m_age->setWhole(tr("As of now"));
        return;
    }
    m_age->setWhole(tr("Customers and agents are live; today’s figures are %1 old.")
                        .arg(shortSpan(std::max<qint64>(0, age))));
}

domain::HandoffId LiveWindow::chosen() const
{
    const QModelIndexList rows = m_waitingTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? domain::HandoffId() : m_waitingModel->handoffAt(rows.front().row());
}

domain::AgentId LiveWindow::chosenHolder() const
{
    const QModelIndexList rows = m_waitingTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? domain::AgentId() : m_waitingModel->holderAt(rows.front().row());
}

void LiveWindow::updateButtons()
{
    const bool can = m_online && !chosen().isNull();
    m_takeOver->setEnabled(can && chosenHolder() != m_.live.me().id);
    m_give->setEnabled(can);
}

void LiveWindow::fillGiveMenu()
{
    QMenu& menu = m_give->popup();
    menu.clear();
    const domain::HandoffId handoff = chosen();
    for (const AgentFigure& agent : m_agentsModel->agents()) {
        if (agent.id == m_.live.me().id || agent.id == chosenHolder())
            continue;
        const QString load = agent.capacity > 0 ? tr("%1 of %2").arg(agent.load).arg(agent.capacity)
                                                : QString::number(agent.load);
        const Look look = lookOf(agent.availability);
        QAction* action = menu.addAction(m_.theme.icon(look.icon, look.color),
                                         tr("%1 (%2)").arg(isolated(agent.name), load));
        connect(action, &QAction::triggered, this, [this, handoff, agent] { give(handoff, agent); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("There is nobody else"))->setEnabled(false);
}

void LiveWindow::takeOver()
{
    const domain::HandoffId handoff = chosen();
    const int row = m_waitingModel->rowOf(handoff);
    if (row < 0)
        return;
    askFirst(tr("Take this customer over from %1?"),
             tr("You answer %2 from now on, and %1 can no longer write to them.")
                 .arg(isolated(m_waitingModel->text(row, WaitingModel::With)),
                      isolated(m_waitingModel->text(row, WaitingModel::Customer))),
             tr("Take over"), [this, handoff] { Q_EMIT takeOverRequested(handoff); });
}

void LiveWindow::give(const domain::HandoffId& handoff, const AgentFigure& to)
{
    const int row = m_waitingModel->rowOf(handoff);
    if (row < 0)
        return;
    askFirst(tr("Take this customer away from %1?"),
             tr("%3 answers %2 from now on, and %1 can no longer write to them.")
                 .arg(isolated(m_waitingModel->text(row, WaitingModel::With)),
                      isolated(m_waitingModel->text(row, WaitingModel::Customer)), isolated(to.name)),
             tr("Give to %1").arg(isolated(to.name)),
             [this, handoff, id = to.id] { Q_EMIT reassignRequested(handoff, id); });
}

void LiveWindow::askFirst(const QString& title, const QString& words, const QString& answer,
                          std::function<void()> then)
{
    const domain::AgentId holder = chosenHolder();
    if (holder.isNull() || holder == m_.live.me().id) {
        then();
        return;
    }
    const int row = m_waitingModel->rowOf(chosen());
    auto* question =
        new Question(m_.theme, QStringLiteral("liveQuestion"),
                     title.arg(isolated(m_waitingModel->text(row, WaitingModel::With))), words, this);
    question->addAnswer(QStringLiteral("liveMove"), answer, ButtonKind::Primary, std::move(then));
    question->open();
}

QByteArray LiveWindow::csv() const
{
    std::vector<QStringList> rows{
        {tr("Live"),
         QDateTime::fromMSecsSinceEpoch(m_.clock.now().time_since_epoch().count()).toString(Qt::ISODate)},
        {tr("Waiting now"), m_waiting->number()},
        {tr("Longest wait"), m_longest->number()},
        {tr("Answers at risk"), m_risk->number()},
        {tr("Agents here"), m_here->number()},
        {}};
    rows.push_back({tr("Figure"), tr("Value"), tr("Target")});
    for (const QStringList& row : numberRows())
        rows.push_back(row);
    rows.emplace_back();
    const auto table = [&rows](const auto& model) {
        QStringList header;
        for (int column = 0; column < model.columnCount(); ++column)
            header << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        rows.push_back(header);
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells << model.text(row, column);
            rows.push_back(cells);
        }
        rows.emplace_back();
    };
    // Whoever counts them later is not to take the first few for everybody.
    Pressing pressing = pressingOf(m_.live, m_.clock.now());
    rows.push_back({tr("Waiting or at risk, all of them"), QString::number(pressing.all)});
    WaitingModel everybody;
    everybody.setRows(std::move(pressing.rows), m_.clock.now());
    table(everybody);
    table(*m_agentsModel);
    return csvOf(rows);
}

void LiveWindow::exportCsv()
{
    auto* dialog =
        new QFileDialog(this, tr("Export as CSV"), QStringLiteral("relevo-live.csv"), tr("Tables (*.csv)"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    // What was seen when the button was pressed, however long the choosing takes.
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, bytes = csv()](const QString& path) { writeFile(path, bytes); });
    dialog->open();
}

void LiveWindow::writeFile(const QString& path, const QByteArray& bytes)
{
    // A disk may be slow, and somewhere else.
    QThreadPool::globalInstance()->start([self = QPointer<LiveWindow>(this), path, bytes] {
        QSaveFile file(path);
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        QMetaObject::invokeMethod(
            qApp,
            [self, path, written, why = file.errorString()] {
                if (self)
                    self->fileWritten(path, written ? QString() : why);
            },
            Qt::QueuedConnection);
    });
}

void LiveWindow::tellTrouble(const QString& words)
{
    m_trouble->setColor(&Colors::danger);
    m_trouble->setWhole(words);
    m_trouble->show();
}

void LiveWindow::fileWritten(const QString& path, const QString& why)
{
    m_again->hide();
    m_trouble->setColor(why.isEmpty() ? &Colors::good : &Colors::danger);
    m_trouble->setWhole(why.isEmpty() ? tr("Saved to %1").arg(path)
                                      : tr("%1 could not be saved: %2").arg(path, why));
    m_trouble->show();
}

void LiveWindow::keyPressEvent(QKeyEvent* event)
{
    // Enter in a field is for that field; a dialog would press a button of its own choice.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void LiveWindow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_.theme.colors().window);
}

} // namespace relevo::ui
