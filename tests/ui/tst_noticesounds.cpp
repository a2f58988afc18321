#include "fake_player.h"
#include "support/test_main.h"

#include <ui/notify/process_player.h>
#include <ui/notify/sounding_notifier.h>

#include <QtCore/QtEndian>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::ui;

namespace {

class Screen final : public Notifier
{
public:
    QStringList shown;
    void show(const Notice& notice) override { shown.push_back(notice.key); }
    void withdraw(const QString&) override {}
};

Notice notice(const char* key, NoticeKind kind, bool urgent = false)
{
    return {QString::fromLatin1(key), {}, {}, urgent, kind, {}};
}

int loudestOf(const QByteArray& wav)
{
    int loudest = 0;
    for (qsizetype at = 44; at + 1 < wav.size(); at += 2)
        loudest = std::max(loudest, std::abs(int(qFromLittleEndian<qint16>(wav.constData() + at))));
    return loudest;
}

} // namespace

/// What is heard: the sounds themselves, when they come again, and the programs that play them.
class tst_NoticeSounds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherWordsForTheSameAreSilent()
    {
        FakePlayer player;
        Screen screen;
        SoundingNotifier notifier(screen, player, [] { return usualSounds(); });
        Notice one = notice("a", NoticeKind::Reply);
        notifier.show(one);
        QCOMPARE(player.played.size(), 1);
        one.again = true;
        notifier.show(one);
        QCOMPARE(player.played.size(), 1);
        QCOMPARE(screen.shown.size(), 2);
    }

    void whatIsBeforeTheEyesIsHeardOnceAndNotShown()
    {
        FakePlayer player;
        Screen screen;
        SoundingNotifier notifier(screen, player, [] { return usualSounds(); });
        notifier.setRepeatEvery(milliseconds(1));
        Notice one = notice("a", NoticeKind::TimeShort, true);
        one.heardOnly = true;
        notifier.show(one);
        notifier.show(notice("b", NoticeKind::Offer, true));
        QTRY_VERIFY(player.played.size() >= 4);
        QCOMPARE(player.played.count(usualSounds().chimes.value(NoticeKind::TimeShort)), 1);
        QCOMPARE(screen.shown, QStringList{QStringLiteral("b")});
        notifier.silence();
    }

    void everySoundIsAWavOfItsOwn()
    {
        QSet<QByteArray> all;
        for (const Chime chime : chimes) {
            const QByteArray wav = chimeWav(chime, 100);
            QVERIFY(wav.startsWith("RIFF") && wav.mid(8, 8) == "WAVEfmt ");
            QCOMPARE(qFromLittleEndian<quint32>(wav.constData() + 4), quint32(wav.size() - 8));
            QCOMPARE(qFromLittleEndian<quint32>(wav.constData() + 40), quint32(wav.size() - 44));
            QVERIFY(wav.size() < 44'100 * 2);
            const int loudest = loudestOf(wav);
            QVERIFY2(loudest > 8'000 && loudest < 32'767, qPrintable(QString::number(loudest)));
            const int half = loudestOf(chimeWav(chime, 50));
            QVERIFY(qAbs(half - loudest / 2) < 100);
            QCOMPARE(loudestOf(chimeWav(chime, 0)), 0);
            all.insert(wav);
        }
        QCOMPARE(all.size(), qsizetype(std::size(chimes)));
        QVERIFY(chimeWav(Chime::None, 100).isEmpty());
    }

    void eachKindSoundsAsChosen()
    {
        Screen screen;
        FakePlayer player;
        SoundRules rules = usualSounds();
        rules.chimes[NoticeKind::Reply] = Chime::Knock;
        rules.chimes[NoticeKind::Posted] = Chime::None;
        SoundingNotifier notifier(screen, player, [&rules] { return rules; });
        notifier.show(notice("a", NoticeKind::Reply));
        notifier.show(notice("b", NoticeKind::Posted));
        notifier.show(notice("c", NoticeKind::Offer));
        notifier.show(notice("d", NoticeKind::Program));
        QCOMPARE(player.played, (QList<Chime>{Chime::Knock, rules.chimes.value(NoticeKind::Offer)}));
        QCOMPARE(screen.shown.size(), 4);
    }

    void urgentOnesSoundUntilSomebodyActs_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("opened") << 0;
        QTest::newRow("acted") << 1;
        QTest::newRow("put away") << 2;
        QTest::newRow("withdrawn") << 3;
        QTest::newRow("looked") << 4;
    }

    void urgentOnesSoundUntilSomebodyActs()
    {
        QFETCH(int, how);
        Screen screen;
        FakePlayer player;
        SoundingNotifier notifier(screen, player, usualSounds);
        QSignalSpy opened(&notifier, &Notifier::opened);
        QSignalSpy acted(&notifier, &Notifier::acted);
        QSignalSpy dismissed(&notifier, &Notifier::dismissed);
        notifier.setRepeatEvery(milliseconds(1));
        notifier.show(notice("a", NoticeKind::Offer, true));
        QTRY_VERIFY(player.played.size() >= 4);
        const QString key = QStringLiteral("a");
        switch (how) {
        case 0:
            Q_EMIT screen.opened(key, {});
            QCOMPARE(opened.size(), 1);
            break;
        case 1:
            Q_EMIT screen.acted(key, NoticeAction::TakeOver, {});
            QCOMPARE(acted.size(), 1);
            break;
        case 2:
            Q_EMIT screen.dismissed(key);
            QCOMPARE(dismissed.size(), 1);
            break;
        case 3:
            notifier.withdraw(key);
            break;
        default:
            notifier.silence();
        }
        const auto* timer = notifier.findChild<QTimer*>();
        QVERIFY(timer && !timer->isActive());
    }

    void anUrgentOneEndsByItselfInTheEnd()
    {
        Screen screen;
        FakePlayer player;
        SoundingNotifier notifier(screen, player, usualSounds);
        notifier.setRepeatEvery(milliseconds(0));
        notifier.show(notice("a", NoticeKind::Offer, true));
        const auto* timer = notifier.findChild<QTimer*>();
        QTRY_VERIFY(!timer->isActive());
        QCOMPARE(player.played.size(), 38);
    }

    void aProgramPlaysTheFile()
    {
        QTemporaryDir folder;
        const QString heard = folder.filePath(QStringLiteral("heard"));
        // The first one has no server to play through.
        script(folder, "paplay", QStringLiteral("echo paplay >>%1; exit 1").arg(heard));
        script(folder, "pw-play", QStringLiteral("head -c 4 \"$1\" >>%1; echo >>%1").arg(heard));
        ProcessPlayer player({folder.path()});
        QVERIFY(player.isThere());
        player.play(Chime::Bell, 0); // silence needs no program
        player.play(Chime::Bell, 80);
        player.play(Chime::Rise, 80); // not at once with the other
        QTRY_COMPARE(contentOf(heard), QByteArray("paplay\nRIFF\n"));
        QTRY_VERIFY(player.findChild<QProcess*>()->state() == QProcess::NotRunning);
        player.play(Chime::Rise, 80);
        QTRY_COMPARE(contentOf(heard), QByteArray("paplay\nRIFF\nRIFF\n"));
    }

    void withoutAProgramNothingIsHeard()
    {
        QTemporaryDir folder;
        ProcessPlayer player({folder.path()});
        QVERIFY(!player.isThere());
        player.play(Chime::Bell, 80);
        script(folder, "aplay", QStringLiteral("exit 1"));
        ProcessPlayer broken({folder.path()});
        QVERIFY(broken.isThere());
        broken.play(Chime::Bell, 80);
        QTRY_VERIFY(!broken.isThere());
    }

private:
    static void script(const QTemporaryDir& folder, const char* name, const QString& body)
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + body.toUtf8() + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

RELEVO_TEST(tst_NoticeSounds)
#include "tst_noticesounds.moc"
