#pragma once

#include <ui/settings/setting_row.h>

#include <domain/agent.h>
#include <domain/team.h>

#include <map>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace relevo::ui {

class ChipsEdit;
class MarkList;

/// An agent with the teams they are in: what an admin may write about them.
struct PersonDraft
{
    domain::Agent agent;
    QStringList teams; ///< ids, in order

    friend bool operator==(const PersonDraft&, const PersonDraft&) = default;
};

/// One agent while they are written. What is wrong is said beside the field.
class PersonForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PersonForm(const Theme& theme);

    /// Who is there to be written.
    enum class Whose {
        New,    ///< an address is wanted
        Theirs, ///< a colleague's
        Own,    ///< one's role is for others to change
    };
    void load(const PersonDraft& draft, Whose whose);
    /// The same person as they are by now: what was not written here is as it is there. True when something
    /// was that is written here, too.
    [[nodiscard]] bool rebase(const PersonDraft& now);
    /// Writes it into the fields, as something that is not saved.
    void fill(const PersonDraft& draft);
    /// As it stands in the fields.
    [[nodiscard]] PersonDraft draft() const;
    [[nodiscard]] const PersonDraft& loaded() const { return m_loaded; }
    [[nodiscard]] bool isChanged() const { return draft() != m_loaded; }
    /// What there is to choose from: the project's teams, and skills that others have.
    void setChoices(const std::vector<domain::Team>& teams, const std::vector<domain::Agent>& agents);
    void setReadOnly(bool readOnly);
    /// Marks what is wrong; true when nothing is.
    bool check();
    /// What the relay found wrong, by its names of the fields; true when one of them is here.
    bool tellWrong(const std::map<QString, QString>& fields);
    void tellTaken();
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    QLineEdit* m_name;
    QLineEdit* m_email;
    QComboBox* m_role;
    ChipsEdit* m_skills;
    ChipsEdit* m_languages;
    QSpinBox* m_capacity;
    QCheckBox* m_factor;
    MarkList* m_teams;
    std::map<QString, SettingRow*> m_rows; ///< by the relay's names
    QStringList m_known;                   ///< skills that somebody has
    PersonDraft m_loaded;
    Whose m_whose = Whose::Theirs;
    bool m_loading = false;
    bool m_readOnly = false;

    /// Of the languages as they are written there; a name that is none stays as it was written.
    [[nodiscard]] QStringList languages() const;
    void changed();
    void updateFields();
};

} // namespace relevo::ui
