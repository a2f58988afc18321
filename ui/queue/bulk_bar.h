#pragma once

#include <ui/queue/bulk_wish.h>
#include <ui/theme/theme.h>

#include <models/inbox.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class PopupButton;
class Text;

/// What can be done with the marked conversations: says how many there are, asks once before it is done, and
/// tells afterwards how many went and which were refused, and why. Shows itself while there is something to
/// say.
class BulkBar final : public QWidget
{
    Q_OBJECT
public:
    /// `inbox` must outlive the bar.
    BulkBar(const Theme& theme, models::Inbox& inbox, QWidget* parent = nullptr);

    /// Asks whether to do it with what is marked; nothing while nothing is.
    void ask(BulkAction action);
    void setProgress(int done, int open, const QList<BulkRefusal>& refused);

Q_SIGNALS:
    void wished(const relevo::ui::BulkWish& wish);
    /// Somebody is done with it; the keyboard goes back to the list.
    void closed();
    /// It has come, gone, or become higher.
    void placed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class State { Choosing, Asking, Running, Told };

    const Theme& m_theme;
    models::Inbox& m_inbox;
    State m_state = State::Told;
    BulkWish m_wish;
    Text* m_words;
    Text* m_details;
    QPushButton* m_close;
    QWidget* m_actions;
    QWidget* m_question;
    QPushButton* m_claim;
    PopupButton* m_transfer;
    QPushButton* m_resolve;
    PopupButton* m_snooze;
    QPushButton* m_confirm;
    QPushButton* m_cancel;

    void makeActions();
    void connectParts();
    /// In one row: where the words of all have no room, those that open menus have a picture instead.
    void fitActions();
    void showState(State state);
    void marksChanged();
    void askAbout(const BulkWish& wish);
    void confirm();
    void dismiss();
    void fillTransfer();
    void fillSnooze();
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString verb() const;
    [[nodiscard]] QString result(int done) const;
};

} // namespace relevo::ui
