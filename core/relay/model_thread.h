#pragma once

#include <assist/model_client.h>

#include <QtCore/QThread>

namespace relevo::relay {

/// True for "localhost" and the loopback addresses.
[[nodiscard]] bool isOnThisMachine(const QString& host);

/// The configured language model, in a thread of its own: masking, prompts and the reading of what comes take
/// milliseconds that the I/O thread has not, and a server that sends a megabyte of nonsense costs nobody
/// else. Called and answered in the I/O thread.
class ModelThread final : public QObject, public assist::Model
{
    Q_OBJECT

public:
    /// `clock` outlives it.
    ModelThread(const assist::ModelOptions& options, const Clock& clock, QObject* parent = nullptr);
    /// Gives up what is under way; nobody is answered any more.
    ~ModelThread() override;

    void summarize(const assist::SummaryInput& input, QObject* context,
                   assist::Answer<domain::Summary> answer) override;
    void suggestReplies(const assist::SummaryInput& input, QObject* context,
                        assist::Answer<assist::Draft> answer) override;
    void rewrite(const assist::RewriteRequest& request, QObject* context,
                 assist::Answer<assist::Draft> answer) override;
    void closingNote(const assist::SummaryInput& input, const QString& done, QObject* context,
                     assist::Answer<assist::Draft> answer) override;
    void chooseLane(const assist::LaneQuestion& question, QObject* context,
                    assist::Answer<std::optional<domain::Lane>> answer) override;
    [[nodiscard]] QString engine() const override { return m_engine; }

private:
    class Worker;

    template <typename T, typename Question>
    void ask(QObject* context, assist::Answer<T> answer, Question question);

    const QString m_engine;
    QThread m_thread;
    Worker* m_worker; // lives and dies in m_thread
};

} // namespace relevo::relay
