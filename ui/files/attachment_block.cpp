#include <ui/files/attachment_block.h>

#include <ui/files/file_words.h>
#include <ui/files/picture_store.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace relevo::ui {

namespace {

using client::Attachments;
using metrics::grid;

constexpr QSize largestPicture(45 * grid, 34 * grid);
constexpr QSize unknownPicture(30 * grid, 20 * grid); // until its size is known
constexpr QSize smallestPicture(6 * grid, 6 * grid);
constexpr int fileCardWidth = 36 * grid;
constexpr int leastCardHeight = 6 * grid + metrics::half;
constexpr int blockGap = metrics::half;

QString words(const char* text)
{
    return QCoreApplication::translate("relevo::ui", text);
}

/// One that is no longer kept is a card like any file: an empty frame of its size would promise a picture.
bool isPictureToSee(const domain::Attachment& file)
{
    return domain::isPicture(file.mime) && !file.gone;
}

} // namespace

Attachments::Known AttachmentBlock::known(const domain::Attachment& file) const
{
    return m_attachments ? m_attachments->of(file.id) : Attachments::Known();
}

int AttachmentBlock::cardHeight() const
{
    const int lines =
        QFontMetrics(m_theme.fonts().body).height() + QFontMetrics(m_theme.fonts().caption).height();
    return std::max(leastCardHeight, lines + 2 * grid);
}

QSize AttachmentBlock::sizeOf(const domain::Attachment& file, int width) const
{
    if (!isPictureToSee(file))
        return {std::min(width, m_theme.grown(fileCardWidth)), cardHeight()};
    QSize size = file.width > 0 && file.height > 0 ? QSize(file.width, file.height) : unknownPicture;
    const QSize room = largestPicture.boundedTo(QSize(width, largestPicture.height()));
    if (size.width() > room.width() || size.height() > room.height())
        size.scale(room, Qt::KeepAspectRatio);
    return size.expandedTo(smallestPicture).boundedTo(room);
}

QSize AttachmentBlock::size(const Files& files, int width) const
{
    QSize whole;
    for (const domain::Attachment& file : files) {
        const QSize one = sizeOf(file, width);
        whole = whole.isNull() || whole.isEmpty()
                    ? one
                    : QSize(std::max(whole.width(), one.width()), whole.height() + blockGap + one.height());
    }
    return files.empty() ? QSize(0, 0) : whole;
}

QRect AttachmentBlock::placeOf(const QRect& block, const Files& files, std::size_t which,
                               bool leftToRight) const
{
    int y = block.top();
    for (std::size_t i = 0; i < which; ++i)
        y += sizeOf(files[i], block.width()).height() + blockGap;
    const QSize size = sizeOf(files[which], block.width());
    return {QPoint(leftToRight ? block.left() : block.right() + 1 - size.width(), y), size};
}

int AttachmentBlock::fileAt(const QRect& block, const Files& files, const QPoint& place,
                            bool leftToRight) const
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (placeOf(block, files, i, leftToRight).contains(place))
            return files[i].gone ? -1 : static_cast<int>(i);
    }
    return -1;
}

bool AttachmentBlock::isShown(const domain::Attachment& file) const
{
    const Attachments::Known now = known(file);
    return isPictureToSee(file) && now.state == Attachments::State::Here && !m_pictures.isBroken(now.path);
}

QString AttachmentBlock::stateWords(const domain::Attachment& file) const
{
    const Attachments::Known now = known(file);
    if (file.gone)
        return words(QT_TRANSLATE_NOOP("relevo::ui", "no longer kept"));
    const bool partly = now.total > 0 && now.done < now.total;
    if (now.state == Attachments::State::Failed)
        return words(QT_TRANSLATE_NOOP("relevo::ui", "not loaded, click to try again"));
    if (now.state == Attachments::State::Here && m_pictures.isBroken(now.path))
        return words(QT_TRANSLATE_NOOP("relevo::ui", "cannot be shown, click to save it"));
    if (now.state == Attachments::State::Coming)
        return words(QT_TRANSLATE_NOOP("relevo::ui", "loading…"));
    if (partly && now.brokenOff)
        return words(QT_TRANSLATE_NOOP("relevo::ui", "interrupted, retries by itself"));
    // Nothing else moves of what is here: it goes to the relay.
    return partly ? words(QT_TRANSLATE_NOOP("relevo::ui", "uploading…")) : QString();
}

void AttachmentBlock::paint(QPainter& painter, const QRect& block, const Files& files,
                            const domain::ConversationId& conversation, bool leftToRight) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const domain::Attachment& file = files[i];
        const QRect place = placeOf(block, files, i, leftToRight);
        const bool picture = isPictureToSee(file);
        if (picture && m_attachments && file.size <= fetchedUnasked &&
            known(file).state == Attachments::State::Absent)
            m_attachments->want(conversation, file);
        if (picture)
            paintPicture(painter, place, file);
        else
            paintCard(painter, place, file, leftToRight);
    }
}

void AttachmentBlock::paintPicture(QPainter& painter, const QRect& tile, const domain::Attachment& file) const
{
    const Colors& c = m_theme.colors();
    const Attachments::Known now = known(file);
    QPainterPath frame;
    frame.addRoundedRect(tile, metrics::radius, metrics::radius);
    const QSize pixels = tile.size() * painter.device()->devicePixelRatio();
    const QImage image =
        now.state == Attachments::State::Here ? m_pictures.picture(now.path, pixels) : QImage();
    painter.save();
    painter.setClipPath(frame);
    painter.fillRect(tile, c.sunken);
    if (!image.isNull()) {
        QRect target(QPoint(), image.size() / painter.device()->devicePixelRatio());
        if (target.width() > tile.width() || target.height() > tile.height())
            target.setSize(target.size().scaled(tile.size(), Qt::KeepAspectRatio));
        target.moveCenter(tile.center());
        painter.drawImage(target, image);
    }
    painter.restore();
    painter.setPen(QPen(c.border, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(frame);
    if (image.isNull()) {
        const QFont& font = m_theme.fonts().caption;
        const int line = QFontMetrics(font).height();
        QRect icon(0, 0, m_theme.iconSize(), m_theme.iconSize());
        icon.moveCenter(tile.center() - QPoint(0, line));
        paintIcon(painter, icon, QStringLiteral("image"), c.muted);
        const QRect room = tile.adjusted(grid, 0, -grid, 0);
        const QString said = stateWords(file);
        const int y = icon.bottom() + metrics::half;
        paintLine(painter, QRect(room.left(), y, room.width(), line), file.name, font, c.text,
                  Qt::AlignHCenter);
        paintLine(painter, QRect(room.left(), y + line, room.width(), line),
                  said.isEmpty() ? sizeText(file.size) : said, font, c.muted, Qt::AlignHCenter);
    }
    paintProgress(painter, QRect(tile.left() + grid, tile.bottom() - grid, tile.width() - 2 * grid, 3), file);
}

void AttachmentBlock::paintCard(QPainter& painter, const QRect& card, const domain::Attachment& file,
                                bool leftToRight) const
{
    const Colors& c = m_theme.colors();
    const QFont& small = m_theme.fonts().caption;
    painter.setPen(QPen(c.border, 1.0));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    const auto placed = [&](const QRect& at) {
        return leftToRight
                   ? at.translated(card.topLeft())
                   : QRect(card.right() + 1 - at.right() - 1, card.top() + at.top(), at.width(), at.height());
    };
    const int size = m_theme.iconSize();
    const int middle = (card.height() - size) / 2;
    const Attachments::Known now = known(file);
    const bool goesUp = now.done < now.total && now.state != Attachments::State::Coming &&
                        now.state != Attachments::State::Failed;
    // What goes up is not there to be fetched yet.
    const bool pressed = !goesUp && now.state != Attachments::State::Here;
    const QString sign = goesUp    ? QStringLiteral("arrow-up")
                         : pressed ? QStringLiteral("download")
                                   : QStringLiteral("check");
    paintIcon(painter, placed(QRect(grid + metrics::half, middle, size, size)), iconOf(file), c.muted);
    // Of one that is gone there is nothing to be had, so nothing stands there for it.
    if (!file.gone)
        paintIcon(painter, placed(QRect(card.width() - grid - size, middle, size, size)), sign,
                  pressed ? c.accentText : c.muted);
    const int left = 2 * grid + metrics::half + size;
    const int width = card.width() - left - grid - (file.gone ? 0 : grid + size);
    const QFontMetrics name(m_theme.fonts().body);
    const int nameHeight = name.height();
    const int top = (card.height() - nameHeight - QFontMetrics(small).height()) / 2;
    const Qt::Alignment side = leftToRight ? Qt::AlignLeft : Qt::AlignRight;
    paintLine(painter, placed(QRect(left, top, width, nameHeight)),
              name.elidedText(file.name, Qt::ElideMiddle, width), m_theme.fonts().body,
              file.gone ? c.muted : c.text, side);
    const QString said = stateWords(file);
    const QString under =
        said.isEmpty() ? sizeText(file.size) : sizeText(file.size) + QStringLiteral(" · ") + said;
    paintLine(painter, placed(QRect(left, top + nameHeight, width, QFontMetrics(small).height())), under,
              small, c.muted, side);
    paintProgress(painter, QRect(card.left() + grid, card.bottom() - 3, card.width() - 2 * grid, 2), file);
}

void AttachmentBlock::paintProgress(QPainter& painter, const QRect& line,
                                    const domain::Attachment& file) const
{
    const Attachments::Known now = known(file);
    if (now.total <= 0 || now.done >= now.total || now.state == Attachments::State::Failed)
        return;
    const double share = static_cast<double>(now.done) / static_cast<double>(now.total);
    const Colors& c = m_theme.colors();
    painter.fillRect(line, c.border);
    painter.fillRect(QRect(line.topLeft(), QSize(static_cast<int>(line.width() * share), line.height())),
                     c.accentText);
}

} // namespace relevo::ui
