#pragma once

#include <assist/model_client.h>

namespace relevo::assist {

/// A configured model as a Model. Personal data is masked before it leaves where the options say so, and put
/// back into the answer; what comes is held against the conversation. Answers with an error rather than with
/// the offline engine's result, so that the caller, who has that already, knows.
class RemoteModel final : public Model
{
public:
    /// `network` and `clock` outlive it; all of them live on one thread.
    RemoteModel(QNetworkAccessManager& network, ModelOptions options, const Clock& clock,
                std::function<double()> random);

    void summarize(const SummaryInput& input, QObject* context, Answer<domain::Summary> answer) override;
    void suggestReplies(const SummaryInput& input, QObject* context, Answer<Draft> answer) override;
    void rewrite(const RewriteRequest& request, QObject* context, Answer<Draft> answer) override;
    void closingNote(const SummaryInput& input, const QString& done, QObject* context,
                     Answer<Draft> answer) override;
    void chooseLane(const LaneQuestion& question, QObject* context,
                    Answer<std::optional<domain::Lane>> answer) override;
    [[nodiscard]] QString engine() const override { return m_client.options().model; }

private:
    ModelClient m_client;
};

} // namespace relevo::assist
