#pragma once

#include <ui/settings/settings_page.h>

#include <client/storage_info.h>

#include <optional>

class QComboBox;
class QPushButton;

namespace relevo::ui {

/// What this computer keeps of the conversations, and how to make it forget.
class StoragePage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit StoragePage(const Theme& theme);

    void opened() override;
    void showStorage(const client::StorageInfo& info);

Q_SIGNALS:
    /// Show me what there is: ends in showStorage.
    void measureRequested();
    void boundChosen(qint64 bytes);
    /// The agent has been asked and wants it.
    void forgetConfirmed();

private:
    Text* m_size;
    QComboBox* m_bound;
    QPushButton* m_forget;
    std::optional<client::StorageInfo> m_info;

    void ask();
};

} // namespace relevo::ui
