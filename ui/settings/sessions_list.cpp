#include <ui/settings/sessions_list.h>

#include <ui/settings/api_words.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/tag.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <base/timestamp.h>
#include <protocol/limits.h>

#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;
using protocol::Json;

namespace {

QString textOf(const QString& moment)
{
    const std::optional<Timestamp> at = fromRfc3339(moment.toStdString());
    return at ? momentText(QDateTime::fromMSecsSinceEpoch(at->time_since_epoch().count())) : QString();
}

/// "Relevo 0.1 · Windows 11" of what this program calls itself, "Relevo/0.1 (Windows 11)"; of others, what
/// they say.
QString deviceName(const QString& agent)
{
    static const QRegularExpression own(QStringLiteral(R"(^Relevo/(\S+) \((.+)\)$)"));
    const QRegularExpressionMatch match = own.match(agent);
    return match.hasMatch() ? QStringLiteral("Relevo %1 · %2").arg(match.captured(1), match.captured(2))
                            : agent;
}

} // namespace

SessionsList::SessionsList(const Theme& theme, client::RelayApi& api)
    : m_theme(theme), m_api(api), m_column(new QVBoxLayout(this)),
      m_state(new Text(theme, &Fonts::body, &Colors::muted)),
      m_others(new QPushButton(tr("Sign out all other devices")))
{
    setObjectName(QStringLiteral("sessions"));
    m_state->setObjectName(QStringLiteral("sessionsState"));
    m_state->setWordWrap(true);
    m_others->setObjectName(QStringLiteral("endOtherSessions"));
    m_others->setAccessibleName(m_others->text());
    m_others->hide();
    auto* line = new QHBoxLayout;
    line->addWidget(m_others);
    line->addStretch();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(grid);
    m_column->addWidget(m_state);
    m_column->addLayout(line);
    connect(m_others, &QPushButton::clicked, this, [this] { end(QStringLiteral("/api/auth/sessions")); });
}

void SessionsList::refresh()
{
    if (!m_rows)
        m_state->setWhole(tr("Asking the relay…"));
    m_api.get(QStringLiteral("/api/auth/sessions"), this,
              [this](const Result<Json>& answer) { came(answer); });
}

void SessionsList::came(const Result<Json>& answer)
{
    if (!answer) {
        m_state->setWhole(apiWords(answer.error()));
        m_state->show();
        setEnabled(true);
        return;
    }
    m_state->hide();
    setEnabled(true);
    if (m_rows)
        m_rows->deleteLater();
    m_rows = new QWidget;
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(grid);
    const Json* items = protocol::Fields(*answer).member("items");
    int others = 0;
    for (const Json& item : items && items->is_array() ? *items : Json::array()) {
        if (!item.is_object())
            continue;
        addRow(*rows, item);
        others += protocol::Fields(item).flag("current") ? 0 : 1;
    }
    m_column->insertWidget(1, m_rows);
    m_others->setVisible(others > 1);
}

void SessionsList::addRow(QVBoxLayout& rows, const Json& session)
{
    protocol::Fields fields(session);
    const QString id = fields.optionalText("id", protocol::maxShortText);
    const bool current = fields.flag("current");
    QString device = deviceName(fields.optionalText("device", protocol::maxShortText));
    if (device.isEmpty())
        device = tr("Unnamed device");
    const QString seen = textOf(fields.optionalText("lastSeenAt", protocol::maxShortText));
    const QString from = textOf(fields.optionalText("createdAt", protocol::maxShortText));

    auto* name = new Text(m_theme, &Fonts::body, &Colors::text, device);
    name->setWordWrap(true);
    auto* when =
        new Text(m_theme, &Fonts::caption, &Colors::muted,
                 current ? tr("Signed in %1").arg(from) : tr("Signed in %1 · last seen %2").arg(from, seen));
    when->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(when);
    auto* line = new QHBoxLayout;
    line->setSpacing(grid);
    line->addLayout(words, 1);
    line->addStrut(m_others->sizeHint().height()); // those without a button stand as far apart as those with
    if (current) {
        auto* here = new Tag(m_theme);
        here->add(new Text(m_theme, &Fonts::captionStrong, &Colors::accentText, tr("This device")));
        line->addWidget(here, 0, Qt::AlignVCenter);
    } else {
        auto* button = new QPushButton(tr("Sign out"));
        button->setObjectName(QStringLiteral("endSession"));
        button->setAccessibleName(tr("Sign out %1").arg(device));
        line->addWidget(button, 0, Qt::AlignVCenter);
        connect(button, &QPushButton::clicked, this,
                [this, id] { end(QStringLiteral("/api/auth/sessions/") + id); });
    }
    rows.addLayout(line);
}

void SessionsList::end(const QString& path)
{
    setEnabled(false);
    m_api.remove(path, this, [this](const Result<Json>& answer) {
        // Gone already is gone.
        if (answer || answer.error().code == ErrorCode::NotFound)
            refresh();
        else
            came(answer);
    });
}

} // namespace relevo::ui
