#include "settings_test.h"
#include "support/test_main.h"

#include <ui/settings/account_page.h>
#include <ui/settings/qr_code.h>
#include <ui/settings/settings_window.h>
#include <ui/shell/autostart.h>
#include <ui/shell/connection_keeper.h>
#include <ui/shell/restart.h>
#include <ui/shell/translations.h>
#include <ui/widgets/text.h>

#include <QtCore/QTemporaryDir>
#include <QtGui/QWheelEvent>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTimeEdit>

using namespace relevo;
using namespace relevo::ui;

/// The pages of the settings that are about this device and this account: everything on them takes effect.
class tst_Settings final : public SettingsTest
{
    Q_OBJECT
    using Json = nlohmann::json;

private Q_SLOTS:
    void init()
    {
        begin();
        m_theme->setChoice(SchemeChoice::Light);
        domain::Agent me;
        me.id = *domain::AgentId::parse(u"0190aaaa-0000-7000-8000-000000000001");
        me.name = QStringLiteral("Ana Torres");
        me.role = domain::Role::Supervisor;
        m_live->setMe(me);
        m_server->answer("GET /api/auth/me", 200, {{"totpEnabled", false}});
        m_server->answer("GET /api/auth/sessions", 200, {{"items", Json::array()}, {"next", nullptr}});
        makeWindow();
    }
    void cleanup()
    {
        client::useProxy({});
        end();
    }

    void coloursFollow()
    {
        m_window->openAt(QStringLiteral("appearance"));
        choose("schemeChoice", static_cast<int>(SchemeChoice::Dark));
        QVERIFY(m_theme->isDark());
        QCOMPARE(m_preferences->scheme(), SchemeChoice::Dark);
    }

    void textGrowsEverywhereAtOnce()
    {
        // One with the application's font, one with a font of its own, and one made afterwards.
        Text text(*m_theme, &Fonts::heading, &Colors::text, QStringLiteral("Heading"));
        QLineEdit plain;
        const double heading = text.font().pointSizeF();
        const double body = plain.font().pointSizeF();
        m_window->openAt(QStringLiteral("appearance"));
        choose("textScale", 200);
        QCOMPARE(m_preferences->textScale(), 200);
        QVERIFY(qAbs(text.font().pointSizeF() - 2 * heading) < 0.01);
        QVERIFY(qAbs(plain.font().pointSizeF() - 2 * body) < 0.01);
        const Text later(*m_theme, &Fonts::heading, &Colors::text);
        QVERIFY(qAbs(later.font().pointSizeF() - 2 * heading) < 0.01);
        choose("textScale", 100);
        QVERIFY(qAbs(text.font().pointSizeF() - heading) < 0.01);
    }

    void motionIsReduced()
    {
        m_window->openAt(QStringLiteral("appearance"));
        find<QCheckBox>("reducedMotion")->click();
        QVERIFY(m_preferences->reducedMotion());
        QCOMPARE(QApplication::cursorFlashTime(), 0);
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
        find<QCheckBox>("reducedMotion")->click();
        QVERIFY(QApplication::cursorFlashTime() != 0);
    }

    void aSelectedRowIsTheOneShown()
    {
        m_window->openAt(QStringLiteral("account"));
        auto* list = find<QListWidget>("settingsPages");
        // As a screen reader does: the selection alone.
        list->selectionModel()->select(list->model()->index(2, 0), QItemSelectionModel::ClearAndSelect);
        QCOMPARE(list->currentRow(), 2);
        QTRY_VERIFY(find<QWidget>("notificationsPage")->isVisible());
    }

    void howOneWritesIsChosen()
    {
        QCOMPARE(m_preferences->writingHabits(), WritingHabits());
        m_window->openAt(QStringLiteral("appearance"));
        QCOMPARE(find<QComboBox>("undoSeconds")->currentData().toInt(), 5);
        choose("enterSends", false);
        choose("undoSeconds", 0);
        QCOMPARE(m_preferences->writingHabits(), (WritingHabits{false, std::chrono::seconds(0)}));
        m_file->setValue(QStringLiteral("composer/undoSeconds"), 99);
        QCOMPARE(m_preferences->writingHabits().undo, longestUndo);
    }

    void theLanguageIsForTheNextStart()
    {
        m_window->openAt(QStringLiteral("appearance"));
        QVERIFY(!find<QLabel>("languageRestart")->isVisible());
        choose("language", QStringLiteral("pt_BR"));
        QVERIFY(find<QLabel>("languageRestart")->isVisible());
        QSignalSpy restart(m_window.get(), &SettingsWindow::restartRequested);
        find<QPushButton>("restartNow")->click();
        QCOMPARE(restart.size(), 1);
        OwnTranslator translator;
        QVERIFY(translator.loadFor(localeOf(m_preferences->language())));
        QCOMPARE(translator.translate("relevo::ui::UndoBar", "Undo", nullptr, -1),
                 QStringLiteral("Desfazer"));
        QCOMPARE(localeOf(QStringLiteral("xx")), QLocale::system());
        choose("language", QString());
        QVERIFY(!find<QLabel>("languageRestart")->isVisible());
    }

    void theNextStartIsGivenWhatThisOneWas()
    {
        QCOMPARE(argumentsAgain({QStringLiteral("/usr/bin/relevo"), QStringLiteral("--profile"),
                                 QStringLiteral("b"),
                                 QStringLiteral("handoff://0190aaaa-0000-7000-8000-000000000001")}),
                 QStringList({QStringLiteral("--profile"), QStringLiteral("b")}));
    }

    void noticesAreKept()
    {
        m_window->openAt(QStringLiteral("notifications"));
        find<QCheckBox>("noticeReply")->click();
        find<QCheckBox>("noticeContent")->click();
        QVERIFY(!find<QTimeEdit>("quietFrom")->isEnabled());
        find<QCheckBox>("quietHours")->click();
        QVERIFY(find<QTimeEdit>("quietFrom")->isEnabled());
        find<QTimeEdit>("quietFrom")->setTime(QTime(19, 0));
        const NoticeRules rules = m_preferences->noticeRules();
        QVERIFY(rules.muted == std::set<NoticeKind>{NoticeKind::Reply});
        QVERIFY(!rules.content && rules.quietHours);
        QCOMPARE(rules.quietFrom, QTime(19, 0));
    }

    void theWheelScrollsAndDoesNotChange()
    {
        m_window->openAt(QStringLiteral("storage"));
        m_window->storage().showStorage({10, 200LL << 20, 0});
        auto* bound = find<QComboBox>("storageBound");
        QSignalSpy chosen(&m_window->storage(), &StoragePage::boundChosen);
        const int before = bound->currentIndex();
        QWheelEvent wheel(QPointF(5, 5), bound->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(bound, &wheel);
        QCOMPARE(bound->currentIndex(), before);
        QVERIFY(chosen.isEmpty());
    }

    void aProxyIsKeptAndUsed()
    {
        m_window->openAt(QStringLiteral("connection"));
        QVERIFY(!find<QLineEdit>("proxyHost")->isVisible());
        choose("proxyKind", static_cast<int>(client::ProxyKind::Http));
        find<QPushButton>("useProxy")->click();
        QVERIFY(find<QLabel>("proxyHostError")->isVisible());
        type("proxyHost", "127.0.0.1");
        find<QSpinBox>("proxyPort")->setValue(m_server->serverPort());
        type("proxyUser", "ana");
        type("proxyPassword", "secret");
        QSignalSpy changed(m_connection.get(), &ConnectionKeeper::changed);
        find<QPushButton>("useProxy")->click();
        QCOMPARE(changed.size(), 1);
        QVERIFY(find<QLineEdit>("proxyPassword")->text().isEmpty());
        const client::ProxyChoice kept = m_preferences->proxy();
        QCOMPARE(kept.kind, client::ProxyKind::Http);
        QCOMPARE(kept.host, QStringLiteral("127.0.0.1"));
        QVERIFY(kept.password.isEmpty());
        m_file->sync();
        QFile file(m_file->fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
        // It is the way that is gone.
        client::RelayApi far;
        far.use(QUrl(QStringLiteral("http://relay.example.test")), QStringLiteral("token"));
        far.get(QStringLiteral("/api/x"), this, [](const Result<protocol::Json>&) {});
        QTRY_VERIFY(m_server->seen.size() > 0);
        // And it is again after a restart, with the password from the keychain.
        client::useProxy({});
        ConnectionKeeper later(*m_preferences, m_secrets);
        QSignalSpy known(&later, &ConnectionKeeper::changed);
        later.apply();
        QTRY_COMPARE(known.size(), 1);
        choose("proxyKind", static_cast<int>(client::ProxyKind::None));
        QCOMPARE(m_preferences->proxy().kind, client::ProxyKind::None);
    }

    void aFileWithoutCertificatesIsRefused()
    {
        QFile file(m_folder->filePath(QStringLiteral("mine.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nothing");
        file.close();
        m_window->openAt(QStringLiteral("connection"));
        m_connection->setAuthority(file.fileName());
        QTRY_VERIFY(find<QLabel>("authorityChecked")->isVisible());
        QVERIFY(find<QLabel>("authorityChecked")->text().contains(QStringLiteral("PEM")));
        QVERIFY(m_preferences->authorityFile().isEmpty());
    }

    void storageIsShownAndBound()
    {
        QSignalSpy wanted(&m_window->storage(), &StoragePage::measureRequested);
        m_window->openAt(QStringLiteral("storage"));
        QCOMPARE(wanted.size(), 1);
        m_window->storage().showStorage({3 * 1024 * 1024, 123LL << 20, 0});
        QVERIFY(find<QLabel>("storageSize")->text().startsWith(QStringLiteral("3")));
        // A bound that no choice is made for is shown as it is.
        QCOMPARE(find<QComboBox>("storageBound")->currentData().toLongLong(), 123LL << 20);
        QSignalSpy bound(&m_window->storage(), &StoragePage::boundChosen);
        choose("storageBound", 500LL << 20);
        QCOMPARE(bound.size(), 1);
        QCOMPARE(bound[0][0].toLongLong(), 500LL << 20);
    }

    void forgettingAsksFirst()
    {
        m_window->openAt(QStringLiteral("storage"));
        m_window->storage().showStorage({1, 1LL << 30, 2});
        QSignalSpy confirmed(&m_window->storage(), &StoragePage::forgetConfirmed);
        find<QPushButton>("forgetDevice")->click();
        auto* question = find<QDialog>("forgetQuestion");
        QVERIFY(question->isVisible());
        bool told = false;
        for (const QLabel* label : question->findChildren<QLabel*>())
            told = told || label->text().contains(u'2');
        QVERIFY(told);
        question->findChild<QPushButton*>(QStringLiteral("questionCancel"))->click();
        QVERIFY(confirmed.isEmpty());
        QTRY_VERIFY(!m_window->findChild<QDialog*>(QStringLiteral("forgetQuestion")));
        find<QPushButton>("forgetDevice")->click();
        find<QPushButton>("forgetYes")->click();
        QCOMPARE(confirmed.size(), 1);
    }

    void thePasswordIsChanged()
    {
        openAccount();
        find<QPushButton>("openPasswordForm")->click();
        type("oldPassword", "the old one");
        type("newPassword", "short");
        type("newPasswordAgain", "other");
        find<QPushButton>("changePassword")->click();
        QVERIFY(find<QLabel>("newPasswordError")->isVisible());
        QVERIFY(find<QLabel>("newPasswordAgainError")->isVisible());
        QCOMPARE(m_server->count("POST /api/auth/password"), 0);

        type("newPassword", "rain on windows");
        type("newPasswordAgain", "rain on windows");
        m_server->answer(
            "POST /api/auth/password", 403,
            {{"code", "forbidden"}, {"title", "The password is wrong."}, {"field", "oldPassword"}});
        find<QPushButton>("changePassword")->click();
        QTRY_VERIFY(find<QLabel>("oldPasswordError")->isVisible());
        QVERIFY(m_server->last("POST /api/auth/password").body ==
                (Json{{"oldPassword", "the old one"}, {"newPassword", "rain on windows"}}));

        m_server->answer("POST /api/auth/password", 200, {{"success", true}});
        find<QPushButton>("changePassword")->click();
        QTRY_VERIFY(find<QLabel>("passwordOutcome")->isVisible());
        QVERIFY(find<QLineEdit>("oldPassword")->text().isEmpty());
        QVERIFY(!find<QLineEdit>("oldPassword")->isVisible());
    }

    void theSecondFactorIsSetUp()
    {
        openAccount();
        QTRY_VERIFY(find<QPushButton>("setUpTotp")->isVisible());
        find<QPushButton>("setUpTotp")->click();
        m_server->answer(
            "POST /api/auth/totp/enrol", 200,
            {{"secret", "JBSWY3DPEHPK3PXP"}, {"uri", "otpauth://totp/Shop:ana?secret=JBSWY3DPEHPK3PXP"}});
        type("totpPassword", "a window full of rain");
        QTest::keyClick(find<QLineEdit>("totpPassword"), Qt::Key_Return);
        QTRY_VERIFY(find<QLabel>("totpSecret")->isVisible());
        QCOMPARE(find<QLabel>("totpSecret")->text(), QStringLiteral("JBSW Y3DP EHPK 3PXP"));
        m_server->answer("POST /api/auth/totp/confirm", 422,
                         {{"code", "invalid"}, {"title", "The code is wrong."}, {"field", "code"}});
        type("totpCode", "123 456");
        QTest::keyClick(find<QLineEdit>("totpCode"), Qt::Key_Return);
        QTRY_VERIFY(find<QLabel>("totpCodeError")->isVisible());
        QVERIFY(m_server->last("POST /api/auth/totp/confirm").body == (Json{{"code", "123456"}}));
        m_server->answer("POST /api/auth/totp/confirm", 200,
                         {{"success", true}, {"recoveryCodes", {"aa-bb", "cc-dd"}}});
        QTest::keyClick(find<QLineEdit>("totpCode"), Qt::Key_Return);
        QTRY_VERIFY(find<QLabel>("recoveryCodes")->isVisible());
        QCOMPARE(find<QLabel>("recoveryCodes")->text(), QStringLiteral("aa-bb\ncc-dd"));
        // Going to another page and back does not lose them; they are shown this once.
        m_window->openAt(QStringLiteral("storage"));
        m_window->openAt(QStringLiteral("account"));
        QVERIFY(find<QLabel>("recoveryCodes")->isVisible());
        find<QPushButton>("recoveryCodesKept")->click();
        QVERIFY(find<QLabel>("recoveryCodes")->text().isEmpty());
        QVERIFY(find<QPushButton>("takeAwayTotp")->isVisible());
    }

    void anAdminsDemandIsNamed()
    {
        m_server->answer("GET /api/auth/me", 200, {{"totpEnabled", true}});
        openAccount();
        QTRY_VERIFY(find<QPushButton>("takeAwayTotp")->isVisible());
        find<QPushButton>("takeAwayTotp")->click();
        m_server->answer("POST /api/auth/totp/disable", 403,
                         {{"code", "forbidden"}, {"title", "You must have one."}});
        type("totpPassword", "a window full of rain");
        find<QPushButton>("totpContinue")->click();
        QTRY_VERIFY(find<QLabel>("totpTrouble")->isVisible());
        QVERIFY(!find<QLabel>("totpPasswordError")->isVisible());
    }

    void sessionsAreEnded()
    {
        const auto session = [](const char* id, bool current) {
            return Json{{"id", id},
                        {"device", "Relevo/" + std::string(id) + " (Debian 12)"},
                        {"address", "private"},
                        {"createdAt", "2026-11-20T09:00:00.000Z"},
                        {"lastSeenAt", "2026-11-21T09:00:00.000Z"},
                        {"expiresAt", "2026-12-01T09:00:00.000Z"},
                        {"current", current}};
        };
        m_server->answer("GET /api/auth/sessions", 200,
                         {{"items", {session("one", true), session("two", false)}}});
        openAccount();
        QTRY_COMPARE(ends().size(), 1);
        QCOMPARE(ends()[0]->accessibleName(), QStringLiteral("Sign out Relevo two · Debian 12"));
        m_server->answer("DELETE /api/auth/sessions/two", 200, {{"success", true}});
        m_server->answer("GET /api/auth/sessions", 200, {{"items", {session("one", true)}}});
        ends()[0]->click();
        QTRY_COMPARE(m_server->count("DELETE /api/auth/sessions/two"), 1);
        QTRY_COMPARE(ends().size(), 0);
    }

    void withoutARelayThePagesSaySo()
    {
        m_server->close();
        for (QTcpSocket* socket : m_server->findChildren<QTcpSocket*>())
            socket->abort();
        openAccount();
        QTRY_VERIFY(find<QLabel>("totpTrouble")->isVisible());
        QTRY_VERIFY(find<QLabel>("sessionsState")->text().contains(QStringLiteral("127.0.0.1")));
    }

    void theHandoffPageIsForAdmins()
    {
        m_window->openAt(QStringLiteral("handoff"));
        auto* list = find<QListWidget>("settingsPages");
        QCOMPARE(list->currentRow(), 0);
        QVERIFY(list->item(7)->isHidden());
        domain::Agent me = m_live->me();
        me.role = domain::Role::Admin;
        m_live->setMe(me);
        QVERIFY(!list->item(7)->isHidden());
    }

    void leavingAPageAsksForWhatIsUnsaved()
    {
        m_window->openAt(QStringLiteral("canned"));
        find<QPushButton>("cannedNew")->click();
        type("cannedShortcut", "thanks");
        QVERIFY(m_window->hasUnsaved());
        auto* list = find<QListWidget>("settingsPages");
        list->setCurrentRow(0);
        QCOMPARE(list->currentRow(), 6);
        find<QPushButton>("unsavedDiscard")->click();
        QCOMPARE(list->currentRow(), 0);
        QVERIFY(!m_window->hasUnsaved());
    }

    void everyControlHasANameAndCanBeReached()
    {
        for (const char* page :
             {"account", "appearance", "notifications", "keyboard", "connection", "storage", "canned"}) {
            m_window->openAt(QString::fromLatin1(page));
            for (QWidget* widget : m_window->findChildren<QWidget*>()) {
                const bool control = qobject_cast<QAbstractButton*>(widget) ||
                                     qobject_cast<QComboBox*>(widget) ||
                                     qobject_cast<QAbstractSpinBox*>(widget);
                if (!control || !widget->isVisible())
                    continue;
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
                QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
            }
        }
    }

    void aQrCodeIsOne()
    {
        const QImage image = qrImage("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP");
        QVERIFY(image.width() >= 21 && (image.width() - 17) % 4 == 0);
        // The three finders: a dark ring with a dark heart.
        const auto dark = [&image](int x, int y) {
            return qGray(image.pixel(x, y)) < 128;
        };
        const int last = image.width() - 1;
        for (const auto& corner : {QPoint(0, 0), QPoint(last - 6, 0), QPoint(0, last - 6)}) {
            QVERIFY(dark(corner.x(), corner.y()) && dark(corner.x() + 6, corner.y() + 6));
            QVERIFY(!dark(corner.x() + 1, corner.y() + 1) && dark(corner.x() + 3, corner.y() + 3));
        }
        QVERIFY(qrImage(QByteArray(5000, 'x')).isNull());
    }

private:
    QList<QPushButton*> ends()
    {
        QList<QPushButton*> buttons = m_window->findChildren<QPushButton*>(QStringLiteral("endSession"));
        buttons.removeIf([](const QPushButton* button) { return !button->isVisible(); });
        return buttons;
    }
    void openAccount() { m_window->openAt(QStringLiteral("account")); }
    void type(const char* name, const char* text)
    {
        auto* edit = find<QLineEdit>(name);
        edit->clear();
        QTest::keyClicks(edit, QString::fromLatin1(text));
    }
    /// As a user does: the choice is made and told.
    void choose(const char* name, const QVariant& data)
    {
        auto* box = find<QComboBox>(name);
        const int index = box->findData(data);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
};

RELEVO_TEST(tst_Settings)
#include "tst_settings.moc"
