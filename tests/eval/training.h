#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QCommandLineParser>

#include <functional>
#include <optional>

namespace relevo::eval {

/// The command line of a program that learns, and its end: --sentences, --data, --output, --folds, --set and
/// what is its own. An application must be there.
class Training
{
public:
    /// `sentences` and `output`: where they are unless another place is said.
    Training(const QString& sentences, const QString& output, const QList<QCommandLineOption>& own = {});

    [[nodiscard]] const QCommandLineParser& options() const { return m_options; }
    [[nodiscard]] QString sentences() const { return m_options.value(QStringLiteral("sentences")); }
    [[nodiscard]] QString data() const { return m_options.value(QStringLiteral("data")); }
    /// How many groups of writers are left out in turn, two at least, where that is to be told.
    [[nodiscard]] std::optional<int> folds() const;
    /// Hands each "name=value" of --set to `set`; false, and told, when one names nothing.
    [[nodiscard]] bool tune(const std::function<bool(const QString&)>& set) const;
    /// Writes the weights; the program's exit code.
    [[nodiscard]] int write(const QByteArray& weights) const;

private:
    QCommandLineParser m_options;
};

} // namespace relevo::eval
