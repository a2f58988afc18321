#include <ui/search/search_page.h>

#include <models/names.h>
#include <ui/delegates/search_delegate.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/spoken_rows.h>
#include <ui/widgets/text.h>

#include <QtCore/QTimeZone>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using client::SearchResults;
using metrics::grid;

} // namespace

SearchPage::SearchPage(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_field(new QLineEdit), m_close(new QPushButton),
      m_state(new Text(theme, &Fonts::caption, &Colors::muted)), m_list(new QListView),
      m_empty(new EmptyState(theme, QStringLiteral("search"), {}, {}, m_list->viewport()))
{
    setObjectName(QStringLiteral("search"));
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setAccessibleName(tr("Search messages and customers"));
    m_field->setPlaceholderText(tr("Search messages and customers"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumHeight(metrics::fieldHeight);
    m_field->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition)
        ->setText(m_field->placeholderText()); // a picture, but spoken as a button
    m_field->installEventFilter(this);
    m_close->setObjectName(QStringLiteral("closeSearch"));
    m_close->setIcon(theme.icon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Close the search"));
    m_close->setToolTip(tr("Close the search"));
    setButtonKind(*m_close, ButtonKind::Quiet);
    m_state->setObjectName(QStringLiteral("searchState"));
    m_state->setWordWrap(true);

    auto* rows = new SpokenRows(m_model, spokenSearchRow, this);
    m_list->setObjectName(QStringLiteral("searchList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(rows);
    m_list->setItemDelegate(new SearchDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    m_empty->setCompact(true);
    m_list->viewport()->installEventFilter(this); // the words fill it

    auto* top = new QHBoxLayout;
    top->setContentsMargins(2 * grid, metrics::half, grid, 0); // as the filter that it stands for
    top->setSpacing(metrics::half);
    top->addWidget(m_field, 1);
    top->addWidget(m_close);
    auto* state = new QHBoxLayout;
    state->setContentsMargins(2 * grid, grid, 2 * grid, metrics::half);
    state->addWidget(m_state, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(state);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_field);

    connect(m_field, &QLineEdit::textChanged, this, &SearchPage::typed);
    connect(m_close, &QPushButton::clicked, this, &SearchPage::closed);
    connect(m_list, &QListView::clicked, this, &SearchPage::open);
    tell();
}

void SearchPage::start()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchPage::clear()
{
    m_field->clear();
    show({});
}

void SearchPage::typed()
{
    client::SearchQuery query = client::parseSearch(m_field->text(), QTimeZone::systemTimeZone());
    query.channel = models::channelCode(query.channel); // as the lists call it, or as the relay does
    Q_EMIT searchRequested(query);
}

void SearchPage::show(const client::SharedResults& results)
{
    const client::SearchHit* hit = m_model.hitAt(m_list->currentIndex().row());
    const std::optional<client::SearchHit> current = hit ? std::optional(*hit) : std::nullopt;
    m_results = results;
    m_model.show(results);
    // Whoever is already on a row stays on it when the relay's part comes.
    const int row = current ? m_model.rowOf(*current) : -1;
    if (row >= 0)
        m_list->setCurrentIndex(m_list->model()->index(row, 0));
    tell();
}

void SearchPage::open(const QModelIndex& index)
{
    if (const client::SearchHit* hit = m_model.hitAt(index.row()))
        Q_EMIT opened(hit->conversation, hit->message);
}

void SearchPage::tell()
{
    const bool asked = m_results && !m_results->query.isEmpty();
    const bool found = m_model.rowCount() > 0;
    const auto relay = asked ? m_results->relay : SearchResults::Relay::NotAsked;
    QString words;
    if (relay == SearchResults::Relay::Asked)
        words = tr("Asking the relay for older ones…");
    else if (relay == SearchResults::Relay::Away)
        words = tr("Without a connection only this device was searched.");
    else if (asked && relay == client::SearchResults::Relay::NotAsked)
        words = tr("Without a word to look for, only this device was searched.");
    else if (asked && m_results->more)
        words = tr("There is more. Add a word to narrow it down.");
    m_state->setWhole(words);
    m_state->setVisible(!words.isEmpty());
    if (!asked)
        m_empty->setWords(tr("Find what was said"),
                          tr("Type a word or a name. Narrow it with from:, agent:, channel:, tag:, after:, "
                             "before: or on:, for example on:2026-11-21."));
    else
        m_empty->setWords(tr("Nothing found"), relay == SearchResults::Relay::Asked
                                                   ? tr("Older conversations are being searched.")
                                                   : tr("Try fewer or other words."));
    m_empty->setVisible(!found);
}

void SearchPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colors().window);
}

bool SearchPage::fieldKey(int key)
{
    const int first = m_model.firstHit();
    switch (key) {
    case Qt::Key_Escape:
        if (m_field->text().isEmpty())
            Q_EMIT closed();
        else
            m_field->clear();
        return true;
    case Qt::Key_Down:
        if (first >= 0) {
            m_list->setFocus(Qt::TabFocusReason);
            m_list->setCurrentIndex(m_list->model()->index(first, 0));
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (first >= 0)
            open(m_list->model()->index(first, 0));
        return true;
    default:
        return false;
    }
}

bool SearchPage::listKey(int key, const QString& text)
{
    switch (key) {
    case Qt::Key_Escape:
        start();
        return true;
    case Qt::Key_Up:
        if (m_list->currentIndex().row() > m_model.firstHit())
            return false;
        start();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open(m_list->currentIndex());
        return true;
    default:
        break;
    }
    // Letters go on with what is looked for.
    if (text.isEmpty() || !text.front().isPrint())
        return false;
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->end(false);
    m_field->insert(text);
    return true;
}

bool SearchPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        m_empty->setGeometry(m_list->viewport()->rect());
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
        if (plain && watched == m_field && fieldKey(key->key()))
            return true;
        if (plain && watched == m_list && listKey(key->key(), key->text()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace relevo::ui
