#include <ui/delegates/message_delegate.h>

#include <models/messages_model.h>
#include <models/names.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/times.h>

#include <QtCore/QDateTime>
#include <QtGui/QPainter>

#include <algorithm>

// The words beside a bubble's text: when, of what, and how far it has come.

namespace relevo::ui {

using models::MessagesModel;

qint64 MessageDelegate::heldSeconds(const QModelIndex& index) const
{
    const QDateTime until = index.data(MessagesModel::HeldUntilRole).toDateTime();
    if (!until.isValid())
        return 0;
    const qint64 left = until.toMSecsSinceEpoch() - m_clock.now().time_since_epoch().count();
    return left > 0 ? (left + 999) / 1000 : 0;
}

QString MessageDelegate::templateWords(const QModelIndex& index, const QString& beside) const
{
    const QString name = index.data(MessagesModel::TemplateRole).toString();
    if (name.isEmpty())
        return {};
    // In the one line there is; a name may be much longer.
    const QFontMetrics measure(m_theme.fonts().caption);
    const QString whole = tr("Template: %1").arg(name);
    const int room = widestText() - measure.horizontalAdvance(beside + QStringLiteral(" · ")) -
                     m_theme.smallIconSize() - metrics::half;
    return measure.elidedText(whole, Qt::ElideRight, std::max(room, 0));
}

MessageDelegate::Meta MessageDelegate::metaOf(const QModelIndex& index) const
{
    const QString time = clockText(index.data(MessagesModel::AtRole).toDateTime());
    const bool note = index.data(MessagesModel::NoteRole).toBool();
    if (index.data(MessagesModel::WaitingRole).toBool()) {
        if (const qint64 seconds = heldSeconds(index))
            return {tr("Sending in %1 s · Undo").arg(seconds),
                    {QStringLiteral("clock"), &Colors::accentText},
                    true};
        return {note ? tr("Private note · Not sent yet") : tr("Not sent yet"),
                {QStringLiteral("clock"), &Colors::warning},
                true};
    }
    if (note)
        return {tr("%1 · Private note").arg(time), {QStringLiteral("note"), &Colors::warning}, true};
    const auto author = static_cast<domain::Author>(index.data(MessagesModel::AuthorRole).toInt());
    if (author != domain::Author::Agent)
        return {time, {{}, &Colors::faint}, false};
    const auto delivery = static_cast<domain::Delivery>(index.data(MessagesModel::DeliveryRole).toInt());
    const QString end = QStringLiteral(" · ") + models::nameOf(delivery);
    const QString madeOf = templateWords(index, time + end);
    return {time + (madeOf.isEmpty() ? QString() : QStringLiteral(" · ") + madeOf) + end, lookOf(delivery),
            true};
}

void MessageDelegate::paintMeta(QPainter& painter, const QRect& rect, const QModelIndex& index) const
{
    const Meta meta = metaOf(index);
    const QColor ink = m_theme.colors().*meta.look.color;
    QRect text = rect;
    if (meta.hasIcon) {
        const int size = m_theme.smallIconSize();
        paintIcon(painter, QRect(rect.right() + 1 - size, rect.center().y() - size / 2 + 1, size, size),
                  meta.look.icon, ink);
        text.setRight(rect.right() - size - metrics::half);
    }
    paintLine(painter, text.adjusted(0, 0, 1, 0), meta.text, m_theme.fonts().caption, ink, Qt::AlignLeft);
}

} // namespace relevo::ui
