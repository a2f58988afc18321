#include <ui/login/login_page.h>
#include <ui/theme/theme.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace relevo;

class tst_LoginPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<ui::Theme>();
        m_page = std::make_unique<ui::LoginPage>(*m_theme);
        m_page->resize(800, 700);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_theme.reset();
    }

    void namesForScreenReaders()
    {
        QCOMPARE(edit("relayAddress")->accessibleName(), QStringLiteral("Relay address"));
        QCOMPARE(edit("email")->accessibleName(), QStringLiteral("E-mail"));
        QCOMPARE(edit("password")->accessibleName(), QStringLiteral("Password"));
        QCOMPARE(button()->accessibleName(), QStringLiteral("Sign in"));
    }

    void signsInByKeyboard()
    {
        QSignalSpy wanted(m_page.get(), &ui::LoginPage::signInRequested);
        QTest::keyClicks(edit("relayAddress"), QStringLiteral(" desk.example.com "));
        QTest::keyClicks(edit("email"), QStringLiteral("ana@demo.test"));
        QTest::keyClicks(edit("password"), QStringLiteral(" secret "));
        QTest::keyClick(edit("password"), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), QStringLiteral("desk.example.com"));
        QCOMPARE(wanted[0][2].toString(), QStringLiteral(" secret ")); // a password is what was typed
        QVERIFY(!button()->isEnabled());
        QCOMPARE(button()->text(), QStringLiteral("Signing in…"));
        QTest::keyClick(edit("password"), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
    }

    void saysWhatIsMissing()
    {
        QSignalSpy wanted(m_page.get(), &ui::LoginPage::signInRequested);
        QTest::mouseClick(button(), Qt::LeftButton);
        QVERIFY(wanted.isEmpty());
        for (const char* field : {"relayAddressError", "emailError", "passwordError"})
            QVERIFY2(label(field)->isVisible() && !label(field)->text().isEmpty(), field);
        QTest::keyClicks(edit("email"), QStringLiteral("a"));
        QVERIFY(!label("emailError")->isVisible());
    }

    void errorsStandByTheirField_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("place");
        QTest::newRow("unreachable") << QStringLiteral("unreachable") << QStringLiteral("relayAddressError");
        QTest::newRow("tls") << QStringLiteral("tls") << QStringLiteral("relayAddressError");
        QTest::newRow("not relevo") << QStringLiteral("not_relevo") << QStringLiteral("relayAddressError");
        QTest::newRow("password") << QStringLiteral("wrong_password") << QStringLiteral("passwordError");
        QTest::newRow("rate") << QStringLiteral("rate_limited") << QStringLiteral("loginError");
    }

    void errorsStandByTheirField()
    {
        QFETCH(QString, reason);
        QFETCH(QString, place);
        m_page->setBusy(true);
        m_page->showError({ErrorCode::Unavailable,
                           QStringLiteral("It failed."),
                           QStringLiteral("Do this."),
                           {{QStringLiteral("reason"), reason}}});
        auto* words = m_page->findChild<QLabel*>(place);
        QVERIFY(words && words->isVisible());
        QCOMPARE(words->text(), QStringLiteral("It failed. Do this."));
        QVERIFY(button()->isEnabled());
    }

    void aRelaysOwnWordsAreNotShown()
    {
        m_page->showError({ErrorCode::Forbidden,
                           QStringLiteral("Raw words."),
                           {},
                           {{QStringLiteral("reason"), QStringLiteral("refused")}}});
        QVERIFY(label("loginError")->isVisible());
        QVERIFY(!label("loginError")->text().contains(QStringLiteral("Raw")));
        m_page->showError({ErrorCode::Invalid, QStringLiteral("Raw words."), {}, {}});
        QVERIFY(label("relayAddressError")->isVisible());
        QVERIFY(!label("relayAddressError")->text().contains(QStringLiteral("Raw")));
    }

    void saysThatThereIsNoKeychain()
    {
        QVERIFY(!label("keychainMissing")->isVisible());
        m_page->setKeychainMissing(true);
        QVERIFY(label("keychainMissing")->isVisible());
    }

private:
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::LoginPage> m_page;

    QLineEdit* edit(const char* name) { return m_page->findChild<QLineEdit*>(QString::fromLatin1(name)); }
    QLabel* label(const char* name) { return m_page->findChild<QLabel*>(QString::fromLatin1(name)); }
    QPushButton* button() { return m_page->findChild<QPushButton*>(QStringLiteral("signIn")); }
};

QTEST_MAIN(tst_LoginPage)
#include "tst_loginpage.moc"
