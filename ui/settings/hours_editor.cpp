#include <ui/settings/hours_editor.h>

#include <ui/settings/wheel_guard.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtCore/QLocale>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTimeEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr int minutesADay = 24 * 60;
constexpr std::size_t mostSpans = 12; // as the relay has it
constexpr domain::OpenSpan usualSpan{9 * 60, 17 * 60};

QTime timeOf(int minute)
{
    const int shown = minute % minutesADay;
    return {shown / 60, shown % 60};
}

int minuteOf(const QTime& time)
{
    return time.hour() * 60 + time.minute();
}

/// As it is meant when the end is not after the beginning: on the next day. The same twice is nothing, and
/// the relay says so.
domain::OpenSpan spanOf(const QTime& from, const QTime& to)
{
    domain::OpenSpan span{minuteOf(from), minuteOf(to)};
    if (span.to < span.from || (span.to == 0 && span.from == 0))
        span.to += minutesADay;
    return span;
}

} // namespace

HoursEditor::HoursEditor(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    auto* table = new QGridLayout(this);
    table->setContentsMargins(0, 0, 0, 0);
    table->setHorizontalSpacing(2 * grid);
    table->setVerticalSpacing(metrics::half);
    table->setColumnStretch(1, 1);
    for (int day = 0; day < 7; ++day) {
        Day& one = m_days.at(static_cast<std::size_t>(day));
        one.open = new QCheckBox(dayName(day));
        one.open->setObjectName(QStringLiteral("open%1").arg(day));
        one.open->setAccessibleName(dayName(day));
        one.open->setMinimumHeight(metrics::controlHeight + metrics::half);
        one.more = new QPushButton(tr("Add hours"));
        one.more->setObjectName(QStringLiteral("moreHours%1").arg(day));
        one.more->setAccessibleName(tr("Add hours on %1").arg(dayName(day)));
        setButtonKind(*one.more, ButtonKind::Quiet);
        one.trouble = new Text(m_theme, &Fonts::caption, &Colors::danger);
        one.trouble->setObjectName(QStringLiteral("hoursError%1").arg(day));
        one.trouble->setWordWrap(true);
        one.trouble->hide();
        one.spans = new QVBoxLayout;
        one.spans->setSpacing(metrics::half);
        auto* side = new QVBoxLayout;
        side->setSpacing(metrics::half);
        side->addLayout(one.spans);
        side->addWidget(one.trouble);
        table->addWidget(one.open, day, 0, Qt::AlignTop);
        table->addLayout(side, day, 1);
        table->addWidget(one.more, day, 2, Qt::AlignTop);
        connect(one.open, &QCheckBox::clicked, this, [this, day](bool open) {
            std::vector<domain::OpenSpan>& spans = m_week.at(static_cast<std::size_t>(day));
            spans.clear();
            if (open)
                spans.push_back(usualSpan);
            rebuild(day);
            Q_EMIT changed();
        });
        connect(one.more, &QPushButton::clicked, this, [this, day] { add(day); });
        rebuild(day);
    }
    auto* copy = new QPushButton(tr("Use Monday’s hours until Friday"));
    copy->setObjectName(QStringLiteral("copyMonday"));
    copy->setAccessibleName(copy->text());
    table->addWidget(copy, 7, 0, 1, 3, Qt::AlignLeading);
    connect(copy, &QPushButton::clicked, this, &HoursEditor::copyMonday);
}

QString HoursEditor::dayName(int day)
{
    QString name = QLocale().standaloneDayName(day + 1, QLocale::LongFormat);
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name;
}

void HoursEditor::setWeek(const Week& week)
{
    for (int day = 0; day < 7; ++day) {
        tell(day, {});
        const auto index = static_cast<std::size_t>(day);
        if (m_week.at(index) == week.at(index))
            continue;
        m_week.at(index) = week.at(index);
        rebuild(day);
    }
}

void HoursEditor::tell(int day, const QString& wrong)
{
    Text* trouble = m_days.at(static_cast<std::size_t>(day)).trouble;
    trouble->setWhole(wrong);
    trouble->setVisible(!wrong.isEmpty());
}

void HoursEditor::rebuild(int day)
{
    const Day& one = m_days.at(static_cast<std::size_t>(day));
    const std::vector<domain::OpenSpan>& spans = m_week.at(static_cast<std::size_t>(day));
    while (QLayoutItem* item = one.spans->takeAt(0)) {
        // The button that was pressed is still in its click.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    one.open->setChecked(!spans.empty());
    one.more->setVisible(!spans.empty() && spans.size() < mostSpans);
    if (spans.empty()) {
        auto* closed = new Text(m_theme, &Fonts::body, &Colors::muted, tr("Closed"));
        closed->setMinimumHeight(metrics::controlHeight + metrics::half);
        one.spans->addWidget(closed);
    }
    for (std::size_t i = 0; i < spans.size(); ++i)
        one.spans->addWidget(spanLine(day, i));
}

QWidget* HoursEditor::spanLine(int day, std::size_t index)
{
    const domain::OpenSpan span = m_week.at(static_cast<std::size_t>(day)).at(index);
    auto* widget = new QWidget;
    auto* line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid);
    const auto timeEdit = [&](int minute, const char* objectName, const QString& name) {
        auto* edit = new QTimeEdit(timeOf(minute));
        edit->setObjectName(
            QStringLiteral("%1%2_%3").arg(QString::fromLatin1(objectName)).arg(day).arg(index));
        edit->setAccessibleName(name.arg(dayName(day)));
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setDisplayFormat(clockFormat());
        new WheelGuard(*edit);
        return edit;
    };
    QTimeEdit* from = timeEdit(span.from, "from", tr("%1, from"));
    QTimeEdit* to = timeEdit(span.to, "to", tr("%1, until"));
    auto* remove = new QToolButton;
    remove->setObjectName(QStringLiteral("removeHours"));
    remove->setIcon(m_theme.icon(QStringLiteral("close")));
    remove->setAccessibleName(tr("Remove these hours on %1").arg(dayName(day)));
    remove->setToolTip(tr("Remove"));
    remove->setFocusPolicy(Qt::StrongFocus);
    auto* next = new Text(m_theme, &Fonts::caption, &Colors::muted, tr("next day"));
    next->setVisible(span.to > minutesADay);
    line->addWidget(from);
    line->addWidget(new Text(m_theme, &Fonts::body, &Colors::muted, QStringLiteral("–")));
    line->addWidget(to);
    line->addWidget(next);
    line->addWidget(remove);
    line->addStretch();
    const auto read = [this, day, index, from, to, next] {
        const domain::OpenSpan now = spanOf(from->time(), to->time());
        next->setVisible(now.to > minutesADay);
        m_week.at(static_cast<std::size_t>(day)).at(index) = now;
        tell(day, {});
        Q_EMIT changed();
    };
    connect(from, &QTimeEdit::timeChanged, this, read);
    connect(to, &QTimeEdit::timeChanged, this, read);
    connect(remove, &QToolButton::clicked, this, [this, day, index] { this->remove(day, index); });
    return widget;
}

void HoursEditor::add(int day)
{
    std::vector<domain::OpenSpan>& spans = m_week.at(static_cast<std::size_t>(day));
    // After what there is, as long as the day lasts.
    const int from = spans.empty() ? usualSpan.from : std::min(spans.back().to + 60, minutesADay - 60);
    spans.push_back({from, std::min(from + 4 * 60, minutesADay)});
    rebuild(day);
    Q_EMIT changed();
}

void HoursEditor::remove(int day, std::size_t index)
{
    std::vector<domain::OpenSpan>& spans = m_week.at(static_cast<std::size_t>(day));
    if (index < spans.size())
        spans.erase(spans.begin() + static_cast<std::ptrdiff_t>(index));
    tell(day, {});
    rebuild(day);
    m_days.at(static_cast<std::size_t>(day)).open->setFocus();
    Q_EMIT changed();
}

void HoursEditor::copyMonday()
{
    for (std::size_t day = 1; day < 5; ++day) {
        m_week.at(day) = m_week.front();
        tell(static_cast<int>(day), {});
        rebuild(static_cast<int>(day));
    }
    Q_EMIT changed();
}

} // namespace relevo::ui
