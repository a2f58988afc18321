#include <ui/conversation/canned_list.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/text.h>

#include <QtCore/QScopedValueRollback>
#include <QtGui/QPainter>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int widestList = 64 * grid;
constexpr int mostAnswersShown = 5;
constexpr qsizetype longestTyped = 40;
constexpr qsizetype longestPreview = 400;
constexpr int previewLines = 4;

} // namespace

CannedList::CannedList(const Theme& theme, QTextEdit& edit, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_edit(edit),
      m_list(new ChoiceList(theme, m_model, ChoiceDelegate::Lines::Two)),
      m_preview(new Text(theme, &Fonts::body, &Colors::muted))
{
    setObjectName(QStringLiteral("cannedOffer"));
    setAccessibleName(tr("Canned responses"));
    setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(QStringLiteral("cannedList"));
    m_list->setAccessibleName(tr("Canned responses"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_preview->setObjectName(QStringLiteral("cannedPreview"));
    m_preview->setAccessibleName(tr("What will be written"));
    m_preview->setWordWrap(true);
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_preview->followDirection();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, metrics::half, 2, 2);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_preview);
    connect(m_list, &ChoiceList::clicked, this, &CannedList::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CannedList::showPreview);
    hide();
}

void CannedList::setResponses(const std::vector<client::CannedResponse>& responses)
{
    m_model.setResponses(responses);
    if (isVisible())
        follow();
}

void CannedList::setLanguage(const QString& code)
{
    m_model.setLanguage(code);
}

void CannedList::follow()
{
    if (m_inserting)
        return;
    const std::optional<Slash> slash = slashBefore(m_edit.toPlainText(), m_edit.textCursor().position());
    if (!slash)
        m_dismissedAt = -1;
    if (!slash || slash->at == m_dismissedAt || m_edit.textCursor().hasSelection())
        hide();
    else
        offer(slash->typed);
}

void CannedList::offer(const QString& typed)
{
    if (m_model.isEmpty()) {
        hide();
        return;
    }
    m_model.setTyped(typed);
    if (m_model.rowCount() == 0) {
        hide();
        return;
    }
    place();
    show();
    raise();
    m_list->setCurrentRow(0);
    m_list->scrollToTop();
    showPreview();
}

void CannedList::place()
{
    QWidget* window = m_edit.window();
    // It is taller than the composer.
    if (parentWidget() != window) {
        setParent(window);
        window->installEventFilter(this);
    }
    // Its lines begin where those of the rows do.
    m_preview->setContentsMargins(4 * grid + metrics::half + m_theme.iconSize(), grid, 2 * grid, grid);
    m_preview->setFixedHeight(previewLines * QFontMetrics(m_theme.fonts().body).lineSpacing() + 2 * grid);
    const QPoint cursor = m_edit.viewport()->mapTo(window, m_edit.cursorRect().topLeft());
    const int rows = std::min(mostAnswersShown, m_model.rowCount());
    const int wanted = rows * m_list->sizeHintForRow(0) + m_preview->height() + metrics::half + 2;
    // Above the frame that is written in, whatever its lines are.
    const QWidget* field = m_edit.parentWidget() ? m_edit.parentWidget() : &m_edit;
    const int bottom = std::min(cursor.y(), field->mapTo(window, QPoint()).y()) - metrics::half;
    const int height = std::min(wanted, std::max(0, bottom));
    const int width = std::min(widestList, window->width() - 2 * grid);
    setGeometry(std::clamp(cursor.x(), 0, std::max(0, window->width() - width)), bottom - height, width,
                height);
}

QString CannedList::textOf(const client::CannedResponse& response) const
{
    return models::filled(response.content, m_values ? m_values() : models::CannedValues());
}

QString CannedList::chosenText() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= m_model.rowCount() ? QString() : textOf(m_model.at(row));
}

void CannedList::showPreview()
{
    QString text = chosenText();
    // What cannot be filled in is told before it is chosen.
    if (const std::vector<models::Gap> gaps = models::gapsIn(text); !gaps.empty())
        text.prepend(tr("“%1” is not known here.").arg(gaps.front().name) + u'\n');
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWhole(text.size() > longestPreview ? text.left(longestPreview) + QStringLiteral("…")
                                                     : text);
    // The keyboard is in the field: whoever hears it hears what would be written.
    m_edit.setAccessibleDescription(isHidden() ? QString() : text);
}

bool CannedList::key(int key)
{
    if (isHidden())
        return false;
    const int rows = m_model.rowCount();
    switch (key) {
    case Qt::Key_Up:
        m_list->setCurrentRow((m_list->currentRow() + rows - 1) % rows);
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow((m_list->currentRow() + 1) % rows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

void CannedList::dismiss()
{
    if (isHidden())
        return;
    const std::optional<Slash> slash = slashBefore(m_edit.toPlainText(), m_edit.textCursor().position());
    m_dismissedAt = slash ? slash->at : -1;
    hide();
    m_edit.setAccessibleDescription({});
}

void CannedList::choose()
{
    const std::optional<Slash> slash = slashBefore(m_edit.toPlainText(), m_edit.textCursor().position());
    const QString text = chosenText();
    hide();
    m_edit.setAccessibleDescription({});
    if (slash && !text.isEmpty())
        insert(text, slash->at);
}

void CannedList::write(const client::CannedResponse& response)
{
    insert(textOf(response), m_edit.textCursor().selectionStart());
}

void CannedList::insert(const QString& text, qsizetype from)
{
    const QScopedValueRollback inserting(m_inserting, true);
    QTextCursor cursor = m_edit.textCursor();
    const int end = cursor.selectionEnd();
    cursor.setPosition(static_cast<int>(from));
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    // What nobody knows is written next.
    if (const std::vector<models::Gap> gaps = models::gapsIn(text); !gaps.empty()) {
        const auto start = static_cast<int>(from + gaps.front().start);
        cursor.setPosition(start);
        cursor.setPosition(start + static_cast<int>(gaps.front().length), QTextCursor::KeepAnchor);
    }
    m_edit.setTextCursor(cursor);
    m_edit.setFocus();
}

bool CannedList::eventFilter(QObject* watched, QEvent* event)
{
    // Where the cursor will be is not known yet; the next key brings it back.
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        hide();
    return QFrame::eventFilter(watched, event);
}

void CannedList::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.strongBorder, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    painter.fillRect(QRect(1, m_preview->y(), width() - 2, 1), c.border);
}

std::optional<Slash> slashBefore(const QString& text, qsizetype cursor)
{
    const QString before = text.left(cursor);
    // The newest one that begins a word: what follows may have one of its own, such as "24/7".
    for (qsizetype at = before.lastIndexOf(QLatin1Char('/')); at >= 0;
         at = at == 0 ? -1 : before.lastIndexOf(QLatin1Char('/'), at - 1)) {
        if (at > 0 && !before[at - 1].isSpace())
            continue;
        const QString typed = before.mid(at + 1);
        if (typed.size() > longestTyped || typed.contains(QLatin1Char('\n')) ||
            (!typed.isEmpty() && typed.front().isSpace()))
            return std::nullopt;
        return Slash{at, typed};
    }
    return std::nullopt;
}

} // namespace relevo::ui
