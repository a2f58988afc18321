#include "workplace.h"

namespace relevo {

namespace {

client::DeskOptions options(const QString& folder, const Clock& clock, IdSource& ids, milliseconds frame)
{
    client::LinkTimes times;
    times.retry.first = milliseconds(1);
    times.retry.longest = milliseconds(20);
    return {.dataDirectory = folder,
            .historyBytes = 1 << 30,
            .frame = frame,
            .client = {},
            .times = times,
            .clock = clock,
            .ids = ids,
            .random = [] {
                return 0.0;
            }};
}

} // namespace

void FakeSecrets::read(const QString&, QObject*, ReadDone done)
{
    done(token);
}

void FakeSecrets::write(const QString&, const QString&, QObject*, Done done)
{
    done({});
}

void FakeSecrets::remove(const QString&, QObject*, Done done)
{
    done({});
}

QStringList FakeNotifier::keys() const
{
    QStringList keys;
    for (const ui::Notice& notice : shown)
        keys.push_back(notice.key);
    return keys;
}

Workplace::Workplace(QObject* parent, const QString& folder, milliseconds frame)
    : QObject(parent), m_folder(folder.isEmpty() ? m_passing.path() : folder),
      m_settings(m_folder + QStringLiteral("/desk.ini"), QSettings::IniFormat), m_ids(m_clock),
      m_preferences(m_settings), desk(options(m_folder, m_clock, m_ids, frame), secrets),
      models(desk.live(), m_clock), window(m_theme, models, m_preferences), tray(m_theme),
      controller({desk, models, window, tray, notifier}), connection(m_preferences, secrets),
      sides({desk, m_theme, m_preferences, window, m_clock, connection, {player, autostart}}),
      guard({desk, window, m_theme, connection})
{
}

Workplace::~Workplace() = default;

void Workplace::start(const QString& relay)
{
    controller.start(QStringLiteral("default"), relay);
}

void Workplace::remember(const client::Profile& profile)
{
    if (!client::saveProfile(m_folder, profile))
        qFatal("the profile cannot be saved");
}

} // namespace relevo
