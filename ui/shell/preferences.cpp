#include <ui/shell/preferences.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <array>

namespace relevo::ui {

namespace {

const QString schemeKey = QStringLiteral("window/scheme");
const QString detailsKey = QStringLiteral("window/details");
const QString geometryKey = QStringLiteral("window/geometry");
const QString columnsKey = QStringLiteral("window/columns");
const QString textScaleKey = QStringLiteral("window/textScale");
const QString reducedMotionKey = QStringLiteral("window/reducedMotion");
const QString languageKey = QStringLiteral("window/language");
const QString historyKey = QStringLiteral("storage/historyMegabytes");
const QString proxyKey = QStringLiteral("connection/proxy");
const QString proxyHostKey = QStringLiteral("connection/proxyHost");
const QString proxyPortKey = QStringLiteral("connection/proxyPort");
const QString proxyUserKey = QStringLiteral("connection/proxyUser");
const QString authorityKey = QStringLiteral("connection/authority");
const QString pinsKey = QStringLiteral("connection/pins");
const QString noticesKey = QStringLiteral("notices/");
const QString soundsKey = QStringLiteral("notices/sound/");
const QString volumeKey = QStringLiteral("notices/volume");
const QString repeatKey = QStringLiteral("notices/repeatUrgent");
const QString remindKey = QStringLiteral("notices/remindMinutes");
const QString idleKey = QStringLiteral("presence/idleMinutes");
const QString timeFormat = QStringLiteral("HH:mm");
const QString foldedKey = QStringLiteral("inbox/folded");
const QString orderKey = QStringLiteral("inbox/order");
const QString viewsKey = QStringLiteral("inbox/views");
const QString sendByKey = QStringLiteral("composer/sendBy");
const QString undoKey = QStringLiteral("composer/undoSeconds");
const QString spellingKey = QStringLiteral("composer/checkSpelling");
const QString learntKey = QStringLiteral("composer/learntWords");
const QString trayKey = QStringLiteral("window/trayExplained");
const QString shortcutsGroup = QStringLiteral("shortcuts");
const QString recentKey = QStringLiteral("palette/recent");

constexpr qsizetype mostLearnt = 5'000;
constexpr int usualIdle = 10;
constexpr int usualReminder = 5;
constexpr int longestIdle = 24 * 60;

constexpr qint64 megabyte = 1024 * 1024;
constexpr qint64 usualHistory = 200;
constexpr qint64 leastHistory = 10;
constexpr qint64 mostHistory = 100 * 1024;

struct KindKey
{
    NoticeKind kind;
    const char* name;
};

constexpr std::array kindKeys{
    KindKey{NoticeKind::NewHandoff, "newHandoff"},  KindKey{NoticeKind::Offer, "offer"},
    KindKey{NoticeKind::TimeShort, "timeShort"},    KindKey{NoticeKind::Reply, "reply"},
    KindKey{NoticeKind::Posted, "posted"},          KindKey{NoticeKind::Mention, "mention"},
    KindKey{NoticeKind::Transferred, "transferred"}};

struct ChimeName
{
    Chime chime;
    const char* name;
};

constexpr std::array chimeNames{ChimeName{Chime::None, "none"}, ChimeName{Chime::Bell, "bell"},
                                ChimeName{Chime::Double, "double"}, ChimeName{Chime::Knock, "knock"},
                                ChimeName{Chime::Rise, "rise"}};

/// By the numbers of models::InboxSection; never changed, only added to.
constexpr std::array sectionNames{"offered", "waiting", "mine", "team", "snoozed", "tickets", "resolved"};
static_assert(sectionNames.size() == models::inboxSections);

} // namespace

SchemeChoice Preferences::scheme() const
{
    const QString name = m_settings.value(schemeKey).toString();
    return name == QLatin1String("light")  ? SchemeChoice::Light
           : name == QLatin1String("dark") ? SchemeChoice::Dark
                                           : SchemeChoice::FollowSystem;
}

void Preferences::setScheme(SchemeChoice choice)
{
    m_settings.setValue(schemeKey, choice == SchemeChoice::Light  ? QStringLiteral("light")
                                   : choice == SchemeChoice::Dark ? QStringLiteral("dark")
                                                                  : QStringLiteral("system"));
}

int Preferences::textScale() const
{
    return std::clamp(m_settings.value(textScaleKey, smallestTextScale).toInt(), smallestTextScale,
                      largestTextScale);
}

void Preferences::setTextScale(int percent)
{
    m_settings.setValue(textScaleKey, percent);
}

bool Preferences::reducedMotion() const
{
    return m_settings.value(reducedMotionKey, false).toBool();
}

void Preferences::setReducedMotion(bool reduced)
{
    m_settings.setValue(reducedMotionKey, reduced);
}

QString Preferences::language() const
{
    return m_settings.value(languageKey).toString();
}

void Preferences::setLanguage(const QString& code)
{
    m_settings.setValue(languageKey, code);
}

NoticeRules Preferences::noticeRules() const
{
    const NoticeRules usual;
    const auto flag = [this](const char* name, bool fallback) {
        return m_settings.value(noticesKey + QLatin1String(name), fallback).toBool();
    };
    const auto time = [this](const char* name, const QTime& fallback) {
        const QTime read =
            QTime::fromString(m_settings.value(noticesKey + QLatin1String(name)).toString(), timeFormat);
        return read.isValid() ? read : fallback;
    };
    NoticeRules rules;
    for (const KindKey& key : kindKeys) {
        if (!flag(key.name, true))
            rules.muted.insert(key.kind);
    }
    rules.content = flag("content", usual.content);
    rules.contentWhenLocked = flag("contentWhenLocked", usual.contentWhenLocked);
    rules.quiet = flag("quiet", usual.quiet);
    rules.quietHours = flag("quietHours", usual.quietHours);
    rules.quietFrom = time("quietFrom", usual.quietFrom);
    rules.quietTo = time("quietTo", usual.quietTo);
    rules.offersAnyway = flag("offersAnyway", usual.offersAnyway);
    rules.urgentAnyway = flag("urgentAnyway", usual.urgentAnyway);
    return rules;
}

void Preferences::setNoticeRules(const NoticeRules& rules)
{
    const auto put = [this](const char* name, const QVariant& value) {
        m_settings.setValue(noticesKey + QLatin1String(name), value);
    };
    for (const KindKey& key : kindKeys)
        put(key.name, !rules.muted.contains(key.kind));
    put("content", rules.content);
    put("contentWhenLocked", rules.contentWhenLocked);
    put("quiet", rules.quiet);
    put("quietHours", rules.quietHours);
    put("quietFrom", rules.quietFrom.toString(timeFormat));
    put("quietTo", rules.quietTo.toString(timeFormat));
    put("offersAnyway", rules.offersAnyway);
    put("urgentAnyway", rules.urgentAnyway);
}

SoundRules Preferences::soundRules() const
{
    SoundRules rules = usualSounds();
    for (const KindKey& key : kindKeys) {
        const QString kept = m_settings.value(soundsKey + QLatin1String(key.name)).toString();
        for (const ChimeName& name : chimeNames) {
            if (kept == QLatin1String(name.name))
                rules.chimes[key.kind] = name.chime;
        }
    }
    rules.volume = std::clamp(m_settings.value(volumeKey, rules.volume).toInt(), 0, 100);
    rules.repeatUrgent = m_settings.value(repeatKey, rules.repeatUrgent).toBool();
    return rules;
}

void Preferences::setSoundRules(const SoundRules& rules)
{
    for (const KindKey& key : kindKeys) {
        for (const ChimeName& name : chimeNames) {
            if (rules.chimes.value(key.kind, Chime::None) == name.chime)
                m_settings.setValue(soundsKey + QLatin1String(key.name), QString::fromLatin1(name.name));
        }
    }
    m_settings.setValue(volumeKey, rules.volume);
    m_settings.setValue(repeatKey, rules.repeatUrgent);
}

int Preferences::idleMinutes() const
{
    return std::clamp(m_settings.value(idleKey, usualIdle).toInt(), 0, longestIdle);
}

void Preferences::setIdleMinutes(int minutes)
{
    m_settings.setValue(idleKey, minutes);
}

int Preferences::remindMinutes() const
{
    return std::clamp(m_settings.value(remindKey, usualReminder).toInt(), 1, longestIdle);
}

void Preferences::setRemindMinutes(int minutes)
{
    m_settings.setValue(remindKey, minutes);
}

client::ProxyChoice Preferences::proxy() const
{
    using client::ProxyKind;
    const QString kind = m_settings.value(proxyKey).toString();
    client::ProxyChoice proxy;
    proxy.kind = kind == QLatin1String("none")    ? ProxyKind::None
                 : kind == QLatin1String("http")  ? ProxyKind::Http
                 : kind == QLatin1String("socks") ? ProxyKind::Socks
                                                  : ProxyKind::System;
    if (proxy.kind == ProxyKind::System || proxy.kind == ProxyKind::None)
        return proxy;
    proxy.host = m_settings.value(proxyHostKey).toString();
    proxy.port = std::clamp(m_settings.value(proxyPortKey, 8080).toInt(), 1, 65'535);
    proxy.user = m_settings.value(proxyUserKey).toString();
    return proxy;
}

void Preferences::setProxy(const client::ProxyChoice& proxy)
{
    using client::ProxyKind;
    m_settings.setValue(proxyKey, proxy.kind == ProxyKind::None    ? QStringLiteral("none")
                                  : proxy.kind == ProxyKind::Http  ? QStringLiteral("http")
                                  : proxy.kind == ProxyKind::Socks ? QStringLiteral("socks")
                                                                   : QStringLiteral("system"));
    m_settings.setValue(proxyHostKey, proxy.host);
    m_settings.setValue(proxyPortKey, proxy.port);
    m_settings.setValue(proxyUserKey, proxy.user);
}

QString Preferences::authorityFile() const
{
    return m_settings.value(authorityKey).toString();
}

void Preferences::setAuthorityFile(const QString& path)
{
    m_settings.setValue(authorityKey, path);
}

QList<client::Pin> Preferences::pins() const
{
    QList<client::Pin> pins;
    const QJsonArray kept = QJsonDocument::fromJson(m_settings.value(pinsKey).toByteArray()).array();
    for (const QJsonValue& one : kept) {
        const QByteArray der =
            QByteArray::fromBase64(one[QLatin1String("certificate")].toString().toLatin1());
        const client::Pin pin{one[QLatin1String("host")].toString(), QSslCertificate(der, QSsl::Der)};
        if (!pin.host.isEmpty() && !pin.certificate.isNull())
            pins.push_back(pin);
    }
    return pins;
}

void Preferences::setPins(const QList<client::Pin>& pins)
{
    QJsonArray kept;
    for (const client::Pin& pin : pins)
        kept.append(QJsonObject{
            {QStringLiteral("host"), pin.host},
            {QStringLiteral("certificate"), QString::fromLatin1(pin.certificate.toDer().toBase64())}});
    m_settings.setValue(pinsKey, QJsonDocument(kept).toJson());
}

qint64 Preferences::historyBytes() const
{
    return std::clamp(m_settings.value(historyKey, usualHistory).toLongLong(), leastHistory, mostHistory) *
           megabyte;
}

void Preferences::setHistoryBytes(qint64 bytes)
{
    m_settings.setValue(historyKey, bytes / megabyte);
}

WritingHabits Preferences::writingHabits() const
{
    WritingHabits habits;
    habits.enterSends = m_settings.value(sendByKey).toString() != QLatin1String("ctrlEnter");
    const auto usual = static_cast<int>(habits.undo.count());
    habits.undo = std::chrono::seconds(
        std::clamp(m_settings.value(undoKey, usual).toInt(), 0, static_cast<int>(longestUndo.count())));
    return habits;
}

void Preferences::setWritingHabits(const WritingHabits& habits)
{
    m_settings.setValue(sendByKey, habits.enterSends ? QStringLiteral("enter") : QStringLiteral("ctrlEnter"));
    m_settings.setValue(undoKey, static_cast<int>(habits.undo.count()));
}

bool Preferences::detailsShown() const
{
    return m_settings.value(detailsKey, true).toBool();
}

void Preferences::setDetailsShown(bool shown)
{
    m_settings.setValue(detailsKey, shown);
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray& geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QByteArray Preferences::columns() const
{
    return m_settings.value(columnsKey).toByteArray();
}

void Preferences::setColumns(const QByteArray& state)
{
    m_settings.setValue(columnsKey, state);
}

QList<models::InboxSection> Preferences::foldedSections() const
{
    const QStringList usual{QStringLiteral("team"), QStringLiteral("resolved")};
    const QStringList names = m_settings.value(foldedKey, usual).toStringList();
    QList<models::InboxSection> sections;
    for (std::size_t i = 0; i < sectionNames.size(); ++i) {
        if (names.contains(QLatin1String(sectionNames[i])))
            sections.push_back(static_cast<models::InboxSection>(i));
    }
    return sections;
}

void Preferences::setFoldedSections(const QList<models::InboxSection>& sections)
{
    QStringList names;
    for (const models::InboxSection section : sections)
        names << QLatin1String(sectionNames[static_cast<std::size_t>(section)]);
    // An empty list would be read as nothing kept.
    m_settings.setValue(foldedKey, names.isEmpty() ? QStringList{QStringLiteral("none")} : names);
}

models::InboxSort Preferences::inboxSort() const
{
    return models::savedViewFrom(QJsonDocument::fromJson(m_settings.value(orderKey).toByteArray()).object())
        .sort;
}

void Preferences::setInboxSort(models::InboxSort sort)
{
    m_settings.setValue(orderKey, QJsonDocument(toJson(models::SavedView{{}, {}, sort})).toJson());
}

std::vector<models::SavedView> Preferences::savedViews() const
{
    std::vector<models::SavedView> views;
    const QJsonArray kept = QJsonDocument::fromJson(m_settings.value(viewsKey).toByteArray()).array();
    for (const QJsonValue& one : kept) {
        models::SavedView view = models::savedViewFrom(one.toObject());
        if (!view.name.isEmpty() && static_cast<qsizetype>(views.size()) < models::mostSavedViews)
            views.push_back(std::move(view));
    }
    return views;
}

void Preferences::setSavedViews(const std::vector<models::SavedView>& views)
{
    QJsonArray kept;
    for (const models::SavedView& view : views)
        kept.append(toJson(view));
    m_settings.setValue(viewsKey, QJsonDocument(kept).toJson());
}

bool Preferences::trayExplained() const
{
    return m_settings.value(trayKey, false).toBool();
}

void Preferences::setTrayExplained()
{
    m_settings.setValue(trayKey, true);
}

QMap<QString, QStringList> Preferences::shortcuts() const
{
    QMap<QString, QStringList> shortcuts;
    m_settings.beginGroup(shortcutsGroup);
    for (const QString& name : m_settings.childKeys())
        shortcuts.insert(name, m_settings.value(name).toStringList());
    m_settings.endGroup();
    return shortcuts;
}

void Preferences::setShortcuts(const QMap<QString, QStringList>& shortcuts)
{
    m_settings.beginGroup(shortcutsGroup);
    m_settings.remove(QString());
    for (auto shortcut = shortcuts.cbegin(); shortcut != shortcuts.cend(); ++shortcut)
        m_settings.setValue(shortcut.key(), *shortcut);
    m_settings.endGroup();
}

QStringList Preferences::recentChoices() const
{
    return m_settings.value(recentKey).toStringList();
}

void Preferences::setRecentChoices(const QStringList& keys)
{
    m_settings.setValue(recentKey, keys);
}

bool Preferences::checksSpelling() const
{
    return m_settings.value(spellingKey, true).toBool();
}

void Preferences::setChecksSpelling(bool on)
{
    m_settings.setValue(spellingKey, on);
}

QStringList Preferences::learntWords() const
{
    return m_settings.value(learntKey).toStringList();
}

void Preferences::setLearntWords(const QStringList& words)
{
    // The newest are those that are still written.
    m_settings.setValue(learntKey, words.mid(std::max<qsizetype>(0, words.size() - mostLearnt)));
}

} // namespace relevo::ui
