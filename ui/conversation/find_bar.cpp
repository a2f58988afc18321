#include <ui/conversation/find_bar.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/key_text.h>
#include <ui/widgets/text.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int longestNeedle = 200;

} // namespace

FindBar::FindBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_field(new QLineEdit),
      m_state(new Text(theme, &Fonts::caption, &Colors::muted)), m_older(new QPushButton),
      m_newer(new QPushButton), m_close(new QPushButton)
{
    setObjectName(QStringLiteral("findBar"));
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setAccessibleName(tr("Find in this conversation"));
    m_field->setPlaceholderText(tr("Find in this conversation"));
    m_field->setMaxLength(longestNeedle);
    m_field->setTextMargins(grid, 0, grid, 0);
    m_field->installEventFilter(this);
    m_state->setObjectName(QStringLiteral("findState"));
    const auto make = [&theme, this](QPushButton& button, const char* name, const char* icon,
                                     const QString& words, const QString& keys) {
        button.setObjectName(QString::fromLatin1(name));
        button.setIcon(theme.icon(QString::fromLatin1(icon)));
        button.setAccessibleName(words);
        button.setToolTip(QStringLiteral("%1 (%2)").arg(words, keys));
        button.setFixedWidth(metrics::controlHeight + metrics::half);
        button.installEventFilter(this);
        setButtonKind(button, ButtonKind::Quiet);
    };
    const auto keys = [](QKeyCombination one) {
        return nativeText(one);
    };
    make(*m_older, "findOlder", "chevron-up", tr("Older"), keys(Qt::Key_Return));
    make(*m_newer, "findNewer", "chevron-down", tr("Newer"), keys(Qt::SHIFT | Qt::Key_Return));
    make(*m_close, "findClose", "close", tr("Close"), keys(Qt::Key_Escape));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * grid, metrics::half, grid, metrics::half + 1);
    layout->setSpacing(metrics::half);
    layout->addWidget(m_field, 1);
    layout->addSpacing(metrics::half);
    layout->addWidget(m_state);
    layout->addWidget(m_older);
    layout->addWidget(m_newer);
    layout->addWidget(m_close);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_older, &QPushButton::clicked, this, &FindBar::olderWanted);
    connect(m_newer, &QPushButton::clicked, this, &FindBar::newerWanted);
    connect(m_close, &QPushButton::clicked, this, &FindBar::closed);
    hide();
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::open()
{
    show();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::showState(const QString& words, bool canGo)
{
    m_state->setWhole(words);
    m_field->setAccessibleDescription(words);
    m_older->setEnabled(canGo);
    m_newer->setEnabled(canGo);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_F3 || (enter && watched == m_field)) {
        if (key->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT newerWanted();
        else
            Q_EMIT olderWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colors().border);
}

} // namespace relevo::ui
