#pragma once

#include <ui/theme/theme.h>

#include <client/conversation_row.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Text;

/// A handoff that is offered to this agent, before the others and for some seconds: who, why, how long still,
/// and two buttons. A and D do the same while the keyboard is in it.
class OfferCard final : public QWidget
{
    Q_OBJECT
public:
    OfferCard(const Theme& theme, const client::ConversationRow& row, Timestamp now,
              QWidget* parent = nullptr);

    [[nodiscard]] const domain::ConversationId& conversation() const { return m_row.id; }
    void setRow(const client::ConversationRow& row, Timestamp now);
    /// This is what is looked at.
    void setCurrent(bool current);

Q_SIGNALS:
    void chosen(const relevo::domain::ConversationId& conversation);
    void accepted(const relevo::domain::ConversationId& conversation);
    void declined(const relevo::domain::ConversationId& conversation);
    void leftBy(int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    const Theme& m_theme;
    client::ConversationRow m_row;
    Timestamp m_firstSeen;
    Timestamp m_now;
    bool m_current = false;
    Text* m_name;
    Text* m_left;
    Text* m_issue;
    Text* m_why;
    QPushButton* m_accept;
    QPushButton* m_decline;

    [[nodiscard]] double leftShare() const;
};

} // namespace relevo::ui
