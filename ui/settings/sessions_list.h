#pragma once

#include <ui/theme/theme.h>

#include <client/relay_api.h>

#include <QtWidgets/QWidget>

class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

class Text;

/// Where one is signed in, each with a way to end it.
class SessionsList final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the list.
    SessionsList(const Theme& theme, client::RelayApi& api);

    void refresh();

private:
    const Theme& m_theme;
    client::RelayApi& m_api;
    QWidget* m_rows = nullptr;
    QVBoxLayout* m_column;
    Text* m_state;
    QPushButton* m_others;

    void came(const Result<protocol::Json>& answer);
    void addRow(QVBoxLayout& rows, const protocol::Json& session);
    void end(const QString& path);
};

} // namespace relevo::ui
