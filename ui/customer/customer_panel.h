#pragma once

#include <ui/theme/theme.h>

#include <models/conversation_details.h>

#include <QtCore/QTimer>
#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace relevo::ui {

/// The right column: who the customer is and the summary. Laid out only while it can be seen, and only when
/// something in it is another.
class CustomerPanel final : public QScrollArea
{
    Q_OBJECT
public:
    /// `details` must outlive the panel.
    CustomerPanel(const Theme& theme, const models::ConversationDetails& details, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Everything that is shown; equal ones need no new layout.
    struct Content
    {
        QString name;
        domain::Contact contact;
        QString channel;
        QString language;
        bool hasHandoff = false;
        std::optional<domain::Summary> summary;
        bool stale = false;

        friend bool operator==(const Content&, const Content&) = default;
    };

    const Theme& m_theme;
    const models::ConversationDetails& m_details;
    QTimer m_soon;
    std::optional<Content> m_shown;

    void refresh();
    [[nodiscard]] Content content() const;
    [[nodiscard]] QWidget* build(const Content& content) const;
    void addContact(QVBoxLayout& layout, const Content& content) const;
    void addLine(QVBoxLayout& layout, const QString& icon, const QString& what, const QString& value) const;
    void addAttributes(QVBoxLayout& layout, const Content& content) const;
};

} // namespace relevo::ui
