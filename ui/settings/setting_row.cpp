#include <ui/settings/setting_row.h>

#include <ui/settings/wheel_guard.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtGui/QFontMetrics>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr int nameShare = 3;
constexpr int controlShare = 5;

} // namespace

SettingRow::SettingRow(const Theme& theme, const QString& name, QWidget* control, const QString& hint)
    : m_control(control), m_trouble(new Text(theme, &Fonts::caption, &Colors::danger)), m_hint(hint)
{
    auto* label = new Text(theme, &Fonts::body, &Colors::text, name);
    label->setWordWrap(true);
    label->setBuddy(control);
    // A name would take the place of a label's own words.
    if (control->accessibleName().isEmpty() && !qobject_cast<QLabel*>(control))
        control->setAccessibleName(name);
    control->setAccessibleDescription(hint);
    new WheelGuard(*control);
    // A value that is only shown stands on the line of its name.
    if (auto* value = qobject_cast<QLabel*>(control))
        value->setContentsMargins(0, grid, 0, 0);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    if (!control->objectName().isEmpty())
        m_trouble->setObjectName(control->objectName() + QStringLiteral("Error"));

    auto* side = new QVBoxLayout;
    side->setSpacing(metrics::half);
    // What is narrow begins where the wide ones do.
    const bool narrow = control->maximumWidth() < QWIDGETSIZE_MAX || qobject_cast<QPushButton*>(control);
    side->addWidget(control, 0, narrow ? Qt::AlignLeading : Qt::Alignment());
    if (!hint.isEmpty()) {
        m_words = new Text(theme, &Fonts::caption, &Colors::muted, hint);
        m_words->setWordWrap(true);
        side->addWidget(m_words);
    }
    side->addWidget(m_trouble);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, metrics::half, 0, metrics::half);
    layout->setSpacing(2 * grid);
    layout->addWidget(label, nameShare, Qt::AlignTop);
    layout->addLayout(side, controlShare);
    align(theme, *label);
    connect(&theme, &Theme::changed, this, [this, &theme, label] { align(theme, *label); });
}

/// The name stands on the line of what is chosen or written beside it.
void SettingRow::align(const Theme& theme, QWidget& label) const
{
    const int line = QFontMetrics(theme.fonts().body).height();
    const int height = m_control->sizeHint().height();
    const bool oneLine = height < 2 * line + 2 * grid && !qobject_cast<QLabel*>(m_control);
    label.setContentsMargins(0, oneLine ? (height - line + 1) / 2 : grid, 0, 0);
}

void SettingRow::tell(const QString& wrong)
{
    m_trouble->setWhole(wrong);
    m_trouble->show();
    setInvalid(*m_control, true);
    m_control->setAccessibleDescription(wrong);
}

void SettingRow::clearTrouble()
{
    m_trouble->hide();
    setInvalid(*m_control, false);
    m_control->setAccessibleDescription(m_hint);
}

void SettingRow::setHint(const QString& hint)
{
    m_hint = hint;
    if (m_words)
        m_words->setText(hint);
    if (!isWrong())
        m_control->setAccessibleDescription(hint);
}

bool SettingRow::isWrong() const
{
    return !m_trouble->isHidden();
}

} // namespace relevo::ui
