#pragma once

#include <bot/faq_bot.h>
#include <relay/hub.h>
#include <relay/pipeline.h>

namespace relevo::relay {

/// Lets the built-in bot answer the web chat while it holds a conversation. The answer carries the control
/// epoch it was made under, so that one that crosses a claim is refused and never reaches the customer. I/O
/// thread.
class BotStage final : public QObject, public Listener
{
    Q_OBJECT

public:
    BotStage(Hub& hub, Pipeline& pipeline, const bot::FaqBot& bot, QObject* parent = nullptr);
    ~BotStage() override;

    void heard(const Published& published) override;

private:
    Hub& m_hub;
    Pipeline& m_pipeline;
    const bot::FaqBot& m_bot;
};

} // namespace relevo::relay
