#pragma once

#include <base/clock.h>
#include <base/ids.h>
#include <store/journal.h>
#include <store/reader.h>
#include <store/verify.h>

#include <QtCore/QTemporaryDir>

namespace relevo::test {

/// A clock that stands still until it is told otherwise.
class StillClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return m_now; }
    [[nodiscard]] milliseconds monotonic() const override { return m_now.time_since_epoch(); }
    void advance(milliseconds by) { m_now += by; }

private:
    Timestamp m_now{milliseconds{1'760'000'000'000}};
};

/// The value, or the end of the test.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A store in a directory of its own, of the dialect that the test's global data names.
class StoreFixture
{
public:
    explicit StoreFixture(const QString& dialect);

    /// Makes the empty store.
    void make() const;
    [[nodiscard]] std::unique_ptr<store::Journal> journal() const;
    [[nodiscard]] std::unique_ptr<store::Reader> reader() const;
    /// A connection beside the store's, for tampering.
    [[nodiscard]] std::unique_ptr<sql::Database> database() const;
    /// Empty when all is well.
    [[nodiscard]] QString fault() const;
    /// The options as another program would make them.
    [[nodiscard]] store::StoreOptions otherOptions() const;
    /// Makes the store what a program with that schema version would have left: its tables, and of the rows
    /// what it knew. Gives the path of the store as it was. SQLite only; nobody may have it open.
    QString turnBack(int version) const;

    StillClock clock;
    UuidV7Source ids{clock};
    store::StoreOptions options;

private:
    QTemporaryDir m_directory;
};

/// The rows of a test's global data: every dialect there is.
void addDialects();

/// An event of a project whose only content is a number, for tests of the journal alone.
[[nodiscard]] domain::Event settingsEvent(StoreFixture& fixture, int number);

/// Opens a group, appends that many settings events, and commits.
void appendSettings(StoreFixture& fixture, store::Journal& journal, const domain::ProjectId& project,
                    int count);

} // namespace relevo::test
