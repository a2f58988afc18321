#pragma once

#include <QtTest/QtTest>

namespace relevo::test {

/// A test class of this program. One program holds the classes of a room; it is told which of them to run by
/// the name of its source, tst_ids for tests/base/tst_ids.cpp, and runs no other, so that none can disturb
/// the next.
class TestClass
{
public:
    using Run = int (*)(int argc, char** argv);

    /// Source: __FILE__. Made before main() begins, by RELEVO_TEST.
    TestClass(const char* source, Run run);

    /// Runs the class that argv[1] names, with the arguments after it; ctest's zero for success. Without one
    /// that is known it says which there are.
    [[nodiscard]] static int runNamed(int argc, char** argv);

private:
    const char* m_source;
    Run m_run;
    const TestClass* m_next;
};

} // namespace relevo::test

#define RELEVO_TEST_NAME_2(number) testClass##number
#define RELEVO_TEST_NAME(number) RELEVO_TEST_NAME_2(number)
/// At the end of a test's source, before its moc: QTEST_MAIN for programs with several test classes.
#define RELEVO_TEST(Class)                                                                                   \
    static const relevo::test::TestClass RELEVO_TEST_NAME(__COUNTER__)(__FILE__, [](int argc, char** argv) { \
        Class test;                                                                                          \
        return QTest::qExec(&test, argc, argv);                                                              \
    });
