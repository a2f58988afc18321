#pragma once

#include <ui/theme/theme.h>

#include <QtGui/QPainter>

namespace relevo::ui {

/// One line at `rect`, cut with "…"; returns how wide it became. Left and right are meant as such.
int paintLine(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
              const QColor& color, Qt::Alignment alignment = Qt::AlignLeft);

/// A disc with the initials of `name`, in a quiet colour that stays the same for the same name.
void paintAvatar(QPainter& painter, const QRect& rect, const QString& name, const Theme& theme);

/// What stands in an avatar: one or two letters.
[[nodiscard]] QString initials(const QString& name);

/// A row's ground: selected, hovered or nothing; a ring when the keyboard is on it.
void paintRowGround(QPainter& painter, const QRect& rect, bool selected, bool hovered, bool focused,
                    const Theme& theme);

/// A ring that fills clockwise with the share of the time that is over; when all of it is, a disc with "!".
void paintSpent(QPainter& painter, const QRect& rect, double spent, const QColor& color,
                const QColor& ground);

/// A box to mark a row with.
void paintMark(QPainter& painter, const QRect& rect, bool marked, const Theme& theme);

/// A filled pill with a short text, e.g. a count; returns its width. Its right end is at `right`.
int paintPill(QPainter& painter, int right, int centerY, const QString& text, const QFont& font,
              const QColor& fill, const QColor& color);

/// The ground of a bar that warns, with its sign `margin` away from where lines begin.
void paintWarningBar(QPainter& painter, const QRect& bar, int margin, Qt::LayoutDirection direction,
                     const Theme& theme);

} // namespace relevo::ui
