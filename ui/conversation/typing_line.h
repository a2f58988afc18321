#pragma once

#include <ui/widgets/text.h>

#include <domain/ids.h>

#include <QtCore/QHash>

namespace relevo::models {
class ConversationDetails;
}

namespace relevo::ui {

/// Who else is writing in the conversation that is looked at and, where the channel gives it, what: one quiet
/// line below the messages, which keeps its height. Of a long text it shows the end, which is the news.
class TypingLine final : public QWidget
{
    Q_OBJECT
public:
    /// `details` name the customer; they must outlive the line.
    TypingLine(const Theme& theme, const models::ConversationDetails& details, QWidget* parent = nullptr);

    void look(const domain::ConversationId& conversation);
    /// In any conversation. `name` and `text` may be empty.
    void setTyping(const domain::ConversationId& conversation, const QString& name, bool on,
                   const QString& text);

private:
    struct Typist
    {
        QString name;
        QString text;
    };

    const models::ConversationDetails& m_details;
    domain::ConversationId m_conversation;
    QHash<domain::ConversationId, Typist> m_typists;
    Text* m_who;
    Text* m_what;

    void refresh();
};

/// What somebody else writes, for one line: without breaks, and without marks that turn the direction of what
/// stands around it or are not seen at all.
[[nodiscard]] QString inOneLine(const QString& text);

} // namespace relevo::ui
