#include "support/test_main.h"

#include <models/canned_model.h>
#include <models/canned_text.h>
#include <models/choices.h>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::models;

namespace {

client::CannedResponse response(const char* shortcut, const char* title, const char* content,
                                const char* language = "")
{
    return {QUuid::createUuid(),        QString::fromUtf8(shortcut), QString::fromUtf8(title),
            QString::fromUtf8(content), QString::fromUtf8(language), false};
}

} // namespace

/// Which canned responses fit, and what becomes of their variables.
class tst_Canned final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<CannedModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setResponses({response("thanks", "Thank you", "Thank you, {{contact.first_name}}."),
                               response("hours", "Opening hours", "We are open from 9 to 18."),
                               response("horario", "Horario", "Abrimos de 9 a 18.", "es"),
                               response("refund", "", "Your money comes back within 14 days.", "en")});
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void withNothingTypedAllAreThere() { QCOMPARE(shortcuts().size(), 4); }

    void fitByShortcutTitleAndContent()
    {
        m_model->setTyped(QStringLiteral("than"));
        QCOMPARE(shortcuts().value(0), QStringLiteral("thanks"));
        m_model->setTyped(QStringLiteral("opnhr"));
        QCOMPARE(shortcuts(), QStringList{QStringLiteral("hours")});
        m_model->setTyped(QStringLiteral("money back"));
        QCOMPARE(shortcuts(), QStringList{QStringLiteral("refund")});
        m_model->setTyped(QStringLiteral("nothing like it"));
        QVERIFY(shortcuts().isEmpty());
    }

    void theWholeShortcutComesFirst()
    {
        m_model->setResponses(
            {response("a-hours-long-one", "Hours and hours", "x"), response("hours", "Opening times", "y")});
        m_model->setTyped(QStringLiteral("hours"));
        QCOMPARE(shortcuts().value(0), QStringLiteral("hours"));
    }

    void theCustomersLanguageComesFirst()
    {
        m_model->setLanguage(QStringLiteral("es"));
        QCOMPARE(shortcuts().value(0), QStringLiteral("horario"));
        m_model->setTyped(QStringLiteral("ho"));
        QCOMPARE(shortcuts().value(0), QStringLiteral("horario"));
        m_model->setLanguage(QStringLiteral("en"));
        QCOMPARE(shortcuts().value(0), QStringLiteral("hours"));
        // One in another language is still there.
        QVERIFY(shortcuts().contains(QStringLiteral("horario")));
    }

    void aLongTextIsFoundByItsEnd()
    {
        const QByteArray text = QByteArray("word ").repeated(100) + "finale";
        m_model->setResponses({response("long", "Long", text.constData())});
        m_model->setTyped(QStringLiteral("finale"));
        QCOMPARE(shortcuts().size(), 1);
    }

    void rowsSayWhatTheyAre()
    {
        const QModelIndex refund = m_model->index(3, 0);
        QCOMPARE(refund.data().toString(), QStringLiteral("refund"));
        QCOMPARE(refund.data(choice::TrailingRole).toString(), QStringLiteral("/refund · English"));
        QCOMPARE(refund.data(choice::DetailRole).toString(),
                 QStringLiteral("Your money comes back within 14 days."));
        m_model->setTyped(QStringLiteral("thank you"));
        const auto matches = m_model->index(0, 0).data(choice::TitleMatchesRole).value<QList<int>>();
        QVERIFY(!matches.isEmpty());
        QVERIFY(matches.back() < QStringLiteral("Thank you").size());
    }

    void variablesAreFilled()
    {
        const CannedValues values{{QStringLiteral("contact.first_name"), QStringLiteral("Ada")},
                                  {QStringLiteral("order"), QStringLiteral("#42 {{agent.name}}")}};
        QCOMPARE(filled(QStringLiteral("Hello {{contact.first_name}}, {{ order }}!"), values),
                 QStringLiteral("Hello Ada, #42 {{agent.name}}!"));
        QCOMPARE(filled(QStringLiteral("No variables {{}} {{ }} { order }"), values),
                 QStringLiteral("No variables {{}} {{ }} { order }"));
    }

    void whatIsNotKnownStays()
    {
        const QString text = filled(QStringLiteral("Order {{order}} of {{contact.name}}"),
                                    {{QStringLiteral("order"), QStringLiteral("#1")}});
        QCOMPARE(text, QStringLiteral("Order #1 of {{contact.name}}"));
        const std::vector<Gap> gaps = gapsIn(text);
        QCOMPARE(gaps.size(), std::size_t(1));
        QCOMPARE(gaps[0].start, qsizetype(12));
        QCOMPARE(gaps[0].length, qsizetype(16));
        QCOMPARE(gaps[0].name, QStringLiteral("contact.name"));
    }

    void everyVariableHasAnExample()
    {
        for (const CannedVariable& one : cannedVariables()) {
            QVERIFY(!one.words.isEmpty());
            QVERIFY(gapsIn(filled(QStringLiteral("{{%1}}").arg(one.name), exampleValues())).empty());
        }
    }

    void theConversationsValues()
    {
        client::LiveView live;
        domain::Agent me;
        me.id = domain::AgentId(QUuid::createUuid());
        me.name = QStringLiteral("Luis Ferrer");
        live.setMe(me);
        ConversationDetails details(live);
        const domain::ConversationId id(QUuid::createUuid());
        client::Transcript transcript(id);
        client::TranscriptBatch batch;
        batch.conversation = id;
        batch.reset = true;
        domain::ConversationState state;
        state.conversation.id = id;
        state.conversation.channel = QStringLiteral("web");
        state.conversation.contact.name = QStringLiteral("Ada Lovelace");
        state.conversation.contact.attributes[QStringLiteral("plan")] = QStringLiteral("gold");
        state.handoff.emplace();
        state.handoff->summary.emplace();
        state.handoff->summary->customerEmail = QStringLiteral("ada@example.com");
        state.handoff->summary->facts = {{QStringLiteral("order"), QStringLiteral("#1"), {}},
                                         {QStringLiteral("order"), QStringLiteral("#2"), {}}};
        batch.state = state;
        transcript.apply(batch);
        details.setTranscript(&transcript);
        const CannedValues values = cannedValues(details);
        QCOMPARE(values.at(QStringLiteral("contact.first_name")), QStringLiteral("Ada"));
        QCOMPARE(values.at(QStringLiteral("contact.plan")), QStringLiteral("gold"));
        QCOMPARE(values.at(QStringLiteral("contact.email")), QStringLiteral("ada@example.com"));
        QCOMPARE(values.at(QStringLiteral("agent.first_name")), QStringLiteral("Luis"));
        QCOMPARE(values.at(QStringLiteral("order")), QStringLiteral("#2"));
        QVERIFY(!values.contains(QStringLiteral("contact.phone")));
    }

private:
    std::unique_ptr<CannedModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QStringList shortcuts() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all << m_model->at(row).shortcut;
        return all;
    }
};

RELEVO_TEST(tst_Canned)
#include "tst_canned.moc"
