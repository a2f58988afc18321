#include <ui/settings/save_bar.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

SaveBar::SaveBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(new Text(theme, &Fonts::body, &Colors::text)),
      m_last(new Text(theme, &Fonts::caption, &Colors::muted)),
      m_discard(button("discardSettings", tr("Discard changes"), false)),
      m_save(button("saveSettings", tr("Save"), true)),
      m_theirs(button("takeTheirs", tr("Use theirs"), false)),
      m_mine(button("keepMine", tr("Keep mine"), true)), m_buttons(new QHBoxLayout),
      m_line(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_state->setObjectName(QStringLiteral("saveState"));
    m_last->setObjectName(QStringLiteral("lastChange"));
    for (Text* text : {m_state, m_last})
        text->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_state);
    words->addWidget(m_last);
    words->addStretch();
    m_buttons->setSpacing(grid);
    m_buttons->addStretch();
    for (QPushButton* one : {m_discard, m_save, m_theirs, m_mine})
        m_buttons->addWidget(one);
    m_line->setContentsMargins(4 * grid, grid, 3 * grid, grid);
    m_line->setSpacing(grid);
    m_line->addLayout(words, 1);
    m_line->addLayout(m_buttons);
    connect(m_save, &QPushButton::clicked, this, &SaveBar::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &SaveBar::discardRequested);
    connect(m_theirs, &QPushButton::clicked, this, &SaveBar::theirsRequested);
    connect(m_mine, &QPushButton::clicked, this, &SaveBar::mineRequested);
    setDisputed(false);
    setButtons(false, false);
}

void SaveBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // The words need as much room as the buttons, beside or above them.
    const bool narrow = width() < 2 * m_buttons->sizeHint().width();
    m_line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QPushButton* SaveBar::button(const char* objectName, const QString& words, bool primary)
{
    auto* made = new QPushButton(words);
    made->setObjectName(QString::fromLatin1(objectName));
    made->setAccessibleName(words);
    if (primary)
        setButtonKind(*made, ButtonKind::Primary);
    return made;
}

void SaveBar::say(const QString& words, Tone tone)
{
    m_state->setColor(tone == Tone::Wrong  ? &Colors::danger
                      : tone == Tone::Good ? &Colors::good
                                           : &Colors::text);
    m_state->setWhole(words);
    m_state->setVisible(!words.isEmpty());
}

void SaveBar::sayLast(const QString& words)
{
    m_last->setWhole(words);
    m_last->setVisible(!words.isEmpty());
}

void SaveBar::setButtons(bool canDiscard, bool canSave)
{
    m_discard->setEnabled(canDiscard);
    m_save->setEnabled(canSave);
}

void SaveBar::setDisputed(bool disputed)
{
    m_discard->setVisible(!disputed);
    m_save->setVisible(!disputed);
    m_theirs->setVisible(disputed);
    m_mine->setVisible(disputed);
}

void SaveBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
}

} // namespace relevo::ui
