#include <ui/shell/tray_icon.h>

#include <ui/widgets/availability_button.h>

#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

namespace relevo::ui {

namespace {

constexpr int sizes[] = {16, 22, 24, 32, 48, 64};
constexpr int mostShown = 99;

QString badgeText(int count)
{
    return count <= 0 ? QString() : count > mostShown ? QStringLiteral("99+") : QString::number(count);
}

QPixmap plainPixmap(int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(QStringLiteral(":/relevo/icons/relevo.svg")).render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

QPixmap badged(QPixmap pixmap, const QString& whole)
{
    if (whole.isEmpty())
        return pixmap;
    const int size = pixmap.width();
    // In less, three characters cannot be read, and "9+" must not stand for more than "20" does.
    constexpr int roomy = 24;
    const QString text = size < roomy && whole.size() > 1 ? QStringLiteral("9+") : whole;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal height = size * 0.62;
    const qreal width = text.size() == 1 ? height : text.size() == 2 ? size * 0.82 : size * 1.0;
    const QRectF badge(size - width, size - height, width, height);
    // A clear edge between the number's ground and the picture under it.
    painter.setPen(Qt::NoPen);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    const qreal edge = size / 24.0;
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(badge.adjusted(-edge, -edge, 0, 0), height / 2, height / 2);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setBrush(QColor(0xC2, 0x1F, 0x14));
    painter.drawRoundedRect(badge, height / 2, height / 2);
    QFont font;
    font.setWeight(QFont::Bold);
    font.setPixelSize(std::max(7, static_cast<int>(height * (text.size() > 2 ? 0.62 : 0.82))));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
    return pixmap;
}

/// In the upper corner, told by its shape as well as by its colour: a disc, a disc with a bar, a ring.
QPixmap marked(QPixmap pixmap, std::optional<domain::Availability> state)
{
    if (!state)
        return pixmap;
    const qreal size = pixmap.width();
    const qreal side = size * 0.36; // the number begins below it
    const qreal edge = size / 24.0;
    const QRectF mark(size - side, 0, side, side);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setBrush(Qt::black);
    painter.drawEllipse(mark.adjusted(-edge, 0, 0, edge));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    switch (*state) {
    case domain::Availability::Available:
        painter.setBrush(QColor(0x2B, 0xA8, 0x4A));
        painter.drawEllipse(mark);
        break;
    case domain::Availability::Busy:
        painter.setBrush(QColor(0xC2, 0x1F, 0x14));
        painter.drawEllipse(mark);
        painter.setBrush(Qt::white);
        painter.drawRect(QRectF(mark.x() + side * 0.22, mark.y() + side * 0.4, side * 0.56, side * 0.2));
        break;
    case domain::Availability::Away:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(0xE0, 0x9B, 0x12), side * 0.24));
        painter.drawEllipse(mark.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12));
        break;
    }
    return pixmap;
}

} // namespace

QPixmap trayPixmap(int size, int count, std::optional<domain::Availability> state)
{
    return marked(badged(plainPixmap(size), badgeText(count)), state);
}

TrayIcon::TrayIcon(const Theme& theme, QObject* parent) : QObject(parent), m_theme(theme), m_soon(this)
{
    for (const int size : sizes)
        m_plain.push_back(plainPixmap(size));
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &TrayIcon::showWaiting);
    m_waiting = m_menu.addAction(QString());
    connect(m_waiting, &QAction::triggered, this, &TrayIcon::waitingRequested);
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        if (m_isQuiet)
            m_quiet->setChecked(m_isQuiet());
    });
    m_beforeAvailability = m_menu.addSeparator();
    m_availability = m_menu.addMenu(tr("Availability"));
    m_quiet = m_menu.addAction(tr("Do not disturb"));
    m_quiet->setCheckable(true);
    connect(m_quiet, &QAction::triggered, this, &TrayIcon::quietChosen);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Open Relevo")), &QAction::triggered, this, &TrayIcon::openRequested);
    connect(m_menu.addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    setAvailability(domain::Availability::Away);
    setSignedIn(false);
    m_soon.stop();
    showWaiting();
}

void TrayIcon::show()
{
    m_icon.show();
}

bool TrayIcon::isThere() const
{
    return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setWaiting(int count)
{
    m_count = count;
    if (!m_soon.isActive())
        m_soon.start();
}

void TrayIcon::showWaiting()
{
    m_waiting->setText(m_count > 0 ? tr("%n waiting", nullptr, m_count) : tr("Nobody is waiting"));
    m_waiting->setEnabled(m_count > 0);
    m_icon.setToolTip(m_signedIn && !m_connected ? tr("Relevo: offline")
                      : m_count > 0              ? tr("Relevo: %n waiting", nullptr, m_count)
                                                 : tr("Relevo: nobody is waiting"));
    const QString text = badgeText(m_count);
    showPeople();
    paint(text);
}

void TrayIcon::paint(const QString& badge)
{
    if (m_badge == badge && m_painted == m_state)
        return;
    m_badge = badge;
    m_painted = m_state;
    QIcon icon;
    for (const QPixmap& plain : m_plain)
        icon.addPixmap(marked(badged(plain, badge), m_state));
    m_icon.setIcon(icon);
}

void TrayIcon::showPeople()
{
    QList<TrayPerson> people = m_people && m_count > 0 ? m_people() : QList<TrayPerson>();
    if (people == m_shown)
        return;
    m_shown = std::move(people);
    qDeleteAll(m_personActions);
    m_personActions.clear();
    for (const TrayPerson& person : std::as_const(m_shown)) {
        auto* action = new QAction(QString(person.words).replace(u'&', QStringLiteral("&&")), &m_menu);
        connect(action, &QAction::triggered, this,
                [this, handoff = person.handoff] { Q_EMIT handoffChosen(handoff); });
        m_menu.insertAction(m_beforeAvailability, action);
        m_personActions.push_back(action);
    }
}

void TrayIcon::setPeople(std::function<QList<TrayPerson>()> people)
{
    m_people = std::move(people);
}

void TrayIcon::setQuiet(std::function<bool()> quiet)
{
    m_isQuiet = std::move(quiet);
    m_quiet->setChecked(m_isQuiet());
}

void TrayIcon::setAvailability(domain::Availability availability)
{
    fillAvailabilityMenu(*m_availability, m_theme, availability,
                         [this](domain::Availability next) { Q_EMIT availabilityChosen(next); });
    m_own = availability;
    follow();
}

void TrayIcon::setConnected(bool connected)
{
    m_connected = connected;
    follow();
}

void TrayIcon::follow()
{
    m_state = !m_signedIn   ? std::nullopt
              : m_connected ? std::optional(m_own)
                            : std::optional(domain::Availability::Away);
    if (!m_soon.isActive())
        m_soon.start();
}

void TrayIcon::setSignedIn(bool signedIn)
{
    m_availability->setEnabled(signedIn);
    m_signedIn = signedIn;
    follow();
    setWaiting(signedIn ? m_count : 0);
}

} // namespace relevo::ui
