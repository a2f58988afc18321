#pragma once

#include <ui/delegates/bubble_text.h>
#include <ui/delegates/line_guess.h>
#include <ui/files/attachment_block.h>
#include <ui/theme/theme.h>
#include <ui/widgets/looks.h>

#include <base/clock.h>
#include <models/text_search.h>

#include <QtCore/QCache>
#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtWidgets/QAbstractItemDelegate>

namespace relevo::ui {

/// Paints a conversation's rows (models::MessagesModel): bubbles on the customer's and on our side, and the
/// lines between them. Only what is on screen is laid out for drawing; of the rest the size is remembered.
class MessageDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    /// What can be clicked in a row.
    enum class Part {
        None,
        Link,
        TakeBack, ///< an own message that is held back
        Retry,    ///< an own message that was not delivered
        File,
        Past, ///< an earlier conversation can be shown
    };
    struct Hit
    {
        Part part = Part::None;
        QString link;  ///< the real address
        int file = -1; ///< among the message's
    };

    /// `clock` tells how long a message is held back still.
    MessageDelegate(const Theme& theme, const Clock& clock, PictureStore& pictures,
                    QObject* parent = nullptr);

    void setAttachments(client::Attachments* attachments) { m_files.setAttachments(attachments); }

    /// How wide rows are; true when heights are others now.
    bool setRowWidth(int width);
    /// What is shown of these rows is something else now, so perhaps their heights are.
    void changed(const QModelIndex& first, const QModelIndex& last);
    /// All rows are others.
    void forgetRows() { m_heights.clear(); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] Hit hitAt(const QStyleOptionViewItem& option, const QModelIndex& index,
                            const QPoint& place) const;

    /// What is searched for, and which place of which message (its seq) is the one looked at.
    void setSearch(const models::TextSearch& search, qint64 seq, qsizetype place);
    /// The message of this seq is pointed out; 0 for none.
    void setPointedAt(qint64 seq) { m_pointedAt = seq; }
    /// Several rows are selected: all of them show it, not only the one with the keyboard.
    void setManySelected(bool many) { m_manySelected = many; }

private:
    /// A bubble's parts, relative to the row.
    struct Bubble
    {
        QRect name;
        QRect body;
        QRect files;
        QRect text;
        QRect meta;
        QRect trouble;
        QRect retry;
        bool ours = false;
    };

    /// Time, and for what agents wrote how far it has come: the words beside the bubble's text.
    struct Meta
    {
        QString text;
        Look look;
        bool hasIcon = false;
    };

    const Theme& m_theme;
    const Clock& m_clock;
    AttachmentBlock m_files;
    models::TextSearch m_search;
    qint64 m_searchSeq = 0;
    qsizetype m_searchPlace = 0;
    qint64 m_pointedAt = 0;
    bool m_manySelected = false;
    int m_rowWidth = 0;
    mutable QHash<qint64, int> m_heights; ///< by seq, of those without files and trouble
    mutable QCache<QString, MeasuredText> m_measured;
    mutable QCache<QString, MeasuredText> m_guessed; ///< not to be drawn by
    mutable LineGuess m_guess;
    mutable QCache<QString, BubbleText> m_laidOut;

    [[nodiscard]] int widestText() const;
    [[nodiscard]] MeasuredText measured(const QString& content) const;
    /// The same height, and widths that are right but for LineGuess::doubt.
    [[nodiscard]] MeasuredText guessed(const QString& content) const;
    [[nodiscard]] const BubbleText& laidOut(const QString& content) const;
    [[nodiscard]] std::vector<Mark> marksIn(const QString& content, qsizetype current) const;
    /// What it was made of, in what `beside` leaves of the line.
    [[nodiscard]] QString templateWords(const QModelIndex& index, const QString& beside) const;
    [[nodiscard]] Meta metaOf(const QModelIndex& index) const;
    [[nodiscard]] qint64 heldSeconds(const QModelIndex& index) const;
    [[nodiscard]] QRect placed(const QStyleOptionViewItem& option, const QRect& rect) const;
    /// `exactly`: to be drawn; otherwise the heights are right, and the text has not been laid out for them.
    [[nodiscard]] Bubble bubbleOf(const QModelIndex& index, bool exactly = true) const;
    [[nodiscard]] int lineHeight(const QModelIndex& index) const;

    void paintBubble(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintGround(QPainter& painter, const QRect& body, const QModelIndex& index, bool ringed) const;
    void paintTrouble(QPainter& painter, const QStyleOptionViewItem& option, const Bubble& bubble,
                      const QModelIndex& index) const;
    void paintName(QPainter& painter, const QRect& rect, bool atRight, const QModelIndex& index) const;
    void paintMeta(QPainter& painter, const QRect& rect, const QModelIndex& index) const;
    void paintHandoff(QPainter& painter, const QRect& row, const QModelIndex& index) const;
    void paintCentred(QPainter& painter, const QRect& row, const QString& text, const QFont& font,
                      const QColor& color) const;
    void paintRule(QPainter& painter, const QRect& row, int y, const QString& text, const QString& icon,
                   const QColor& ink, const QColor& line) const;
    void forget();
};

} // namespace relevo::ui
