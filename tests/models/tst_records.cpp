#include "support/test_main.h"

#include <models/choices.h>
#include <models/people_records.h>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace relevo;
using models::Record;
using models::RecordModel;

/// The lists of agents, teams and keys.
class tst_Records final : public QObject
{
    Q_OBJECT

private:
    static domain::Agent person(const char* name)
    {
        domain::Agent agent;
        agent.id = domain::AgentId(QUuid::createUuid());
        agent.name = QString::fromUtf8(name);
        agent.email = agent.name.toLower() + QStringLiteral("@shop.test");
        agent.availability = domain::Availability::Available;
        return agent;
    }
    static QStringList titles(const RecordModel& model)
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list << model.index(row).data().toString();
        return list;
    }

private Q_SLOTS:
    void peopleStandByWhetherTheyCanWork()
    {
        domain::Agent zoe = person("Zoe");
        zoe.skills = QStringList{QStringLiteral("billing")};
        zoe.languages = QStringList{QStringLiteral("es")};
        domain::Agent gone = person("Bea");
        gone.goneAt = Timestamp{};
        domain::Agent invited = person("Abel");
        invited.invited = true;
        domain::Agent out = person("Aaron");
        out.disabled = true;
        out.role = domain::Role::Supervisor;
        domain::Team team{domain::TeamId(QUuid::createUuid()), QStringLiteral("Returns"), {zoe.id}};
        const std::vector<Record> rows = models::peopleRecords({out, zoe, invited, gone}, {team});
        QCOMPARE(rows.size(), std::size_t{4});
        QCOMPARE(rows[0].title, QStringLiteral("Bea"));
        QCOMPARE(rows[0].availability, std::optional(domain::Availability::Away));
        QCOMPARE(rows[1].detail, QStringLiteral("zoe@shop.test · Returns · billing · Español"));
        QCOMPARE(rows[1].availability, std::optional(domain::Availability::Available));
        QCOMPARE(rows[2].trailing, QStringLiteral("Invited · Agent"));
        QCOMPARE(rows[3].trailing, QStringLiteral("Disabled · Supervisor"));
        QVERIFY(!rows[3].availability);
        const std::vector<Record> teams = models::teamRecords({team}, {out, zoe});
        QCOMPARE(teams.at(0).detail, QStringLiteral("Zoe"));
    }

    void keysTellWhatTheyMay()
    {
        const auto day = [](const QDateTime& at) {
            return at.date().toString(Qt::ISODate);
        };
        const QDateTime used(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC);
        const std::vector<Record> rows =
            models::keyRecords({{QStringLiteral("1"),
                                 QStringLiteral("Bot"),
                                 {QStringLiteral("read"), QStringLiteral("newer")},
                                 {},
                                 used},
                                {QStringLiteral("2"), QStringLiteral("Old"), {QStringLiteral("admin")}}},
                               day);
        QCOMPARE(rows[0].detail, QStringLiteral("Reading, newer"));
        QVERIFY(rows[0].trailing.contains(QStringLiteral("2026-11-20")));
        QCOMPARE(rows[1].trailing, QStringLiteral("Never used"));
    }

    void aRowThatStaysChangesInPlace()
    {
        RecordModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Record one{QStringLiteral("1"), QStringLiteral("Ana"), QStringLiteral("billing")};
        Record two{QStringLiteral("2"), QStringLiteral("Luis"), QStringLiteral("returns")};
        model.setRecords({one, two});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        two.trailing = QStringLiteral("Supervisor");
        model.setRecords({one, two});
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 1);
        model.setRecords({one, two});
        QCOMPARE(changes.count(), 1);
        model.setRecords({two});
        QCOMPARE(resets.count(), 1);
        QCOMPARE(model.keyAt(0), QStringLiteral("2"));
        QCOMPARE(model.keyAt(1), QString());
        QCOMPARE(model.rowOf(QStringLiteral("1")), -1);
    }

    void whatIsTypedFinds()
    {
        RecordModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRecords({{QStringLiteral("1"), QStringLiteral("Ana"), QStringLiteral("billing"),
                           QStringLiteral("Administrator")},
                          {QStringLiteral("2"), QStringLiteral("Luis"), QStringLiteral("returns")}});
        model.setTyped(QStringLiteral("retur"));
        QCOMPARE(titles(model), QStringList{QStringLiteral("Luis")});
        model.setTyped(QStringLiteral("admin"));
        QCOMPARE(titles(model), QStringList{QStringLiteral("Ana")});
        model.setTyped(QStringLiteral("nobody"));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.records().size(), std::size_t{2});
        model.setTyped({});
        QCOMPARE(model.rowCount(), 2);
    }

    void aBoxIsToldToAScreenReader()
    {
        RecordModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Record one{QStringLiteral("1"), QStringLiteral("Ana")};
        model.setRecords({one});
        QVERIFY(!model.index(0).data(Qt::CheckStateRole).isValid());
        one.marked = true;
        model.setRecords({one});
        QCOMPARE(model.index(0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        QVERIFY(model.flags(model.index(0)) & Qt::ItemIsUserCheckable);
    }

    void languagesByWhateverTheyAreCalled()
    {
        for (const char* typed : {"es", "ES", "Spanish", "español", "Espanol"})
            QCOMPARE(models::languageCode(QString::fromUtf8(typed)), QStringLiteral("es"));
        QCOMPARE(models::languageCode(QStringLiteral("portuguese")), QStringLiteral("pt"));
        QCOMPARE(models::languageCode(QStringLiteral("Klingon of the north")), QString());
        QCOMPARE(models::languageCode(QStringLiteral(" ")), QString());
    }
};

RELEVO_TEST(tst_Records)
#include "tst_records.moc"
