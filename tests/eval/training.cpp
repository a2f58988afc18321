#include "training.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <algorithm>
#include <cstdio>

namespace relevo::eval {

namespace {

constexpr int wrong = 2; ///< exit code

} // namespace

Training::Training(const QString& sentences, const QString& output, const QList<QCommandLineOption>& own)
{
    const QString directory = QStringLiteral("dir");
    m_options.addOptions({{QStringLiteral("sentences"), {}, directory, sentences},
                          {QStringLiteral("data"), {}, directory},
                          {QStringLiteral("output"), {}, QStringLiteral("file"), output},
                          {QStringLiteral("folds"),
                           QStringLiteral("Writes nothing: tells how well writers left out are understood."),
                           QStringLiteral("count")},
                          {QStringLiteral("set"), QStringLiteral("Tries another value of a tuning."),
                           QStringLiteral("name=value")}});
    m_options.addOptions(own);
    m_options.addHelpOption();
    m_options.process(*QCoreApplication::instance());
}

std::optional<int> Training::folds() const
{
    const QString folds = QStringLiteral("folds");
    if (!m_options.isSet(folds))
        return std::nullopt;
    return std::max(2, m_options.value(folds).toInt());
}

bool Training::tune(const std::function<bool(const QString&)>& set) const
{
    for (const QString& assignment : m_options.values(QStringLiteral("set"))) {
        if (set(assignment))
            continue;
        std::fprintf(stderr, "There is nothing to set in \"%s\".\n", qUtf8Printable(assignment));
        return false;
    }
    return true;
}

int Training::write(const QByteArray& weights) const
{
    QFile file(m_options.value(QStringLiteral("output")));
    if (!file.open(QIODevice::WriteOnly) || file.write(weights) != weights.size()) {
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(file.fileName()), qUtf8Printable(file.errorString()));
        return wrong;
    }
    std::fprintf(stderr, "%s: %lld bytes\n", qUtf8Printable(file.fileName()),
                 static_cast<long long>(weights.size()));
    return 0;
}

} // namespace relevo::eval
