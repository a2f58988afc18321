#pragma once

#include <models/conversation_details.h>

#include <QtCore/QCoreApplication>

#include <map>
#include <vector>

namespace relevo::models {

/// What the variables of canned responses stand for in one conversation, by their names. What is not known is
/// not in it.
using CannedValues = std::map<QString, QString>;

/// A variable to choose from.
struct CannedVariable
{
    QString name;  ///< as it is written between the braces
    QString words; ///< what it stands for
    QString example;
};
[[nodiscard]] QList<CannedVariable> cannedVariables();

/// As a conversation has them: of the contact, the agent who writes, the summary's facts and the channel.
[[nodiscard]] CannedValues cannedValues(const ConversationDetails& details);
/// To show what a response will look like before there is a customer.
[[nodiscard]] CannedValues exampleValues();

/// A variable that still stands in a text: nobody knows its value, or there is none of this name.
struct Gap
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString name;
};
/// Ascending.
[[nodiscard]] std::vector<Gap> gapsIn(const QString& text);
/// With the values in their places; the rest stays as it is written, so that it is seen.
[[nodiscard]] QString filled(const QString& content, const CannedValues& values);

} // namespace relevo::models
