#include <ui/queue/left_column.h>

#include <ui/delegates/conversations_delegate.h>
#include <ui/delegates/queue_delegate.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/availability_button.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/link_bar.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/spoken_rows.h>
#include <ui/widgets/text.h>

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

template <typename Model>
PersonList::Lookup lookupIn(Model& model)
{
    return {[&model](int row) { return model.conversationAt(row); },
            [&model](const domain::ConversationId& id) {
                return model.indexOf(id).row();
            }};
}

} // namespace

LeftColumn::LeftColumn(const Theme& theme, models::QueueModel& queue, models::ConversationsModel& mine,
                       QWidget* parent)
    : QWidget(parent), m_theme(theme), m_queueModel(queue), m_mineModel(mine),
      m_waitingRows(new SpokenRows(queue, spokenQueueRow, this)),
      m_mineRows(new SpokenRows(mine, spokenConversationRow, this)),
      m_waiting(new PersonList(theme, *m_waitingRows, lookupIn(queue))),
      m_mine(new PersonList(theme, *m_mineRows, lookupIn(mine))),
      m_name(new Text(theme, &Fonts::bodyStrong, &Colors::text)),
      m_project(new Text(theme, &Fonts::caption, &Colors::muted)),
      m_waitingCount(new Text(theme, &Fonts::captionStrong, &Colors::muted)),
      m_mineCount(new Text(theme, &Fonts::captionStrong, &Colors::muted)),
      m_availability(new AvailabilityButton(theme)), m_program(new PopupButton), m_link(new LinkBar(theme)),
      m_split(new QSplitter(Qt::Vertical)), m_middle(new QStackedWidget)
{
    m_waiting->setObjectName(QStringLiteral("waitingList"));
    m_waiting->setAccessibleName(tr("Waiting"));
    m_waiting->setItemDelegate(new QueueDelegate(theme, m_waiting));
    m_waiting->setEmptyState(
        new EmptyState(theme, QStringLiteral("inbox"), tr("Nobody is waiting"),
                       tr("When a customer asks for a person, they appear here and you are notified.")));
    m_mine->setObjectName(QStringLiteral("myList"));
    m_mine->setAccessibleName(tr("My conversations"));
    m_mine->setItemDelegate(new ConversationsDelegate(theme, m_mine));
    m_mine->setEmptyState(new EmptyState(theme, QStringLiteral("chat"), tr("No conversations yet"),
                                         tr("Claim somebody who waits, and the conversation is yours.")));

    m_split->addWidget(makeSection(tr("Waiting"), m_waitingCount, m_waiting));
    m_split->addWidget(makeSection(tr("My conversations"), m_mineCount, m_mine));
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 5);
    m_split->setStretchFactor(1, 4);
    m_split->setSizes({560, 440});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    m_middle->addWidget(m_split);
    layout->addWidget(m_middle, 1);
    layout->addWidget(m_link);

    connectList(m_waiting, m_mine);
    connectList(m_mine, m_waiting);
    for (QAbstractItemModel* model :
         {static_cast<QAbstractItemModel*>(&queue), static_cast<QAbstractItemModel*>(&mine)}) {
        connect(model, &QAbstractItemModel::modelReset, this, &LeftColumn::updateCounts);
        connect(model, &QAbstractItemModel::rowsInserted, this, &LeftColumn::updateCounts);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &LeftColumn::updateCounts);
    }
    updateCounts();
}

QWidget* LeftColumn::makeHeader()
{
    m_name->setElided(true);
    m_project->setElided(true);
    m_program->setObjectName(QStringLiteral("programMenu"));
    m_program->setIcon(m_theme.icon(QStringLiteral("more")));
    m_program->setFixedWidth(metrics::controlHeight + metrics::half);
    m_program->setAccessibleName(tr("Menu"));

    auto* names = new QVBoxLayout;
    names->setSpacing(1);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_project);
    names->addStretch();
    auto* header = new QWidget;
    header->setFixedHeight(metrics::headerHeight);
    auto* row = new QHBoxLayout(header);
    // Room for the avatar, which paintEvent draws.
    row->setContentsMargins(2 * grid + metrics::avatar + 10, 0, grid, 0);
    row->setSpacing(metrics::half);
    row->addLayout(names, 1);
    row->addWidget(m_availability);
    row->addWidget(m_program);
    return header;
}

QWidget* LeftColumn::makeSection(const QString& title, Text* count, PersonList* list)
{
    auto* section = new QWidget;
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * grid, grid + metrics::half, 2 * grid, metrics::half);
    auto* label = new Text(m_theme, &Fonts::captionStrong, &Colors::muted, title);
    label->setBuddy(list);
    head->addWidget(label);
    head->addStretch();
    head->addWidget(count);
    auto* layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(list, 1);
    section->setMinimumHeight(15 * grid);
    return section;
}

void LeftColumn::connectList(PersonList* list, PersonList* other)
{
    connect(list, &PersonList::chosen, this, [this, other](const domain::ConversationId& conversation) {
        other->showCurrent(conversation);
        Q_EMIT chosen(conversation);
    });
    connect(list, &PersonList::entered, this, &LeftColumn::entered);
    connect(list, &PersonList::claimPressed, this, &LeftColumn::claimPressed);
}

QMenu& LeftColumn::programMenu()
{
    return m_program->popup();
}

void LeftColumn::openProgramMenu()
{
    m_program->open();
}

void LeftColumn::showInsteadOfLists(QWidget* widget)
{
    if (widget && m_middle->indexOf(widget) < 0)
        m_middle->addWidget(widget);
    m_middle->setCurrentWidget(widget ? widget : m_split);
}

void LeftColumn::setAgent(const QString& name, const QString& project, domain::Availability availability)
{
    m_agentName = name;
    m_name->setWhole(name);
    m_project->setWhole(project);
    m_availability->setAvailability(availability);
    update();
}

void LeftColumn::showCurrent(const domain::ConversationId& conversation)
{
    m_waiting->showCurrent(conversation);
    m_mine->showCurrent(conversation);
}

void LeftColumn::updateCounts()
{
    const QLocale locale;
    const int waiting = m_queueModel.rowCount();
    const int mine = m_mineModel.rowCount();
    m_waitingCount->setWhole(waiting > 0 ? locale.toString(waiting) : QString());
    m_mineCount->setWhole(mine > 0 ? locale.toString(mine) : QString());
}

QByteArray LeftColumn::saveState() const
{
    return m_split->saveState();
}

void LeftColumn::restoreState(const QByteArray& state)
{
    m_split->restoreState(state);
}

void LeftColumn::paintEvent(QPaintEvent*)
{
    if (m_agentName.isEmpty())
        return;
    QPainter painter(this);
    const QRect place(2 * grid, (metrics::headerHeight - metrics::avatar) / 2, metrics::avatar,
                      metrics::avatar);
    paintAvatar(painter, QStyle::visualRect(layoutDirection(), rect(), place), m_agentName, m_theme);
}

} // namespace relevo::ui
