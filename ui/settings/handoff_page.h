#pragma once

#include <ui/settings/handoff_draft.h>
#include <ui/settings/settings_page.h>

#include <client/live_view.h>
#include <client/relay_api.h>

#include <functional>
#include <map>

class QComboBox;
class QSlider;
class QSpinBox;

namespace relevo::ui {

class ChipsEdit;
class FetchTrouble;
class HoursEditor;
class SaveBar;
class SlaEditor;
class TryBox;

/// When the bot hands over and what happens then: the project's handoff settings, for its admins. Nothing is
/// saved before Save is pressed; what somebody else saves meanwhile is never overwritten unasked.
class HandoffPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    HandoffPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);
    ~HandoffPage() override;

    void opened() override;
    [[nodiscard]] bool hasUnsaved() const override { return m_draft.isChanged(); }
    [[nodiscard]] QString unsavedTitle() const override;
    void save(std::function<void()> then) override;
    void discard() override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const client::LiveView& m_live;
    client::RelayApi& m_api;
    HandoffDraft m_draft;
    std::map<std::string, SettingRow*> m_rows;                          ///< by field
    std::vector<std::function<void(const protocol::Json&)>> m_fillings; ///< each shows one field
    QWidget* m_form = nullptr;
    FetchTrouble* m_trouble = nullptr; ///< in the form's place until there is something to fill it with
    ChipsEdit* m_keywords = nullptr;
    ChipsEdit* m_holidays = nullptr;
    HoursEditor* m_hours = nullptr;
    SlaEditor* m_sla = nullptr;
    QComboBox* m_zone = nullptr;
    QCheckBox* m_alwaysOpen = nullptr;
    QSlider* m_sensitivity = nullptr;
    Text* m_sensitivityWords = nullptr;
    TryBox* m_try = nullptr;
    SaveBar* m_bar = nullptr;
    std::vector<std::string> m_disputed;
    bool m_filling = false;
    bool m_saving = false;
    bool m_mayErase = false; ///< asked, and answered with yes

    // The form (handoff_form.cpp).
    void makeForm();
    void makeGeneral();
    void makeToldBy();
    void makeTriggers();
    void makeTimes();
    void makeHours();
    void makePromises();
    void makeRouting();
    void makeMessages();
    void makeAfterwards();
    void bindSwitch(const char* objectName, const std::string& field, const QString& words,
                    const QString& hint = {});
    void bindTrigger(const std::string& name, const QString& words, const QString& hint);
    /// `none`: what the least number means, in words; empty where it is a number like the others.
    void bindNumber(const char* objectName, const std::string& field, const QString& name, int least,
                    int most, const QString& unit, const QString& hint = {}, const QString& none = {});
    void bindMinutes(const char* objectName, const std::string& field, const QString& name, int least,
                     const QString& hint, const QString& none = {});
    void bindSpin(QSpinBox* box, const char* objectName, const std::string& field, const QString& name,
                  int least, int most, const QString& unit, const QString& hint, const QString& none);
    void bindChoice(const char* objectName, const std::string& field, const QString& name,
                    const QList<std::pair<QString, QString>>& choices, const QString& hint = {});
    void bindText(const char* objectName, const std::string& field, const QString& name, const QString& hint);
    void bindDailySummary();
    void setField(const std::string& field, protocol::Json value);
    void hoursChanged();
    void showHours(const protocol::Json& document);
    void showSensitivity(int percent);
    [[nodiscard]] static QString wrongWords(const std::string& field);
    [[nodiscard]] static QString fieldName(const std::string& field);

    // What passes between the form and the relay (handoff_page.cpp).
    void placeBar();
    [[nodiscard]] QString path(const char* rest = "") const;
    void fetch();
    void setForm(bool shown);
    void came(const Result<protocol::Json>& answer);
    void fill();
    void check();
    /// Something that the relay would refuse, or that makes no sense.
    [[nodiscard]] bool isWrong() const;
    void askBeforeErasing(std::function<void()> then);
    void put(const std::function<void()>& then);
    void saved(const Result<protocol::Json>& answer, const std::function<void()>& then);
    void dispute(const std::vector<std::string>& fields);
    void tellWrong(const std::map<QString, QString>& fields);
    void clearWrong();
    void updateBar();
    void fetchLastChange();
    void lastChangeCame(const Result<protocol::Json>& answer);
    void tryOut(const QString& text);
    void projectChanged();
};

} // namespace relevo::ui
