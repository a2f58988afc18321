#pragma once

#include <ui/theme/theme.h>

#include <base/clock.h>
#include <models/conversation_details.h>

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class Actions;
class PopupButton;
class Text;

/// Above a conversation: who it is with, how it stands, and what the agent can do with it now.
class ConversationHeader final : public QWidget
{
    Q_OBJECT
public:
    /// `details` and `clock` must outlive the header.
    ConversationHeader(const Theme& theme, const models::ConversationDetails& details, const Clock& clock,
                       QWidget* parent = nullptr);

    /// The buttons do what these do. They must outlive the header.
    void setActions(Actions& actions);
    /// Claiming needs a connection: it is decided now or not at all.
    void setConnected(bool connected);
    /// A claim is on its way, or no longer.
    void setClaiming(bool claiming);
    /// The other agents who look at this conversation now.
    void setViewers(const QStringList& names);
    [[nodiscard]] bool isClaiming() const { return m_claiming; }
    [[nodiscard]] bool canClaim() const;
    [[nodiscard]] QPushButton& detailsButton() { return *m_detailsButton; }

Q_SIGNALS:
    void claimingChanged();

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
    PopupButton* m_more; ///< what else can be done now
    QPushButton* m_detailsButton;
    QStringList m_viewers;
    bool m_connected = false;
    bool m_claiming = false;

    void refresh();
    void fillMore(const Actions& actions);
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] QString viewerWords() const;
};

} // namespace relevo::ui
