#include <ui/conversation/emoji_grid.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>

#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

using metrics::grid;

struct Emoji
{
    const char* sign;
    const char* name;
};

constexpr Emoji emojis[] = {
    {"\U0001F642", QT_TRANSLATE_NOOP("EmojiGrid", "Smile")},
    {"\U0001F600", QT_TRANSLATE_NOOP("EmojiGrid", "Grin")},
    {"\U0001F602", QT_TRANSLATE_NOOP("EmojiGrid", "Tears of joy")},
    {"\U0001F609", QT_TRANSLATE_NOOP("EmojiGrid", "Wink")},
    {"\U0001F60A", QT_TRANSLATE_NOOP("EmojiGrid", "Warm smile")},
    {"\U0001F60D", QT_TRANSLATE_NOOP("EmojiGrid", "Heart eyes")},
    {"\U0001F917", QT_TRANSLATE_NOOP("EmojiGrid", "Hug")},
    {"\U0001F914", QT_TRANSLATE_NOOP("EmojiGrid", "Thinking")},
    {"\U0001F605", QT_TRANSLATE_NOOP("EmojiGrid", "Relieved laugh")},
    {"\U0001F614", QT_TRANSLATE_NOOP("EmojiGrid", "Sorry")},
    {"\U0001F622", QT_TRANSLATE_NOOP("EmojiGrid", "Tear")},
    {"\U0001F631", QT_TRANSLATE_NOOP("EmojiGrid", "Shock")},
    {"\U0001F44D", QT_TRANSLATE_NOOP("EmojiGrid", "Thumbs up")},
    {"\U0001F44E", QT_TRANSLATE_NOOP("EmojiGrid", "Thumbs down")},
    {"\U0001F44B", QT_TRANSLATE_NOOP("EmojiGrid", "Wave")},
    {"\U0001F44F", QT_TRANSLATE_NOOP("EmojiGrid", "Applause")},
    {"\U0001F64F", QT_TRANSLATE_NOOP("EmojiGrid", "Thank you")},
    {"\U0001F4AA", QT_TRANSLATE_NOOP("EmojiGrid", "Strength")},
    {"\U0001F49B", QT_TRANSLATE_NOOP("EmojiGrid", "Heart")},
    {"\U0001F389", QT_TRANSLATE_NOOP("EmojiGrid", "Party")},
    {"\U0001F381", QT_TRANSLATE_NOOP("EmojiGrid", "Present")},
    {"\U0001F680", QT_TRANSLATE_NOOP("EmojiGrid", "Rocket")},
    {"✨", QT_TRANSLATE_NOOP("EmojiGrid", "Sparkles")},
    {"⭐", QT_TRANSLATE_NOOP("EmojiGrid", "Star")},
    {"✅", QT_TRANSLATE_NOOP("EmojiGrid", "Done")},
    {"❌", QT_TRANSLATE_NOOP("EmojiGrid", "Cross")},
    {"\U0001F6A8", QT_TRANSLATE_NOOP("EmojiGrid", "Alarm")},
    {"\U0001F4E6", QT_TRANSLATE_NOOP("EmojiGrid", "Parcel")},
    {"\U0001F69A", QT_TRANSLATE_NOOP("EmojiGrid", "Delivery van")},
    {"\U0001F4B3", QT_TRANSLATE_NOOP("EmojiGrid", "Card")},
    {"\U0001F4B0", QT_TRANSLATE_NOOP("EmojiGrid", "Money")},
    {"\U0001F4DE", QT_TRANSLATE_NOOP("EmojiGrid", "Telephone")},
    {"✉️", QT_TRANSLATE_NOOP("EmojiGrid", "Letter")},
    {"\U0001F4CE", QT_TRANSLATE_NOOP("EmojiGrid", "Paper clip")},
    {"⏳", QT_TRANSLATE_NOOP("EmojiGrid", "Hourglass")},
    {"\U0001F4C5", QT_TRANSLATE_NOOP("EmojiGrid", "Calendar")},
};

constexpr int columns = 6;

} // namespace

EmojiGrid::EmojiGrid(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("emojiGrid"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(grid, grid, grid, grid);
    layout->setSpacing(0);
    QFont font = theme.fonts().body;
    font.setPointSizeF(font.pointSizeF() * 1.4);
    int place = 0;
    for (const Emoji& emoji : emojis) {
        const QString sign = QString::fromUtf8(emoji.sign);
        auto* button = new QPushButton(sign);
        button->setAccessibleName(tr(emoji.name));
        button->setToolTip(tr(emoji.name));
        button->setFont(font);
        button->setFixedSize(metrics::fieldHeight, metrics::fieldHeight);
        setButtonKind(*button, ButtonKind::Quiet);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, sign] { Q_EMIT chosen(sign); });
        layout->addWidget(button, place / columns, place % columns);
        m_buttons.push_back(button);
        ++place;
    }
}

void EmojiGrid::startKeyboard()
{
    // The menu takes the focus itself while it opens.
    QTimer::singleShot(0, this, [this] { m_buttons.front()->setFocus(Qt::ShortcutFocusReason); });
}

bool EmojiGrid::eventFilter(QObject* watched, QEvent* event)
{
    const qsizetype at = m_buttons.indexOf(qobject_cast<QWidget*>(watched));
    if (event->type() != QEvent::KeyPress || at < 0)
        return QWidget::eventFilter(watched, event);
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    qsizetype next = at;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
        next = at + (leftToRight ? -1 : 1);
        break;
    case Qt::Key_Right:
        next = at + (leftToRight ? 1 : -1);
        break;
    case Qt::Key_Up:
        next = at - columns;
        break;
    case Qt::Key_Down:
        next = at + columns;
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = m_buttons.size() - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        static_cast<QPushButton*>(m_buttons[at])->click();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
    if (next >= 0 && next < m_buttons.size())
        m_buttons[next]->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void EmojiGrid::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colors().surface);
}

} // namespace relevo::ui
