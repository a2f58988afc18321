#include <ui/settings/try_box.h>

#include <models/names.h>
#include <models/trigger_reasons.h>
#include <protocol/names.h>
#include <ui/settings/api_words.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <protocol/limits.h>

#include <QtCore/QLocale>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

constexpr int pauseMilliseconds = 250; ///< of typing, before the relay is asked
constexpr int longestText = 4'000;

} // namespace

TryBox::TryBox(const Theme& theme)
    : m_line(new QLineEdit), m_verdict(new Text(theme, &Fonts::bodyStrong, &Colors::text)),
      m_reason(new Text(theme, &Fonts::caption, &Colors::muted)), m_soon(this)
{
    m_line->setObjectName(QStringLiteral("trySentence"));
    m_line->setAccessibleName(tr("A customer’s sentence to try"));
    m_line->setPlaceholderText(tr("Type what a customer might write"));
    m_line->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_line->setMaxLength(longestText);
    m_verdict->setObjectName(QStringLiteral("tryVerdict"));
    m_reason->setObjectName(QStringLiteral("tryReason"));
    for (Text* text : {m_verdict, m_reason}) {
        text->setWordWrap(true);
        text->hide();
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::half);
    layout->addWidget(m_line);
    layout->addWidget(m_verdict);
    layout->addWidget(m_reason);
    setFocusProxy(m_line);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &TryBox::ask);
    connect(m_line, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_line, &QLineEdit::returnPressed, this, &TryBox::ask);
}

void TryBox::settingsChanged()
{
    if (!m_line->text().trimmed().isEmpty())
        m_soon.start();
}

void TryBox::ask()
{
    m_soon.stop();
    const QString text = m_line->text().trimmed();
    if (!text.isEmpty()) {
        Q_EMIT tryRequested(text);
        return;
    }
    m_verdict->hide();
    m_reason->hide();
}

void TryBox::say(const QString& verdict, QColor Colors::*color, const QString& reason)
{
    m_verdict->setColor(color);
    m_verdict->setWhole(verdict);
    m_verdict->show();
    m_reason->setWhole(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void TryBox::showAnswer(const QString& text, const Result<protocol::Json>& answer)
{
    if (text != m_line->text().trimmed())
        return; // typed on since
    if (!answer) {
        say(apiWords(answer.error(), tr("Correct the settings first, then try again.")), &Colors::danger, {});
        return;
    }
    protocol::Fields fields(*answer);
    const QString code = fields.optionalText("language", protocol::maxShortText);
    const QString language = code.isEmpty() ? QString() : models::languageName(code);
    const QString understood = language.isEmpty() ? QString() : tr("Understood as %1.").arg(language);
    if (!fields.flag("handoff")) {
        say(tr("No trigger: the bot would answer."), &Colors::muted, understood);
        return;
    }
    const auto type = protocol::valueOf<domain::TriggerType>(
        protocol::utf8(fields.optionalText("trigger", protocol::maxShortText)));
    const protocol::Json* score = fields.member("score");
    const double certain = score && score->is_number() ? score->get<double>() : 0.0;
    const QString name = type ? models::nameOf(*type) : QString();
    QString reason = models::triggerReasonText(fields.optionalText("reason", protocol::maxNotesBytes));
    if (!understood.isEmpty())
        reason += u' ' + understood;
    say(tr("A human would be asked for: %1 (%2 %)").arg(name).arg(qRound(certain * 100)), &Colors::good,
        reason);
}

} // namespace relevo::ui
