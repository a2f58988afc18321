#include "desk_world.h"
#include "support/test_main.h"

#include <ui/shell/desk_page.h>
#include <ui/shell/translations.h>
#include <ui/supervise/channel_words.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace relevo;

namespace {

domain::HealthChange failingHook(const char* name, const Timestamp& since, const char* reason)
{
    domain::HealthChange hook;
    hook.kind = QStringLiteral("webhook");
    hook.id = QString::fromLatin1(name);
    hook.name = QString::fromLatin1(name);
    hook.state = domain::ChannelState::Failing;
    hook.since = since;
    hook.reason = QString::fromLatin1(reason);
    return hook;
}

} // namespace

/// What those who lead are told of a way out of the project that does not work.
class tst_Health final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_english.loadFor(QLocale(QStringLiteral("en"))));
        QCoreApplication::installTranslator(&m_english); // one webhook is, two webhooks are
    }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_english); }
    void init()
    {
        m_world = std::make_unique<DeskWorld>();
        m_world->signIn();
        m_world->window().show();
        be(domain::Role::Supervisor);
    }
    void cleanup() { m_world.reset(); }

    void itIsThereAsLongAsItLasts()
    {
        QVERIFY(!bar()->isVisible());
        const domain::HealthChange hook =
            failingHook("https://hooks.example", m_world->clock.now(), "answered 503");
        tell({hook});
        QTRY_VERIFY(bar()->isVisible());
        QCOMPARE(words()->text(), QStringLiteral("1 webhook is not working"));
        QVERIFY(words()->accessibleDescription().contains(QStringLiteral("https://hooks.example")));
        QVERIFY(words()->accessibleDescription().contains(QStringLiteral("503")));
        tell({hook, failingHook("https://other.example", m_world->clock.now(), "")});
        QCOMPARE(words()->text(), QStringLiteral("2 webhooks are not working"));
        tell({});
        QTRY_VERIFY(!bar()->isVisible());
    }

    void onlyThoseWhoLeadSeeIt()
    {
        tell({failingHook("https://hooks.example", m_world->clock.now(), "answered 503")});
        QTRY_VERIFY(bar()->isVisible());
        be(domain::Role::Agent);
        QTRY_VERIFY(!bar()->isVisible());
        be(domain::Role::Admin);
        QTRY_VERIFY(bar()->isVisible());
    }

    void itLeadsToLive()
    {
        QSignalSpy live(&m_world->window(), &ui::MainWindow::liveRequested);
        tell({failingHook("https://hooks.example", m_world->clock.now(), "answered 503")});
        auto* more = m_world->find<QPushButton>("healthMore");
        QVERIFY(!more->accessibleName().isEmpty());
        more->click();
        QCOMPARE(live.size(), 1);
    }

    void eachIsNamedWithItsReason()
    {
        const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0));
        const Timestamp since{milliseconds(noon.toMSecsSinceEpoch())};
        const std::vector failing{failingHook("https://a.example", since, "answered 503"),
                                  failingHook("https://b.example", since, "could not be reached"),
                                  failingHook("https://c.example", since, "did not answer in time"),
                                  failingHook("https://d.example", since, "something newer")};
        const QStringList lines = ui::failingLines(failing, noon.date());
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].contains(QStringLiteral("https://a.example")));
        QVERIFY(lines[0].endsWith(QStringLiteral("It answers with status 503.")));
        QVERIFY(lines[1].endsWith(QStringLiteral("It cannot be reached.")));
        QVERIFY(lines[2].endsWith(QStringLiteral("It does not answer in time.")));
        QVERIFY(lines[3].endsWith(QStringLiteral("something newer")));
        // Of another day the day is said, too.
        const QStringList later = ui::failingLines(failing, noon.date().addDays(1));
        QVERIFY(later[0].size() > lines[0].size());
        QVERIFY(ui::failingSummary({}).isEmpty());
    }

private:
    ui::OwnTranslator m_english;
    std::unique_ptr<DeskWorld> m_world;

    void be(domain::Role role)
    {
        domain::Agent me = m_world->me();
        me.role = role;
        m_world->live.setMe(me);
    }
    void tell(const std::vector<domain::HealthChange>& failing)
    {
        client::LiveBatch batch;
        batch.failing = failing;
        m_world->live.apply(batch);
    }
    QWidget* bar() { return m_world->find<QWidget>("healthBar"); }
    QLabel* words() { return m_world->find<QLabel>("healthWords"); }
};

RELEVO_TEST(tst_Health)
#include "tst_health.moc"
