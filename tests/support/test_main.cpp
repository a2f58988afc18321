#include "support/test_main.h"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#ifdef RELEVO_TESTS_DRAW
#include <QtWidgets/QApplication>
#endif

namespace relevo::test {

namespace {

constinit const TestClass* newest = nullptr; // a chain: it is there before any constructor runs

std::string_view stem(std::string_view path)
{
    path.remove_prefix(path.find_last_of('/') + 1);
    return path.substr(0, path.find('.'));
}

} // namespace

TestClass::TestClass(const char* source, Run run)
    : m_source(source), m_run(run), m_next(std::exchange(newest, this))
{
}

int TestClass::runNamed(int argc, char** argv)
{
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    for (const TestClass* one = newest; one != nullptr; one = one->m_next) {
        if (stem(one->m_source) != wanted)
            continue;
        std::vector<char*> rest(argv, argv + argc);
        rest.erase(rest.begin() + 1);
        rest.push_back(nullptr);
        return one->m_run(argc - 1, rest.data());
    }
    std::fprintf(stderr, "Say which test is to run: %s NAME [QTEST ARGUMENTS...]\n", argv[0]);
    for (const TestClass* one = newest; one != nullptr; one = one->m_next)
        std::fprintf(stderr, "  %s\n", std::string(stem(one->m_source)).c_str());
    return 2;
}

} // namespace relevo::test

int main(int argc, char** argv)
{
#ifdef RELEVO_TESTS_DRAW
    QApplication app(argc, argv);
    QApplication::setAttribute(Qt::AA_Use96Dpi);
#else
    QCoreApplication app(argc, argv);
#endif
    return relevo::test::TestClass::runNamed(argc, argv);
}
