#include <assist/model_offline.h>

#include <assist/suggest.h>

#include <QtCore/QPointer>

namespace relevo::assist {

template <typename T>
void OfflineModel::answerLater(QObject* context, Answer<T> answer, Result<T> result)
{
    // Queued to this object, so that neither a destroyed model nor a destroyed context is called.
    QMetaObject::invokeMethod(
        this,
        [context = QPointer<QObject>(context), answer = std::move(answer), result = std::move(result)] {
            if (context)
                answer(result);
        },
        Qt::QueuedConnection);
}

void OfflineModel::summarize(const SummaryInput& input, QObject* context, Answer<domain::Summary> answer)
{
    answerLater<domain::Summary>(context, std::move(answer), assist::summarize(input));
}

void OfflineModel::suggestReplies(const SummaryInput& input, QObject* context, Answer<Draft> answer)
{
    answerLater<Draft>(context, std::move(answer), Draft{repliesFor(assist::summarize(input)), engine()});
}

void OfflineModel::rewrite(const RewriteRequest&, QObject* context, Answer<Draft> answer)
{
    answerLater<Draft>(context, std::move(answer),
                       failure(ErrorCode::Unavailable, QStringLiteral("Rewriting needs a language model."),
                               QStringLiteral("Configure one, or edit the draft by hand.")));
}

void OfflineModel::closingNote(const SummaryInput& input, const QString& done, QObject* context,
                               Answer<Draft> answer)
{
    answerLater<Draft>(context, std::move(answer),
                       Draft{{closingNoteFor(assist::summarize(input), done)}, engine()});
}

} // namespace relevo::assist
