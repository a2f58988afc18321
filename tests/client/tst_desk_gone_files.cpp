#include "desk_test.h"
#include "support/test_main.h"

#include <client/attachments.h>

#include <QtCore/QFileInfo>

#include <algorithm>

using namespace relevo;
using namespace relevo::client;

/// Files that the relay keeps for a time only.
class tst_DeskGoneFiles final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheRelayNoLongerKeepsGoes();
};

void tst_DeskGoneFiles::whatTheRelayNoLongerKeepsGoes()
{
    const domain::ConversationId id = held();
    signIn();
    const Transcript* transcript = m_desk->openConversation(id);
    QFile written(m_directory->filePath(QStringLiteral("a.txt")));
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write("for a time") == 10);
    written.close();
    OutgoingFile sent;
    sent.path = written.fileName();
    sent.what.id = m_ids->make<domain::AttachmentId>();
    sent.what.name = QStringLiteral("a.txt");
    sent.what.mime = QStringLiteral("text/plain");
    sent.what.size = 10;
    m_desk->send(id, QStringLiteral("See this"), {}, {sent});
    const auto shown = [transcript]() -> const domain::Attachment* {
        for (const domain::Message& message : transcript->messages()) {
            if (message.attachments.size() == 1)
                return &message.attachments.front();
        }
        return nullptr;
    };
    QTRY_VERIFY(transcript->waiting().empty() && shown());
    const domain::Attachment file = *shown();
    m_desk->attachments().want(id, file);
    QTRY_COMPARE(m_desk->attachments().of(file.id).state, Attachments::State::Here);
    const QString path = m_desk->attachments().of(file.id).path;
    QVERIFY(m_world->run(
        id, domain::ResolveHandoff{m_world->conversation(id)->handoff->id, {}, true, {}, {}, false}));
    QVERIFY(m_world->run(id, domain::RemoveAttachments{{file.id}}));
    m_relay->publish();
    QTRY_VERIFY(shown() && shown()->gone);
    QCOMPARE(shown()->name, QStringLiteral("a.txt"));
    QTRY_VERIFY(!QFileInfo::exists(path));
    QTRY_COMPARE(m_desk->attachments().of(file.id).state, Attachments::State::Absent);
    // It was not all of the conversation: what was said stays.
    QVERIFY(std::ranges::any_of(transcript->messages(), [](const domain::Message& message) {
        return message.content == QLatin1String("See this");
    }));
}

RELEVO_TEST(tst_DeskGoneFiles)
#include "tst_desk_gone_files.moc"
