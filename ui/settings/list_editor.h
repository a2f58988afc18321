#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

class QAbstractItemModel;
class QLineEdit;
class QPushButton;

namespace relevo::ui {

class ChoiceList;
class PinnedBar;
class Text;

/// The parts of a page on which texts are kept: a list that is searched, what was deleted and comes back by
/// Undo, and a form. Its buttons are in a bar of their own, which the page pins. What they do is the page's.
class ListEditor final : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString prefix;      ///< of the object names: "canned" makes "cannedSave"
        QString listName;    ///< object name of the list
        QString list;        ///< what is listed
        QString find;        ///< accessible name of the search
        QString findHint;    ///< what is looked at
        QString makeNew;     ///< on the button
        QString none;        ///< where there is not one
        QString save = {};   ///< on the button, where it is not "Save"
        QString remove = {}; ///< where it is not "Delete"
    };
    /// `model` must outlive it; takes the form.
    ListEditor(const Theme& theme, QAbstractItemModel& model, QWidget* form, const Words& words);

    /// After the model is another; `any`: there are some, whether they fit what is searched or not.
    void showRows(bool any);
    /// Whether new ones can be made now.
    void setMayAdd(bool may);
    /// Says beside the form, too, that nothing can be changed without a connection.
    void setOnline(bool online);
    void openForm();
    void closeForm();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QWidget& search() const;
    /// The button that begins a new one.
    [[nodiscard]] QWidget& adder() const;
    /// The form's buttons and how it stands, while it is open. Whoever makes the editor pins it to the page.
    [[nodiscard]] QWidget* bar() const;
    /// Points at a row of the list; -1: at none.
    void setCurrentRow(int row);
    struct Buttons
    {
        bool may = false; ///< change what is in the form
        bool changed = false;
        bool isNew = false;
        bool busy = false;
        bool keeps = false; ///< what is in the form cannot be deleted here
        bool fixed = false; ///< … nor changed
    };
    void setButtons(const Buttons& now);
    void say(const QString& words, bool wrong = false);
    /// Offers to bring back what the words name.
    void offerUndo(const QString& words);
    void hideUndo();

Q_SIGNALS:
    void typed(const QString& words);
    void chosen(int row);
    void newWanted();
    void undoWanted();
    void saveWanted();
    void giveUpWanted();
    void deleteWanted();

private:
    QAbstractItemModel& m_model;
    QString m_prefix;
    QLineEdit* m_search;
    ChoiceList* m_list;
    QString m_noneYet;
    Text* m_none;
    QWidget* m_undoBar;
    Text* m_undoWords;
    QWidget* m_form;
    PinnedBar* m_bar;
    Text* m_state;
    QPushButton* m_add;
    QPushButton* m_save;
    QPushButton* m_giveUp;
    QPushButton* m_delete;

    [[nodiscard]] QString named(const char* end) const { return m_prefix + QLatin1String(end); }
    [[nodiscard]] QPushButton* made(const char* name, const QString& words) const;
    [[nodiscard]] QWidget* makeList(const Words& words);
    void makeBar(const Theme& theme);
};

} // namespace relevo::ui
