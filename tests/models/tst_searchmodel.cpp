#include "support/test_main.h"

#include <base/ids.h>
#include <models/search_model.h>

#include <QtCore/QPoint>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo;
using client::SearchHit;
using client::SearchResults;
using models::SearchModel;

/// What a search has found, as rows under headings.
class tst_SearchModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsUnderHeadings_data();
    void rowsUnderHeadings();
    void findsTheSameRowAgain();

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};

    [[nodiscard]] SearchHit hit(SearchHit::Kind kind, const QString& text)
    {
        SearchHit hit;
        hit.kind = kind;
        hit.conversation = m_ids.make<domain::ConversationId>();
        if (kind != SearchHit::Kind::Contact)
            hit.message = m_ids.make<domain::MessageId>();
        hit.text = text;
        hit.marks = {{1, 2}};
        return hit;
    }
    [[nodiscard]] std::shared_ptr<SearchResults> results(int contacts, int messages)
    {
        auto results = std::make_shared<SearchResults>();
        for (int i = 0; i < contacts; ++i)
            results->contacts.push_back(hit(SearchHit::Kind::Contact, QStringLiteral("contact %1").arg(i)));
        for (int i = 0; i < messages; ++i)
            results->messages.push_back(hit(i % 2 ? SearchHit::Kind::Note : SearchHit::Kind::Message,
                                            QStringLiteral("message %1").arg(i)));
        return results;
    }
};

void tst_SearchModel::rowsUnderHeadings_data()
{
    QTest::addColumn<int>("contacts");
    QTest::addColumn<int>("messages");
    for (const int contacts : {0, 1, 3}) {
        for (const int messages : {0, 1, 4})
            QTest::addRow("%d and %d", contacts, messages) << contacts << messages;
    }
}

void tst_SearchModel::rowsUnderHeadings()
{
    QFETCH(int, contacts);
    QFETCH(int, messages);
    SearchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto found = results(contacts, messages);
    model.show(found);
    QStringList expected;
    if (contacts > 0)
        expected << QStringLiteral("Customers");
    for (const SearchHit& hit : found->contacts)
        expected << hit.text;
    if (messages > 0)
        expected << QStringLiteral("Messages");
    for (const SearchHit& hit : found->messages)
        expected << hit.text;
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        rows << index.data().toString();
        const auto kind = static_cast<SearchModel::Kind>(index.data(SearchModel::KindRole).toInt());
        const bool heading = kind == SearchModel::Kind::Heading;
        QCOMPARE(model.hitAt(row) == nullptr, heading);
        QCOMPARE(index.flags().testFlag(Qt::ItemIsSelectable), !heading);
        if (!heading)
            QCOMPARE(index.data(SearchModel::MarksRole).toList(), QVariantList{QPoint(1, 2)});
    }
    QCOMPARE(rows, expected);
    QCOMPARE(model.firstHit(), expected.isEmpty() ? -1 : 1);
    QVERIFY(!model.hitAt(-1));
    QVERIFY(!model.hitAt(model.rowCount()));
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_SearchModel::findsTheSameRowAgain()
{
    SearchModel model;
    const auto few = results(1, 2);
    auto more = std::make_shared<SearchResults>(*few);
    more->messages.insert(more->messages.begin(), hit(SearchHit::Kind::Message, QStringLiteral("newer")));
    model.show(few);
    const SearchHit last = *model.hitAt(4);
    model.show(more);
    QCOMPARE(model.rowOf(last), 5);
    model.show(results(0, 1));
    QCOMPARE(model.rowOf(last), -1);
}

RELEVO_TEST(tst_SearchModel)
#include "tst_searchmodel.moc"
