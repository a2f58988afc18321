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

QPixmap badged(QPixmap pixmap, const QString& text)
{
    if (text.isEmpty())
        return pixmap;
    const int size = pixmap.width();
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

} // namespace

QPixmap trayPixmap(int size, int count)
{
    return badged(plainPixmap(size), badgeText(count));
}

TrayIcon::TrayIcon(const Theme& theme, QObject* parent) : QObject(parent), m_theme(theme), m_soon(this)
{
    for (const int size : sizes)
        m_plain.push_back(plainPixmap(size));
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &TrayIcon::showWaiting);
    m_waiting = m_menu.addAction(QString());
    connect(m_waiting, &QAction::triggered, this, &TrayIcon::waitingRequested);
    m_availability = m_menu.addMenu(tr("Availability"));
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
    m_icon.setToolTip(m_count > 0 ? tr("Relevo: %n waiting", nullptr, m_count)
                                  : tr("Relevo: nobody is waiting"));
    const QString text = badgeText(m_count);
    if (m_badge == text)
        return;
    m_badge = text;
    QIcon icon;
    for (const QPixmap& plain : m_plain)
        icon.addPixmap(badged(plain, text));
    m_icon.setIcon(icon);
}

void TrayIcon::setAvailability(domain::Availability availability)
{
    fillAvailabilityMenu(*m_availability, m_theme, availability,
                         [this](domain::Availability next) { Q_EMIT availabilityChosen(next); });
}

void TrayIcon::setSignedIn(bool signedIn)
{
    m_availability->setEnabled(signedIn);
    if (!signedIn)
        setWaiting(0);
}

} // namespace relevo::ui
