#include "support/test_main.h"

#include <domain/handoff.h>

#include <QtTest/QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace relevo::domain;

class TestHandoffTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentAndTableAreTheSame();
    void whatIsOverIsOnlyReopened();
    void kindsOfStatus();
};

namespace {

const std::map<QString, HandoffStatus>& statusNames()
{
    static const std::map<QString, HandoffStatus> names{
        {QStringLiteral("`pending`"), HandoffStatus::Pending},
        {QStringLiteral("`notified`"), HandoffStatus::Notified},
        {QStringLiteral("`claimed`"), HandoffStatus::Claimed},
        {QStringLiteral("`active`"), HandoffStatus::Active},
        {QStringLiteral("`resolved`"), HandoffStatus::Resolved},
        {QStringLiteral("`abandoned`"), HandoffStatus::Abandoned},
        {QStringLiteral("`converted_to_ticket`"), HandoffStatus::ConvertedToTicket}};
    return names;
}

using Steps = std::set<std::pair<HandoffStatus, HandoffStatus>>;

} // namespace

void TestHandoffTable::documentAndTableAreTheSame()
{
    QFile file(QStringLiteral(RELEVO_HANDOFF_TABLE));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    Steps written;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'|');
        if (cells.size() != 7)
            continue;
        const auto from = statusNames().find(cells[1].trimmed());
        const auto to = statusNames().find(cells[2].trimmed());
        if (from == statusNames().end())
            continue;
        QVERIFY2(to != statusNames().end(), qPrintable(line));
        QVERIFY2(written.emplace(from->second, to->second).second, qPrintable(line));
        // The epoch rises when the holder changes: with a claim, and with everything that ends a held one;
        // and when the customer has gone back to the bot.
        const bool rises = to->second == HandoffStatus::Claimed || to->second == HandoffStatus::Abandoned ||
                           (isHeld(from->second) && to->second != HandoffStatus::Active);
        QCOMPARE(cells[5].trimmed(), rises ? QStringLiteral("rises") : QStringLiteral("stays"));
    }
    Steps coded;
    for (const HandoffTransition& step : handoffTransitions())
        QVERIFY(coded.emplace(step.from, step.to).second);
    QVERIFY(!written.empty());
    QVERIFY(written == coded);
    for (const auto& [fromName, from] : statusNames()) {
        for (const auto& [toName, to] : statusNames())
            QCOMPARE(canBecome(from, to), coded.contains({from, to}));
    }
}

void TestHandoffTable::whatIsOverIsOnlyReopened()
{
    for (const auto& [name, from] : statusNames()) {
        // What is over only comes back to an agent who goes on with it.
        for (const auto& [toName, to] : statusNames()) {
            if (!isOpen(from))
                QCOMPARE(canBecome(from, to), to == HandoffStatus::Claimed);
        }
    }
}

void TestHandoffTable::kindsOfStatus()
{
    for (const auto& [name, status] : statusNames()) {
        QVERIFY(!(isWaiting(status) && isHeld(status)));
        QCOMPARE(isOpen(status), isWaiting(status) || isHeld(status));
    }
    QVERIFY(isWaiting(HandoffStatus::Pending) && isWaiting(HandoffStatus::Notified));
    QVERIFY(isHeld(HandoffStatus::Claimed) && isHeld(HandoffStatus::Active));
}

RELEVO_TEST(TestHandoffTable)
#include "tst_handoff_table.moc"
