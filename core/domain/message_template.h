#pragma once

#include <base/error.h>
#include <base/timestamp.h>

#include <QtCore/QStringList>
#include <QtCore/QUuid>

namespace relevo::domain {

/// What a channel's provider lets such a text be for.
enum class TemplateCategory { Utility, Marketing, Authentication };

/// A text that the channel's provider knows and lets through at any time. Where it has {{1}}, {{2}}, … values
/// are put in.
struct MessageTemplate
{
    QUuid id;
    QString name;     ///< lower-case letters, digits and underscores; once in each language
    QString language; ///< "en", "pt_BR"
    QString body;     ///< at most longestTemplate characters
    TemplateCategory category = TemplateCategory::Utility;
    Timestamp updatedAt;

    friend bool operator==(const MessageTemplate&, const MessageTemplate&) = default;
};

inline constexpr qsizetype longestTemplate = 1024;
inline constexpr qsizetype longestTemplateName = 512;
inline constexpr qsizetype longestTemplateValue = 512;
inline constexpr int mostTemplateValues = 20;

[[nodiscard]] bool isTemplateName(const QString& text);
[[nodiscard]] bool isTemplateLanguage(const QString& text);

/// How many values the body wants. `invalid` when its places are not numbered from 1 without a gap, or are
/// more than mostTemplateValues.
[[nodiscard]] Result<int> valuesWanted(const QString& body);

/// The body with the values in their places. Places that have no value stay as they are, for a preview.
[[nodiscard]] QString filledIn(const QString& body, const QStringList& values);

/// The text that is sent. `invalid` when a value is missing, empty or too long, or there are too many.
[[nodiscard]] Result<QString> renderTemplate(const QString& body, const QStringList& values);

} // namespace relevo::domain
