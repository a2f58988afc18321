#include <ui/customer/customer_panel.h>

#include <models/names.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int widestKey = 14 * grid;

/// A picture of `size` that a function paints.
class Painted final : public QWidget
{
public:
    using Paint = std::function<void(QPainter&, const QRect&)>;

    Painted(int size, Paint paint) : m_paint(std::move(paint)) { setFixedSize(size, size); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_paint(painter, rect());
    }

private:
    Paint m_paint;
};

QString languageName(const QString& code)
{
    const QLocale locale(code);
    if (code.isEmpty() || locale.language() == QLocale::C)
        return code;
    // A language by its plain name: no country was said.
    if (locale.language() == QLocale::English)
        return QStringLiteral("English");
    const QString own = locale.nativeLanguageName();
    return own.isEmpty() ? QLocale::languageToString(locale.language()) : own.left(1).toUpper() + own.mid(1);
}

} // namespace

CustomerPanel::CustomerPanel(const Theme& theme, const models::ConversationDetails& details,
                             const Clock& clock, QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_details(details), m_clock(clock), m_soon(this), m_minute(this)
{
    setObjectName(QStringLiteral("customerPanel"));
    setAccessibleName(tr("Customer and summary"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(3 * grid);
    // Several things change in one turn of the loop; they are laid out once.
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CustomerPanel::refresh);
    connect(&details, &models::ConversationDetails::changed, this, [this] {
        dropStale();
        refreshSoon();
    });
    m_minute.setInterval(std::chrono::seconds(20));
    connect(&m_minute, &QTimer::timeout, this, &CustomerPanel::refreshSoon);
}

void CustomerPanel::refreshSoon()
{
    if (isVisible())
        m_soon.start();
}

/// What was asked for another handoff answers nothing in this one.
void CustomerPanel::dropStale()
{
    const std::optional<domain::Handoff> handoff = m_details.handoff();
    if (handoff && handoff->id == m_asked)
        return;
    m_asked = handoff ? handoff->id : domain::HandoffId();
    m_proposals = {};
    m_trouble.clear();
    m_refreshing = false;
}

void CustomerPanel::setConnected(bool connected)
{
    m_connected = connected;
    if (!connected) {
        // No answer is to come over a line that is cut.
        m_refreshing = false;
        m_proposals.asked = false;
    }
    refreshSoon();
}

void CustomerPanel::showReplies(const domain::HandoffId& handoff, const QStringList& texts,
                                const QString& engine)
{
    if (handoff != m_asked)
        return;
    m_proposals = {false, texts, engine};
    m_trouble = texts.isEmpty() ? tr("There is nothing to suggest yet.") : QString();
    refreshSoon();
}

void CustomerPanel::refreshed(const domain::HandoffId& handoff)
{
    if (handoff != m_asked)
        return;
    m_refreshing = false;
    m_trouble.clear();
    refreshSoon();
}

void CustomerPanel::showTrouble(const domain::HandoffId& handoff, const QString& words)
{
    if (handoff != m_asked)
        return;
    m_proposals.asked = false;
    m_trouble = words;
    refreshSoon();
}

void CustomerPanel::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    dropStale();
    refresh();
    m_minute.start();
}

void CustomerPanel::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (widget())
        widget()->setMaximumWidth(viewport()->width());
}

CustomerPanel::Content CustomerPanel::content() const
{
    Content content;
    content.name = m_details.name();
    content.contact = m_details.contact();
    content.channel = m_details.channel();
    content.language = m_details.language();
    content.localTime = localTime();
    content.hasHandoff = m_details.handoff().has_value();
    if (const std::optional<domain::Summary> summary = m_details.summary())
        content.summary = SummaryContent{*summary,     m_details.summaryIsStale(),
                                         m_refreshing, m_connected && m_details.canReply(),
                                         m_proposals,  m_trouble};
    return content;
}

void CustomerPanel::refresh()
{
    Content now = content();
    if (m_shown == now)
        return;
    const bool sameContact = m_shown && m_shown->contact.id == now.contact.id;
    const int place = sameContact ? verticalScrollBar()->value() : 0;
    const QWidget* keyboard = QApplication::focusWidget();
    const bool wasHere = widget() && keyboard && widget()->isAncestorOf(keyboard);
    const QString keyboardAt = wasHere ? keyboard->objectName() : QString();
    QWidget* built = build(now);
    built->setMaximumWidth(viewport()->width());
    setWidget(built); // deletes the former one
    built->setAutoFillBackground(false);
    verticalScrollBar()->setValue(place);
    if (wasHere) {
        // The keyboard stays on what took the place of what it was on.
        auto* again = keyboardAt.isEmpty() ? nullptr : built->findChild<QWidget*>(keyboardAt);
        (again && again->isEnabled() ? again : this)->setFocus(Qt::OtherFocusReason);
    }
    m_shown = std::move(now);
}

QWidget* CustomerPanel::build(const Content& content) const
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    layout->setSpacing(grid);
    if (m_details.isEmpty()) {
        layout->addStretch();
        return page;
    }
    addContact(*layout, content);
    addAttributes(*layout, content);
    layout->addSpacing(grid);
    if (content.summary) {
        layout->addWidget(makeCard(*content.summary));
    } else if (content.hasHandoff) {
        auto* text = new Text(m_theme, &Fonts::caption, &Colors::muted, tr("The summary is being made…"));
        text->setWordWrap(true);
        layout->addWidget(text);
    }
    layout->addStretch();
    return page;
}

SummaryCard* CustomerPanel::makeCard(const SummaryContent& content) const
{
    auto* card = new SummaryCard(m_theme, content);
    connect(card, &SummaryCard::factChosen, this, &CustomerPanel::factChosen);
    connect(card, &SummaryCard::replyChosen, this, &CustomerPanel::replyChosen);
    connect(card, &SummaryCard::refreshWanted, this, &CustomerPanel::askForSummary);
    connect(card, &SummaryCard::repliesWanted, this, &CustomerPanel::askForReplies);
    return card;
}

void CustomerPanel::askForSummary()
{
    m_refreshing = true;
    m_trouble.clear();
    refreshSoon();
    Q_EMIT refreshWanted(m_asked);
}

void CustomerPanel::askForReplies()
{
    m_proposals = {true, {}, {}};
    m_trouble.clear();
    refreshSoon();
    Q_EMIT repliesWanted(m_asked);
}

QString CustomerPanel::localTime() const
{
    for (const auto& [name, value] : m_details.contact().attributes) {
        QString key = name.toLower();
        key.remove(QLatin1Char('_')).remove(QLatin1Char(' ')).remove(QLatin1Char('-'));
        if (key != QLatin1String("timezone") && key != QLatin1String("tz"))
            continue;
        const QTimeZone zone(value.trimmed().toLatin1());
        if (!zone.isValid())
            continue;
        const QDateTime there =
            QDateTime::fromMSecsSinceEpoch(m_clock.now().time_since_epoch().count()).toTimeZone(zone);
        return tr("%1 where they are").arg(QLocale().toString(there.time(), clockFormat()));
    }
    return {};
}

void CustomerPanel::addContact(QVBoxLayout& layout, const Content& content) const
{
    auto* top = new QHBoxLayout;
    top->setSpacing(grid + metrics::half);
    const QString name = content.name;
    const Theme& theme = m_theme;
    top->addWidget(new Painted(metrics::avatar + grid, [name, &theme](QPainter& painter, const QRect& rect) {
        paintAvatar(painter, rect, name, theme);
    }));
    auto* heading = new Text(m_theme, &Fonts::heading, &Colors::text, name);
    heading->setObjectName(QStringLiteral("customerName"));
    heading->setWordWrap(true);
    heading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    top->addWidget(heading, 1);
    layout.addLayout(top);
    layout.addSpacing(metrics::half);
    addLine(layout, QStringLiteral("mail"), tr("E-mail"), content.contact.email, true);
    addLine(layout, QStringLiteral("phone"), tr("Phone"), content.contact.phone, true);
    addLine(layout, QStringLiteral("language"), tr("Language"), languageName(content.language));
    addLine(layout, channelIcon(content.channel), tr("Channel"), models::channelName(content.channel));
    addLine(layout, QStringLiteral("clock"), tr("The customer's time"), content.localTime);
}

QWidget* CustomerPanel::copyButton(const QString& what, const QString& value) const
{
    auto* button = new QPushButton;
    button->setObjectName(QStringLiteral("copyValue"));
    button->setIcon(m_theme.icon(QStringLiteral("copy"), &Colors::faint));
    button->setIconSize({metrics::smallIcon, metrics::smallIcon});
    button->setFixedSize(3 * grid, 3 * grid);
    button->setAccessibleName(tr("Copy %1").arg(what));
    button->setToolTip(tr("Copy %1").arg(what));
    setButtonKind(*button, ButtonKind::Quiet);
    connect(button, &QPushButton::clicked, button, [value] { QGuiApplication::clipboard()->setText(value); });
    return button;
}

void CustomerPanel::addLine(QVBoxLayout& layout, const QString& icon, const QString& what,
                            const QString& value, bool copied) const
{
    if (value.isEmpty())
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(grid);
    const Theme& theme = m_theme;
    row->addWidget(new Painted(metrics::icon, [icon, &theme](QPainter& painter, const QRect& rect) {
        paintIcon(painter, rect, icon, theme.colors().faint);
    }));
    auto* text = new Text(m_theme, &Fonts::body, &Colors::text, value);
    text->setToolTip(what);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(text, 1);
    if (copied)
        row->addWidget(copyButton(what, value), 0, Qt::AlignTop);
    layout.addLayout(row);
}

void CustomerPanel::addAttributes(QVBoxLayout& layout, const Content& content) const
{
    if (content.contact.attributes.empty())
        return;
    layout.addSpacing(metrics::half);
    auto* table = new QGridLayout;
    table->setHorizontalSpacing(grid);
    table->setVerticalSpacing(metrics::half);
    table->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : content.contact.attributes) {
        const QFontMetrics keyMetrics(m_theme.fonts().caption);
        auto* key = new Text(m_theme, &Fonts::caption, &Colors::muted,
                             keyMetrics.elidedText(name, Qt::ElideRight, widestKey));
        key->setToolTip(name);
        key->setMinimumHeight(3 * grid); // as high as the button beside it
        auto* text = new Text(m_theme, &Fonts::caption, &Colors::text, value);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setMinimumHeight(3 * grid);
        table->addWidget(key, row, 0, Qt::AlignTop);
        table->addWidget(text, row, 1, Qt::AlignTop);
        table->addWidget(copyButton(name, value), row, 2, Qt::AlignTop);
        ++row;
    }
    layout.addLayout(table);
}

} // namespace relevo::ui
