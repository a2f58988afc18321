#include "support/test_main.h"

#include <store/digest.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

#include <thread>

using namespace relevo;

class tst_Digest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The examples of FIPS 180-4.
    void published_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray(
                                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray(
                                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
    void published()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, hash);
        QCOMPARE(store::sha256({text}).toHex(), hash);
    }

    void partsAreOneText()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 300; ++i) {
            QByteArray text(random.bounded(2'000), Qt::Uninitialized);
            for (char& byte : text)
                byte = static_cast<char>(random.bounded(256));
            const qsizetype cut = random.bounded(static_cast<int>(text.size()) + 1);
            const QByteArrayView view = text;
            const QByteArray expected = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
            QCOMPARE(store::sha256({view.first(cut), view.sliced(cut)}), expected);
        }
    }

    void fromSeveralThreads()
    {
        const auto work = [](char letter) {
            const QByteArray text(500, letter);
            const QByteArray expected = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
            for (int i = 0; i < 2'000; ++i) {
                if (store::sha256({text}) != expected)
                    return false;
            }
            return true;
        };
        bool first = false;
        bool second = false;
        {
            const std::jthread one([&] { first = work('a'); });
            const std::jthread two([&] { second = work('b'); });
        }
        QVERIFY(first);
        QVERIFY(second);
    }
};

RELEVO_TEST(tst_Digest)
#include "tst_digest.moc"
