#pragma once

#include <ui/actions/action_dialog.h>

#include <client/people.h>

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtGui/QStandardItemModel>

class QGridLayout;
class QLineEdit;
class QScrollArea;

namespace relevo::ui {

class ChoiceList;

/// Finds out with whom a customer is the same person: looks for contacts, shows both side by side, and asks
/// whose name stays. Nothing is lost by it; it can be taken back, and undone at any time.
class MergeDialog final : public ActionDialog
{
    Q_OBJECT
public:
    /// `name`: as lists show the customer.
    MergeDialog(const Theme& theme, const domain::Contact& customer, const QString& name,
                QWidget* parent = nullptr);

    /// Puts this one first, chosen.
    void choose(const domain::Contact& contact);
    /// The answer to searchRequested; those that are the customer already are left out.
    void setFound(const QString& words, const Result<std::vector<domain::Contact>>& found);
    /// The answer to personWanted; `asked` may since be one with the person's contact.
    void setPerson(const domain::ContactId& asked, const client::Person& person);
    void confirm() override;

Q_SIGNALS:
    void searchRequested(const QString& words);
    void personWanted(const relevo::domain::ContactId& contact);
    /// `contact` is to be the same person as `into`, whose name stays.
    void merged(const relevo::domain::ContactId& contact, const relevo::domain::ContactId& into);

private:
    domain::Contact m_customer;
    QString m_name;
    QLineEdit* m_search;
    QStandardItemModel m_model;
    ChoiceList* m_list;
    Text* m_words;
    QWidget* m_preview;
    QScrollArea* m_scroll;
    QGridLayout* m_sides;
    QPushButton* m_keepMine;
    QPushButton* m_keepTheirs;
    QPushButton* m_confirm;
    QTimer m_typed;
    std::vector<domain::Contact> m_found;
    QHash<domain::ContactId, client::Person> m_persons; ///< whoever was asked for, as they are known
    QSet<domain::ContactId> m_asked;

    void makePreview();
    [[nodiscard]] QPushButton* makeKeep(const char* objectName);
    [[nodiscard]] const domain::Contact* pointedAt() const;
    void list(const std::vector<domain::Contact>& found);
    void follow();
    void askFor(const domain::ContactId& contact);
    [[nodiscard]] QString talksOf(const domain::ContactId& contact) const;
    void fillPreview(const domain::Contact& other);
    void addSideRow(int row, const QString& what, const QString& mine, const QString& theirs);
};

} // namespace relevo::ui
