#pragma once

#include <ui/theme/theme.h>

#include <client/outgoing_file.h>

#include <QtWidgets/QWidget>

namespace relevo::ui {

class FlowLayout;
class PictureStore;

/// The files that go with what is being written: one chip each, with its name and size, which takes it away
/// again. Not there while there are none.
class FileStrip final : public QWidget
{
    Q_OBJECT
public:
    /// `pictures` must outlive the strip.
    FileStrip(const Theme& theme, PictureStore& pictures, QWidget* parent = nullptr);

    void setFiles(const std::vector<client::OutgoingFile>& files);
    [[nodiscard]] bool isEmpty() const { return m_files.empty(); }

Q_SIGNALS:
    void removeWanted(const relevo::domain::AttachmentId& file);

private:
    const Theme& m_theme;
    PictureStore& m_pictures;
    FlowLayout* m_flow;
    std::vector<client::OutgoingFile> m_files;
};

} // namespace relevo::ui
