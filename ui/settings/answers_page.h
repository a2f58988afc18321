#pragma once

#include <ui/settings/answer_form.h>
#include <ui/settings/list_editor.h>
#include <ui/settings/settings_page.h>

#include <client/live_view.h>
#include <client/relay_api.h>
#include <models/faq_model.h>

namespace relevo::ui {

class FetchTrouble;

/// What the bots answer to which question, for the project's admins. Nothing is saved before Save is pressed;
/// what was deleted comes back by Undo. The relay keeps the questions as one list: before one is saved it is
/// fetched once more, so that what somebody else has written meanwhile stays.
class AnswersPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    AnswersPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);

    void opened() override;
    void setOnline(bool online) override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString unsavedTitle() const override;
    void save(std::function<void()> then) override;
    void discard() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    using Entries = std::vector<domain::FaqEntry>;
    /// Makes of the list as it is now what it shall be; false where that is not possible any more.
    using Change = std::function<bool(Entries& entries)>;

    const client::LiveView& m_live;
    client::RelayApi& m_api;
    models::FaqModel m_model;
    AnswerForm* m_form;
    ListEditor* m_editor;
    FetchTrouble* m_trouble = nullptr;
    domain::FaqEntry m_deleted; ///< to be brought back
    std::size_t m_deletedPlace = 0;
    bool m_isNew = false; ///< what is in the form is not at the relay
    bool m_busy = false;
    bool m_online = true;
    bool m_known = false; ///< the list has come

    void connectEditor();
    [[nodiscard]] QString address() const;
    void fetch();
    void showAll(Entries entries);
    /// What has become of the question in the form; null when it was deleted.
    [[nodiscard]] const domain::FaqEntry* successor(const Entries& before) const;
    void open(const domain::FaqEntry& entry, bool isNew);
    /// After what is unsaved in the form was asked about.
    void leaveFor(const std::function<void()>& then);
    /// Fetches the list, changes it and saves it; again, a few times, when somebody else was quicker.
    void apply(const Change& change, const std::function<void()>& done, int attempts = 3);
    void put(const protocol::Json& list, const std::function<void()>& done,
             const std::function<void()>& whenOvertaken);
    void refused(const Result<protocol::Json>& answer);
    /// The question in the form is another in the list that has come, or is not in it.
    void overtaken(const Entries& before);
    void remove();
    void bringBack();
    void updateButtons();
};

} // namespace relevo::ui
