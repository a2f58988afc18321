#include <ui/customer/customer_panel.h>

#include <models/names.h>
#include <ui/customer/summary_card.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/text.h>

#include <QtCore/QLocale>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
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

CustomerPanel::CustomerPanel(const Theme& theme, const models::ConversationDetails& details, QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_details(details), m_soon(this)
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
        if (isVisible())
            m_soon.start();
    });
}

void CustomerPanel::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    refresh();
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
    content.hasHandoff = m_details.handoff().has_value();
    content.summary = m_details.summary();
    content.stale = m_details.summaryIsStale();
    return content;
}

void CustomerPanel::refresh()
{
    Content now = content();
    if (m_shown == now)
        return;
    const bool sameContact = m_shown && m_shown->contact.id == now.contact.id;
    const int place = sameContact ? verticalScrollBar()->value() : 0;
    QWidget* built = build(now);
    built->setMaximumWidth(viewport()->width());
    setWidget(built); // deletes the former one
    built->setAutoFillBackground(false);
    verticalScrollBar()->setValue(place);
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
        layout->addWidget(new SummaryCard(m_theme, *content.summary, content.stale));
    } else if (content.hasHandoff) {
        auto* text = new Text(m_theme, &Fonts::caption, &Colors::muted, tr("The summary is being made…"));
        text->setWordWrap(true);
        layout->addWidget(text);
    }
    layout->addStretch();
    return page;
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
    addLine(layout, QStringLiteral("mail"), tr("E-mail"), content.contact.email);
    addLine(layout, QStringLiteral("phone"), tr("Phone"), content.contact.phone);
    addLine(layout, QStringLiteral("language"), tr("Language"), languageName(content.language));
    addLine(layout, channelIcon(content.channel), tr("Channel"), models::channelName(content.channel));
}

void CustomerPanel::addLine(QVBoxLayout& layout, const QString& icon, const QString& what,
                            const QString& value) const
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
        auto* text = new Text(m_theme, &Fonts::caption, &Colors::text, value);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        table->addWidget(key, row, 0, Qt::AlignTop);
        table->addWidget(text, row, 1, Qt::AlignTop);
        ++row;
    }
    layout.addLayout(table);
}

} // namespace relevo::ui
