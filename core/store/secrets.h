#pragma once

#include <store/secret_box.h>
#include <store/store_options.h>

#include <QtCore/QUuid>

#include <memory>
#include <optional>

namespace relevo::store {

/// The secrets in a store's rows: those that webhooks and bots are signed with, and second factors. They are
/// sealed with the key in a file beside the database, so that who has the database alone has none of them.
/// What an older program wrote in plain is read as it is until the store is opened for writing. Any thread.
class Secrets
{
public:
    /// Of a store that is open for writing. The first time it makes the key, unless there is one, and seals
    /// what is there. `unavailable` when the store's key is not in its file and there are secrets that need
    /// it.
    [[nodiscard]] static Result<std::shared_ptr<const Secrets>> openForWriting(sql::Database& database,
                                                                               const StoreOptions& options);
    /// Of one that is open for reading, or is a copy: makes and changes nothing. The same error.
    [[nodiscard]] static Result<std::shared_ptr<const Secrets>> openForReading(sql::Database& database,
                                                                               const StoreOptions& options);

    [[nodiscard]] Result<QByteArray> seal(const QByteArray& plain, const QByteArray& row) const;
    [[nodiscard]] Result<QByteArray> open(const QByteArray& stored, const QByteArray& row) const;

private:
    explicit Secrets(std::optional<SecretBox> box) : m_box(std::move(box)) {}

    std::optional<SecretBox> m_box; // none while everything is plain
};

/// The name of a secret's row, for sealing: `id` is a webhook's, an agent's or a project's, `name` a bot's.
[[nodiscard]] QByteArray secretRow(const char* table, const QUuid& id, const QString& name = {});

/// StoreOptions::keyPath, or "relay.key" beside "relay.db".
[[nodiscard]] QString keyPathOf(const StoreOptions& options);

/// What was given up.
struct ForgottenSecrets
{
    int webhooks = 0;
    int bots = 0;
    int secondFactors = 0;
};
/// When the key is lost, so that the store can be used again: webhooks, which nobody could sign any more, the
/// secrets of bots and second factors are deleted, and the key in the file, or a new one, is the store's.
/// `conflict` while a relay or another command uses it.
[[nodiscard]] Result<ForgottenSecrets> forgetSecrets(const StoreOptions& options);

} // namespace relevo::store
