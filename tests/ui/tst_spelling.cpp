#include "desk_world.h"
#include "support/test_main.h"

#include <ui/conversation/composer.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/writer.h>
#include <ui/shell/desk_page.h>
#include <ui/spelling/spell_marks.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTextEdit>

using namespace relevo;
using namespace relevo::ui;

/// What is underlined while one writes, and what is offered instead.
class tst_Spelling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Two tiny dictionaries; those of the machine play no part.
        write(QStringLiteral("en_GB"), "hello\nparcel\nis\nthe\nhere\ndon't\n");
        write(QStringLiteral("pt_BR"), "ol\xc3\xa1\npacote\n");
        write(QStringLiteral("half"), {});
        QFile::remove(m_folder.filePath(QStringLiteral("half.dic")));
    }

    void onlyProseIsChecked_data();
    void onlyProseIsChecked();
    void theCountryIsGuessed();
    void wordsAreCheckedBesideTheDesk();
    void wrongWordsAreUnderlined();
    void theRightOneIsAPressAway();
    void aWordIsLearnt();
    void theDeskWritesTheCustomersLanguage();

private:
    QTemporaryDir m_folder;
    Theme m_theme;
    bool m_on = true;
    QStringList m_learnt;

    void write(const QString& name, const QByteArray& words)
    {
        for (const auto& [ending, bytes] :
             {std::pair(QStringLiteral(".aff"), QByteArray("SET UTF-8\nTRY parcelhoiks\n")),
              std::pair(QStringLiteral(".dic"), QByteArray::number(words.count('\n')) + '\n' + words)}) {
            QFile file(m_folder.filePath(name + ending));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write");
        }
    }
    SpellingHabits habits()
    {
        return {[this] { return m_on; }, [this] { return m_learnt; },
                [this](const QString& word) {
                    m_learnt << word;
                }};
    }
    [[nodiscard]] bool canRead() const
    {
#ifdef RELEVO_HAS_HUNSPELL
        return true;
#else
        return false;
#endif
    }
};

#define NEEDS_THE_LIBRARY                                                                                    \
    if (!canRead())                                                                                          \
    QSKIP("built without the library that reads dictionaries")

void tst_Spelling::onlyProseIsChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* name, const char8_t* text, const QStringList& words) {
        QTest::newRow(name) << QString::fromUtf8(text) << words;
    };
    row("nothing", u8"", {});
    row("a sentence", u8"Hello, the parcel is here!",
        {QStringLiteral("Hello"), QStringLiteral("the"), QStringLiteral("parcel"), QStringLiteral("is"),
         QStringLiteral("here")});
    row("accents", u8"Olá, não-é", {QString::fromUtf8(u8"Olá"), QString::fromUtf8(u8"não")});
    row("an apostrophe", u8"'don't' it’s", {QStringLiteral("don't"), QString::fromUtf8(u8"it’s")});
    row("addresses", u8"see https://shop.test/a www.shop.test ana@shop.test", {QStringLiteral("see")});
    row("references", u8"order R-48213 x2 EUR SLA", {QStringLiteral("order")});
    row("variables", u8"Hi {{contact.first_name}} /gre @Bea #tag", {QStringLiteral("Hi")});
}

void tst_Spelling::onlyProseIsChecked()
{
    QFETCH(QString, text);
    QStringList words;
    for (const WordSpan& span : spelledWords(text))
        words << text.mid(span.start, span.length);
    QTEST(words, "words");
}

void tst_Spelling::theCountryIsGuessed()
{
    NEEDS_THE_LIBRARY;
    const QStringList folders{m_folder.path()};
    QCOMPARE(dictionaryFor(QStringLiteral("pt"), folders), m_folder.filePath(QStringLiteral("pt_BR")));
    QCOMPARE(dictionaryFor(QStringLiteral("pt-PT"), folders), m_folder.filePath(QStringLiteral("pt_BR")));
    QCOMPARE(dictionaryFor(QStringLiteral("en"), folders), m_folder.filePath(QStringLiteral("en_GB")));
    for (const char* none : {"", "de", "half", "C"})
        QVERIFY(dictionaryFor(QString::fromLatin1(none), folders).isEmpty());
    QVERIFY(hasDictionaries(folders));
    QVERIFY(!hasDictionaries({QStringLiteral("/nowhere")}));
}

void tst_Spelling::wordsAreCheckedBesideTheDesk()
{
    NEEDS_THE_LIBRARY;
    Spelling spelling({m_folder.path()});
    QVERIFY(spelling.knows(QStringLiteral("en")) && !spelling.knows(QStringLiteral("de")));
    std::optional<QSet<QString>> wrong;
    QStringList meant;
    spelling.check(QStringLiteral("en"), {QStringLiteral("Hello"), QStringLiteral("parcle")}, this,
                   [&wrong](const QSet<QString>& words) { wrong = words; });
    spelling.suggest(QStringLiteral("en"), QStringLiteral("parcle"), this,
                     [&meant](const QStringList& words) { meant = words; });
    QVERIFY(!wrong); // it comes by the event loop
    QTRY_VERIFY(wrong && !meant.isEmpty());
    QCOMPARE(*wrong, QSet<QString>{QStringLiteral("parcle")});
    QVERIFY(meant.contains(QStringLiteral("parcel")));
    // Whoever has gone is not answered.
    auto gone = std::make_unique<QObject>();
    bool answered = false;
    spelling.check(QStringLiteral("en"), {QStringLiteral("x")}, gone.get(),
                   [&answered](const QSet<QString>&) { answered = true; });
    gone.reset();
    bool next = false;
    spelling.check(QStringLiteral("pt"), {QStringLiteral("x")}, this,
                   [&next](const QSet<QString>&) { next = true; });
    QTRY_VERIFY(next);
    QVERIFY(!answered);
}

void tst_Spelling::wrongWordsAreUnderlined()
{
    NEEDS_THE_LIBRARY;
    Spelling spelling({m_folder.path()});
    QTextEdit edit;
    auto& marks = *new SpellMarks(m_theme, spelling, habits(), edit);
    marks.setLanguage(QStringLiteral("en"));
    edit.setPlainText(QStringLiteral("Helo the parcle is R-1 here"));
    QSignalSpy changed(&edit, &QTextEdit::textChanged);
    QTRY_COMPARE(marks.marked(), QStringList({QStringLiteral("Helo"), QStringLiteral("parcle")}));
    QCOMPARE(changed.size(), 0); // whoever listens to the text hears nothing of it
    // In another language others are wrong; without a dictionary none.
    marks.setLanguage(QStringLiteral("de"));
    QVERIFY(marks.marked().isEmpty());
    edit.setPlainText(QString::fromUtf8(u8"Olá pacote parcel"));
    marks.setLanguage(QStringLiteral("pt"));
    QTRY_COMPARE(marks.marked(), QStringList{QStringLiteral("parcel")});
    // The word that is being written is not wrong yet.
    edit.show();
    edit.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&edit));
    edit.setFocus();
    edit.clear();
    QTest::keyClicks(&edit, QStringLiteral("parcel pacot"));
    QTRY_COMPARE(marks.marked(), QStringList{QStringLiteral("parcel")});
    QTest::keyClick(&edit, Qt::Key_Space);
    QTRY_COMPARE(marks.marked(), QStringList({QStringLiteral("parcel"), QStringLiteral("pacot")}));
    m_on = false;
    QTest::keyClick(&edit, Qt::Key_Space);
    QTRY_VERIFY(marks.marked().isEmpty());
    m_on = true;
}

void tst_Spelling::theRightOneIsAPressAway()
{
    NEEDS_THE_LIBRARY;
    Spelling spelling({m_folder.path()});
    QTextEdit edit;
    edit.resize(400, 100);
    edit.show();
    auto& marks = *new SpellMarks(m_theme, spelling, habits(), edit);
    marks.setLanguage(QStringLiteral("en"));
    edit.setPlainText(QStringLiteral("parcle here"));
    QTRY_COMPARE(marks.marked().size(), 1);
    const std::unique_ptr<QMenu> menu(marks.menuAt({12, 12}));
    QAction* right = nullptr;
    QTRY_VERIFY([&] {
        for (QAction* action : menu->actions())
            right = action->text() == QLatin1String("parcel") ? action : right;
        return right;
    }());
    right->trigger();
    QCOMPARE(edit.toPlainText(), QStringLiteral("parcel here"));
    edit.undo();
    QCOMPARE(edit.toPlainText(), QStringLiteral("parcle here"));
    // Beside it there is the field's own menu alone.
    const std::unique_ptr<QMenu> plain(marks.menuAt({300, 12}));
    QVERIFY(!plain->findChild<QAction*>(QStringLiteral("learnWord")));
}

void tst_Spelling::aWordIsLearnt()
{
    NEEDS_THE_LIBRARY;
    Spelling spelling({m_folder.path()});
    QTextEdit edit;
    edit.resize(400, 100);
    auto& marks = *new SpellMarks(m_theme, spelling, habits(), edit);
    marks.setLanguage(QStringLiteral("en"));
    edit.setPlainText(QStringLiteral("Relevo is here"));
    QTRY_COMPARE(marks.marked(), QStringList{QStringLiteral("Relevo")});
    const std::unique_ptr<QMenu> menu(marks.menuAt({12, 12}));
    menu->findChild<QAction*>(QStringLiteral("learnWord"))->trigger();
    QVERIFY(marks.marked().isEmpty());
    QCOMPARE(m_learnt, QStringList{QStringLiteral("Relevo")});
}

void tst_Spelling::theDeskWritesTheCustomersLanguage()
{
    NEEDS_THE_LIBRARY;
    Spelling spelling({m_folder.path()});
    DeskWorld world;
    world.signIn();
    world.addMine(3);
    world.window().resize(1366, 768);
    world.window().show();
    ui::ConversationPage& page = world.window().desk().conversation();
    page.setSpelling(spelling, habits());
    auto* edit = world.find<QTextEdit>("message");
    auto* marks = edit->findChild<SpellMarks*>();
    for (int i = 0; i < 3; ++i) {
        const domain::ConversationId id = world.mineId(i);
        world.window().desk().look(id);
        client::TranscriptBatch batch;
        batch.conversation = id;
        batch.state = world.transcript(id)->state();
        batch.state->conversation.language = QStringLiteral("pt");
        world.transcript(id)->apply(batch);
    }
    QSignalSpy drafts(&page.writer(), &Writer::draftChanged);
    edit->setPlainText(QStringLiteral("pacote parcel "));
    QTRY_COMPARE(marks->marked(), QStringList{QStringLiteral("parcel")});
    const qsizetype told = drafts.size();
    QTest::qWait(0);
    QCOMPARE(drafts.size(), told);
}

RELEVO_TEST(tst_Spelling)
#include "tst_spelling.moc"
