#pragma once

#include <ui/settings/setting_row.h>

#include <QtCore/QPointer>
#include <QtWidgets/QScrollArea>

#include <functional>

class QCheckBox;
class QVBoxLayout;

namespace relevo::ui {

/// One of a page's settings, as somebody would look for it.
struct SettingPlace
{
    QString words;   ///< its own, as they stand on the page
    QString section; ///< it stands in; empty: a section itself, or above the first one
    QString hint;
    QPointer<QWidget> at; ///< the control, or a section's heading
};

/// A page of the settings: a title, and under it sections of controls in one column that scrolls.
class SettingsPage : public QScrollArea
{
    Q_OBJECT
public:
    SettingsPage(const Theme& theme, const QString& title, const QString& words = {});

    [[nodiscard]] const QString& title() const { return m_title; }
    /// It is looked at from now on: the time to ask for what may have changed.
    virtual void opened() {}
    /// Whether the relay can be reached now. Until it is said, it can be.
    virtual void setOnline(bool /*online*/) {}
    /// What can be found on the page now, from top to bottom.
    [[nodiscard]] QList<SettingPlace> places() const;
    /// Brings the one with these words, in that section, into view and the keyboard to it; when it has come,
    /// where the page is still waited for. False when there is none.
    bool goTo(const QString& words, const QString& section);
    /// Something was changed here and is not saved.
    [[nodiscard]] virtual bool hasUnsaved() const { return false; }
    /// Says that it is, above the question what is to become of it.
    [[nodiscard]] virtual QString unsavedTitle() const { return {}; }
    /// Calls `then` when it is saved; not at all when it was refused, which the page shows.
    virtual void save(std::function<void()> then) { then(); }
    virtual void discard() {}
    /// A key or link that is to be seen this once is not to be seen any more.
    virtual void putSecretsAway() {}

protected:
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// Something else on the page that somebody may look for by these words.
    void addPlace(const QString& words, const QString& hint, QWidget* at);
    void addSection(const QString& title, const QString& words = {});
    SettingRow* addRow(const QString& name, QWidget* control, const QString& hint = {});
    /// A switch with its own words, and a hint under it.
    /// `under`: the one it belongs to, without which it means nothing.
    QCheckBox* addSwitch(const char* objectName, const QString& words, const QString& hint = {},
                         const QCheckBox* under = nullptr);
    void add(QWidget* widget);
    void addSpace(int pixels);
    /// Keeps it at the lower edge, while the page scrolls above it, for as long as it is not hidden. After
    /// what the keyboard comes to before it is added.
    void pin(QWidget* bar);
    /// Says, as long as it is so, that there is no connection and that nothing can be changed here.
    void tellOffline(bool offline);
    /// What was waited for is there: whoever was on the way somewhere goes on.
    void goOn();
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    QString m_title;
    QWidget* m_content;
    QVBoxLayout* m_column;
    Text* m_offline;
    QString m_section; ///< that is added to
    QList<SettingPlace> m_places;
    QPointer<QWidget> m_goal; ///< on the way to it
    QPointer<QWidget> m_bar;  ///< that is pinned

    void placeColumn();
    void placeBar();
};

/// A button that is as wide as its words, at the beginning of its line.
[[nodiscard]] QWidget* atStart(QWidget* widget);

} // namespace relevo::ui
