#pragma once

#include <ui/supervise/live_figures.h>
#include <ui/theme/theme.h>

#include <base/clock.h>
#include <client/link_state.h>
#include <client/relay_api.h>

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

#include <functional>

class QAbstractItemModel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTableWidget;

namespace relevo::ui {

class AgentsModel;
class DayChart;
class NumberTile;
class PopupButton;
class TargetChart;
class Text;
class WaitingModel;

/// How the team stands at this moment and today, for those who lead it: who waits, who works, and the day's
/// figures against the targets. What is live follows by itself; what the relay has to work out is asked for
/// twice a minute while the window is looked at, and the window says how old it is.
class LiveWindow final : public QDialog
{
    Q_OBJECT
public:
    /// All must outlive the window.
    struct Parts
    {
        const Theme& theme;
        const client::LiveView& live;
        client::RelayApi& api;
        const Clock& clock;
    };

    explicit LiveWindow(const Parts& parts, QWidget* parent = nullptr);

    void setLink(const client::LinkInfo& link);
    /// Something that was asked for here did not come about.
    void tellTrouble(const QString& words);
    /// All that is shown, and every customer who waits or is at risk, as a spreadsheet reads it.
    [[nodiscard]] QByteArray csv() const;

Q_SIGNALS:
    /// The supervisor takes this one, which may be a colleague's.
    void takeOverRequested(const relevo::domain::HandoffId& handoff);
    void reassignRequested(const relevo::domain::HandoffId& handoff, const relevo::domain::AgentId& agent);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Parts m_;
    Text* m_age;
    Text* m_trouble;
    Text* m_failing;                ///< the ways out of the project that do not work
    QPushButton* m_again = nullptr; ///< asks for what could not be had
    NumberTile* m_waiting;
    NumberTile* m_longest;
    NumberTile* m_risk;
    NumberTile* m_here;
    TargetChart* m_targets;
    DayChart* m_days;
    Text* m_daysTitle;
    QTableWidget* m_numbers;
    QStackedWidget* m_today;
    QPushButton* m_asTable;
    QPushButton* m_takeOver;
    PopupButton* m_give;
    QTableView* m_waitingTable;
    Text* m_left = nullptr; ///< says that not everybody is in the table
    WaitingModel* m_waitingModel;
    AgentsModel* m_agentsModel;
    QTimer m_tick;
    QTimer m_ask;
    std::map<domain::AgentId, QString> m_fits;
    std::vector<TargetFigure> m_targetFigures;
    std::vector<DayFigure> m_dayFigures;
    std::optional<Timestamp> m_askedAt; ///< when the relay's figures came
    bool m_online = true;
    bool m_due = false; ///< a refresh is scheduled

    // Making it (live_window_parts.cpp).
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeTiles();
    [[nodiscard]] QWidget* makeToday();
    [[nodiscard]] QWidget* makeWaiting();
    [[nodiscard]] QWidget* makeAgents();
    [[nodiscard]] QTableView* tableOf(QAbstractItemModel* model, const char* objectName, const QString& name,
                                      int wideColumn);

    // Keeping it true (live_window.cpp).
    void refresh();
    void refreshSoon();
    void ask();
    void summaryCame(const Result<protocol::Json>& answer);
    void showFigures();
    void showAge();
    void showFailing();
    void updateButtons();
    void fillGiveMenu();
    void takeOver();
    void give(const domain::HandoffId& handoff, const AgentFigure& to);
    /// The question before a colleague loses the chosen customer; whoever waits is nobody's yet.
    void askFirst(const QString& title, const QString& words, const QString& answer,
                  std::function<void()> then);
    [[nodiscard]] domain::HandoffId chosen() const;
    [[nodiscard]] domain::AgentId chosenHolder() const; ///< who has it; null: nobody
    void exportCsv();
    void writeFile(const QString& path, const QByteArray& bytes);
    void fileWritten(const QString& path, const QString& why);
    [[nodiscard]] std::vector<QStringList> numberRows() const;
};

} // namespace relevo::ui
