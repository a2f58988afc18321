#include "support/test_main.h"

#include <ui/shell/translations.h>
#include <ui/widgets/key_text.h>

#include <QtCore/QXmlStreamReader>
#include <QtTest/QtTest>

using namespace relevo;

namespace {

struct Entry
{
    QString source;
    QStringList translations;
    bool unfinished = false;
};

QList<Entry> entriesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("message")) {
            entries.push_back({});
        } else if (xml.name() == QLatin1String("source")) {
            entries.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            entries.back().unfinished = !xml.attributes().value(QLatin1String("type")).isEmpty();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            entries.back().translations = text.split(QRegularExpression(QStringLiteral("\\s*\n\\s*")));
        }
    }
    return entries;
}

/// A number, or a place for one, that a line may end behind, before its unit.
const QRegularExpression& looseUnit()
{
    static const QRegularExpression loose(
        QStringLiteral("(%[0-9n]|[0-9]) (s|min|h|d|ms|px|%|B|[kKMG]i?B)(?![\\w])"),
        QRegularExpression::UseUnicodePropertiesOption);
    return loose;
}

/// %1, %2 … and %n of a text.
QSet<QString> places(const QString& text)
{
    QSet<QString> found;
    static const QRegularExpression place(QStringLiteral("%[0-9n]"));
    for (auto it = place.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

} // namespace

class tst_Translations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("es") << QStringLiteral("es");
        QTest::newRow("pt_BR") << QStringLiteral("pt_BR");
    }

    void everyEntryIsTranslated()
    {
        QFETCH(QString, language);
        // What lupdate finds in the sources today, not what it found when the file was made.
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("relevo_%1.ts").arg(language));
        QVERIFY(
            QFile::copy(QStringLiteral(RELEVO_SOURCE_DIR "/translations/relevo_%1.ts").arg(language), copy));
        QStringList arguments;
        for (const char* room : {"ui", "core/client", "app/desktop"})
            arguments << QStringLiteral(RELEVO_SOURCE_DIR "/") + QString::fromLatin1(room);
        arguments << QStringLiteral("-extensions") << QStringLiteral("cpp,h")
                  << QStringLiteral("-no-obsolete") << QStringLiteral("-locations") << QStringLiteral("none")
                  << QStringLiteral("-ts") << copy;
        QProcess lupdate;
        lupdate.start(QStringLiteral(RELEVO_LUPDATE), arguments);
        QVERIFY(lupdate.waitForFinished());
        QCOMPARE(lupdate.exitCode(), 0);
        const QList<Entry> entries = entriesOf(copy);
        QVERIFY(entries.size() > 200);
        for (const Entry& entry : entries) {
            QVERIFY2(!entry.unfinished, qPrintable(entry.source));
            for (const QString& text : entry.translations) {
                QVERIFY2(!text.isEmpty(), qPrintable(entry.source));
                QVERIFY2(places(text) == places(entry.source),
                         qPrintable(entry.source + QStringLiteral(" → ") + text));
            }
        }
    }

    void noLineEndsBetweenANumberAndItsUnit_data()
    {
        QTest::addColumn<QString>("language");
        for (const char* language : {"es", "pt_BR", "en"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }

    void noLineEndsBetweenANumberAndItsUnit()
    {
        QFETCH(QString, language);
        const QList<Entry> entries =
            entriesOf(QStringLiteral(RELEVO_SOURCE_DIR "/translations/relevo_%1.ts").arg(language));
        QVERIFY(!entries.isEmpty());
        for (const Entry& entry : entries) {
            for (const QString& text : entry.translations)
                QVERIFY2(!looseUnit().match(text).hasMatch(), qPrintable(text));
        }
    }

    /// The sources are typed with plain spaces; the file of English has them with those that hold.
    void englishHoldsItsUnitsToo()
    {
        QSet<QString> held;
        for (const Entry& entry : entriesOf(QStringLiteral(RELEVO_SOURCE_DIR "/translations/relevo_en.ts")))
            held.insert(entry.source);
        int found = 0;
        for (const Entry& entry : entriesOf(QStringLiteral(RELEVO_SOURCE_DIR "/translations/relevo_es.ts"))) {
            if (!looseUnit().match(entry.source).hasMatch())
                continue;
            ++found;
            QVERIFY2(held.contains(entry.source), qPrintable(entry.source));
        }
        QVERIFY(found > 5);
    }

    void keysHaveTheNamesOfTheirKeyboards()
    {
        if (QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText).size() == 1)
            QSKIP("The system has signs for the keys.");
        const QKeySequence pane(Qt::SHIFT | Qt::Key_F6);
        const QKeySequence note(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
        QCOMPARE(ui::nativeText(pane), QStringLiteral("Shift+F6"));
        QCOMPARE(ui::nativeText(Qt::CTRL | Qt::Key_Comma), QStringLiteral("Ctrl+,"));
        QCOMPARE(ui::nativeText({}), QString());
        ui::OwnTranslator spanish;
        QVERIFY(spanish.loadFor(QLocale(QStringLiteral("es"))));
        QCoreApplication::installTranslator(&spanish);
        QCOMPARE(ui::nativeText(pane), QStringLiteral("Mayús+F6"));
        QCOMPARE(ui::nativeText(note), QStringLiteral("Ctrl+Mayús+N"));
        QCOMPARE(ui::nativeText(Qt::CTRL | Qt::Key_Return), QStringLiteral("Ctrl+Intro"));
        QCOMPARE(ui::nativeText(Qt::Key_PageUp), QStringLiteral("RePág"));
        QCoreApplication::removeTranslator(&spanish);
    }

    void pluralsAndNamespacesAreFound()
    {
        ui::OwnTranslator spanish;
        QVERIFY(spanish.loadFor(QLocale(QStringLiteral("es_MX"))));
        QCOMPARE(spanish.translate("relevo::models", "Waiting", nullptr, -1), QStringLiteral("En espera"));
        QCOMPARE(spanish.translate("relevo::ui", "%n minute(s)", nullptr, 1), QStringLiteral("%n minuto"));
        QCOMPARE(spanish.translate("relevo::ui", "%n minute(s)", nullptr, 2), QStringLiteral("%n minutos"));
        ui::OwnTranslator portuguese;
        QVERIFY(portuguese.loadFor(QLocale(QStringLiteral("pt_PT"))));
        QCOMPARE(portuguese.translate("relevo::ui::UndoBar", "Undo", nullptr, -1),
                 QStringLiteral("Desfazer"));
        ui::OwnTranslator english;
        QVERIFY(english.loadFor(QLocale(QStringLiteral("en_GB"))));
        QCOMPARE(english.translate("relevo::ui", "%n minute(s)", nullptr, 1), QStringLiteral("%n minute"));
    }
};

RELEVO_TEST(tst_Translations)
#include "tst_translations.moc"
