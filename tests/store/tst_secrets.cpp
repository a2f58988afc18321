#include "store_fixture.h"
#include "support/test_main.h"

#include <store/backup.h>
#include <store/restore.h>
#include <store/secrets.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::store;
using test::must;
using test::StoreFixture;

namespace {

const QByteArray signing = QByteArrayLiteral("whsec_c2VjcmV0IG9mIGEgaG9vaw==");
const QByteArray phone = QByteArrayLiteral("\x01"
                                           "twenty bytes of it.");

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A store with one secret of each kind.
struct Store
{
    explicit Store(const QString& dialect) : fixture(dialect)
    {
        hook.id = fixture.ids.make<WebhookId>();
        hook.project = project;
        hook.url = QStringLiteral("https://hooks.test/x");
        hook.secret = signing;
        const auto journal = fixture.journal();
        must(journal->begin());
        must(journal->webhooks().add(hook));
        must(journal->bots().setSecret(project, QStringLiteral("mine"), signing, fixture.clock.now()));
        (void)must(journal->secondFactors().begin(agent, phone));
        must(journal->commit());
    }

    /// All three come out as they went in.
    [[nodiscard]] bool isReadable()
    {
        const auto reader = fixture.reader();
        const auto hooks = must(reader->webhooks().all());
        const auto totp = must(reader->secondFactors().of(agent));
        return hooks.size() == 1 && hooks[0].secret == signing &&
               must(reader->bots().secret(project, QStringLiteral("mine"))) == signing && totp &&
               totp->secret == phone;
    }
    [[nodiscard]] QByteArray stored(const char* select) const
    {
        return must(fixture.database()->value(QString::fromLatin1(select))).toByteArray();
    }
    [[nodiscard]] QString key() const { return keyPathOf(fixture.options); }

    StoreFixture fixture;
    domain::ProjectId project = fixture.ids.make<domain::ProjectId>();
    domain::AgentId agent = fixture.ids.make<domain::AgentId>();
    Webhook hook;
};

} // namespace

/// What must be known in plain is sealed in the database, with a key that is not in it.
class TestSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::addDialects(); }

    void opensOnlyWhatWasSealedForTheRow()
    {
        const SecretBox box(SecretBox::newKey());
        for (const QByteArray& plain : {QByteArray(), QByteArray("x"), signing, QByteArray(5'000, '\0')}) {
            const QByteArray sealed = must(box.seal(plain, "here"));
            QVERIFY(SecretBox::isSealed(sealed));
            QCOMPARE(must(box.open(sealed, "here")), plain);
            QVERIFY(must(box.seal(plain, "here")) != sealed); // another nonce
            QVERIFY(!box.open(sealed, "there"));
            QVERIFY(!SecretBox(SecretBox::newKey()).open(sealed, "here"));
            for (qsizetype i = 0; i < std::min<qsizetype>(sealed.size(), 80); ++i) {
                QByteArray altered = sealed;
                altered[i] = static_cast<char>(altered[i] ^ 4);
                QVERIFY(!box.open(altered, "here"));
            }
            for (qsizetype left = 0; left < std::min<qsizetype>(sealed.size(), 40); ++left)
                QVERIFY(!box.open(sealed.first(left), "here"));
        }
    }

    void nothingPlainIsInTheDatabase()
    {
        QFETCH_GLOBAL(QString, dialect);
        Store store(dialect);
        QVERIFY(store.isReadable());
        must(store.fixture.database()->checkpoint(sql::Checkpoint::Truncate));
        for (const char* side : {"", "-wal"}) {
            const QByteArray bytes = bytesOf(store.fixture.options.databasePath + QString::fromLatin1(side));
            QVERIFY(!bytes.contains(signing) && !bytes.contains(phone));
        }
        const QFileDevice::Permissions open = QFile::permissions(store.key());
        QVERIFY(!(open & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)));
        QCOMPARE(QDir(QFileInfo(store.key()).path()).entryList({QStringLiteral("*.part*")}).size(), 0);
        // Copied over another row it does not open.
        must(store.fixture.database()->execute(
            QStringLiteral("UPDATE webhooks SET secret = (SELECT secret FROM bot_secrets)")));
        QCOMPARE(store.fixture.reader()->webhooks().all().error().code, ErrorCode::Invalid);
    }

    void anOlderStoreIsSealedWhenItIsOpened()
    {
        QFETCH_GLOBAL(QString, dialect);
        Store store(dialect);
        {
            const auto database = store.fixture.database();
            const auto plain = [&](const char* update, const QByteArray& secret) {
                auto statement = must(database->prepared(update));
                must(statement->bind(secret).run());
            };
            plain("UPDATE webhooks SET secret = ?", signing);
            plain("UPDATE bot_secrets SET secret = ?", signing);
            plain("UPDATE totp SET secret = ?", phone);
            must(database->execute(QStringLiteral("DELETE FROM secret_key")));
        }
        QVERIFY(QFile::remove(store.key()));
        QVERIFY(store.isReadable()); // by a reader that comes first
        (void)store.fixture.journal();
        for (const char* select :
             {"SELECT secret FROM webhooks", "SELECT secret FROM bot_secrets", "SELECT secret FROM totp"})
            QVERIFY2(SecretBox::isSealed(store.stored(select)), select);
        QVERIFY(store.isReadable());
        for (const char* side : {"", "-wal"}) {
            const QByteArray bytes = bytesOf(store.fixture.options.databasePath + QString::fromLatin1(side));
            QVERIFY2(!bytes.contains(signing) && !bytes.contains(phone), side);
        }
        const QByteArray proof = store.stored("SELECT proof FROM secret_key");
        (void)store.fixture.journal(); // and only once
        QCOMPARE(store.stored("SELECT proof FROM secret_key"), proof);
    }

    void withoutItsKeyItSaysSo_data()
    {
        QTest::addColumn<QByteArray>("file"); // empty: missing
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("another") << QByteArray("relevo-key-1 ") + QByteArray(32, 'k').toBase64();
        QTest::newRow("no key") << QByteArray("relevo-key-1 c2hvcnQ=");
        QTest::newRow("something else") << QByteArray("-----BEGIN PRIVATE KEY-----");
    }
    void withoutItsKeyItSaysSo()
    {
        QFETCH_GLOBAL(QString, dialect);
        QFETCH(const QByteArray, file);
        Store store(dialect);
        const QByteArray right = bytesOf(store.key());
        QVERIFY(QFile::remove(store.key()));
        if (!file.isEmpty()) {
            QFile key(store.key());
            QVERIFY(key.open(QIODevice::WriteOnly) && key.write(file) == file.size());
        }
        const auto journal = Journal::open(store.fixture.otherOptions());
        const auto reader = Reader::open(store.fixture.otherOptions());
        QVERIFY(!journal && journal.error().code == ErrorCode::Unavailable);
        QVERIFY(!reader && reader.error().code == ErrorCode::Unavailable);
        QVERIFY(journal.error().message.contains(store.key()));
        QVERIFY(journal.error().detail.contains(QLatin1String("secrets forget")));
        QCOMPARE(bytesOf(store.key()), file); // left alone
        // Put back, elsewhere.
        StoreOptions elsewhere = store.fixture.otherOptions();
        elsewhere.keyPath = store.key() + QStringLiteral(".kept");
        QFile kept(elsewhere.keyPath);
        QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write(right) == right.size());
        kept.close();
        QVERIFY(Journal::open(elsewhere));
    }

    void whereNothingIsSealedNothingIsMissed()
    {
        QFETCH_GLOBAL(QString, dialect);
        const StoreFixture fixture(dialect);
        (void)fixture.journal();
        const QString key = keyPathOf(fixture.options);
        QVERIFY(QFile::remove(key));
        (void)fixture.reader();
        QVERIFY(!QFile::exists(key));
        (void)fixture.journal();
        QVERIFY(QFile::exists(key));
    }

    void aBackupNeedsIt()
    {
        QFETCH_GLOBAL(QString, dialect);
        Store store(dialect);
        const StoreOptions& options = store.fixture.options;
        const QString copy = options.dataDirectory + QStringLiteral("/copy.db");
        QCOMPARE(must(backUp(options, copy, false)).keyFile, store.key());
        QVERIFY(QFile::rename(store.key(), store.key() + QStringLiteral(".away")));
        const QByteArray before = bytesOf(options.databasePath);
        const auto refused = restore(options, copy, store.fixture.clock.now());
        QVERIFY(!refused && refused.error().code == ErrorCode::Unavailable);
        QVERIFY(refused.error().detail.startsWith(QLatin1String("Nothing was changed.")));
        QVERIFY(bytesOf(options.databasePath) == before);
        QVERIFY(QFile::rename(store.key() + QStringLiteral(".away"), store.key()));
        must(restore(options, copy, store.fixture.clock.now()));
        QVERIFY(store.isReadable());
        // It is lost for good.
        QVERIFY(QFile::remove(store.key()));
        must(restore(options, copy, store.fixture.clock.now(), {true, {}, {}}));
        const ForgottenSecrets forgotten = must(forgetSecrets(options));
        QVERIFY(forgotten.webhooks == 1 && forgotten.bots == 1 && forgotten.secondFactors == 1);
        QVERIFY(must(store.fixture.reader()->webhooks().all()).empty());
        QVERIFY(!must(store.fixture.reader()->secondFactors().of(store.agent)));
        const auto journal = store.fixture.journal();
        QCOMPARE(forgetSecrets(options).error().code, ErrorCode::Conflict); // in use
    }
};

RELEVO_TEST(TestSecrets)
#include "tst_secrets.moc"
