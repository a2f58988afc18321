#include "support/test_main.h"

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
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
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
        const auto credentials = wanted[0][1].value<client::Credentials>();
        QCOMPARE(credentials.email, QStringLiteral("ana@demo.test"));
        QCOMPARE(credentials.password, QStringLiteral(" secret ")); // a password is what was typed
        QVERIFY(credentials.code.isEmpty());
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
        QTest::newRow("enrol") << QStringLiteral("must_enrol") << QStringLiteral("loginError");
    }

    void errorsStandByTheirField()
    {
        QFETCH(QString, reason);
        QFETCH(QString, place);
        m_page->setBusy(true);
        m_page->showError(failed(reason.toLatin1().constData()));
        auto* words = m_page->findChild<QLabel*>(place);
        QVERIFY(words && words->isVisible());
        QCOMPARE(words->text(), QStringLiteral("It failed. Do this."));
        QVERIFY(button()->isEnabled());
    }

    void theCodeIsAskedForInAStepOfItsOwn()
    {
        toCode();
        QVERIFY(!edit("password")->isVisible());
        QVERIFY(!button()->isVisible());
        QCOMPARE(label("codeWhose")->text(), QStringLiteral("ana@demo.test"));
        QVERIFY(code()->hasFocus());
        QCOMPARE(code()->accessibleName(), QStringLiteral("Code"));
        QVERIFY(code()->accessibleDescription().contains(QStringLiteral("recovery")));
        QSignalSpy wanted(m_page.get(), &ui::LoginPage::signInRequested);
        QTest::keyClicks(code(), QStringLiteral(" 123 456 "));
        QTest::keyClick(code(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        const auto credentials = wanted[0][1].value<client::Credentials>();
        QCOMPARE(wanted[0][0].toString(), QStringLiteral("desk.example.com"));
        QCOMPARE(credentials.email, QStringLiteral("ana@demo.test"));
        QCOMPARE(credentials.password, QStringLiteral("secret"));
        QCOMPARE(credentials.code, QStringLiteral("123 456"));
        QVERIFY(!code()->isEnabled());
        QVERIFY(!push("signInWithCode")->isEnabled());
        QVERIFY(push("codeBack")->isEnabled());
        QTest::mouseClick(push("signInWithCode"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void whatIsNoCodeIsNotSent_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("sent");
        QTest::newRow("nothing") << QStringLiteral("  ") << false;
        QTest::newRow("five digits") << QStringLiteral("12345") << false;
        QTest::newRow("seven digits") << QStringLiteral("1234567") << false;
        QTest::newRow("six digits") << QStringLiteral("123-456") << true;
        QTest::newRow("recovery code") << QStringLiteral("abcd-efgh-2345-mnop") << true;
    }

    void whatIsNoCodeIsNotSent()
    {
        QFETCH(QString, typed);
        QFETCH(bool, sent);
        toCode();
        QSignalSpy wanted(m_page.get(), &ui::LoginPage::signInRequested);
        code()->setText(typed);
        QTest::mouseClick(push("signInWithCode"), Qt::LeftButton);
        QCOMPARE(wanted.size(), sent ? 1 : 0);
        QCOMPARE(label("codeError")->isVisible(), !sent);
    }

    void aWrongCodeIsToldUnderItAndTypedAgain()
    {
        toCode();
        typeCode();
        m_page->showError(failed("code_wrong"));
        QVERIFY(label("codeError")->isVisible());
        QCOMPARE(label("codeError")->text(), QStringLiteral("It failed. Do this."));
        QCOMPARE(code()->accessibleDescription(), label("codeError")->text());
        QVERIFY(code()->isEnabled() && code()->hasFocus());
        QCOMPARE(code()->selectedText(), QStringLiteral("123456")); // the next key replaces it
        QTest::keyClick(code(), Qt::Key_9);
        QVERIFY(!label("codeError")->isVisible());
    }

    void otherTroubleAtTheCodeIsToldThere_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("rate") << QByteArray("rate_limited");
        QTest::newRow("cut off") << QByteArray("unreachable");
    }

    void otherTroubleAtTheCodeIsToldThere()
    {
        QFETCH(QByteArray, reason);
        toCode();
        m_page->showError(failed(reason.constData()));
        QVERIFY(code()->isVisible());
        QVERIFY(label("codeTrouble")->isVisible());
        QCOMPARE(label("codeTrouble")->text(), QStringLiteral("It failed. Do this."));
        QVERIFY(!label("loginError")->isVisible());
    }

    void aPasswordChangedMeanwhileLeadsBack()
    {
        toCode();
        m_page->showError(failed("wrong_password"));
        QVERIFY(!code()->isVisible());
        QVERIFY(label("passwordError")->isVisible());
        QVERIFY(edit("password")->hasFocus());
    }

    void oneCanGoBackFromTheCode_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("escape") << true;
    }

    void oneCanGoBackFromTheCode()
    {
        QFETCH(bool, byKey);
        toCode();
        typeCode(); // also while an answer is awaited
        QSignalSpy abandoned(m_page.get(), &ui::LoginPage::signInAbandoned);
        if (byKey)
            QTest::keyClick(m_page->focusWidget(), Qt::Key_Escape);
        else
            QTest::mouseClick(push("codeBack"), Qt::LeftButton);
        QCOMPARE(abandoned.size(), 1);
        QVERIFY(!code()->isVisible());
        QVERIFY(edit("password")->isVisible() && edit("password")->hasFocus());
        QVERIFY(button()->isEnabled());
        QCOMPARE(edit("email")->text(), QStringLiteral("ana@demo.test"));
        // The next time the field is empty again.
        m_page->showError(failed("code_needed"));
        QVERIFY(code()->isVisible() && code()->text().isEmpty());
    }

    void whoIsSignedInLeavesNoSecretBehind()
    {
        toCode();
        code()->setText(QStringLiteral("123456"));
        m_page->forgetSecrets();
        QVERIFY(!code()->isVisible() && code()->text().isEmpty());
        QVERIFY(edit("password")->isVisible() && edit("password")->text().isEmpty());
        QCOMPARE(edit("email")->text(), QStringLiteral("ana@demo.test"));
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
    QPushButton* push(const char* name) { return m_page->findChild<QPushButton*>(QString::fromLatin1(name)); }
    QPushButton* button() { return push("signIn"); }
    QLineEdit* code() { return edit("code"); }

    static Error failed(const char* reason)
    {
        return {ErrorCode::Unavailable,
                QStringLiteral("It failed."),
                QStringLiteral("Do this."),
                {{QStringLiteral("reason"), QString::fromLatin1(reason)}}};
    }

    void typeCode()
    {
        QTest::keyClicks(code(), QStringLiteral("123456"));
        QTest::keyClick(code(), Qt::Key_Return);
    }

    /// The password was right, and a code is asked for.
    void toCode()
    {
        m_page->prefill(QStringLiteral("desk.example.com"), QStringLiteral("ana@demo.test"));
        edit("password")->setText(QStringLiteral("secret"));
        QTest::mouseClick(button(), Qt::LeftButton);
        m_page->showError(failed("code_needed"));
    }
};

RELEVO_TEST(tst_LoginPage)
#include "tst_loginpage.moc"
