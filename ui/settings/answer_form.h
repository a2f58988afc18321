#pragma once

#include <ui/settings/setting_row.h>

#include <domain/bots.h>

class QLineEdit;
class QPlainTextEdit;

namespace relevo::ui {

class ChipsEdit;

/// One question of the bots while it is written: in each language the words it is known by, and the answer.
/// What is wrong is said beside the field.
class AnswerForm final : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerForm(const Theme& theme, QWidget* parent = nullptr);

    void load(const domain::FaqEntry& entry);
    /// As it stands in the fields.
    [[nodiscard]] domain::FaqEntry entry() const;
    [[nodiscard]] bool isChanged() const { return entry() != m_shown; }
    [[nodiscard]] const domain::FaqEntry& loaded() const { return m_loaded; }
    /// The relay has it otherwise now, or has it no more; what is written stays, and is a change of that.
    void rebase(const domain::FaqEntry& now);
    /// Marks what is wrong; true when nothing is.
    bool check();
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    struct Language
    {
        QString code;
        ChipsEdit* words = nullptr;
        QPlainTextEdit* answer = nullptr;
        SettingRow* wordsRow = nullptr;
        SettingRow* answerRow = nullptr;
    };

    QLineEdit* m_name;
    std::vector<Language> m_languages;
    domain::FaqEntry m_loaded; ///< as the relay has it
    domain::FaqEntry m_shown;  ///< the same as it comes back from the fields, without what they trim
    bool m_loading = false;

    void changed();
    void fill(const domain::FaqEntry& entry);
};

} // namespace relevo::ui
