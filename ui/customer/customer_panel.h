#pragma once

#include <ui/customer/summary_card.h>
#include <ui/theme/theme.h>

#include <base/clock.h>
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
    /// `details` and `clock` must outlive the panel.
    CustomerPanel(const Theme& theme, const models::ConversationDetails& details, const Clock& clock,
                  QWidget* parent = nullptr);

    void setConnected(bool connected);
    /// The answer to repliesWanted; of a handoff that is no longer shown it is dropped.
    void showReplies(const domain::HandoffId& handoff, const QStringList& texts, const QString& engine);
    /// The answer to refreshWanted: the summary is here, or is not to be had.
    void refreshed(const domain::HandoffId& handoff);
    /// What was asked for could not be done.
    void showTrouble(const domain::HandoffId& handoff, const QString& words);

Q_SIGNALS:
    void factChosen(const relevo::domain::MessageId& message);
    void refreshWanted(const relevo::domain::HandoffId& handoff);
    void repliesWanted(const relevo::domain::HandoffId& handoff);
    void replyChosen(const QString& text);

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
        QString localTime; ///< the customer's, when their time zone is known
        bool hasHandoff = false;
        std::optional<SummaryContent> summary;

        friend bool operator==(const Content&, const Content&) = default;
    };

    const Theme& m_theme;
    const models::ConversationDetails& m_details;
    const Clock& m_clock;
    QTimer m_soon;
    QTimer m_minute; ///< the customer's time goes on
    std::optional<Content> m_shown;
    domain::HandoffId m_asked; ///< what follows is about this one
    Proposals m_proposals;
    QString m_trouble;
    bool m_refreshing = false;
    bool m_connected = false;

    void refresh();
    void refreshSoon();
    void dropStale();
    void askForSummary();
    void askForReplies();
    [[nodiscard]] SummaryCard* makeCard(const SummaryContent& content) const;
    [[nodiscard]] QString localTime() const;
    [[nodiscard]] Content content() const;
    [[nodiscard]] QWidget* build(const Content& content) const;
    void addContact(QVBoxLayout& layout, const Content& content) const;
    /// With a button that copies it, when `copied`.
    void addLine(QVBoxLayout& layout, const QString& icon, const QString& what, const QString& value,
                 bool copied = false) const;
    [[nodiscard]] QWidget* copyButton(const QString& what, const QString& value) const;
    void addAttributes(QVBoxLayout& layout, const Content& content) const;
};

} // namespace relevo::ui
