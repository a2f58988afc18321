#include "support/test_main.h"

#include <models/choices.h>
#include <models/faq_model.h>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo;
using models::FaqModel;

class tst_FaqModel final : public QObject
{
    Q_OBJECT

private:
    static domain::FaqEntry question(const char* name, const char* language, const char* word,
                                     const char* answer)
    {
        domain::FaqEntry entry;
        entry.name = QString::fromUtf8(name);
        entry.words[QString::fromLatin1(language)] = {QString::fromUtf8(word)};
        entry.answer[QString::fromLatin1(language)] = QString::fromUtf8(answer);
        return entry;
    }
    static QStringList rowsOf(const FaqModel& model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << model.index(row, 0).data().toString();
        return names;
    }

private Q_SLOTS:
    void findsWordsWhereverTheyStand()
    {
        FaqModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEntries({question("Parking", "en", "where to park", "Behind the house."),
                          question("", "es", "devolución", "En treinta días."),
                          question("Gift cards", "en", "voucher", "Three years.")});
        QCOMPARE(rowsOf(model), QStringList({QStringLiteral("Parking"), QStringLiteral("devolución"),
                                             QStringLiteral("Gift cards")}));
        model.setTyped(QStringLiteral("house PARK"));
        QCOMPARE(rowsOf(model), QStringList(QStringLiteral("Parking")));
        model.setTyped(QStringLiteral("devolucion treinta"));
        QCOMPARE(rowsOf(model), QStringList(QStringLiteral("devolución")));
        model.setTyped(QStringLiteral("nothing of the kind"));
        QCOMPARE(model.rowCount(), 0);
        model.setTyped({});
        QCOMPARE(model.rowCount(), 3);
    }

    void aRowTellsWhatIsAnsweredAndInWhatLanguages()
    {
        FaqModel model;
        const QAbstractItemModelTester tester(&model);
        domain::FaqEntry entry = question("Parking", "en", "park", "Behind\nthe house.");
        entry.answer[QStringLiteral("es")] = QStringLiteral("Detrás de la casa.");
        model.setEntries({entry});
        const QModelIndex row = model.index(0, 0);
        QCOMPARE(row.data(models::choice::DetailRole).toString(), QStringLiteral("Behind the house."));
        QCOMPARE(row.data(models::choice::TrailingRole).toString(), QStringLiteral("English, Español"));
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Parking")));
        QCOMPARE(model.at(0), entry);
    }
};

RELEVO_TEST(tst_FaqModel)
#include "tst_faqmodel.moc"
