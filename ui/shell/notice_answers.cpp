#include <ui/shell/notice_answers.h>

#include <ui/shell/desk_notices.h>
#include <ui/shell/desk_page.h>
#include <ui/shell/main_window.h>

namespace relevo::ui {

namespace {

/// What stands before it says what kind of notice it is.
QString idOf(const QString& key)
{
    return key.section(u'/', -1);
}

} // namespace

NoticeAnswers::NoticeAnswers(const Parts& parts, QObject* parent) : QObject(parent), m_(parts)
{
    connect(&m_.notifier, &Notifier::opened, this, &NoticeAnswers::open);
    connect(&m_.notifier, &Notifier::acted, this, &NoticeAnswers::act);
    connect(&m_.notifier, &Notifier::dismissed, &m_.notices, &DeskNotices::dismissed);
}

domain::ConversationId NoticeAnswers::conversationOf(const QString& key) const
{
    const QString id = idOf(key);
    if (const auto handoff = domain::HandoffId::parse(id)) {
        if (const client::ConversationRow* row = m_.desk.live().rowOfHandoff(*handoff))
            return row->id;
    }
    const auto conversation = domain::ConversationId::parse(id);
    return conversation && m_.desk.live().row(*conversation) ? *conversation : domain::ConversationId();
}

void NoticeAnswers::open(const QString& key, const QString& token)
{
    if (m_.notices.open(key))
        return;
    m_.window.bringToFront(token);
    if (!m_.window.isDeskShown())
        return;
    if (const domain::ConversationId conversation = conversationOf(key); !conversation.isNull())
        m_.window.desk().enter(conversation);
    else if (key == DeskNotices::mineKey())
        m_.window.desk().goToMine();
    else
        m_.window.desk().goToQueue();
}

void NoticeAnswers::takeOver(const QString& key, const QString& token)
{
    const domain::ConversationId conversation = conversationOf(key);
    const client::ConversationRow* row = m_.desk.live().row(conversation);
    // Somebody else may have it by now; then it is only shown.
    const bool waits = row && client::isWaiting(*row);
    open(key, token);
    if (waits)
        m_.window.desk().claim();
}

void NoticeAnswers::act(const QString& key, NoticeAction action, const QString& token)
{
    switch (action) {
    case NoticeAction::View:
    case NoticeAction::Reply: // whoever opens a conversation has the keyboard in the answer
        open(key, token);
        break;
    case NoticeAction::TakeOver:
        takeOver(key, token);
        break;
    case NoticeAction::Snooze:
        m_.notices.remindLater(key);
        break;
    }
}

} // namespace relevo::ui
