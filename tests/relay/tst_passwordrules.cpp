#include "support/test_main.h"

#include <relay/password_rules.h>

#include <QtTest/QtTest>

using namespace relevo;

class TestPasswordRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("good");
        const auto row = [](const char16_t* password, bool good) {
            const QString text = QStringView(password).toString();
            QTest::newRow(qPrintable(text)) << text << good;
        };
        row(u"correct horse", true);
        row(u"nine char", false);
        row(u"ten chars!", true);
        row(u"cinco ñandúes corren", true);
        row(u"👩🏽‍💻🇧🇷 obrigada", true);
        row(u"ana torres", false);
        row(u"Ana Torres", false);
        row(u"ana.torres@shop.test", false);
        row(u"ana.torres2026!", false);
        row(u"password123", false);
        row(u"Password1234!", false);
        row(u"contraseña1", false);
        row(u"qwertyuiop", false);
        row(u"1234567890", false);
        row(u"9876543210", false);
        row(u"aaaaaaaaaaaa", false);
        row(u"abcdefghijkl", false);
        row(u"password of my own", true);
        row(u"acegikmoqsu", true);
    }
    void rules()
    {
        QFETCH(const QString, password);
        QFETCH(const bool, good);
        const Result<void> checked = relay::checkPassword(password, QStringLiteral("Ana Torres"),
                                                          QStringLiteral("ana.torres@shop.test"));
        QCOMPARE(checked.has_value(), good);
        if (!good) {
            QVERIFY(checked.error().code == ErrorCode::Invalid);
            QVERIFY(!checked.error().detail.isEmpty());
            QVERIFY(!checked.error().message.contains(password)); // it ends up in logs
        }
    }
    void notTooLong()
    {
        const QString name = QStringLiteral("Ana");
        QVERIFY(!relay::checkPassword(QStringLiteral("long words ").repeated(100), name, name));
    }
};

RELEVO_TEST(TestPasswordRules)

#include "tst_passwordrules.moc"
