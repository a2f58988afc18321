#pragma once

#include <ui/theme/theme.h>

#include <client/attachments.h>

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

class QPushButton;
class QScrollArea;

namespace relevo::ui {

class PictureStore;
class Text;

/// A conversation's pictures, one at a time and as large as the window: fitted or zoomed, the next and the
/// one before, to be saved and copied. Deletes itself when it is closed; Escape closes it.
class PictureViewer final : public QDialog
{
    Q_OBJECT
public:
    /// `pictures` and `attachments` must outlive the viewer. `which` of `files` is shown first.
    PictureViewer(const Theme& theme, PictureStore& pictures, client::Attachments& attachments,
                  const domain::ConversationId& conversation, std::vector<domain::Attachment> files,
                  std::size_t which, QWidget* parent);

    [[nodiscard]] const domain::Attachment& shown() const { return m_files[m_at]; }
    /// How many pixels of the screen one of the picture takes.
    [[nodiscard]] double zoom() const { return m_zoom; }

Q_SIGNALS:
    void saveWanted(const relevo::domain::Attachment& file);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Canvas;

    PictureStore& m_pictures;
    client::Attachments& m_attachments;
    domain::ConversationId m_conversation;
    std::vector<domain::Attachment> m_files;
    std::size_t m_at = 0;
    double m_zoom = 1.0;
    bool m_fits = true; ///< follows the window's size

    Text* m_name;
    Text* m_count;
    Text* m_trouble;
    QScrollArea* m_area;
    Canvas* m_canvas;
    QPushButton* m_previous;
    QPushButton* m_next;
    QPushButton* m_copy;

    QPushButton* makeButton(const Theme& theme, const char* name, const QString& icon, const QString& words);
    void go(int step);
    void refresh();
    void fit();
    void setZoom(double zoom);
    void copy();
};

} // namespace relevo::ui
