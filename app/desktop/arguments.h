#pragma once

#include <base/error.h>
#include <domain/ids.h>

#include <QtCore/QStringList>

namespace relevo::desktop {

/// What was said on the command line: relevo [--relay URL] [--profile NAME] [--demo] [handoff://ID]
struct Arguments
{
    QString relay; ///< empty when not given
    QString profile = QStringLiteral("default");
    bool demo = false;
    domain::HandoffId handoff; ///< null when none is to be opened
    QString answer;            ///< not empty for --help and --version: print it and end
};

/// Fails with `invalid` for what is not understood.
[[nodiscard]] Result<Arguments> parseArguments(const QStringList& words);

/// The handoff of "handoff://ID", or null.
[[nodiscard]] domain::HandoffId handoffOf(const QString& address);

/// Who --demo signs in as.
struct DemoAgent
{
    QString email;
    QString password;
};

/// The first agent in the file that RELEVO_DEMO_FILE names.
[[nodiscard]] Result<DemoAgent> demoAgent();

} // namespace relevo::desktop
