#pragma once

#include <ui/theme/theme.h>

#include <base/clock.h>
#include <models/conversation_details.h>

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Text;

/// Above a conversation: who it is with, how it stands, and what the agent can do with it now.
class ConversationHeader final : public QWidget
{
    Q_OBJECT
public:
    /// `details` and `clock` must outlive the header.
    ConversationHeader(const Theme& theme, const models::ConversationDetails& details, const Clock& clock,
                       QWidget* parent = nullptr);

    /// Claiming needs a connection: it is decided now or not at all.
    void setConnected(bool connected);
    /// A claim is on its way, or no longer.
    void setClaiming(bool claiming);
    /// The other agents who look at this conversation now.
    void setViewers(const QStringList& names);
    [[nodiscard]] bool canClaim() const;
    [[nodiscard]] bool canResolve() const;
    [[nodiscard]] QPushButton& detailsButton() { return *m_detailsButton; }

Q_SIGNALS:
    void claimPressed();
    void resolvePressed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    const models::ConversationDetails& m_details;
    const Clock& m_clock;
    QTimer m_tick;
    Text* m_name;
    Text* m_state;
    QPushButton* m_claim;
    QPushButton* m_resolve;
    QPushButton* m_detailsButton;
    QStringList m_viewers;
    bool m_connected = false;
    bool m_claiming = false;

    void refresh();
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] QString viewerWords() const;
};

} // namespace relevo::ui
