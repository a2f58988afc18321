#include <ui/delegates/message_delegate.h>

#include <models/messages_model.h>
#include <models/names.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/times.h>

#include <QtCore/QDateTime>
#include <QtGui/QPainter>

namespace relevo::ui {

namespace {

using metrics::grid;
using models::MessagesModel;

constexpr int endMargin = metrics::sideMargin - metrics::scrollBar; // the bar stands in the other part of it
constexpr int widestBubbleText = 540;
constexpr int narrowestBubbleText = 160;
constexpr int padX = 12;
constexpr int padY = grid;
constexpr int metaGap = 10;
constexpr int groupGap = 2;
constexpr int speakerGap = 2 * grid;
constexpr int widestLine = 520;
constexpr int measuredKept = 20'000;
constexpr int laidOutKept = 120;

MessagesModel::Kind kindOf(const QModelIndex& index)
{
    return static_cast<MessagesModel::Kind>(index.data(MessagesModel::KindRole).toInt());
}

domain::Author authorOf(const QModelIndex& index)
{
    return static_cast<domain::Author>(index.data(MessagesModel::AuthorRole).toInt());
}

std::vector<domain::Attachment> filesOf(const QModelIndex& index)
{
    return index.data(MessagesModel::AttachmentsRole).value<std::vector<domain::Attachment>>();
}

/// `icon`: its size; 0 without one.
int metaWidth(const QString& text, int icon, const QFont& font)
{
    return QFontMetrics(font).horizontalAdvance(text) + (icon > 0 ? icon + metrics::half : 0);
}

} // namespace

MessageDelegate::MessageDelegate(const Theme& theme, const Clock& clock, PictureStore& pictures,
                                 QObject* parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_clock(clock), m_files(theme, pictures),
      m_measured(measuredKept), m_guessed(measuredKept), m_laidOut(laidOutKept)
{
    // The colour of links is part of a laid out text.
    connect(&theme, &Theme::changed, this, &MessageDelegate::forget);
}

void MessageDelegate::changed(const QModelIndex& first, const QModelIndex& last)
{
    if (m_heights.isEmpty() || !first.isValid())
        return;
    for (int row = first.row(); row <= last.row(); ++row)
        m_heights.remove(first.siblingAtRow(row).data(MessagesModel::SeqRole).toLongLong());
}

void MessageDelegate::forget()
{
    m_heights.clear();
    m_measured.clear();
    m_guessed.clear();
    m_laidOut.clear();
}

void MessageDelegate::setSearch(const models::TextSearch& search, qint64 seq, qsizetype place)
{
    m_search = search;
    m_searchSeq = seq;
    m_searchPlace = place;
    m_laidOut.clear(); // marks are part of a laid out text
}

std::vector<Mark> MessageDelegate::marksIn(const QString& content, qsizetype current) const
{
    const Colors& c = m_theme.colors();
    std::vector<Mark> marks;
    for (const models::TextRange& range : m_search.in(content)) {
        const bool looked = static_cast<qsizetype>(marks.size()) == current;
        marks.push_back({range, looked ? c.warning : c.warningSoft, looked ? c.surface : c.text});
    }
    return marks;
}

bool MessageDelegate::setRowWidth(int width)
{
    const int before = widestText();
    m_rowWidth = width;
    if (widestText() == before)
        return false;
    forget();
    return true;
}

int MessageDelegate::widestText() const
{
    return std::clamp(m_rowWidth * 3 / 4 - 2 * metrics::sideMargin - 2 * padX, narrowestBubbleText,
                      widestBubbleText);
}

MeasuredText MessageDelegate::measured(const QString& content) const
{
    if (const MeasuredText* known = m_measured.object(content))
        return *known;
    const BubbleText text(content, m_theme.fonts().body, widestText(), m_theme.colors().accentText);
    const MeasuredText result{text.size(), text.lastLineWidth()};
    m_measured.insert(content, new MeasuredText(result));
    return result;
}

MeasuredText MessageDelegate::guessed(const QString& content) const
{
    if (const MeasuredText* known = m_measured.object(content))
        return *known;
    if (const MeasuredText* known = m_guessed.object(content))
        return *known;
    m_guess.setFont(m_theme.fonts().body);
    const std::optional<MeasuredText> guess = m_guess.of(content, widestText());
    if (!guess)
        return measured(content);
    m_guessed.insert(content, new MeasuredText(*guess));
    return *guess;
}

const BubbleText& MessageDelegate::laidOut(const QString& content) const
{
    if (const BubbleText* known = m_laidOut.object(content))
        return *known;
    auto* made = new BubbleText(content, m_theme.fonts().body, widestText(), m_theme.colors().accentText,
                                marksIn(content, -1));
    m_laidOut.insert(content, made);
    return *made;
}

MessageDelegate::Bubble MessageDelegate::bubbleOf(const QModelIndex& index, bool exactly) const
{
    const Fonts& fonts = m_theme.fonts();
    const int captionHeight = QFontMetrics(fonts.caption).height();
    const QString content = index.data(MessagesModel::ContentRole).toString();
    // Files may come without a word.
    MeasuredText text = content.isEmpty() ? MeasuredText{QSize(0, 0), 0}
                        : exactly         ? measured(content)
                                          : guessed(content);
    const QSize files = m_files.size(filesOf(index), widestText());
    const Meta words = metaOf(index);
    const int meta = metaWidth(words.text, words.hasIcon ? m_theme.smallIconSize() : 0, fonts.caption);
    const bool grouped = index.data(MessagesModel::GroupedRole).toBool();

    // Whether the meta stands beside the last line or below it is no matter for a guess.
    if (!exactly && !content.isEmpty() &&
        std::abs(text.lastLineWidth + metaGap + meta - widestText()) <= LineGuess::doubt)
        text = measured(content);

    Bubble bubble;
    bubble.ours = authorOf(index) != domain::Author::Customer;
    const bool beside = !content.isEmpty() && text.lastLineWidth + metaGap + meta <= widestText();
    const int textWidth =
        std::max({text.size.width(), files.width(), beside ? text.lastLineWidth + metaGap + meta : meta});
    const int above = files.isEmpty() ? 0 : files.height() + (content.isEmpty() ? 0 : grid);
    const int textHeight = text.size.height() + (beside ? 0 : captionHeight + 2);
    const int width = textWidth + 2 * padX;
    const int left = bubble.ours ? m_rowWidth - endMargin - width : metrics::sideMargin;
    int y = grouped ? groupGap : speakerGap;
    if (!grouped) {
        bubble.name =
            QRect(metrics::sideMargin, y, m_rowWidth - metrics::sideMargin - endMargin, captionHeight);
        y += captionHeight + metrics::half;
    }
    bubble.body = QRect(left, y, width, above + textHeight + 2 * padY);
    if (!files.isEmpty())
        bubble.files = QRect(left + padX, y + padY, textWidth, files.height());
    bubble.text = QRect(left + padX, y + padY + above, textWidth, text.size.height());
    bubble.meta = QRect(bubble.body.right() + 1 - padX - meta,
                        bubble.body.bottom() + 1 - padY - captionHeight + 1, meta, captionHeight);
    if (!index.data(MessagesModel::ErrorRole).toString().isEmpty()) {
        bubble.trouble = QRect(metrics::sideMargin, bubble.body.bottom() + 1 + metrics::half,
                               m_rowWidth - metrics::sideMargin - endMargin, captionHeight);
        if (index.data(MessagesModel::RetriableRole).toBool()) {
            // Rounded up: the last letter would not fit else.
            const int width = QFontMetrics(fonts.captionStrong).horizontalAdvance(tr("Try again")) + 1;
            bubble.retry =
                QRect(bubble.trouble.right() + 1 - width, bubble.trouble.top(), width, captionHeight);
            bubble.trouble.setRight(bubble.retry.left() - grid);
        }
    }
    return bubble;
}

int MessageDelegate::lineHeight(const QModelIndex& index) const
{
    const int captionHeight = QFontMetrics(m_theme.fonts().caption).height();
    switch (kindOf(index)) {
    case MessagesModel::Kind::Day:
    case MessagesModel::Kind::New:
    case MessagesModel::Kind::Past:
        return captionHeight + 3 * grid;
    case MessagesModel::Kind::Handoff:
    case MessagesModel::Kind::System: {
        const QRect box(0, 0, std::min(widestLine, m_rowWidth - 2 * metrics::sideMargin), QWIDGETSIZE_MAX);
        const int text = QFontMetrics(m_theme.fonts().caption)
                             .boundingRect(box, Qt::AlignHCenter | Qt::TextWordWrap,
                                           index.data(MessagesModel::ContentRole).toString())
                             .height();
        return kindOf(index) == MessagesModel::Kind::System ? text + 2 * grid
                                                            : captionHeight + text + 3 * grid;
    }
    case MessagesModel::Kind::Message:
        break;
    }
    return 0;
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    // The view asks for all of thousands whenever one comes in.
    const qint64 seq = index.data(MessagesModel::SeqRole).toLongLong();
    if (const auto known = m_heights.constFind(seq); seq > 0 && known != m_heights.cend())
        return {m_rowWidth, *known};
    bool lasts = seq > 0;
    int height = 0;
    if (kindOf(index) == MessagesModel::Kind::Message) {
        const Bubble bubble = bubbleOf(index, false);
        lasts = lasts && bubble.trouble.isNull() && bubble.files.isNull();
        height = (bubble.trouble.isNull() ? bubble.body.bottom() : bubble.trouble.bottom()) + 1 + groupGap;
    } else {
        height = lineHeight(index);
    }
    if (lasts)
        m_heights.insert(seq, height);
    return {m_rowWidth, height};
}

void MessageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    const Colors& c = m_theme.colors();
    const Fonts& fonts = m_theme.fonts();
    switch (kindOf(index)) {
    case MessagesModel::Kind::Message:
        paintBubble(*painter, option, index);
        break;
    case MessagesModel::Kind::System:
        paintCentred(*painter, option.rect, index.data(MessagesModel::ContentRole).toString(), fonts.caption,
                     c.muted);
        break;
    case MessagesModel::Kind::Day:
        paintCentred(*painter, option.rect,
                     dayText(index.data(MessagesModel::AtRole).toDateTime().toLocalTime().date(),
                             QDate::currentDate()),
                     fonts.captionStrong, c.muted);
        break;
    case MessagesModel::Kind::Past: {
        const bool offered = !index.data(MessagesModel::OfferRole).toString().isEmpty();
        paintRule(*painter, option.rect, option.rect.center().y(),
                  index.data(MessagesModel::ContentRole).toString(),
                  offered ? QStringLiteral("arrow-up") : QStringLiteral("clock"),
                  offered ? c.accentText : c.muted, c.border);
        if (offered && option.state.testFlag(QStyle::State_Selected) &&
            option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(c.accentText, 2.0));
            painter->drawRoundedRect(option.rect.adjusted(metrics::sideMargin, 2, -endMargin, -2),
                                     metrics::radius, metrics::radius);
        }
        break;
    }
    case MessagesModel::Kind::New:
        paintRule(*painter, option.rect, option.rect.center().y(),
                  index.data(MessagesModel::ContentRole).toString(), QStringLiteral("arrow-down"),
                  c.accentText, c.accentText);
        break;
    case MessagesModel::Kind::Handoff:
        paintHandoff(*painter, option.rect, index);
        break;
    }
    painter->restore();
}

QRect MessageDelegate::placed(const QStyleOptionViewItem& option, const QRect& rect) const
{
    const QRect row(0, 0, m_rowWidth, option.rect.height());
    return QStyle::visualRect(option.direction, row, rect).translated(option.rect.topLeft());
}

void MessageDelegate::paintGround(QPainter& painter, const QRect& body, const QModelIndex& index,
                                  bool ringed) const
{
    const Colors& c = m_theme.colors();
    const bool waiting = index.data(MessagesModel::WaitingRole).toBool();
    const domain::Author author = authorOf(index);
    QPen pen(Qt::NoPen);
    QColor ground = c.customerBubble;
    if (author == domain::Author::Bot) {
        ground = c.botBubble;
        pen = QPen(c.border, 1.0);
    } else if (index.data(MessagesModel::NoteRole).toBool()) {
        ground = c.warningSoft;
        pen = QPen(c.warning, 1.0, waiting ? Qt::DashLine : Qt::SolidLine);
    } else if (author == domain::Author::Agent) {
        ground = waiting ? c.surface : c.accentSoft;
        if (waiting)
            pen = QPen(c.strongBorder, 1.0, Qt::DashLine);
    }
    if (ringed)
        pen = QPen(c.accentText, 2.0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(ground);
    const qreal inset = pen.style() == Qt::NoPen ? 0.0 : pen.widthF() / 2;
    painter.drawRoundedRect(QRectF(body).adjusted(inset, inset, -inset, -inset), metrics::bubbleRadius,
                            metrics::bubbleRadius);
}

void MessageDelegate::paintBubble(QPainter& painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    const Bubble bubble = bubbleOf(index);
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const qint64 seq = index.data(MessagesModel::SeqRole).toLongLong();
    const bool pointedAt = seq > 0 && seq == m_pointedAt;
    if ((selected && m_manySelected) || pointedAt)
        painter.fillRect(option.rect, c.sunken);

    if (!bubble.name.isNull())
        paintName(painter, placed(option, bubble.name), bubble.ours == leftToRight, index);
    const bool focused = selected && option.state.testFlag(QStyle::State_HasFocus);
    paintGround(painter, placed(option, bubble.body), index, focused || pointedAt);

    if (!bubble.files.isNull())
        m_files.paint(painter, placed(option, bubble.files), filesOf(index),
                      index.data(MessagesModel::ConversationRole).value<domain::ConversationId>(),
                      leftToRight);
    const QRect text = placed(option, bubble.text);
    const QString content = index.data(MessagesModel::ContentRole).toString();
    if (!m_search.isEmpty() && seq > 0 && seq == m_searchSeq)
        BubbleText(content, m_theme.fonts().body, widestText(), c.accentText, marksIn(content, m_searchPlace))
            .draw(painter, text.topLeft(), c.text, text.width());
    else
        laidOut(content).draw(painter, text.topLeft(), c.text, text.width());
    paintMeta(painter, placed(option, bubble.meta), index);
    if (!bubble.trouble.isNull())
        paintTrouble(painter, option, bubble, index);
}

void MessageDelegate::paintTrouble(QPainter& painter, const QStyleOptionViewItem& option,
                                   const Bubble& bubble, const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    const bool leftToRight = option.direction == Qt::LeftToRight;
    const auto delivery = static_cast<domain::Delivery>(index.data(MessagesModel::DeliveryRole).toInt());
    const Qt::Alignment side = bubble.ours == leftToRight ? Qt::AlignRight : Qt::AlignLeft;
    paintLine(painter, placed(option, bubble.trouble), index.data(MessagesModel::ErrorRole).toString(),
              m_theme.fonts().caption, delivery == domain::Delivery::Unknown ? c.warning : c.danger, side);
    if (!bubble.retry.isNull())
        paintLine(painter, placed(option, bubble.retry), tr("Try again"), m_theme.fonts().captionStrong,
                  c.accentText, side);
}

void MessageDelegate::paintName(QPainter& painter, const QRect& rect, bool atRight,
                                const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    const Qt::Alignment side = atRight ? Qt::AlignRight : Qt::AlignLeft;
    const int width = paintLine(painter, rect, index.data(MessagesModel::AuthorNameRole).toString(),
                                m_theme.fonts().captionStrong, c.muted, side);
    if (authorOf(index) != domain::Author::Bot)
        return;
    const int size = m_theme.smallIconSize();
    const int x =
        atRight ? rect.right() + 1 - width - metrics::half - size : rect.left() + width + metrics::half;
    paintIcon(painter, QRect(x, rect.center().y() - size / 2, size, size), QStringLiteral("bot"), c.muted);
}

void MessageDelegate::paintCentred(QPainter& painter, const QRect& row, const QString& text,
                                   const QFont& font, const QColor& color) const
{
    QRect box(0, 0, std::min(widestLine, row.width() - 2 * metrics::sideMargin), row.height());
    box.moveCenter(row.adjusted(metrics::sideMargin, 0, -endMargin, 0).center());
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, text);
}

void MessageDelegate::paintRule(QPainter& painter, const QRect& row, int y, const QString& text,
                                const QString& icon, const QColor& ink, const QColor& line) const
{
    const QFont& font = m_theme.fonts().captionStrong;
    const QFontMetrics fm(font);
    const int size = m_theme.smallIconSize();
    const int width = std::min(row.width() - 2 * metrics::sideMargin,
                               fm.horizontalAdvance(text) + size + metrics::half + 2 * grid);
    QRect label(0, 0, width, fm.height());
    label.moveCenter({row.adjusted(metrics::sideMargin, 0, -endMargin, 0).center().x(), y});
    painter.setPen(QPen(line, 1.0));
    painter.drawLine(row.left() + metrics::sideMargin, y, label.left(), y);
    painter.drawLine(label.right(), y, row.right() - endMargin, y);
    paintIcon(painter, QRect(label.left() + grid, y - size / 2, size, size), icon, ink);
    paintLine(painter, label.adjusted(grid + size + metrics::half, 0, 0, 0), text, font, ink, Qt::AlignLeft);
}

void MessageDelegate::paintHandoff(QPainter& painter, const QRect& row, const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    const auto trigger = static_cast<domain::TriggerType>(index.data(MessagesModel::TriggerTypeRole).toInt());
    const int captionHeight = QFontMetrics(m_theme.fonts().caption).height();
    const int y = row.top() + grid + captionHeight / 2 + metrics::half;
    paintRule(painter, row, y, tr("Handed over · %1").arg(models::nameOf(trigger)), QStringLiteral("handoff"),
              c.accentText, c.border);
    const QString reason = index.data(MessagesModel::ContentRole).toString();
    if (reason == models::nameOf(trigger))
        return;
    paintCentred(painter,
                 QRect(row.left(), y + captionHeight / 2, row.width(), row.bottom() - y - captionHeight / 2),
                 reason, m_theme.fonts().caption, c.muted);
}

MessageDelegate::Hit MessageDelegate::hitAt(const QStyleOptionViewItem& option, const QModelIndex& index,
                                            const QPoint& place) const
{
    if (index.isValid() && !index.data(MessagesModel::OfferRole).toString().isEmpty())
        return {Part::Past, {}};
    if (!index.isValid() || kindOf(index) != MessagesModel::Kind::Message)
        return {};
    const Bubble bubble = bubbleOf(index);
    const auto touches = [&](const QRect& rect) {
        return !rect.isNull() && placed(option, rect).adjusted(-2, -2, 2, 2).contains(place);
    };
    if (touches(bubble.meta) && heldSeconds(index) > 0)
        return {Part::TakeBack, {}, -1};
    if (touches(bubble.retry))
        return {Part::Retry, {}, -1};
    const bool leftToRight = option.direction == Qt::LeftToRight;
    if (const int file = m_files.fileAt(placed(option, bubble.files), filesOf(index), place, leftToRight);
        file >= 0)
        return {Part::File, {}, file};
    const QRect text = placed(option, bubble.text);
    const QString link = laidOut(index.data(MessagesModel::ContentRole).toString())
                             .linkAt(place - text.topLeft(), text.width());
    return {link.isEmpty() ? Part::None : Part::Link, link, -1};
}

} // namespace relevo::ui
