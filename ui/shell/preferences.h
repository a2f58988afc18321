#pragma once

#include <models/inbox_order.h>
#include <ui/conversation/writing_habits.h>
#include <ui/notify/notice_rules.h>
#include <ui/notify/sounding_notifier.h>
#include <ui/theme/theme.h>

#include <client/certificate_probe.h>
#include <client/connection.h>

#include <QtCore/QMap>
#include <QtCore/QSettings>
#include <QtCore/QStringList>

namespace relevo::ui {

/// What the desktop remembers of how it was left, by profile. One place knows the names and the defaults.
class Preferences
{
public:
    /// `settings` must outlive this.
    explicit Preferences(QSettings& settings) : m_settings(settings) {}

    [[nodiscard]] SchemeChoice scheme() const;
    void setScheme(SchemeChoice choice);
    /// Percent of the system's text size.
    [[nodiscard]] int textScale() const;
    void setTextScale(int percent);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    /// Of the program, from its next start on: a language's code, empty for the system's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);
    [[nodiscard]] NoticeRules noticeRules() const;
    void setNoticeRules(const NoticeRules& rules);
    [[nodiscard]] SoundRules soundRules() const;
    void setSoundRules(const SoundRules& rules);
    /// Away by itself after so many minutes in which nobody touched the computer; 0: never.
    [[nodiscard]] int idleMinutes() const;
    void setIdleMinutes(int minutes);
    /// After so many minutes a notification that was put off comes again.
    [[nodiscard]] int remindMinutes() const;
    void setRemindMinutes(int minutes);
    /// Without the password, which is in the keychain.
    [[nodiscard]] client::ProxyChoice proxy() const;
    void setProxy(const client::ProxyChoice& proxy);
    /// A file of certificates that are trusted beside the system's; empty: none.
    [[nodiscard]] QString authorityFile() const;
    void setAuthorityFile(const QString& path);
    /// Certificates of relays that vouch for themselves, by the host they were agreed to for.
    [[nodiscard]] QList<client::Pin> pins() const;
    void setPins(const QList<client::Pin>& pins);
    /// Bound of the replica's history on disk.
    [[nodiscard]] qint64 historyBytes() const;
    void setHistoryBytes(qint64 bytes);
    /// What Enter does while writing, and how long a message can be taken back.
    [[nodiscard]] WritingHabits writingHabits() const;
    void setWritingHabits(const WritingHabits& habits);
    /// Whether words are underlined that no dictionary knows; they are at first.
    [[nodiscard]] bool checksSpelling() const;
    void setChecksSpelling(bool on);
    /// Words that are right all the same.
    [[nodiscard]] QStringList learntWords() const;
    void setLearntWords(const QStringList& words);
    [[nodiscard]] bool detailsShown() const; ///< the right column; shown by default
    void setDetailsShown(bool shown);
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray& state);
    /// Sections of the inbox that are shown without their rows; the colleagues' and today's at first.
    [[nodiscard]] QList<models::InboxSection> foldedSections() const;
    void setFoldedSections(const QList<models::InboxSection>& sections);
    [[nodiscard]] models::InboxSort inboxSort() const;
    void setInboxSort(models::InboxSort sort);
    [[nodiscard]] std::vector<models::SavedView> savedViews() const;
    void setSavedViews(const std::vector<models::SavedView>& views);
    /// Whether the user was told that the program goes on in the tray.
    [[nodiscard]] bool trayExplained() const;
    void setTrayExplained();
    /// Keys that were changed, by the name of their action, as portable texts; an empty list: it has none.
    [[nodiscard]] QMap<QString, QStringList> shortcuts() const;
    void setShortcuts(const QMap<QString, QStringList>& shortcuts);
    /// What was last chosen in the palette, the newest first.
    [[nodiscard]] QStringList recentChoices() const;
    void setRecentChoices(const QStringList& keys);

private:
    QSettings& m_settings;
};

} // namespace relevo::ui
