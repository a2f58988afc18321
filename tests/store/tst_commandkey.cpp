#include "support/test_main.h"

#include <store/command_key.h>

#include <QtTest/QtTest>

using namespace relevo;

class tst_CommandKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsCommandsApart();
    void oneSendersLieTogetherInOrder();
};

void tst_CommandKey::tellsCommandsApart()
{
    const domain::ProjectId one(QUuid::createUuid()), two(QUuid::createUuid());
    const QString uuid = QStringLiteral("0190163d-8694-739b-aea5-966c26f8ad91");
    const QStringList ids{QString(),
                          QStringLiteral("a"),
                          QStringLiteral("a\n"),
                          QStringLiteral("\na"),
                          QStringLiteral("a\nb"),
                          QStringLiteral("ab"),
                          uuid,
                          QStringLiteral("a\n") + uuid,
                          QStringLiteral("b\n") + uuid,
                          QStringLiteral("a\nb\n") + uuid};
    QSet<QByteArray> keys;
    for (const QString& id : ids) {
        for (const domain::ProjectId& project : {one, two}) {
            const QByteArray key = store::commandKey(project, id);
            QCOMPARE(key.size(), 24);
            QCOMPARE(store::commandKey(project, id), key);
            QVERIFY2(!keys.contains(key), qPrintable(id));
            keys.insert(key);
        }
    }
}

void tst_CommandKey::oneSendersLieTogetherInOrder()
{
    const domain::ProjectId project(QUuid::createUuid());
    const auto key = [&](const QString& id) {
        return store::commandKey(project, QStringLiteral("agent:ana\n") + id);
    };
    const QByteArray first = key(QStringLiteral("0190163d-8694-739b-aea5-966c26f8ad91"));
    const QByteArray later = key(QStringLiteral("0190163d-8695-7000-8000-000000000000"));
    const QByteArray text = key(QStringLiteral("whatever"));
    QCOMPARE(first.first(8), later.first(8));
    QCOMPARE(first.first(8), text.first(8));
    QVERIFY(first < later);
}

RELEVO_TEST(tst_CommandKey)
#include "tst_commandkey.moc"
