#pragma once

#include <ui/theme/theme.h>

#include <models/palette_model.h>

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QLineEdit;

namespace relevo::ui {

class ChoiceList;
class EmptyState;

/// The palette over its window: a field, and what fits it. It covers the window quietly, and a click beside
/// it or Escape closes it; the keyboard goes back to where it was.
class CommandPalette final : public QWidget
{
    Q_OBJECT
public:
    /// `live` must outlive the palette.
    CommandPalette(const Theme& theme, const client::LiveView& live, QWidget* parent);

    /// Shows it, with the keyboard in it. `recent`: keys, the newest first.
    void open(std::vector<models::PaletteItem> items, const QStringList& recent);
    void dismiss();

    /// What searchWanted has found; ignored when something else is typed by now.
    void showFound(const client::SharedResults& found);

    [[nodiscard]] models::PaletteModel& model() { return m_model; }

Q_SIGNALS:
    /// Contacts and messages are to be looked for.
    void searchWanted(const relevo::client::SearchQuery& query);
    /// It is closed already.
    void chosen(const relevo::models::PaletteItem& item);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    models::PaletteModel m_model;
    QWidget* m_panel;
    QLineEdit* m_field;
    ChoiceList* m_list;
    EmptyState* m_nothing;
    QTimer m_pause;             ///< in the typing, before it is searched for
    QPointer<QWidget> m_before; ///< had the keyboard
    bool m_chosen = false;      ///< Enter came before what was typed was searched

    [[nodiscard]] client::SearchQuery query() const;
    void choose();
    void place();
    void showRows();
};

} // namespace relevo::ui
