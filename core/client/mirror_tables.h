#pragma once

#include <client/conversation_row.h>
#include <client/draft.h>
#include <sql/database.h>

#include <vector>

namespace relevo::client {

/// The SQL of the replica, a function a statement or two; what they mean together is Mirror's. One thread.
/// Every function may fail with what sql::databaseError gives, and with `internal` for a body that cannot be
/// read, which means that the file is damaged.
class MirrorTables
{
public:
    explicit MirrorTables(sql::Database& database) : m_database(database) {}

    struct Stored
    {
        domain::ConversationState state;
        bool live = false;
    };
    struct Reading
    {
        qint64 completeFrom = 0; ///< every message from this seq on is here
        qint64 readUpTo = 0;
    };

    [[nodiscard]] Result<std::optional<QByteArray>> meta(const char* name);
    [[nodiscard]] Result<void> setMeta(const char* name, std::string_view value);

    [[nodiscard]] Result<std::vector<domain::Agent>> agents();
    [[nodiscard]] Result<void> putAgent(const domain::Agent& agent);

    [[nodiscard]] Result<std::optional<Stored>> conversation(const domain::ConversationId& id);
    [[nodiscard]] Result<void> putConversation(const domain::ConversationState& state, bool live);
    /// What lists show of it alone; the state must be there already.
    [[nodiscard]] Result<void> putRow(const domain::ConversationState& state, bool live);
    /// All live states; for the hash, so all in memory at once.
    [[nodiscard]] Result<std::vector<domain::ConversationState>> liveStates();
    [[nodiscard]] Result<std::vector<ConversationRow>> liveRows();
    /// Of closed conversations those whose handoff was resolved within `span` of the newest such, newest
    /// first.
    [[nodiscard]] Result<std::vector<ConversationRow>> resolvedRows(milliseconds span, int limit);
    [[nodiscard]] Result<std::vector<domain::ConversationId>> everyConversation();

    [[nodiscard]] Result<std::optional<Reading>> reading(const domain::ConversationId& id);
    [[nodiscard]] Result<void> putReading(const domain::ConversationId& id, const Reading& reading);

    [[nodiscard]] Result<void> forgetMessages(const domain::ConversationId& id);
    [[nodiscard]] Result<void> putMessage(const domain::Message& message);
    [[nodiscard]] Result<std::optional<domain::Message>> message(const domain::MessageId& id);
    /// At most `limit` with from ≤ seq < before, the newest ones, ascending.
    [[nodiscard]] Result<std::vector<domain::Message>> messages(const domain::ConversationId& conversation,
                                                                qint64 from, qint64 before, int limit);
    /// With after < seq ≤ upTo.
    [[nodiscard]] Result<qint64> countFromCustomer(const domain::ConversationId& conversation, qint64 after,
                                                   qint64 upTo);

    [[nodiscard]] Result<void> putDraft(const Draft& draft);
    [[nodiscard]] Result<void> forgetDraft(const domain::ConversationId& id);
    [[nodiscard]] Result<std::optional<Draft>> draft(const domain::ConversationId& id);
    [[nodiscard]] Result<std::vector<Draft>> drafts();

    [[nodiscard]] Result<void> stagePage(int page, std::string_view body);
    [[nodiscard]] Result<std::optional<QByteArray>> stagedPage(int page);

    /// One statement without rows; `text` must be a literal.
    [[nodiscard]] Result<void> run(const char* text);
    [[nodiscard]] Result<void> run(const char* text, qint64 value);
    /// The first column of the first row; 0 when there is none.
    [[nodiscard]] Result<qint64> number(const char* text);
    [[nodiscard]] Result<qint64> number(const char* text, qint64 value);

private:
    /// What a statement gave; frees it at the end, so that no read lock stays behind.
    class Rows
    {
    public:
        explicit Rows(sql::Statement& statement) : m_statement(&statement) {}
        Rows(Rows&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
        Rows& operator=(Rows&&) = delete;
        ~Rows()
        {
            if (m_statement)
                m_statement->finish();
        }
        [[nodiscard]] bool next() { return m_statement->next(); }
        [[nodiscard]] qint64 number(int column) const { return m_statement->number(column); }
        [[nodiscard]] QByteArray bytes(int column) const { return m_statement->bytes(column); }
        [[nodiscard]] const sql::Statement& row() const { return *m_statement; }

    private:
        sql::Statement* m_statement;
    };

    sql::Database& m_database;

    [[nodiscard]] static Result<std::vector<ConversationRow>> rowsOf(Result<Rows> select);
    template <typename... Values>
    [[nodiscard]] Result<Rows> query(const char* text, const Values&... values);
    template <typename... Values>
    [[nodiscard]] Result<void> change(const char* text, const Values&... values);
};

} // namespace relevo::client
