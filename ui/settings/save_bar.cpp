#include <ui/settings/save_bar.h>

#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

SaveBar::SaveBar(const Theme& theme, QWidget* parent)
    : PinnedBar(theme, parent), m_state(new Text(theme, &Fonts::body, &Colors::text)),
      m_last(new Text(theme, &Fonts::caption, &Colors::muted)),
      m_discard(button("discardSettings", tr("Discard changes"), false)),
      m_save(button("saveSettings", tr("Save"), true)),
      m_theirs(button("takeTheirs", tr("Use theirs"), false)),
      m_mine(button("keepMine", tr("Keep mine"), true))
{
    m_state->setObjectName(QStringLiteral("saveState"));
    m_state->setWordWrap(true);
    m_last->setObjectName(QStringLiteral("lastChange"));
    m_last->setElided(true);
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_state);
    column->addWidget(m_last);
    column->addStretch();
    setParts(nullptr, words, {m_discard, m_save, m_theirs, m_mine});
    connect(m_save, &QPushButton::clicked, this, &SaveBar::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &SaveBar::discardRequested);
    connect(m_theirs, &QPushButton::clicked, this, &SaveBar::theirsRequested);
    connect(m_mine, &QPushButton::clicked, this, &SaveBar::mineRequested);
    setDisputed(false);
    setButtons(false, false);
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
    m_last->setAccessibleName(words); // what a screen reader says is not cut off
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

} // namespace relevo::ui
