#pragma once

#include <ui/theme/theme.h>

#include <domain/ids.h>

#include <QtWidgets/QListWidget>

#include <optional>

namespace relevo::ui {

/// Somebody whom a note can name.
struct Mentionable
{
    domain::AgentId id;
    QString name;
};

/// While a note is written: the colleagues whose names fit what was typed after "@". Never has the keyboard;
/// whoever owns it moves and chooses.
class MentionList final : public QListWidget
{
    Q_OBJECT
public:
    explicit MentionList(const Theme& theme, QWidget* parent = nullptr);

    void setColleagues(const QList<Mentionable>& colleagues) { m_colleagues = colleagues; }
    /// Shows those whose names begin with `typed`, or a word in them does, above `place` (of the parent);
    /// nothing fits, nothing is shown.
    void offer(const QString& typed, const QPoint& place);
    /// To the next one offered (1), or the one before (-1).
    void step(int by);
    /// The name that would be chosen; empty while nothing is offered.
    [[nodiscard]] QString chosen() const;
    /// Whom a text names.
    [[nodiscard]] QList<domain::AgentId> namedIn(const QString& text) const;

private:
    QList<Mentionable> m_colleagues;
};

/// What was typed after an "@" that begins a name and the cursor stands behind; nothing when there is none.
[[nodiscard]] std::optional<QString> mentionBefore(const QString& text, qsizetype cursor);

} // namespace relevo::ui
