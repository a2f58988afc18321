#include <ui/notify/notice_rules.h>

#include <QtCore/QCoreApplication>

namespace relevo::ui {

bool isQuiet(const NoticeRules& rules, const QTime& now)
{
    if (rules.quiet)
        return true;
    if (!rules.quietHours || rules.quietFrom == rules.quietTo)
        return false;
    return rules.quietFrom < rules.quietTo ? now >= rules.quietFrom && now < rules.quietTo
                                           : now >= rules.quietFrom || now < rules.quietTo;
}

bool isWanted(const NoticeRules& rules, const Notice& notice, const QTime& now)
{
    if (notice.kind == NoticeKind::Program)
        return true;
    if (rules.muted.contains(notice.kind))
        return false;
    return !isQuiet(rules, now) || (rules.offersAnyway && notice.kind == NoticeKind::Offer) ||
           (rules.urgentAnyway && notice.urgent);
}

NoticeRules whileLocked(const NoticeRules& rules, bool locked)
{
    NoticeRules now = rules;
    now.content = rules.content && (!locked || rules.contentWhenLocked);
    return now;
}

Notice asSeen(const NoticeRules& rules, const Notice& notice)
{
    if (rules.content || notice.kind == NoticeKind::Program)
        return notice;
    Notice bare = notice;
    bare.title = wordsOf(notice.kind);
    bare.body.clear();
    bare.bare = true;
    return bare;
}

QString wordsOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Program:
        return QCoreApplication::translate("relevo::ui", "Relevo");
    case NoticeKind::NewHandoff:
        return QCoreApplication::translate("relevo::ui", "A customer is waiting");
    case NoticeKind::Offer:
        return QCoreApplication::translate("relevo::ui", "A customer is offered to you");
    case NoticeKind::TimeShort:
        return QCoreApplication::translate("relevo::ui", "Time is running out for one of your customers");
    case NoticeKind::Reply:
        return QCoreApplication::translate("relevo::ui", "One of your customers has written");
    case NoticeKind::Posted:
        return QCoreApplication::translate("relevo::ui", "There is news from your team");
    case NoticeKind::Mention:
        return QCoreApplication::translate("relevo::ui", "A colleague has mentioned you");
    case NoticeKind::Transferred:
        return QCoreApplication::translate("relevo::ui", "A customer was assigned to you");
    }
    return {};
}

QString wordsOf(NoticeAction action)
{
    switch (action) {
    case NoticeAction::View:
        return QCoreApplication::translate("relevo::ui", "View");
    case NoticeAction::TakeOver:
        return QCoreApplication::translate("relevo::ui", "Take over");
    case NoticeAction::Snooze:
        return QCoreApplication::translate("relevo::ui", "Remind me later");
    case NoticeAction::Reply:
        return QCoreApplication::translate("relevo::ui", "Reply");
    }
    return {};
}

} // namespace relevo::ui
