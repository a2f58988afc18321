#pragma once

#include <ui/theme/theme.h>

#include <models/messages_model.h>

#include <QtWidgets/QListView>

class QMenu;
class QPushButton;

namespace relevo::ui {

class MessageDelegate;
class SpokenRows;

/// A conversation's messages. Stays at the newest one while the reader is there, stays where the reader is
/// when not, and asks for older ones when the top comes near.
class TranscriptView final : public QListView
{
    Q_OBJECT
public:
    /// `model` must outlive the view.
    TranscriptView(const Theme& theme, models::MessagesModel& model, QWidget* parent = nullptr);

    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    void goToEnd();
    /// Older messages may be asked for again.
    void olderAnswered();

Q_SIGNALS:
    void olderWanted();
    /// The reader has come to the newest message, or a new one came while they are there.
    void endSeen();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void updateGeometries() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    models::MessagesModel& m_messages;
    SpokenRows* m_rows;
    MessageDelegate* m_delegate;
    QPushButton* m_toEnd;
    bool m_atEnd = true;
    bool m_adjusting = false;
    bool m_olderAsked = false;
    bool m_starting = true; ///< a conversation was just opened and has not been placed
    int m_fromEnd = -1;     ///< while rows come in above: what the distance to the end must stay
    int m_unseen = 0;

    void scrolled(int value);
    void rowsComing(int first);
    void rowsCame(int first, int last);
    void placeStart();
    void updateToEnd();
    [[nodiscard]] QString linkUnder(const QPoint& place) const;
    void copyRow(const QModelIndex& index) const;
    void addLinks(QMenu& menu, const QString& content);
};

} // namespace relevo::ui
