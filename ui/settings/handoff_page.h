#pragma once

#include <ui/settings/form_page.h>

class QComboBox;
class QSlider;

namespace relevo::ui {

class ChipsEdit;
class HoursEditor;
class RetentionEditor;
class SlaEditor;
class TryBox;

/// When the bot hands over and what happens then: the project's handoff settings, for its admins. Nothing is
/// saved before Save is pressed; what somebody else saves meanwhile is never overwritten unasked.
class HandoffPage final : public FormPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    HandoffPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);
    ~HandoffPage() override;

protected:
    [[nodiscard]] QString address() const override;
    [[nodiscard]] std::vector<protocol::FieldFault> faults() const override;
    bool tellPart(const std::string& field, const QString& wrong) override;
    void clearParts() override;
    [[nodiscard]] QString wrongWords(const std::string& field, const QString& relays) const override;
    [[nodiscard]] QString fieldName(const std::string& field) const override;
    void edited() override;
    bool asksFirst(const std::function<void()>& then) override;

private:
    ChipsEdit* m_keywords = nullptr;
    ChipsEdit* m_holidays = nullptr;
    HoursEditor* m_hours = nullptr;
    SlaEditor* m_sla = nullptr;
    RetentionEditor* m_retention = nullptr;
    QComboBox* m_zone = nullptr;
    QCheckBox* m_alwaysOpen = nullptr;
    QSlider* m_sensitivity = nullptr;
    Text* m_sensitivityWords = nullptr;
    TryBox* m_try = nullptr;
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
    void makeKeeping(); // handoff_keeping.cpp, with asksFirst()
    void bindTrigger(const std::string& name, const QString& words, const QString& hint);
    void bindMinutes(const char* objectName, const std::string& field, const QString& name, int least,
                     const QString& hint, const QString& none = {});
    void bindChoice(const char* objectName, const std::string& field, const QString& name,
                    const QList<std::pair<QString, QString>>& choices, const QString& hint = {});
    void bindText(const char* objectName, const std::string& field, const QString& name, const QString& hint);
    void bindDailySummary();
    void hoursChanged();
    void showHours(const protocol::Json& document);
    void showSensitivity(int percent);

    void tryOut(const QString& text);
};

} // namespace relevo::ui
