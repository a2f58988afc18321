#pragma once

#include <assist/model.h>

#include <QtCore/QObject>

namespace relevo::assist {

/// The built-in rules as a Model. A rewrite needs a model and is refused with Unavailable.
class OfflineModel final : public QObject, public Model
{
    Q_OBJECT

public:
    void summarize(const SummaryInput& input, QObject* context, Answer<domain::Summary> answer) override;
    void suggestReplies(const SummaryInput& input, QObject* context, Answer<Draft> answer) override;
    void rewrite(const RewriteRequest& request, QObject* context, Answer<Draft> answer) override;
    void closingNote(const SummaryInput& input, const QString& done, QObject* context,
                     Answer<Draft> answer) override;
    [[nodiscard]] QString engine() const override { return QStringLiteral("offline"); }

private:
    template <typename T>
    void answerLater(QObject* context, Answer<T> answer, Result<T> result);
};

} // namespace relevo::assist
