#pragma once

#include <ui/theme/theme.h>

#include <base/clock.h>
#include <client/attachments.h>
#include <models/messages_model.h>
#include <models/text_search.h>

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QListView>

class QMenu;
class QPushButton;

namespace relevo::ui {

class MessageDelegate;
class PictureStore;
class SpokenRows;

/// A conversation's messages. Stays at the newest one while the reader is there, stays where the reader is
/// when not, and asks for older ones when the top comes near.
class TranscriptView final : public QListView
{
    Q_OBJECT
public:
    /// `model`, `clock` and `pictures` must outlive the view.
    TranscriptView(const Theme& theme, models::MessagesModel& model, const Clock& clock,
                   PictureStore& pictures, QWidget* parent = nullptr);

    /// Without, files are named and nothing more.
    void setAttachments(client::Attachments& attachments);

    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    void goToEnd();
    /// Older messages may be asked for again.
    void olderAnswered();
    /// Asks for older ones now, unless they are on their way; false when there are none.
    bool wantOlder();
    /// Goes to a message and points it out for a moment. One that is not loaded is fetched first, page by
    /// page; it may be nowhere.
    void showMessage(const domain::MessageId& message);
    /// The newest message that has been on screen since the conversation was opened; its seq.
    [[nodiscard]] qint64 newestSeen();
    /// Marks what is searched for, and goes to the message of this seq (0: stays). `place` counts what is
    /// found in it.
    void setSearch(const models::TextSearch& search, qint64 seq, qsizetype place);

Q_SIGNALS:
    void olderWanted();
    /// What was asked for is here, or is not to be had.
    void olderCame();
    /// The reader has come to the newest message, or a new one came while they are there.
    void endSeen();
    void takeBackWanted();
    /// An earlier conversation, or more of it, is to be shown above.
    void pastWanted(const relevo::domain::ConversationId& conversation);
    /// An own message that was not delivered is to be sent again.
    void retryWanted(const QString& content, const std::vector<relevo::domain::Attachment>& files);

    /// A file was clicked, is to be opened, saved, or not to come any more. An earlier conversation may be
    /// shown, too, so it is said which it belongs to.
    void fileActivated(const relevo::domain::ConversationId& conversation,
                       const relevo::domain::Attachment& file);
    void fileOpenWanted(const relevo::domain::ConversationId& conversation,
                        const relevo::domain::Attachment& file);
    void fileSaveWanted(const relevo::domain::ConversationId& conversation,
                        const relevo::domain::Attachment& file);
    void fileNotWanted(const relevo::domain::Attachment& file);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void updateGeometries() override;
    bool viewportEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    models::MessagesModel& m_messages;
    const Clock& m_clock;
    SpokenRows* m_rows;
    MessageDelegate* m_delegate;
    QPointer<client::Attachments> m_attachments;
    QPushButton* m_toEnd;
    QTimer m_holdTick;          ///< while a message is held back: its seconds
    QTimer m_pointing;          ///< until a message is no longer pointed out
    domain::MessageId m_sought; ///< to be shown when it is loaded
    domain::ConversationId m_soughtIn;
    std::size_t m_loadedBefore = 0; ///< when older messages were asked for last
    qint64 m_seen = 0;
    bool m_atEnd = true;
    bool m_adjusting = false;
    bool m_olderAsked = false;
    bool m_starting = true; ///< a conversation was just opened and has not been placed
    int m_fromEnd = -1;     ///< while rows come in above: what the distance to the end must stay

    void makeButton(const Theme& theme);
    void connectRows();
    void scrolled(int value);
    void rowsComing(int first);
    void rowsCame();
    void placeStart();
    void updateToEnd();
    void goToNew();
    void lookAtScreen();
    void tickHold();
    void seek();
    void pointAt(int row);
    void activate(const QPoint& place);
    /// False when the row offers nothing.
    bool showPast(const QModelIndex& index);
    [[nodiscard]] QStyleOptionViewItem optionFor(const QModelIndex& index) const;
    [[nodiscard]] QString tipAt(const QPoint& place) const;
    [[nodiscard]] QModelIndexList chosenRows() const;
    void copy(bool withContext) const;
    void fillMenu(QMenu& menu, const QModelIndex& index);
    void addLinks(QMenu& menu, const QString& content);
    void addFiles(QMenu& menu, const QModelIndex& index);
    [[nodiscard]] bool isComing(const domain::Attachment& file) const;
};

} // namespace relevo::ui
