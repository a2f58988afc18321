#pragma once

#include <ui/conversation/canned_list.h>
#include <ui/conversation/mention_list.h>
#include <ui/conversation/writing_habits.h>
#include <ui/theme/theme.h>

#include <client/assistant.h>
#include <client/outgoing_file.h>

#include <QtCore/QPointer>
#include <QtWidgets/QTextEdit>

#include <functional>

class QMimeData;
class QPushButton;

namespace relevo::ui {

class Actions;
class FileStrip;
class MessageEdit;
class PictureStore;
class PopupButton;
class Text;

/// Where an answer, or a note to colleagues, is written: grows with it. Plain text only. What is sent stays
/// in the field until whoever decides takes it (clear). A note looks like none of the customer's business:
/// its own colour, its own button.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Message, Note };

    /// `pictures` must outlive the composer.
    Composer(const Theme& theme, PictureStore& pictures, QWidget* parent = nullptr);
    ~Composer() override;

    /// Its buttons tell the keys that do the same.
    void setActions(Actions& actions);
    [[nodiscard]] QString draft() const;
    /// Shows a text; nothing is told of it.
    void setDraft(const QString& text);
    /// The same as a change of the agent's own, which Ctrl+Z takes back.
    void replace(const QString& text);
    void clear();
    /// What goes with the text that is shown.
    void setFiles(const std::vector<client::OutgoingFile>& files);
    /// Files or a picture were pasted or dropped; false when it is neither.
    bool offer(const QMimeData& data);
    /// Lets the agent choose files.
    void chooseFiles();
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Shows the field for the other kind of text; nothing is told of it.
    void setMode(Mode mode);
    /// Without a connection, what is sent waits: said in the hint.
    void setConnected(bool connected);
    /// Asked whenever it matters, so that a change counts at once.
    void setHabits(std::function<WritingHabits()> habits);
    [[nodiscard]] WritingHabits habits() const;
    /// The customer's, a two-letter code: a draft can be translated into it. Empty: not known.
    void setLanguage(const QString& code);
    /// Whom a note can name; they are offered after "@".
    void setColleagues(const QList<Mentionable>& colleagues);
    /// Whom the text names.
    [[nodiscard]] QList<domain::AgentId> mentions() const;
    /// Why no message can be sent now, in few words; empty: it can. What is written stays, and notes go.
    void setLock(const QString& words);
    [[nodiscard]] bool isLocked() const { return m_mode == Mode::Message && !m_lock.isEmpty(); }
    /// What is offered after "/".
    [[nodiscard]] CannedList& canned() { return *m_canned; }
    /// Characters of the text, to be written over; the keyboard is there then.
    void select(qsizetype start, qsizetype length);
    /// A draft is being put in other words.
    void setRewording(bool on);
    /// Whether something that was sent can be taken back now; then Ctrl+Z does, when there is nothing of the
    /// text to be undone.
    void setCanTakeBack(std::function<bool()> canTakeBack) { m_canTakeBack = std::move(canTakeBack); }
    /// A word on what was just done; until the next key.
    void tell(const QString& words, bool trouble);
    void takeFocus();

Q_SIGNALS:
    /// Trimmed, and not empty unless files go with it; in the present mode. The field still holds it.
    void sendRequested(const QString& text);
    /// The agent has changed the text.
    void edited();
    /// The agent wants to write the other kind of text.
    void modeWanted(relevo::ui::Composer::Mode mode);
    void filesOffered(const QStringList& paths);
    void pictureOffered(const QImage& picture);
    void removeFileWanted(const relevo::domain::AttachmentId& file);
    void takeBackWanted();
    void rewordWanted(relevo::client::Rewording how);
    /// Escape: back to the lists.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    MessageEdit* m_edit;
    FileStrip* m_files;
    Text* m_noteSign;
    QPushButton* m_note;
    QPushButton* m_attach;
    PopupButton* m_emoji;
    PopupButton* m_reword;
    QAction* m_translate = nullptr;
    QPushButton* m_send;
    Text* m_hint;
    QPointer<MentionList> m_mentions; ///< lies over the window, above the cursor
    QPointer<CannedList> m_canned;    ///< likewise
    Mode m_mode = Mode::Message;
    std::function<WritingHabits()> m_habits;
    std::function<bool()> m_canTakeBack;
    QString m_told;
    QString m_lock;
    bool m_toldTrouble = false;
    bool m_connected = true;
    bool m_setting = false;
    bool m_rewording = false;

    void makeButtons();
    void changed();
    void refresh();
    void grow();
    void send();
    [[nodiscard]] QString hintWords() const;
    [[nodiscard]] bool isTooLong() const;
    void offerColleagues();
    void offerCanned();
    void mention();
    /// True when the key meant something to the colleagues offered.
    bool mentionKey(const QKeyEvent& key);
    /// True when the key was dealt with here.
    bool keyPressed(const QKeyEvent& key);
    /// Whether a key that the window may have a use for means something here.
    [[nodiscard]] bool isOurs(const QKeyEvent& key) const;
};

} // namespace relevo::ui
