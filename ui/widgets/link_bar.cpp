#include <ui/widgets/link_bar.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/herald.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

using client::LinkState;

struct Sign
{
    QString icon;
    QColor Colors::*color;
};

Sign signOf(LinkState state)
{
    switch (state) {
    case LinkState::Online:
        return {QStringLiteral("state-available"), &Colors::good};
    case LinkState::Connecting:
    case LinkState::CatchingUp:
        return {QStringLiteral("refresh"), &Colors::muted};
    case LinkState::SignedOut:
    case LinkState::WaitingToRetry:
        return {QStringLiteral("offline"), &Colors::warning};
    case LinkState::Refused:
    case LinkState::Forbidden:
    case LinkState::Replaced:
    case LinkState::TooOld:
    case LinkState::RelayTooOld:
        break;
    }
    return {QStringLiteral("alert"), &Colors::danger};
}

/// Whoever was sent away may come back as themselves, or as somebody who may.
bool leadsToSignIn(LinkState state)
{
    return state == LinkState::Refused || state == LinkState::SignedOut || state == LinkState::Forbidden;
}

/// So far that somebody would see it.
bool clockIsWrong(const client::LinkInfo& info)
{
    constexpr milliseconds most{60'000};
    return info.state == LinkState::Online && (info.clockAhead >= most || -info.clockAhead >= most);
}

} // namespace

LinkBar::LinkBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_tick(this), m_text(new Text(theme, &Fonts::caption, &Colors::muted)),
      m_action(new QPushButton)
{
    m_text->setObjectName(QStringLiteral("linkState"));
    m_text->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("linkAction"));
    setButtonKind(*m_action, ButtonKind::Quiet);
    m_action->setFont(theme.fonts().captionStrong);
    m_action->hide();

    auto* layout = new QHBoxLayout(this);
    const auto makeRoom = [this, layout] {
        layout->setContentsMargins(metrics::grid * 2 + m_theme.smallIconSize() + metrics::grid, metrics::grid,
                                   metrics::grid, metrics::grid);
    };
    connect(&theme, &Theme::changed, layout, makeRoom);
    makeRoom();
    layout->setSpacing(metrics::half);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    setMinimumHeight(metrics::grid * 5);

    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &LinkBar::refresh);
    connect(m_action, &QPushButton::clicked, this, &LinkBar::act);
    setLink({});
}

void LinkBar::act()
{
    if (leadsToSignIn(m_info.state))
        Q_EMIT signInRequested();
    else if (m_info.state == LinkState::TooOld)
        Q_EMIT restartRequested();
    else
        Q_EMIT reconnectRequested();
}

QString LinkBar::actionWords() const
{
    const LinkState state = m_info.state;
    return state == LinkState::WaitingToRetry || state == LinkState::RelayTooOld ? tr("Try now")
           : state == LinkState::Replaced                                        ? tr("Use it here")
           : state == LinkState::TooOld                                          ? tr("Restart")
           : leadsToSignIn(state)                                                ? tr("Sign in")
                                                                                 : QString();
}

void LinkBar::setLink(const client::LinkInfo& info)
{
    const bool another = info.state != m_info.state;
    m_info = info;
    m_since.start();
    if (info.state == LinkState::WaitingToRetry)
        m_tick.start();
    else
        m_tick.stop();
    const QString action = actionWords();
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    refresh();
    if (another)
        announce(*this, words());
}

void LinkBar::refresh()
{
    m_text->setWhole(words());
    m_text->setColor(m_info.state == LinkState::Online ? &Colors::muted : &Colors::text);
    const QString detail = clockIsWrong(m_info)
                               ? tr("Waiting times use the relay’s clock. Correct this computer’s clock so "
                                    "that everything else is right, too.")
                               : m_info.detail;
    m_text->setToolTip(detail);
    m_text->setAccessibleDescription(detail); // a tool tip needs a pointer
    updateGeometry();                         // the words may need another line
    update();
}

QString LinkBar::words() const
{
    switch (m_info.state) {
    case LinkState::SignedOut:
        return tr("Signed out");
    case LinkState::Connecting:
        return tr("Connecting…");
    case LinkState::CatchingUp:
        return tr("Catching up…");
    case LinkState::Online:
        if (clockIsWrong(m_info)) {
            const QString span = spokenSpan(std::abs(m_info.clockAhead.count()) / 1'000);
            return m_info.clockAhead.count() > 0 ? tr("Online. This computer’s clock is %1 fast.").arg(span)
                                                 : tr("Online. This computer’s clock is %1 slow.").arg(span);
        }
        return tr("Online");
    case LinkState::WaitingToRetry: {
        const qint64 left = m_info.retryIn.count() - (m_since.isValid() ? m_since.elapsed() : 0);
        return tr("Offline · trying again in %1 s").arg(std::max<qint64>(0, (left + 999) / 1000));
    }
    case LinkState::Refused:
        return tr("Your session has ended. Sign in again.");
    case LinkState::Forbidden:
        return tr("You are not allowed to use Relevo. Ask your administrator.");
    case LinkState::Replaced:
        return tr("You opened Relevo elsewhere.");
    case LinkState::TooOld:
        return tr("This version is too old for the relay. Update Relevo and start it again.");
    case LinkState::RelayTooOld:
        return tr("The relay is older than this Relevo. It works again once the relay is updated.");
    }
    return {};
}

void LinkBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
    const Sign sign =
        clockIsWrong(m_info) ? Sign{QStringLiteral("clock"), &Colors::warning} : signOf(m_info.state);
    const int size = m_theme.smallIconSize();
    const int left =
        layoutDirection() == Qt::LeftToRight ? metrics::grid * 2 : width() - metrics::grid * 2 - size;
    paintIcon(painter, QRect(left, (height() - size) / 2, size, size), sign.icon,
              m_theme.colors().*sign.color);
}

} // namespace relevo::ui
