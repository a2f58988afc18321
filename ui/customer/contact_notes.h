#pragma once

#include <ui/theme/theme.h>

#include <domain/agent.h>
#include <domain/contact.h>

#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

/// A note with whom it is about: one person may be several contacts.
struct NoteOf
{
    domain::ContactId contact;
    domain::ContactNote note;

    friend bool operator==(const NoteOf&, const NoteOf&) = default;
};

/// What agents wrote down about a customer, newest first, and a field for more. The customer never sees it.
class ContactNotes final : public QWidget
{
    Q_OBJECT
public:
    struct Content
    {
        std::vector<NoteOf> notes; ///< newest first
        domain::AgentId me;
        bool mayDeleteAll = false; ///< somebody else's, too
        bool editable = false;

        friend bool operator==(const Content&, const Content&) = default;
    };

    explicit ContactNotes(const Theme& theme, QWidget* parent = nullptr);

    void show(const Content& content);
    /// What is being written belongs to another customer now.
    void forgetTyped();

Q_SIGNALS:
    void added(const QString& text);
    void deleted(const relevo::domain::ContactId& contact, const relevo::domain::MessageId& note);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Theme& m_theme;
    Content m_shown;
    bool m_all = false; ///< the older ones, too
    QVBoxLayout* m_list;
    QPlainTextEdit* m_field;
    QPushButton* m_add;

    void rebuild();
    [[nodiscard]] QWidget* rowOf(const NoteOf& one);
    void follow();
    void add();
};

} // namespace relevo::ui
