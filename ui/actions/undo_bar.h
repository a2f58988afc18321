#pragma once

#include <ui/theme/theme.h>

#include <base/clock.h>
#include <client/live_view.h>
#include <models/undo_list.h>

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Text;

/// What was just done and can be taken back, for as long as it has not left: floats above its parent's lower
/// edge and stands in nobody's way.
class UndoBar final : public QWidget
{
    Q_OBJECT
public:
    /// `live` and `clock` must outlive the bar.
    UndoBar(const Theme& theme, const client::LiveView& live, const Clock& clock, QWidget* parent);

    void hold(const client::HeldWish& wish);
    /// Without a connection nothing has been done yet, and the words say so.
    void setConnected(bool connected);
    [[nodiscard]] bool canUndo();
    /// Takes back the newest; nothing when there is nothing.
    void undo();
    void clear();
    /// Where it may stand, in its parent: over this place's lower edge.
    void setPlace(const QRect& place);

Q_SIGNALS:
    void takeBackRequested(const QUuid& wish);
    /// There is something to undo, or no longer.
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    const client::LiveView& m_live;
    const Clock& m_clock;
    models::UndoList m_list;
    QTimer m_end;
    Text* m_text;
    QPushButton* m_undo;
    bool m_connected = true;
    QRect m_place;

    void refresh();
    void place();
    [[nodiscard]] QString words(const models::UndoList::Group& group) const;
};

} // namespace relevo::ui
