#include <ui/crash/crash_dialog.h>
#include <ui/crash/crash_handler.h>
#include <ui/crash/crash_reports.h>

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <csignal>

using namespace relevo::ui;

/// What is left of a run that died, and how the next one tells of it.
class tst_Crash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRunThatDiesLeavesAReport_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("name");
        QTest::newRow("a bad address") << int(SIGSEGV) << QStringLiteral("SIGSEGV");
        QTest::newRow("given up") << int(SIGABRT) << QStringLiteral("SIGABRT");
    }

    void aRunThatDiesLeavesAReport()
    {
        QFETCH(int, fault);
        QFETCH(QString, name);
        CrashReports reports(m_folder->filePath(QStringLiteral("crashes")), QStringLiteral("default"));
        QVERIFY(!reports.take());
        QProcess run;
        run.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("die"), reports.freshFile(), QString::number(fault)});
        QVERIFY(run.waitForFinished());
        if (run.exitStatus() == QProcess::NormalExit && run.exitCode() == 3)
            QSKIP("this system gives no way to tell");
        QCOMPARE(run.exitStatus(), QProcess::CrashExit); // it has died all the same
        const std::optional<CrashReport> report = reports.take();
        QVERIFY(report);
        QVERIFY(report->text.startsWith(QLatin1String("Relevo ")));
        QVERIFY(report->text.contains(name));
        QVERIFY2(report->text.contains(QLatin1String("tst_crash")), qPrintable(report->text)); // where it was
        QVERIFY(qAbs(report->at.secsTo(QDateTime::currentDateTime())) < 120);
        QCOMPARE(QFileInfo(report->path).permissions() & (QFile::ReadOther | QFile::ReadGroup),
                 QFile::Permissions());
        // Told once, and kept.
        QVERIFY(!reports.take());
        QVERIFY(QFile::exists(report->path));
    }

    void onlyTheNewestAreKept()
    {
        const QString folder = m_folder->path();
        for (int i = 0; i < 9; ++i)
            write(QStringLiteral("%1/crash-2026010%2-120000.txt").arg(folder).arg(i), "old");
        CrashReports reports(folder, QStringLiteral("default"));
        write(reports.freshFile(), "new");
        QVERIFY(reports.take());
        const QStringList kept = QDir(folder).entryList({QStringLiteral("crash-*.txt")}, QDir::Files);
        QCOMPARE(kept.size(), CrashReports::mostKept);
        QVERIFY(!kept.contains(QStringLiteral("crash-20260104-120000.txt")));
        QVERIFY(kept.contains(QStringLiteral("crash-20260105-120000.txt")));
    }

    void itIsShownAndStaysHere()
    {
        const Theme theme;
        const QString path = m_folder->filePath(QStringLiteral("crash-1.txt"));
        write(path, "Ended by SIGSEGV");
        const CrashReport report{path, QDateTime::currentDateTime(), QStringLiteral("Ended by SIGSEGV")};
        CrashDialog copied(theme, report);
        copied.show();
        QCOMPARE(copied.findChild<QPlainTextEdit*>(QStringLiteral("crashText"))->toPlainText(), report.text);
        copied.findChild<QPushButton*>(QStringLiteral("copyCrash"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), report.text);
        QVERIFY(!copied.isVisible() && QFile::exists(path));
        CrashDialog removed(theme, report);
        removed.show();
        removed.findChild<QPushButton*>(QStringLiteral("deleteCrash"))->click();
        QVERIFY(!removed.isVisible() && !QFile::exists(path));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }
};

int main(int argc, char** argv)
{
    if (argc == 4 && qstrcmp(argv[1], "die") == 0) {
        if (!installCrashHandler(QString::fromLocal8Bit(argv[2])))
            return 3;
        return std::raise(QByteArray(argv[3]).toInt());
    }
    QApplication app(argc, argv);
    tst_Crash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
