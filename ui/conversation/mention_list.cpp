#include <ui/conversation/mention_list.h>

#include <models/choices.h>
#include <models/text_search.h>
#include <ui/delegates/choice_delegate.h>
#include <ui/theme/metrics.h>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int mostOffered = 6;
constexpr qsizetype longestName = 40;

bool fits(const QString& name, const QString& typed)
{
    if (typed.isEmpty())
        return true;
    const std::vector<models::TextRange> found = models::findIn(name, typed);
    return std::any_of(found.begin(), found.end(), [&name](const models::TextRange& range) {
        return range.start == 0 || !name[range.start - 1].isLetterOrNumber();
    });
}

} // namespace

MentionList::MentionList(const Theme& theme, QWidget* parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("mentions"));
    setAccessibleName(tr("Colleagues"));
    setFocusPolicy(Qt::NoFocus);
    setFont(theme.fonts().body);
    setFrameShape(QFrame::Box);
    setItemDelegate(new ChoiceDelegate(theme, ChoiceDelegate::Lines::One, this));
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    hide();
}

void MentionList::offer(const QString& typed, const QPoint& place)
{
    clear();
    // Once a name is there and one goes on, nothing is looked for any more.
    const bool done =
        std::any_of(m_colleagues.cbegin(), m_colleagues.cend(), [&typed](const Mentionable& one) {
            return typed.startsWith(one.name + QLatin1Char(' '), Qt::CaseInsensitive);
        });
    int widest = 0;
    for (const Mentionable& colleague : std::as_const(m_colleagues)) {
        if (done)
            break;
        if (count() == mostOffered || !fits(colleague.name, typed))
            continue;
        auto* item = new QListWidgetItem(colleague.name, this);
        item->setData(models::choice::IconRole, QStringLiteral("user"));
        widest = std::max(widest, fontMetrics().horizontalAdvance(colleague.name));
    }
    if (count() == 0) {
        hide();
        return;
    }
    setCurrentRow(0);
    const int height = count() * sizeHintForRow(0) + 2 * frameWidth();
    // Beside the name there are the icon and the row's own margins.
    const int width = std::min(48 * grid, widest + 12 * grid);
    setGeometry(std::clamp(place.x(), 0, std::max(0, parentWidget()->width() - width)),
                std::max(0, place.y() - height - metrics::half), width, height);
    show();
    raise();
}

void MentionList::step(int by)
{
    setCurrentRow((currentRow() + by + count()) % count());
}

QString MentionList::chosen() const
{
    return isHidden() || !currentItem() ? QString() : currentItem()->text();
}

QList<domain::AgentId> MentionList::namedIn(const QString& text) const
{
    // Longer names first: "@Ana Torres" is not "@Ana".
    QList<Mentionable> byLength = m_colleagues;
    std::stable_sort(byLength.begin(), byLength.end(), [](const Mentionable& a, const Mentionable& b) {
        return a.name.size() > b.name.size();
    });
    QString rest = text;
    QList<domain::AgentId> named;
    for (const Mentionable& colleague : std::as_const(byLength)) {
        const QString sign = QLatin1Char('@') + colleague.name;
        if (!rest.contains(sign, Qt::CaseInsensitive))
            continue;
        named.push_back(colleague.id);
        rest.replace(sign, QStringLiteral(" "), Qt::CaseInsensitive);
    }
    return named;
}

std::optional<QString> mentionBefore(const QString& text, qsizetype cursor)
{
    const QString before = text.left(cursor);
    const qsizetype at = before.lastIndexOf(QLatin1Char('@'));
    if (at < 0 || (at > 0 && before[at - 1].isLetterOrNumber()))
        return std::nullopt;
    const QString typed = before.mid(at + 1);
    if (typed.size() > longestName || typed.contains(QLatin1Char('\n')) || typed.startsWith(QLatin1Char(' ')))
        return std::nullopt;
    return typed;
}

} // namespace relevo::ui
