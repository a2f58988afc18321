#include "support/test_main.h"

#include <ui/notify/ruled_notifier.h>
#include <ui/shell/alert_keeper.h>
#include <ui/shell/preferences.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::ui;

namespace {

Notice notice(NoticeKind kind, bool urgent = false)
{
    return {QStringLiteral("key"), QStringLiteral("Ada is waiting"), QStringLiteral("My order"), urgent,
            kind};
}

class Shown final : public Notifier
{
public:
    QList<Notice> shown;
    QStringList withdrawn;
    void show(const Notice& one) override { shown.push_back(one); }
    void withdraw(const QString& key) override { withdrawn.push_back(key); }
};

} // namespace

/// What an agent wants to be told, and when.
class tst_NoticeRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietHours_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("to");
        QTest::addColumn<QTime>("now");
        QTest::addColumn<bool>("quiet");
        const auto row = [](const char* name, QTime from, QTime to, QTime now, bool quiet) {
            QTest::newRow(name) << from << to << now << quiet;
        };
        row("before", {9, 0}, {17, 0}, {8, 59}, false);
        row("at the beginning", {9, 0}, {17, 0}, {9, 0}, true);
        row("at the end", {9, 0}, {17, 0}, {17, 0}, false);
        row("over midnight, evening", {22, 0}, {7, 0}, {23, 30}, true);
        row("over midnight, morning", {22, 0}, {7, 0}, {6, 59}, true);
        row("over midnight, day", {22, 0}, {7, 0}, {12, 0}, false);
        row("no time at all", {9, 0}, {9, 0}, {9, 0}, false);
    }
    void quietHours()
    {
        QFETCH(QTime, from);
        QFETCH(QTime, to);
        QFETCH(QTime, now);
        NoticeRules rules;
        rules.quietHours = true;
        rules.quietFrom = from;
        rules.quietTo = to;
        QTEST(isQuiet(rules, now), "quiet");
        rules.quietHours = false;
        QVERIFY(!isQuiet(rules, now));
    }

    void exceptions()
    {
        NoticeRules rules;
        rules.quiet = true;
        const QTime noon(12, 0);
        QVERIFY(isWanted(rules, notice(NoticeKind::Offer), noon));
        QVERIFY(!isWanted(rules, notice(NoticeKind::NewHandoff, true), noon));
        rules.offersAnyway = false;
        rules.urgentAnyway = true;
        QVERIFY(!isWanted(rules, notice(NoticeKind::Offer), noon));
        QVERIFY(isWanted(rules, notice(NoticeKind::NewHandoff, true), noon));
        QVERIFY(isWanted(rules, notice(NoticeKind::Program), noon));
        // An exception of the quiet is none of what is switched off.
        rules.muted = {NoticeKind::NewHandoff};
        QVERIFY(!isWanted(rules, notice(NoticeKind::NewHandoff, true), noon));
    }

    void whatIsOnlyHeardKeepsTheRulesAndIsNotShownAgain()
    {
        Shown screen;
        NoticeRules rules;
        RuledNotifier notifier(
            screen, [&rules] { return rules; }, [] { return QTime(12, 0); });
        Notice heard = notice(NoticeKind::Reply);
        heard.heardOnly = true;
        notifier.show(heard);
        QCOMPARE(screen.shown.size(), 1);
        rules.content = false;
        notifier.apply();
        QCOMPARE(screen.shown.size(), 1);
        rules.muted = {NoticeKind::Reply};
        notifier.show(heard);
        rules.muted.clear();
        rules.quiet = true;
        notifier.show(heard);
        QCOMPARE(screen.shown.size(), 1);
    }

    void whetherAnythingWouldBeShownIsKnown()
    {
        NoticeRules rules;
        QTime now(12, 0);
        bool looked = false;
        AlertKeeper keeper({[&rules] { return rules; }, [&now] { return now; },
                            [&looked] {
                                return looked;
                            }});
        client::AlertsShown shown;
        int told = 0;
        connect(&keeper, &AlertKeeper::changed, this, [&](const client::AlertsShown& alerts) {
            shown = alerts;
            ++told;
        });
        keeper.look();
        QCOMPARE(told, 0); // all of it, as the relay thinks anyway
        rules.quiet = true;
        keeper.look();
        QVERIFY(shown.offers && !shown.requests); // offers come through
        rules.offersAnyway = false;
        keeper.look();
        QVERIFY(!shown.offers);
        looked = true; // the offer's card stands before their eyes
        keeper.look();
        QVERIFY(shown.offers && shown.requests);
        looked = false;
        rules = {};
        rules.muted = {NoticeKind::Offer};
        keeper.look();
        QVERIFY(!shown.offers && shown.requests);
        rules = {};
        rules.quietHours = true;
        rules.offersAnyway = false;
        now = QTime(23, 0);
        keeper.look();
        QVERIFY(!shown.offers && !shown.requests);
        QCOMPARE(told, 5);
        keeper.look();
        QCOMPARE(told, 5);
    }

    void changesCountAtOnce()
    {
        Shown screen;
        NoticeRules rules;
        RuledNotifier notifier(
            screen, [&rules] { return rules; }, [] { return QTime(12, 0); });
        QSignalSpy opened(&notifier, &Notifier::opened);
        notifier.show(notice(NoticeKind::Reply));
        QCOMPARE(screen.shown.size(), 1);
        QCOMPARE(screen.shown[0].body, QStringLiteral("My order"));
        rules.muted = {NoticeKind::Reply};
        notifier.show(notice(NoticeKind::Reply));
        QCOMPARE(screen.shown.size(), 1);
        // What was shown before can still be taken back, and clicked.
        notifier.withdraw(QStringLiteral("key"));
        QCOMPARE(screen.withdrawn, QStringList{QStringLiteral("key")});
        Q_EMIT screen.opened(QStringLiteral("key"), {});
        QCOMPARE(opened.size(), 1);
        QSignalSpy acted(&notifier, &Notifier::acted);
        QSignalSpy dismissed(&notifier, &Notifier::dismissed);
        Q_EMIT screen.acted(QStringLiteral("key"), NoticeAction::Snooze, {});
        Q_EMIT screen.dismissed(QStringLiteral("key"));
        QCOMPARE(acted.size(), 1);
        QCOMPARE(dismissed.size(), 1);
    }

    void lockingHidesWhatWasShown()
    {
        NoticeRules rules;
        bool locked = false;
        Shown screen;
        RuledNotifier notifier(
            screen, [&] { return whileLocked(rules, locked); }, [] { return QTime(12, 0); });
        notifier.show(notice(NoticeKind::Reply));
        notifier.show({QStringLiteral("tray"), QStringLiteral("Relevo"), {}, false});
        notifier.apply();
        QCOMPARE(screen.shown.size(), 2);
        locked = true;
        notifier.apply();
        QCOMPARE(screen.shown.size(), 3);
        QCOMPARE(screen.shown[2].key, QStringLiteral("key"));
        QCOMPARE(screen.shown[2].title, wordsOf(NoticeKind::Reply));
        QVERIFY(screen.shown[2].body.isEmpty() && screen.shown[2].again && screen.shown[2].bare);
        notifier.apply();
        QCOMPARE(screen.shown.size(), 3);
        // Whoever comes back reads it all again.
        locked = false;
        notifier.apply();
        QCOMPARE(screen.shown.size(), 4);
        QCOMPARE(screen.shown[3].body, QStringLiteral("My order"));
        notifier.withdraw(QStringLiteral("key"));
        locked = true;
        notifier.apply();
        QCOMPARE(screen.shown.size(), 4);
        // Somebody may wish it there.
        locked = false;
        notifier.show(notice(NoticeKind::Reply));
        rules.contentWhenLocked = locked = true;
        notifier.apply();
        QCOMPARE(screen.shown.size(), 5);
    }

    void withoutContentNothingIsGivenAway()
    {
        NoticeRules rules;
        rules.content = false;
        for (const NoticeKind kind :
             {NoticeKind::NewHandoff, NoticeKind::Offer, NoticeKind::TimeShort, NoticeKind::Reply,
              NoticeKind::Posted, NoticeKind::Mention, NoticeKind::Transferred}) {
            const Notice seen = asSeen(rules, notice(kind, true));
            QVERIFY(!seen.title.contains(QStringLiteral("Ada")) && !seen.title.isEmpty());
            QVERIFY(seen.body.isEmpty());
            QCOMPARE(seen.key, QStringLiteral("key"));
            QVERIFY(seen.urgent);
        }
    }

    void areRemembered()
    {
        QTemporaryDir folder;
        QSettings file(folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
        Preferences preferences(file);
        QCOMPARE(preferences.noticeRules(), NoticeRules{});
        NoticeRules rules;
        rules.muted = {NoticeKind::Posted, NoticeKind::Offer};
        rules.content = false;
        rules.quietHours = true;
        rules.quietFrom = QTime(20, 30);
        rules.urgentAnyway = true;
        preferences.setNoticeRules(rules);
        file.sync();
        QSettings again(file.fileName(), QSettings::IniFormat);
        QCOMPARE(Preferences(again).noticeRules(), rules);
        // A file that somebody has spoilt by hand.
        again.setValue(QStringLiteral("notices/quietFrom"), QStringLiteral("soon"));
        QCOMPARE(Preferences(again).noticeRules().quietFrom, NoticeRules{}.quietFrom);
    }
};

RELEVO_TEST(tst_NoticeRules)
#include "tst_noticerules.moc"
