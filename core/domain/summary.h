#pragma once

#include <domain/ids.h>

#include <QtCore/QStringList>

#include <vector>

namespace relevo::domain {

/// Something a customer stated, with the message it was stated in.
struct Fact
{
    QString kind; ///< "order", "amount", "date", "email", "phone", "product", "tracking" …
    QString value;
    MessageId messageId;

    friend bool operator==(const Fact&, const Fact&) = default;
};

/// What an agent should know before taking over. Nothing in it that is not in the conversation.
struct Summary
{
    QString customerName;
    QString customerEmail;
    QString customerPhone;
    qint64 durationSeconds = 0; ///< from the first message to the last one read
    int messageCount = 0;
    QString mainIssue;
    QStringList botTried;
    QString whyEscalated;
    QString sentimentLabel;      ///< "frustrated", "neutral" or "happy"
    double sentimentScore = 0.0; ///< 0 calm … 1 frustrated
    QString suggestedAction;
    std::vector<Fact> facts;
    QString openQuestion;
    QString language;
    QString engine; ///< "offline" or a model's name
    qint64 basedOnSeq = 0;

    friend bool operator==(const Summary&, const Summary&) = default;
};

} // namespace relevo::domain
