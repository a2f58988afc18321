#include <ui/conversation/window_bar.h>

#include <models/local_moment.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/bar_sign.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;
using std::chrono::duration_cast;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr hours spokenOf(6);
constexpr hours soon(2);
constexpr int besideButton = 3; ///< so many times the button is wide enough for both

} // namespace

WindowBar::WindowBar(const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_clock(clock),
      m_words(new Text(theme, &Fonts::caption, &Colors::muted)),
      m_choose(new QPushButton(tr("Choose a template…"))),
      m_line(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(QStringLiteral("replyWindow"));
    m_words->setObjectName(QStringLiteral("replyWindowWords"));
    m_words->setWordWrap(true);
    m_choose->setObjectName(QStringLiteral("chooseTemplate"));
    m_choose->setAccessibleName(m_choose->text());
    leaveSignRoom(*m_line, theme, {metrics::sideMargin, grid, metrics::sideMargin, 2 * grid}); // and a gap
    m_line->setSpacing(grid);
    m_line->addWidget(m_words, 1);
    m_line->addWidget(m_choose);
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &WindowBar::refresh);
    connect(m_choose, &QPushButton::clicked, this, &WindowBar::templateWanted);
    hide();
}

void WindowBar::setWindow(const std::optional<domain::ReplyWindow>& window)
{
    if (window == m_window)
        return;
    m_window = window;
    refresh();
}

WindowBar::State WindowBar::stateNow(milliseconds left) const
{
    if (!m_window)
        return State::None;
    if (left <= milliseconds(0))
        return State::Closed;
    return left < soon ? State::Near : left < spokenOf ? State::Ending : State::Ample;
}

QString WindowBar::lockWords() const
{
    return m_state == State::Closed ? tr("Locked: this channel takes a template now") : QString();
}

QString WindowBar::wordsFor(milliseconds left) const
{
    if (m_state == State::Closed)
        return tr("The time for free text is over until the customer writes again. Your text stays here; a "
                  "template reaches them now.");
    const QString until = clockText(QDateTime(models::localMoment(m_window->closesAt).date,
                                              models::localMoment(m_window->closesAt).time));
    const int whole = static_cast<int>(duration_cast<hours>(left).count());
    const int parts = static_cast<int>(duration_cast<minutes>(left).count());
    const QString rest = left >= soon ? tr("%n hour(s) left", nullptr, whole)
                                      : tr("%n minute(s) left", nullptr, std::max(1, parts));
    return tr("Free text until %1 · %2").arg(until, rest);
}

void WindowBar::refresh()
{
    const milliseconds left = m_window ? m_window->closesAt - m_clock.now() : milliseconds(0);
    const State before = std::exchange(m_state, stateNow(left));
    const bool shown = m_state >= State::Ending;
    const bool warns = m_state == State::Near;
    m_words->setColor(warns ? &Colors::warning : m_state == State::Closed ? &Colors::text : &Colors::muted);
    m_words->setWhole(shown ? wordsFor(left) : QString());
    m_choose->setVisible(m_state == State::Closed);
    m_choose->setAccessibleDescription(m_words->text());
    setAccessibleName(m_words->text());
    setVisible(shown);
    update();
    // To the next minute, or to the moment it is spoken of; a sleeping machine asks again when it wakes.
    m_tick.stop();
    if (m_window && m_state != State::Closed) {
        const milliseconds step =
            m_state == State::Ample ? std::min<milliseconds>(left - spokenOf, hours(1)) : left % minutes(1);
        m_tick.start(step + seconds(1));
    }
    if (m_state != before)
        Q_EMIT stateChanged();
}

void WindowBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < besideButton * m_choose->sizeHint().width();
    m_line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void WindowBar::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    const QRect bar = rect().adjusted(0, 0, 0, -grid);
    if (m_state == State::Near) {
        paintWarningBar(painter, bar, metrics::sideMargin, layoutDirection(), m_theme);
        return;
    }
    const bool closed = m_state == State::Closed;
    if (closed) {
        painter.fillRect(bar, c.sunken);
        painter.fillRect(QRect(0, 0, width(), 1), c.border);
    }
    paintBarSign(painter, bar, metrics::sideMargin, layoutDirection(),
                 closed ? QStringLiteral("lock") : QStringLiteral("clock"), closed ? c.text : c.muted,
                 m_theme);
}

} // namespace relevo::ui
