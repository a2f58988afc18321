#include <ui/queue/offer_card.h>

#include <models/inbox_filter.h>
#include <models/names.h>
#include <models/section_model.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int countdownHeight = 3;
constexpr int sidePadding = 2 * grid + metrics::half;
constexpr qint64 hurry = 10; ///< seconds

qint64 secondsLeft(const client::ConversationRow& row, Timestamp now)
{
    const milliseconds left = std::max(milliseconds(0), row.offeredUntil.value_or(now) - now);
    return std::chrono::ceil<std::chrono::seconds>(left).count();
}

} // namespace

OfferCard::OfferCard(const Theme& theme, const client::ConversationRow& row, Timestamp now, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_firstSeen(now),
      m_name(new Text(theme, &Fonts::bodyStrong, &Colors::text)),
      m_left(new Text(theme, &Fonts::bodyStrong, &Colors::accentText)),
      m_issue(new Text(theme, &Fonts::caption, &Colors::text)),
      m_why(new Text(theme, &Fonts::caption, &Colors::muted)), m_accept(new QPushButton(tr("Accept"))),
      m_decline(new QPushButton(tr("Decline")))
{
    setObjectName(QStringLiteral("offer"));
    setFocusPolicy(Qt::StrongFocus);
    for (Text* text : {m_name, m_issue, m_why})
        text->setElided(true);
    m_left->setObjectName(QStringLiteral("offerLeft"));
    m_accept->setObjectName(QStringLiteral("acceptOffer"));
    m_decline->setObjectName(QStringLiteral("declineOffer"));
    m_accept->setToolTip(tr("Accept (%1)").arg(QStringLiteral("A")));
    m_decline->setToolTip(tr("Decline (%1)").arg(QStringLiteral("D")));
    setButtonKind(*m_accept, ButtonKind::Primary);

    auto* top = new QHBoxLayout;
    top->setSpacing(grid);
    top->addWidget(m_name, 1);
    top->addWidget(m_left);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(grid);
    buttons->addWidget(m_accept, 1);
    buttons->addWidget(m_decline, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(sidePadding, grid + metrics::half, sidePadding,
                               grid + metrics::half + countdownHeight);
    layout->setSpacing(metrics::half);
    layout->addLayout(top);
    layout->addWidget(m_issue);
    layout->addWidget(m_why);
    layout->addSpacing(metrics::half);
    layout->addLayout(buttons);

    connect(m_accept, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_row.id); });
    connect(m_decline, &QPushButton::clicked, this, [this] { Q_EMIT declined(m_row.id); });
    setRow(row, now);
}

void OfferCard::setRow(const client::ConversationRow& row, Timestamp now)
{
    m_row = row;
    m_now = now;
    const QString name = models::visibleName(row.contactName, row.id);
    const qint64 left = secondsLeft(row, now);
    m_name->setWhole(name);
    m_left->setWhole(shortSpan(left));
    m_left->setColor(left <= hurry ? &Colors::danger : &Colors::accentText);
    m_issue->setWhole(models::aboutLine(row));
    QStringList why{models::nameOf(models::presentPriority(row, now)), models::nameOf(row.triggerType)};
    if (row.vip && row.triggerType != domain::TriggerType::Vip)
        why << models::nameOf(domain::TriggerType::Vip);
    m_why->setWhole(why.join(QStringLiteral(" · ")));
    setAccessibleName(tr("%1 is offered to you").arg(name));
    setAccessibleDescription(tr("%1 left").arg(spokenSpan(left)));
    m_accept->setAccessibleName(tr("Accept %1").arg(name));
    m_decline->setAccessibleName(tr("Decline %1").arg(name));
    update();
}

void OfferCard::setCurrent(bool current)
{
    m_current = current;
    update();
}

double OfferCard::leftShare() const
{
    // How long it lasted altogether is not told; what was left when it came is as good.
    const auto whole = (m_row.offeredUntil.value_or(m_now) - m_firstSeen).count();
    const auto left = (m_row.offeredUntil.value_or(m_now) - m_now).count();
    return whole <= 0 ? 0.0 : std::clamp(static_cast<double>(left) / static_cast<double>(whole), 0.0, 1.0);
}

void OfferCard::keyPressEvent(QKeyEvent* event)
{
    const bool alone = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int key = alone ? event->key() : 0;
    if (key == Qt::Key_A)
        m_accept->click();
    else if (key == Qt::Key_D)
        m_decline->click();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        Q_EMIT chosen(m_row.id);
    else if (key == Qt::Key_Down)
        Q_EMIT leftBy(1);
    else if (key == Qt::Key_Up)
        Q_EMIT leftBy(-1);
    else
        QWidget::keyPressEvent(event);
}

void OfferCard::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    Q_EMIT chosen(m_row.id);
    event->accept();
}

void OfferCard::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void OfferCard::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void OfferCard::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(grid + 0.75, 2.75, -grid - 0.75, -2.75);
    painter.setPen(QPen(hasFocus() || m_current ? c.accentText : c.strongBorder, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(m_current ? c.accentSoft : c.surface);
    painter.drawRoundedRect(card, metrics::radius, metrics::radius);
    const QRectF room = QRectF(rect()).adjusted(sidePadding, 0, -sidePadding, 0); // under the words
    QRectF bar(room.left(), card.bottom() - countdownHeight - 2, room.width() * leftShare(), countdownHeight);
    if (layoutDirection() == Qt::RightToLeft)
        bar.moveRight(room.right());
    painter.setPen(Qt::NoPen);
    painter.setBrush(secondsLeft(m_row, m_now) <= hurry ? c.danger : c.accent);
    painter.drawRoundedRect(bar, countdownHeight / 2.0, countdownHeight / 2.0);
}

} // namespace relevo::ui
