#include <relay/model_thread.h>

#include <assist/model_remote.h>

#include <QtCore/QPointer>
#include <QtCore/QRandomGenerator>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>

#include <memory>

namespace relevo::relay {

bool isOnThisMachine(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// What is in the model's thread.
class ModelThread::Worker final : public QObject
{
public:
    Worker(assist::ModelOptions options, const Clock& clock) : m_options(std::move(options)), m_clock(clock)
    {
    }

    assist::Model& model()
    {
        // Made at the first question, so that it is made in this thread.
        if (!m_model) {
            m_network = std::make_unique<QNetworkAccessManager>();
            if (isOnThisMachine(m_options.url.host()))
                m_network->setProxy(QNetworkProxy::NoProxy);
            m_model = std::make_unique<assist::RemoteModel>(
                *m_network, m_options, m_clock, [] { return QRandomGenerator::global()->generateDouble(); });
        }
        return *m_model;
    }

private:
    const assist::ModelOptions m_options;
    const Clock& m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<assist::RemoteModel> m_model;
};

ModelThread::ModelThread(const assist::ModelOptions& options, const Clock& clock, QObject* parent)
    : QObject(parent), m_engine(options.model), m_worker(new Worker(options, clock))
{
    m_thread.setObjectName(QStringLiteral("model"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

ModelThread::~ModelThread()
{
    m_thread.quit();
    m_thread.wait();
}

template <typename T, typename Question>
void ModelThread::ask(QObject* context, assist::Answer<T> answer, Question question)
{
    assist::Answer<T> back = [this, guard = QPointer<QObject>(context),
                              answer = std::move(answer)](const Result<T>& result) {
        // Crosses from the model's thread to the I/O thread, where alone `guard` is looked at.
        QMetaObject::invokeMethod(
            this,
            [guard, answer, result] {
                if (guard)
                    answer(result);
            },
            Qt::QueuedConnection);
    };
    // Crosses from the I/O thread to the model's.
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, back = std::move(back), question = std::move(question)] {
            question(worker->model(), worker, back);
        },
        Qt::QueuedConnection);
}

void ModelThread::summarize(const assist::SummaryInput& input, QObject* context,
                            assist::Answer<domain::Summary> answer)
{
    ask<domain::Summary>(context, std::move(answer), [input](assist::Model& model, QObject* here, auto back) {
        model.summarize(input, here, std::move(back));
    });
}

void ModelThread::suggestReplies(const assist::SummaryInput& input, QObject* context,
                                 assist::Answer<assist::Draft> answer)
{
    ask<assist::Draft>(context, std::move(answer), [input](assist::Model& model, QObject* here, auto back) {
        model.suggestReplies(input, here, std::move(back));
    });
}

void ModelThread::rewrite(const assist::RewriteRequest& request, QObject* context,
                          assist::Answer<assist::Draft> answer)
{
    ask<assist::Draft>(context, std::move(answer), [request](assist::Model& model, QObject* here, auto back) {
        model.rewrite(request, here, std::move(back));
    });
}

void ModelThread::closingNote(const assist::SummaryInput& input, const QString& done, QObject* context,
                              assist::Answer<assist::Draft> answer)
{
    ask<assist::Draft>(context, std::move(answer),
                       [input, done](assist::Model& model, QObject* here, auto back) {
                           model.closingNote(input, done, here, std::move(back));
                       });
}

void ModelThread::chooseLane(const assist::LaneQuestion& question, QObject* context,
                             assist::Answer<std::optional<domain::Lane>> answer)
{
    ask<std::optional<domain::Lane>>(context, std::move(answer),
                                     [question](assist::Model& model, QObject* here, auto back) {
                                         model.chooseLane(question, here, std::move(back));
                                     });
}

} // namespace relevo::relay
