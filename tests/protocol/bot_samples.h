#pragma once

#include <domain/bots.h>

namespace relevo::test {

/// Bots' settings with every field filled in.
template <typename Samples>
domain::BotSettings botsFrom(Samples& samples)
{
    using namespace domain;
    const auto lane = [&samples] {
        return samples.template one<Lane>(Lane::Support);
    };
    const auto either = [&samples] {
        return samples.below(2) == 0;
    };
    BotSettings b;
    b.enabled = either();
    b.bots = {{samples.text(), BotKind::Webhook, samples.text(), 3, 44},
              {samples.text(), samples.template one<BotKind>(BotKind::Triage), {}, 10, 60}};
    b.lanes = {{lane(), samples.text()}};
    b.rules = {{lane(), {samples.text(), samples.text()}}};
    b.enrichers = QStringList{samples.text()};
    b.builtInFaq = either();
    b.triageQuestions = 2;
    b.orders = {samples.text(), 7, {{QStringLiteral("status"), samples.text()}}, samples.text()};
    b.askModel = either();
    return b;
}

} // namespace relevo::test
