#pragma once

#include <QtCore/QString>

namespace relevo::assist {

/// True when a customer who waits for a human says that they no longer want one: that the bot will do ("never
/// mind, the bot is fine", "prefiero seguir con el bot", "quero voltar para o assistente"), that no human is
/// needed, or no more than that it no longer matters ("olvídalo, gracias"). In English, Spanish and
/// Portuguese; careful: "never mind the colour", "the bot is not fine" and "why am I back with the bot?" are
/// none. Only means anything while they wait. Pure; a few microseconds.
[[nodiscard]] bool wantsBotAgain(const QString& customerText);

} // namespace relevo::assist
