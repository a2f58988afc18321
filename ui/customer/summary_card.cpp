#include <ui/customer/summary_card.h>

#include <models/trigger_reasons.h>
#include <ui/customer/fact_chip.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/flush_row.h>
#include <ui/widgets/tag.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

struct FactName
{
    const char* kind;
    const char* name;
};

// The kinds that the relay's rules and models report.
constexpr FactName factNames[] = {
    {"order", QT_TRANSLATE_NOOP("SummaryCard", "Order")},
    {"amount", QT_TRANSLATE_NOOP("SummaryCard", "Amount")},
    {"date", QT_TRANSLATE_NOOP("SummaryCard", "Date")},
    {"email", QT_TRANSLATE_NOOP("SummaryCard", "E-mail")},
    {"phone", QT_TRANSLATE_NOOP("SummaryCard", "Phone")},
    {"product", QT_TRANSLATE_NOOP("SummaryCard", "Product")},
    {"tracking", QT_TRANSLATE_NOOP("SummaryCard", "Tracking")},
    {"reference", QT_TRANSLATE_NOOP("SummaryCard", "Reference")},
    {"transaction", QT_TRANSLATE_NOOP("SummaryCard", "Transaction")},
    {"payment", QT_TRANSLATE_NOOP("SummaryCard", "Payment")},
    {"card", QT_TRANSLATE_NOOP("SummaryCard", "Card")},
    {"time", QT_TRANSLATE_NOOP("SummaryCard", "Time")},
    {"address", QT_TRANSLATE_NOOP("SummaryCard", "Address")},
};

QString factName(const QString& kind)
{
    const auto* found =
        std::find_if(std::begin(factNames), std::end(factNames),
                     [&kind](const FactName& one) { return kind == QLatin1String(one.kind); });
    return found == std::end(factNames) ? kind : SummaryCard::tr(found->name);
}

QString moodOf(const domain::Summary& summary)
{
    if (summary.sentimentLabel == QLatin1String("frustrated"))
        return SummaryCard::tr("frustrated");
    if (summary.sentimentLabel == QLatin1String("happy"))
        return SummaryCard::tr("friendly");
    return {};
}

/// "Mariana Souza, frustrated, 12 messages in 8 minutes"
QString whoOf(const domain::Summary& summary)
{
    QStringList parts;
    parts << (summary.customerName.isEmpty() ? SummaryCard::tr("Name unknown")
                                             : isolated(summary.customerName));
    parts << moodOf(summary);
    // A span of moments says nothing.
    if (summary.messageCount > 0 && summary.durationSeconds < 10)
        parts << SummaryCard::tr("%n message(s)", nullptr, summary.messageCount);
    else if (summary.messageCount > 0)
        parts << SummaryCard::tr("%n message(s) in %1", nullptr, summary.messageCount)
                     .arg(spokenSpan(summary.durationSeconds));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

constexpr int widestFact = 18; // average letters, of a fact that cannot be followed

/// A kind and its value.
Tag* tagOf(const Theme& theme, const domain::Fact& fact)
{
    auto* tag = new Tag(theme);
    tag->add(new Text(theme, &Fonts::caption, &Colors::muted, factName(fact.kind)));
    const QFontMetrics letters(theme.fonts().captionStrong);
    auto* value =
        new Text(theme, &Fonts::captionStrong, &Colors::text,
                 letters.elidedText(fact.value, Qt::ElideRight, widestFact * letters.averageCharWidth()));
    value->setToolTip(plainTip(fact.value));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    tag->add(value);
    return tag;
}

Text* wrapped(const Theme& theme, QFont Fonts::*font, QColor Colors::*color, const QString& words)
{
    auto* text = new Text(theme, font, color, words);
    text->setWordWrap(true);
    text->followDirection();
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return text;
}

} // namespace

SummaryCard::SummaryCard(const Theme& theme, const SummaryContent& content, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_layout(new QVBoxLayout(this))
{
    const domain::Summary& summary = content.summary;
    setObjectName(QStringLiteral("summary"));
    m_layout->setContentsMargins(2 * grid, 2 * grid - 2, 2 * grid, 2 * grid);
    m_layout->setSpacing(metrics::half);
    addHead(summary);
    if (content.stale)
        addStale(content);
    m_layout->addSpacing(grid);
    m_layout->addWidget(new Text(theme, &Fonts::caption, &Colors::muted, tr("Who")));
    auto* who = new Text(theme, &Fonts::body, &Colors::text, whoOf(summary)); // our sentence, not theirs
    who->setWordWrap(true);
    m_layout->addWidget(who);
    addSection(tr("Issue"), summary.mainIssue);
    addList(tr("The bot tried"), summary.botTried);
    addSection(tr("Why it came here"), models::triggerReasonText(summary.whyEscalated));
    addFacts(summary.facts);
    addSection(tr("Open question"), summary.openQuestion);
    addSuggestion(content);
    addProposals(content);
}

void SummaryCard::addHead(const domain::Summary& summary)
{
    auto* head = new QHBoxLayout;
    // Room for the icon, drawn in paintEvent; the card is laid anew with another theme.
    head->setContentsMargins(m_theme.iconSize() + metrics::half, 0, 0, 0);
    const bool byRules = summary.engine.isEmpty() || summary.engine == QLatin1String("offline");
    head->addWidget(
        new Text(m_theme, &Fonts::bodyStrong, &Colors::text, byRules ? tr("Summary") : tr("AI summary")));
    head->addStretch();
    auto* maker = new Text(m_theme, &Fonts::caption, &Colors::muted,
                           byRules ? tr("by rules") : tr("by %1").arg(summary.engine));
    if (byRules)
        maker->setToolTip(tr("Made by Relevo itself, without an AI service"));
    head->addWidget(maker);
    m_layout->addLayout(head);
}

QPushButton* SummaryCard::addButton(const QString& words, const QString& icon, const char* name)
{
    auto* button = new QPushButton(words);
    button->setObjectName(QString::fromLatin1(name));
    if (!icon.isEmpty())
        button->setIcon(m_theme.icon(icon, &Colors::accentText));
    button->setFont(m_theme.fonts().captionStrong);
    setButtonKind(*button, ButtonKind::Quiet);
    auto* row = new FlushRow;
    row->addWidget(button);
    row->addStretch();
    m_layout->addLayout(row);
    return button;
}

void SummaryCard::addStale(const SummaryContent& content)
{
    Text* text = wrapped(m_theme, &Fonts::captionStrong, &Colors::warning,
                         tr("⚠ The customer has written since. Read the newest messages."));
    text->setObjectName(QStringLiteral("summaryStale"));
    m_layout->addSpacing(metrics::half);
    m_layout->addWidget(text);
    if (!content.canAsk)
        return;
    QPushButton* refresh = addButton(content.refreshing ? tr("Refreshing…") : tr("Refresh"),
                                     QStringLiteral("refresh"), "refreshSummary");
    refresh->setAccessibleDescription(tr("Sums up the conversation again"));
    refresh->setEnabled(!content.refreshing);
    connect(refresh, &QPushButton::clicked, this, &SummaryCard::refreshWanted);
}

void SummaryCard::addSection(const QString& title, const QString& words)
{
    if (words.isEmpty())
        return;
    m_layout->addSpacing(grid);
    m_layout->addWidget(new Text(m_theme, &Fonts::caption, &Colors::muted, title));
    m_layout->addWidget(wrapped(m_theme, &Fonts::body, &Colors::text, words));
}

void SummaryCard::addList(const QString& title, const QStringList& lines)
{
    if (lines.isEmpty())
        return;
    m_layout->addSpacing(grid);
    m_layout->addWidget(new Text(m_theme, &Fonts::caption, &Colors::muted, title));
    for (const QString& line : lines) {
        auto* row = new QHBoxLayout;
        row->setSpacing(grid);
        row->addWidget(new Text(m_theme, &Fonts::body, &Colors::faint, QStringLiteral("•")), 0, Qt::AlignTop);
        row->addWidget(wrapped(m_theme, &Fonts::body, &Colors::text, line), 1);
        m_layout->addLayout(row);
    }
}

void SummaryCard::addFacts(const std::vector<domain::Fact>& facts)
{
    if (facts.empty())
        return;
    m_layout->addSpacing(grid);
    m_layout->addWidget(new Text(m_theme, &Fonts::caption, &Colors::muted, tr("Stated by the customer")));
    auto* chips = new QWidget;
    auto* flow = new FlowLayout(6, chips);
    for (const domain::Fact& fact : facts)
        flow->addWidget(chipOf(fact));
    m_layout->addWidget(chips);
}

QWidget* SummaryCard::chipOf(const domain::Fact& fact)
{
    if (fact.messageId.isNull())
        return tagOf(m_theme, fact); // nobody knows where it was said
    auto* chip = new FactChip(m_theme, factName(fact.kind), fact.value);
    connect(chip, &FactChip::clicked, this, [this, message = fact.messageId] { Q_EMIT factChosen(message); });
    return chip;
}

void SummaryCard::addProposals(const SummaryContent& content)
{
    const Proposals& proposals = content.proposals;
    if (!content.trouble.isEmpty()) {
        Text* trouble = wrapped(m_theme, &Fonts::caption, &Colors::danger, content.trouble);
        trouble->setObjectName(QStringLiteral("assistantTrouble"));
        m_layout->addSpacing(metrics::half);
        m_layout->addWidget(trouble);
    }
    if (!content.canAsk)
        return;
    m_layout->addSpacing(metrics::half);
    if (proposals.texts.isEmpty()) {
        QPushButton* ask = addButton(proposals.asked && !proposals.forDraft ? tr("Looking for answers…")
                                                                            : tr("Suggest answers"),
                                     QStringLiteral("sparkle"), "suggestReplies");
        ask->setEnabled(!proposals.asked);
        connect(ask, &QPushButton::clicked, this, &SummaryCard::repliesWanted);
        return;
    }
    const bool byRules = proposals.engine.isEmpty() || proposals.engine == QLatin1String("offline");
    auto* title = new Text(m_theme, &Fonts::caption, &Colors::muted,
                           byRules ? tr("Suggested answers · by rules")
                                   : tr("Suggested answers · by %1").arg(isolated(proposals.engine)));
    title->setWordWrap(true);
    m_layout->addWidget(title);
    for (int i = 0; i < proposals.texts.size(); ++i)
        addProposal(proposals.texts[i], i + 1);
}

void SummaryCard::addProposal(const QString& text, int number)
{
    m_layout->addWidget(wrapped(m_theme, &Fonts::body, &Colors::text, text));
    QPushButton* use = addButton(tr("Use as draft"), {}, "useReply");
    use->setAccessibleName(tr("Use suggestion %1 as draft").arg(number));
    use->setAccessibleDescription(text);
    connect(use, &QPushButton::clicked, this, [this, text] { Q_EMIT replyChosen(text); });
}

void SummaryCard::addSuggestion(const SummaryContent& content)
{
    const QString& words = content.summary.suggestedAction;
    if (words.isEmpty())
        return;
    m_layout->addSpacing(grid);
    m_layout->addWidget(new Text(m_theme, &Fonts::caption, &Colors::muted, tr("Suggested next step")));
    m_layout->addWidget(wrapped(m_theme, &Fonts::bodyStrong, &Colors::accentText, words));
    if (!content.canAsk)
        return;
    // It tells the agent what to do. What can be said of it to the customer is the first of the answers that
    // are proposed: that it is being looked at, and nothing of how it ends.
    const Proposals& proposals = content.proposals;
    QPushButton* use =
        addButton(proposals.asked && proposals.forDraft ? tr("Writing a draft…") : tr("Use as draft"), {},
                  "useSuggestion");
    use->setAccessibleName(tr("Use the suggested next step as draft"));
    use->setToolTip(tr("Tells the customer what you will do next"));
    use->setEnabled(!proposals.asked);
    connect(use, &QPushButton::clicked, this, [this, texts = proposals.texts] {
        if (texts.isEmpty())
            Q_EMIT draftWanted();
        else
            Q_EMIT replyChosen(texts.front());
    });
}

void SummaryCard::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(c.border);
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius + 4,
                            metrics::radius + 4);
    const QRect icon(2 * grid - 2, 2 * grid - 2, m_theme.iconSize(), m_theme.iconSize());
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), QStringLiteral("sparkle"),
              c.accentText);
}

} // namespace relevo::ui
