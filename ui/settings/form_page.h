#pragma once

#include <ui/settings/document_draft.h>
#include <ui/settings/settings_page.h>

#include <client/live_view.h>
#include <client/relay_api.h>
#include <protocol/settings_codec.h>

#include <functional>
#include <map>

class QSpinBox;

namespace relevo::ui {

class FetchTrouble;
class SaveBar;

/// A page of the settings that shows a document of the relay, for the project's admins. Nothing is saved
/// before Save is pressed; what somebody else saves meanwhile is never overwritten unasked; while the relay
/// cannot be reached it can be read only. What it shows is a subclass's: rows that are bound to fields.
class FormPage : public SettingsPage
{
    Q_OBJECT
public:
    void opened() override;
    void setOnline(bool online) override;
    [[nodiscard]] bool hasUnsaved() const override { return m_draft.isChanged(); }
    [[nodiscard]] QString unsavedTitle() const override { return m_words.unsaved; }
    void save(std::function<void()> then) override;
    void discard() override;

protected:
    struct Words
    {
        QString title;
        QString about;
        QString trouble; ///< it could not be fetched
        QString unsaved;
        QString event; ///< in the audit, that it was changed
    };
    /// Both must outlive the page.
    FormPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api, const Words& words);
    /// After the rows are made.
    void formMade();

    [[nodiscard]] const client::LiveView& live() const { return m_live; }
    [[nodiscard]] client::RelayApi& api() { return m_api; }
    [[nodiscard]] const DocumentDraft& draft() const { return m_draft; }
    [[nodiscard]] bool isFilling() const { return m_filling; }

    /// Shows a field whenever there is something new to show.
    void addFilling(std::function<void(const protocol::Json& document)> show);
    /// What is wrong with the field is said there.
    void setRow(const std::string& field, SettingRow* row) { m_rows[field] = row; }
    void setField(const std::string& field, protocol::Json value);
    QCheckBox* bindSwitch(const char* objectName, const std::string& field, const QString& words,
                          const QString& hint = {});
    /// `none`: what the least number means, in words; empty where it is a number like the others.
    void bindNumber(const char* objectName, const std::string& field, const QString& name, int least,
                    int most, const QString& unit, const QString& hint = {}, const QString& none = {});
    void bindSpin(QSpinBox* box, const char* objectName, const std::string& field, const QString& name,
                  int least, int most, const QString& unit, const QString& hint, const QString& none);
    void say(const QString& words, bool wrong);
    /// Shows what the draft holds now.
    void fill();
    /// Somebody may have saved.
    void renew();

    [[nodiscard]] virtual QString address() const = 0; ///< of the document at the relay
    /// What the relay would find wrong.
    [[nodiscard]] virtual std::vector<protocol::FieldFault> faults() const = 0;
    /// Says it where there is no row for it; false when it is not a part of that kind.
    virtual bool tellPart(const std::string& field, const QString& wrong) = 0;
    virtual void clearParts() = 0;
    /// In the agent's language; `relays` are the relay's own words.
    [[nodiscard]] virtual QString wrongWords(const std::string& field, const QString& relays) const = 0;
    /// What a field is called in a sentence.
    [[nodiscard]] virtual QString fieldName(const std::string& field) const = 0;
    /// Something was changed in the form.
    virtual void edited() {}
    /// Asks whether to go on, and saves by itself when the answer is yes; false when there is nothing to ask.
    virtual bool asksFirst(const std::function<void()>& /*then*/) { return false; }
    /// The relay has answered to what was saved: takes out of it what is no part of the document. True when
    /// some of that is shown now and never again: the page stays where it can be read.
    virtual bool taken(protocol::Json& /*answer*/) { return false; }

    void resizeEvent(QResizeEvent* event) override;

private:
    const client::LiveView& m_live;
    client::RelayApi& m_api;
    Words m_words;
    DocumentDraft m_draft;
    std::map<std::string, SettingRow*> m_rows;
    std::vector<std::function<void(const protocol::Json&)>> m_fillings;
    QWidget* m_form = nullptr;
    FetchTrouble* m_trouble = nullptr; ///< in the form's place until there is something to fill it with
    SaveBar* m_bar = nullptr;
    std::vector<std::string> m_disputed;
    bool m_filling = false;
    bool m_saving = false;
    bool m_online = true;

    void connectBar();
    void setForm(bool shown);
    void fetch();
    void came(const Result<protocol::Json>& answer);
    void check();
    void put(const std::function<void()>& then);
    void saved(const Result<protocol::Json>& answer, const std::function<void()>& then);
    void dispute(const std::vector<std::string>& fields);
    void clearWrong();
    void tellWrong(const std::map<QString, QString>& fields);
    void updateBar();
    void fetchLastChange();
    void lastChangeCame(const Result<protocol::Json>& answer);
};

/// A member of a document, or null where it is missing or null.
[[nodiscard]] const protocol::Json* memberOf(const protocol::Json& document, const std::string& name);

} // namespace relevo::ui
