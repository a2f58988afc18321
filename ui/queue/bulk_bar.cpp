#include <ui/queue/bulk_bar.h>

#include <models/names.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <array>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int mostRefusals = 4; ///< told one by one
constexpr int anHour = 60;      // minutes
constexpr int aDay = 24 * anHour;

QPushButton* action(const Theme& theme, const QString& words, const char* name)
{
    auto* button = new QPushButton(words);
    button->setObjectName(QString::fromLatin1(name));
    button->setFont(theme.fonts().captionStrong);
    return button;
}

PopupButton* menuButton(const Theme& theme, const QString& words, const char* name)
{
    auto* button = new PopupButton;
    button->setText(words);
    button->setObjectName(QString::fromLatin1(name));
    button->setFont(theme.fonts().captionStrong);
    button->setSign(theme.icon(QStringLiteral("chevron-down")));
    setButtonKind(*button, ButtonKind::Normal);
    return button;
}

} // namespace

BulkBar::BulkBar(const Theme& theme, models::Inbox& inbox, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_inbox(inbox),
      m_words(new Text(theme, &Fonts::bodyStrong, &Colors::text)),
      m_details(new Text(theme, &Fonts::caption, &Colors::muted)), m_close(new QPushButton),
      m_actions(new QWidget), m_question(new QWidget), m_claim(action(theme, tr("Claim"), "bulkClaim")),
      m_transfer(menuButton(theme, tr("Transfer"), "bulkTransfer")),
      m_resolve(action(theme, tr("Resolve"), "bulkResolve")),
      m_snooze(menuButton(theme, tr("Snooze"), "bulkSnooze")), m_confirm(action(theme, {}, "bulkConfirm")),
      m_cancel(action(theme, tr("Cancel"), "bulkCancel"))
{
    setObjectName(QStringLiteral("bulkBar"));
    m_words->setObjectName(QStringLiteral("bulkWords"));
    m_details->setObjectName(QStringLiteral("bulkDetails"));
    for (Text* text : {m_words, m_details})
        text->setWordWrap(true);
    m_close->setObjectName(QStringLiteral("bulkClose"));
    m_close->setIcon(theme.icon(QStringLiteral("close")));
    m_close->setFixedWidth(metrics::controlHeight + metrics::half);
    setButtonKind(*m_close, ButtonKind::Quiet);
    setButtonKind(*m_confirm, ButtonKind::Primary);
    makeActions();
    connectParts();
    fillTransfer();
    fillSnooze();
    hide();
}

void BulkBar::makeActions()
{
    // What is done to many is named so: beside it stand the same words for the one that is looked at.
    m_claim->setAccessibleName(tr("Claim the selected conversations"));
    m_transfer->setAccessibleName(tr("Transfer the selected conversations"));
    m_resolve->setAccessibleName(tr("Resolve the selected conversations"));
    m_snooze->setAccessibleName(tr("Snooze the selected conversations"));
    auto* actions = new FlowLayout(metrics::half, m_actions);
    for (QWidget* button : std::initializer_list<QWidget*>{m_claim, m_transfer, m_resolve, m_snooze})
        actions->addWidget(button);
    auto* question = new QHBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->setSpacing(grid);
    question->addWidget(m_cancel); // the action stands at the end, as in every dialog
    question->addWidget(m_confirm);
    question->addStretch();
    auto* top = new QHBoxLayout;
    top->addWidget(m_words, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * grid, grid, grid, grid);
    layout->setSpacing(metrics::half);
    layout->addLayout(top);
    layout->addWidget(m_details);
    layout->addWidget(m_actions);
    layout->addWidget(m_question);
}

void BulkBar::fitActions()
{
    struct Shorter
    {
        PopupButton* button;
        QString words;
        const char* icon;
    };
    const std::array shorter{Shorter{m_snooze, tr("Snooze"), "clock"},
                             Shorter{m_transfer, tr("Transfer"), "handoff"}};
    const auto setWords = [this](const Shorter& one, bool words) {
        one.button->setText(words ? one.words : QString());
        one.button->setIcon(words ? QIcon() : m_theme.icon(QString::fromLatin1(one.icon)));
        one.button->setToolTip(words ? QString() : one.words);
    };
    const auto wanted = [this] {
        return m_claim->sizeHint().width() + m_transfer->sizeHint().width() + m_resolve->sizeHint().width() +
               m_snooze->sizeHint().width() + 3 * metrics::half;
    };
    const QMargins around = layout()->contentsMargins();
    const int room = width() - around.left() - around.right();
    for (const Shorter& one : shorter)
        setWords(one, true);
    for (const Shorter& one : shorter) {
        if (wanted() <= room)
            break;
        setWords(one, false);
    }
}

void BulkBar::connectParts()
{
    connect(&m_theme, &Theme::changed, this, &BulkBar::fitActions);
    connect(&m_inbox, &models::Inbox::marksChanged, this, &BulkBar::marksChanged);
    connect(m_claim, &QPushButton::clicked, this, [this] { ask(BulkAction::Claim); });
    connect(m_resolve, &QPushButton::clicked, this, [this] { ask(BulkAction::Resolve); });
    connect(&m_transfer->popup(), &QMenu::aboutToShow, this, &BulkBar::fillTransfer);
    connect(m_confirm, &QPushButton::clicked, this, &BulkBar::confirm);
    connect(m_cancel, &QPushButton::clicked, this, [this] { showState(State::Choosing); });
    connect(m_close, &QPushButton::clicked, this, &BulkBar::dismiss);
}

void BulkBar::marksChanged()
{
    const int count = static_cast<int>(m_inbox.marks().size());
    if (count == 0) {
        if (m_state == State::Choosing || m_state == State::Asking)
            hide();
        return;
    }
    // What is asked about has become another set.
    showState(State::Choosing);
}

void BulkBar::showState(State state)
{
    m_state = state;
    const int count = static_cast<int>(m_inbox.marks().size());
    if (state == State::Choosing)
        m_words->setWhole(tr("%n selected", nullptr, count));
    else if (state == State::Asking)
        m_words->setWhole(question());
    m_actions->setVisible(state == State::Choosing);
    m_question->setVisible(state == State::Asking);
    if (state == State::Choosing || state == State::Asking)
        m_details->hide();
    const QString closing =
        state == State::Choosing || state == State::Asking ? tr("Clear selection") : tr("Close");
    m_close->setAccessibleName(closing);
    m_close->setToolTip(closing);
    setVisible(state != State::Choosing || count > 0);
    if (state == State::Asking) {
        m_confirm->setText(verb());
        m_confirm->setAccessibleName(question());
        m_confirm->setFocus(Qt::OtherFocusReason);
    }
}

void BulkBar::ask(BulkAction action)
{
    BulkWish wish;
    wish.action = action;
    askAbout(wish);
}

void BulkBar::askAbout(const BulkWish& wish)
{
    if (m_inbox.marks().isEmpty())
        return;
    m_wish = wish;
    m_wish.conversations = m_inbox.marks().values();
    showState(State::Asking);
}

void BulkBar::confirm()
{
    const BulkWish wish = m_wish;
    m_state = State::Running;
    m_inbox.clearMarks();
    showState(State::Running);
    setProgress(0, static_cast<int>(wish.conversations.size()), {});
    Q_EMIT wished(wish);
}

void BulkBar::dismiss()
{
    m_inbox.clearMarks();
    hide();
    Q_EMIT closed();
}

void BulkBar::setProgress(int done, int open, const QList<BulkRefusal>& refused)
{
    if (m_state != State::Running)
        return; // closed, or others are being chosen by now
    const int all = done + open + static_cast<int>(refused.size());
    m_words->setWhole(open > 0 ? tr("%1 of %2…").arg(done).arg(all) : result(done));
    QStringList lines;
    if (!refused.isEmpty())
        lines << tr("%n refused:", nullptr, static_cast<int>(refused.size()));
    for (const BulkRefusal& one : refused.first(std::min<qsizetype>(refused.size(), mostRefusals)))
        lines << tr("%1: %2").arg(isolated(one.name), one.why);
    if (refused.size() > mostRefusals)
        lines << tr("and %n more", nullptr, static_cast<int>(refused.size()) - mostRefusals);
    m_details->setWhole(lines.join(u'\n'));
    m_details->setVisible(!lines.isEmpty());
    if (open == 0)
        showState(State::Told);
}

QString BulkBar::verb() const
{
    switch (m_wish.action) {
    case BulkAction::Claim:
        return tr("Claim");
    case BulkAction::Transfer:
        return tr("Transfer");
    case BulkAction::Resolve:
        return tr("Resolve");
    case BulkAction::Snooze:
        return tr("Snooze");
    }
    return {};
}

QString BulkBar::question() const
{
    const int count = static_cast<int>(m_wish.conversations.size());
    switch (m_wish.action) {
    case BulkAction::Claim:
        return tr("Claim %n conversation(s)?", nullptr, count);
    case BulkAction::Transfer:
        return tr("Transfer %n conversation(s) to %1?", nullptr, count).arg(isolated(m_wish.target));
    case BulkAction::Resolve:
        return tr("Resolve %n conversation(s)? Their customers see a closing message.", nullptr, count);
    case BulkAction::Snooze:
        return tr("Snooze %n conversation(s)?", nullptr, count);
    }
    return {};
}

QString BulkBar::result(int done) const
{
    switch (m_wish.action) {
    case BulkAction::Claim:
        return tr("%n claimed", nullptr, done);
    case BulkAction::Transfer:
        return tr("%n transferred", nullptr, done);
    case BulkAction::Resolve:
        return tr("%n resolved", nullptr, done);
    case BulkAction::Snooze:
        return tr("%n snoozed", nullptr, done);
    }
    return {};
}

void BulkBar::fillTransfer()
{
    QMenu& menu = m_transfer->popup();
    menu.clear();
    std::vector<domain::Agent> agents = m_inbox.live().agents();
    std::erase_if(agents, [this](const domain::Agent& agent) {
        return agent.disabled || agent.id == m_inbox.live().me().id;
    });
    std::sort(agents.begin(), agents.end(), [](const domain::Agent& a, const domain::Agent& b) {
        return a.availability != b.availability ? a.availability < b.availability
                                                : a.name.localeAwareCompare(b.name) < 0;
    });
    const auto add = [this, &menu](const QIcon& icon, const QString& name, domain::AgentId agent,
                                   domain::TeamId team) {
        QAction* action = menu.addAction(icon, QString(name).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, name, agent, team] {
            askAbout({BulkAction::Transfer, {}, agent, team, name, 0});
        });
    };
    for (const domain::Team& team : m_inbox.live().teams())
        add(m_theme.icon(QStringLiteral("inbox")), team.name, {}, team.id);
    if (!m_inbox.live().teams().empty() && !agents.empty())
        menu.addSeparator();
    for (const domain::Agent& agent : agents) {
        const Look look = lookOf(agent.availability);
        add(m_theme.icon(look.icon, look.color),
            tr("%1 (%2)").arg(agent.name, models::nameOf(agent.availability)), agent.id, {});
    }
    if (menu.isEmpty())
        menu.addAction(tr("There is nobody else"))->setEnabled(false);
}

void BulkBar::fillSnooze()
{
    const auto add = [this](const QString& words, int minutes) {
        connect(m_snooze->popup().addAction(words), &QAction::triggered, this, [this, minutes] {
            askAbout({BulkAction::Snooze, {}, {}, {}, {}, minutes});
        });
    };
    for (const int minutes : {5, 15, 30})
        add(tr("%n minute(s)", nullptr, minutes), minutes);
    for (const int hours : {1, 4})
        add(tr("%n hour(s)", nullptr, hours), hours * anHour);
    add(tr("Until this time tomorrow"), aDay);
}

void BulkBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitActions();
    Q_EMIT placed();
}

void BulkBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT placed();
}

void BulkBar::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT placed();
}

void BulkBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_state == State::Asking)
        showState(State::Choosing);
    else
        dismiss();
}

void BulkBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
}

} // namespace relevo::ui
