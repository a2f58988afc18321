#include "support/test_main.h"

#include <models/send_fence.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::models;
using domain::Author;

/// What stops a message: somebody has said something that its writer has not read.
class tst_SendFence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoseWordStopsIt_data();
    void whoseWordStopsIt();
    void onlyWhatCameLater();
    void aBurstOfTypingAnswersToItsBeginning();
    void whatIsConfirmedStopsNothing();

private:
    static domain::Message said(qint64 seq, Author author, const QString& by = {}, bool note = false)
    {
        domain::Message message;
        message.id = domain::MessageId(QUuid::createUuid());
        message.seq = seq;
        message.author = author;
        message.authorId = by;
        message.note = note;
        return message;
    }
};

void tst_SendFence::whoseWordStopsIt_data()
{
    QTest::addColumn<int>("author");
    QTest::addColumn<QString>("by");
    QTest::addColumn<bool>("note");
    QTest::addColumn<bool>("stops");
    const auto row = [](const char* name, Author author, const char* by, bool note, bool stops) {
        QTest::newRow(name) << static_cast<int>(author) << QString::fromLatin1(by) << note << stops;
    };
    row("the customer", Author::Customer, "c", false, true);
    row("the bot", Author::Bot, "", false, true);
    row("a colleague", Author::Agent, "luis", false, true);
    row("a colleague's note", Author::Agent, "luis", true, true);
    row("a program's note", Author::System, "", true, true);
    row("the relay", Author::System, "", false, false);
    row("oneself", Author::Agent, "ana", false, false);
    row("one's own note", Author::Agent, "ana", true, false);
}

void tst_SendFence::whoseWordStopsIt()
{
    QFETCH(int, author);
    QFETCH(QString, by);
    QFETCH(bool, note);
    QFETCH(bool, stops);
    const std::vector<domain::Message> messages{said(5, Author::Customer),
                                                said(8, static_cast<Author>(author), by, note)};
    const auto found = saidSince(messages, 5, QStringLiteral("ana"));
    QCOMPARE(!found.empty(), stops);
    if (stops)
        QCOMPARE(found.front()->seq, 8);
}

void tst_SendFence::onlyWhatCameLater()
{
    std::vector<domain::Message> messages;
    for (qint64 seq = 1; seq <= 9; ++seq)
        messages.push_back(said(seq, seq % 3 == 0 ? Author::System : Author::Customer));
    QCOMPARE(saidSince(messages, 9, {}).size(), 0U);
    QCOMPARE(saidSince(messages, 100, {}).size(), 0U);
    QCOMPARE(saidSince(messages, 4, {}).size(), 3U); // 5, 7, 8
    QCOMPARE(saidSince(messages, 0, {}).size(), 6U);
    QCOMPARE(saidSince({}, 0, {}).size(), 0U);
}

void tst_SendFence::aBurstOfTypingAnswersToItsBeginning()
{
    DraftBasis basis;
    milliseconds now(1'000'000);
    basis.typed(10, now);
    QCOMPARE(basis.seq(), 10);
    // Something comes in while the fingers run, for a minute.
    for (int key = 0; key < 300; ++key) {
        now += milliseconds(200);
        basis.typed(11, now);
    }
    QCOMPARE(basis.seq(), 10);
    // After a pause one has looked up.
    now += DraftBasis::pause;
    basis.typed(11, now);
    QCOMPARE(basis.seq(), 11);
    // What is on screen may be older than what was seen already.
    now += DraftBasis::pause;
    basis.typed(3, now);
    QCOMPARE(basis.seq(), 11);
}

void tst_SendFence::whatIsConfirmedStopsNothing()
{
    DraftBasis basis(7);
    basis.confirm(9);
    QCOMPARE(basis.seq(), 9);
    basis.confirm(8);
    QCOMPARE(basis.seq(), 9);
}

RELEVO_TEST(tst_SendFence)
#include "tst_sendfence.moc"
