#pragma once

#include <QtWidgets/QTextEdit>

namespace relevo::ui {

/// The field in which messages are written: plain text, and what is pasted or dropped into it as a file or a
/// picture is offered to be attached.
class MessageEdit final : public QTextEdit
{
    Q_OBJECT
public:
    using QTextEdit::QTextEdit;

    /// Files on this computer, or a picture that is no text beside it.
    [[nodiscard]] static bool holdsFiles(const QMimeData& data);
    [[nodiscard]] static QStringList localFiles(const QMimeData& data);

Q_SIGNALS:
    void offered(const QMimeData* data);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
};

} // namespace relevo::ui
