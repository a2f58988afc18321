#pragma once

#include <ui/settings/setting_row.h>

#include <QtWidgets/QScrollArea>

#include <functional>

class QCheckBox;
class QVBoxLayout;

namespace relevo::ui {

/// A page of the settings: a title, and under it sections of controls in one column that scrolls.
class SettingsPage : public QScrollArea
{
    Q_OBJECT
public:
    SettingsPage(const Theme& theme, const QString& title, const QString& words = {});

    [[nodiscard]] const QString& title() const { return m_title; }
    /// It is looked at from now on: the time to ask for what may have changed.
    virtual void opened() {}
    /// Something was changed here and is not saved.
    [[nodiscard]] virtual bool hasUnsaved() const { return false; }
    /// Says that it is, above the question what is to become of it.
    [[nodiscard]] virtual QString unsavedTitle() const { return {}; }
    /// Calls `then` when it is saved; not at all when it was refused, which the page shows.
    virtual void save(std::function<void()> then) { then(); }
    virtual void discard() {}

protected:
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    void addSection(const QString& title, const QString& words = {});
    SettingRow* addRow(const QString& name, QWidget* control, const QString& hint = {});
    /// A switch with its own words, and a hint under it.
    /// `under`: the one it belongs to, without which it means nothing.
    QCheckBox* addSwitch(const char* objectName, const QString& words, const QString& hint = {},
                         const QCheckBox* under = nullptr);
    void add(QWidget* widget);
    void addSpace(int pixels);
    void changeEvent(QEvent* event) override;

private:
    const Theme& m_theme;
    QString m_title;
    QWidget* m_content;
    QVBoxLayout* m_column;

    void placeColumn();
};

/// A button that is as wide as its words, at the beginning of its line.
[[nodiscard]] QWidget* atStart(QWidget* widget);

} // namespace relevo::ui
