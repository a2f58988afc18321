#include <ui/settings/mark_list.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/text.h>

#include <QtCore/QEvent>
#include <QtCore/QHash>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int mostRowsSeen = 8;

} // namespace

MarkList::MarkList(const Theme& theme, const QString& objectName, const QString& name,
                   const QString& findHint, const QString& none)
    : m_line(new QLineEdit), m_list(new ChoiceList(theme, m_model, ChoiceDelegate::Lines::Roomy)),
      m_none(new Text(theme, &Fonts::body, &Colors::muted)), m_nothing(none)
{
    m_line->setObjectName(objectName + QStringLiteral("Search"));
    m_line->setAccessibleName(findHint);
    m_line->setPlaceholderText(findHint);
    m_line->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_list->setObjectName(objectName);
    m_list->setAccessibleName(name);
    m_list->follow(*m_line);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // as high as its rows
    m_line->installEventFilter(this);
    m_none->setObjectName(objectName + QStringLiteral("None"));
    m_none->setWordWrap(true);
    setFocusProxy(m_line);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::half);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    layout->addWidget(m_none);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        fit();
    });
    connect(m_list, &ChoiceList::clicked, this, [this](const QModelIndex& index) { toggle(index.row()); });
    // A double click is two clicks, and nothing beside.
    disconnect(m_list, &ChoiceList::doubleClicked, nullptr, nullptr);
    connect(m_list, &ChoiceList::chosen, this, &MarkList::toggle);
}

bool MarkList::eventFilter(QObject* watched, QEvent* event)
{
    // A row that is pointed at looks chosen: only where the keyboard is there to choose it.
    if (watched == m_line && event->type() == QEvent::FocusIn && m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    else if (watched == m_line && event->type() == QEvent::FocusOut)
        m_list->setCurrentRow(-1);
    return QWidget::eventFilter(watched, event);
}

void MarkList::toggle(int row)
{
    const QString key = m_model.keyAt(row);
    if (key.isEmpty() || m_readOnly)
        return;
    if (!m_marked.removeOne(key))
        m_marked << key;
    show(m_model.records());
    Q_EMIT changed();
}

void MarkList::setMarked(const QStringList& marked)
{
    if (marked == m_marked)
        return;
    m_marked = marked;
    m_line->clear();
    std::vector<models::Record> all = m_model.records();
    std::ranges::sort(all, [&marked](const models::Record& a, const models::Record& b) {
        const bool first = marked.contains(a.key);
        return first != marked.contains(b.key) ? first : QString::localeAwareCompare(a.title, b.title) < 0;
    });
    show(std::move(all));
}

void MarkList::setRecords(std::vector<models::Record> all)
{
    // Whoever was here keeps their place, so that nothing moves under the mouse.
    const std::vector<models::Record>& before = m_model.records();
    QHash<QString, qsizetype> places;
    for (const models::Record& record : before)
        places.insert(record.key, places.size());
    std::ranges::stable_sort(
        all, {}, [&places](const models::Record& record) { return places.value(record.key, places.size()); });
    show(std::move(all));
}

void MarkList::show(std::vector<models::Record> records)
{
    for (models::Record& record : records)
        record.marked = m_marked.contains(record.key);
    m_model.setRecords(std::move(records));
    if (!m_line->hasFocus())
        m_list->setCurrentRow(-1);
    fit();
}

void MarkList::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_list->setEnabled(!readOnly);
    m_line->setEnabled(!readOnly);
}

void MarkList::fit()
{
    const int rows = m_model.rowCount();
    const auto all = static_cast<int>(m_model.records().size());
    // The line is where the keyboard is: it goes only where there is nothing to choose.
    m_line->setVisible(all > 0);
    m_none->setWhole(all == 0 ? m_nothing : tr("Nothing found."));
    m_none->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(std::min(mostRowsSeen, rows) * m_list->itemDelegate()->sizeHint({}, {}).height());
}

} // namespace relevo::ui
