#include <ui/settings/bot_cards.h>

#include <ui/settings/setting_row.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>

#include <QtCore/QScopedValueRollback>
#include <QtGui/QHideEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using domain::BotEntry;
using domain::BotKind;

constexpr std::size_t mostBots = 50;
constexpr int longestBotName = 40;
constexpr int longestBotUrl = 2'000;

struct KindWords
{
    QString name;
    QString does;
};

KindWords kindWords(BotKind kind)
{
    switch (kind) {
    case BotKind::Faq:
        return {
            BotCards::tr("Questions and answers"),
            BotCards::tr("Answers what is asked again and again, as the page of the bots’ answers says.")};
    case BotKind::Orders:
        return {BotCards::tr("Orders"),
                BotCards::tr("Tells an order’s status, and cancels one that has not left.")};
    case BotKind::Triage:
        return {BotCards::tr("First questions"),
                BotCards::tr("Asks what happened, then for a human with all of it.")};
    case BotKind::Webhook:
        return {BotCards::tr("Your own program"),
                BotCards::tr("Gets each message over HTTP, and answers it.")};
    }
    return {};
}

QString nameForNew(BotKind kind)
{
    switch (kind) {
    case BotKind::Faq:
        return QStringLiteral("faq");
    case BotKind::Orders:
        return QStringLiteral("orders");
    case BotKind::Triage:
        return QStringLiteral("triage");
    case BotKind::Webhook:
        break;
    }
    return QStringLiteral("bot");
}

} // namespace

BotCards::BotCards(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout), m_add(new PopupButton)
{
    m_add->setObjectName(QStringLiteral("botAdd"));
    m_add->setText(tr("Add a bot"));
    m_add->setAccessibleName(m_add->text());
    m_add->setSign(theme.icon(QStringLiteral("chevron-down")));
    setButtonKind(*m_add, ButtonKind::Normal);
    makeMenu();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(3 * metrics::grid);
    auto* end = new QHBoxLayout;
    end->addWidget(m_add);
    end->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * metrics::grid);
    layout->addLayout(m_column);
    layout->addLayout(end);
}

BotCards::~BotCards() = default;

void BotCards::makeMenu()
{
    for (const BotKind kind : {BotKind::Faq, BotKind::Orders, BotKind::Triage, BotKind::Webhook}) {
        QAction* action = m_add->popup().addAction(kindWords(kind).name);
        connect(action, &QAction::triggered, this, [this, kind] { addNew(kind); });
    }
}

std::vector<BotEntry> BotCards::bots() const
{
    std::vector<BotEntry> bots;
    for (const Card& card : m_cards) {
        BotEntry bot;
        bot.name = card.name->text().trimmed().toLower();
        bot.kind = card.kind;
        if (card.url) {
            bot.url = card.url->text().trimmed();
            bot.timeoutSeconds = card.timeout->value();
            bot.answerSeconds = card.answer->value();
        }
        bots.push_back(std::move(bot));
    }
    return bots;
}

QStringList BotCards::enrichers() const
{
    QStringList names;
    for (const Card& card : m_cards) {
        if (card.listens && card.listens->isChecked())
            names << card.name->text().trimmed().toLower();
    }
    return names;
}

void BotCards::setBots(const std::vector<BotEntry>& bots, const QStringList& enrichers)
{
    if (bots == this->bots() && enrichers == this->enrichers())
        return;
    const QScopedValueRollback setting(m_setting, true);
    for (const Card& card : m_cards) {
        card.box->hide();
        card.box->deleteLater(); // it may be one of its buttons that was pressed
    }
    m_cards.clear();
    for (const BotEntry& bot : bots)
        addCard(bot, enrichers.contains(bot.name));
    m_add->setEnabled(m_cards.size() < mostBots);
    updateSecrets();
}

void BotCards::setSigning(const QStringList& names)
{
    m_signing = names;
    updateSecrets();
}

void BotCards::updateSecrets()
{
    for (const Card& card : m_cards) {
        if (card.secret)
            card.secret->setVisible(m_signing.contains(card.name->text().trimmed().toLower()));
    }
}

QString BotCards::freeName(const QString& wanted) const
{
    QString name = wanted;
    const auto isTaken = [this](const QString& one) {
        return std::ranges::any_of(m_cards, [&one](const Card& card) { return card.name->text() == one; });
    };
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return name;
}

void BotCards::addNew(BotKind kind)
{
    BotEntry bot;
    bot.kind = kind;
    bot.name = freeName(nameForNew(kind));
    addCard(bot, false);
    m_add->setEnabled(m_cards.size() < mostBots);
    const Card& card = m_cards.back();
    (card.url ? card.url : card.name)->setFocus();
    tellChange();
}

void BotCards::addCard(const BotEntry& bot, bool listens)
{
    const QScopedValueRollback setting(m_setting, true);
    const KindWords words = kindWords(bot.kind);
    Card card;
    card.kind = bot.kind;
    card.box = new QWidget;
    auto* layout = new QVBoxLayout(card.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Text(m_theme, &Fonts::bodyStrong, &Colors::text, words.name));
    auto* does = new Text(m_theme, &Fonts::caption, &Colors::muted, words.does);
    does->setWordWrap(true);
    layout->addWidget(does);
    layout->addSpacing(metrics::half);

    card.name = new QLineEdit(bot.name);
    card.name->setObjectName(QStringLiteral("botName"));
    card.name->setAccessibleName(tr("Name of the bot"));
    card.name->setMaxLength(longestBotName);
    card.name->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    auto* row = new SettingRow(m_theme, tr("Name"), card.name);
    card.rows[QStringLiteral("name")] = row;
    layout->addWidget(row);
    connect(card.name, &QLineEdit::textChanged, this, [this] {
        updateSecrets();
        tellChange();
    });
    if (bot.kind == BotKind::Webhook)
        makeProgram(card, bot, listens, *layout);
    if (bot.kind == BotKind::Webhook || bot.kind == BotKind::Orders)
        makeSecret(card, *layout);
    makeBottom(card, *layout);
    m_column->addWidget(card.box);
    m_cards.push_back(std::move(card));
    updateSecrets();
}

QSpinBox* BotCards::secondsBox(const char* objectName, int least, int most, int seconds)
{
    auto* box = new QSpinBox;
    box->setObjectName(QString::fromLatin1(objectName));
    box->setRange(least, most);
    box->setSuffix(QChar::Nbsp + tr("s"));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setFixedWidth(14 * metrics::grid);
    box->setValue(seconds);
    connect(box, &QSpinBox::valueChanged, this, &BotCards::tellChange);
    return box;
}

void BotCards::makeProgram(Card& card, const BotEntry& bot, bool listens, QVBoxLayout& layout)
{
    card.url = new QLineEdit(bot.url);
    card.url->setObjectName(QStringLiteral("botUrl"));
    card.url->setMaxLength(longestBotUrl);
    card.url->setPlaceholderText(QStringLiteral("https://bot.example.com/turn"));
    card.url->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    connect(card.url, &QLineEdit::textChanged, this, &BotCards::tellChange);
    card.timeout = secondsBox("botTimeout", 1, 30, bot.timeoutSeconds);
    card.answer = secondsBox("botAnswer", 5, 900, bot.answerSeconds);
    const auto add = [&](const char* field, const QString& name, QWidget* control, const QString& hint) {
        auto* row = new SettingRow(m_theme, name, control, hint);
        card.rows[QString::fromLatin1(field)] = row;
        layout.addWidget(row);
    };
    add("url", tr("Address"), card.url, tr("The relay posts each message there."));
    add("timeoutSeconds", tr("Answers within"), card.timeout,
        tr("Each of three attempts. Then a human is asked for."));
    add("answerSeconds", tr("Later answers within"), card.answer,
        tr("When the program says that it answers later."));
    card.listens = new QCheckBox(tr("Only listens"));
    card.listens->setObjectName(QStringLiteral("botListens"));
    card.listens->setAccessibleName(card.listens->text());
    card.listens->setMinimumHeight(metrics::controlHeight);
    card.listens->setChecked(listens);
    connect(card.listens, &QCheckBox::toggled, this, &BotCards::tellChange);
    auto* about = new SettingRow(
        m_theme, tr("Adds details"), card.listens,
        tr("Hears every customer’s message, whoever speaks to them, and may only write down who they are."));
    layout.addWidget(about);
}

void BotCards::makeSecret(Card& card, QVBoxLayout& layout)
{
    auto* box = new QWidget;
    card.secretLine = new QLineEdit;
    card.secretLine->setObjectName(QStringLiteral("botSecretText"));
    card.secretLine->setAccessibleName(tr("Secret"));
    card.secretLine->setReadOnly(true);
    card.secretLine->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    auto* copy = new QPushButton(tr("Copy"));
    copy->setObjectName(QStringLiteral("botSecretCopy"));
    copy->setAccessibleName(tr("Copy the secret"));
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::grid);
    line->addWidget(card.secretLine, 1);
    line->addWidget(copy);
    connect(copy, &QPushButton::clicked, this, [from = card.secretLine] {
        from->selectAll();
        from->copy();
    });
    card.secretRow =
        new SettingRow(m_theme, tr("Secret"), box,
                       tr("Shown this once, until you leave this page: give it to your program now, which "
                          "checks by it that it is the relay who asks."));
    card.secretRow->hide();
    layout.addWidget(card.secretRow);
}

void BotCards::makeBottom(Card& card, QVBoxLayout& layout)
{
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->addStretch();
    const auto button = [&](const char* objectName, const QString& words) {
        auto* made = new QPushButton(words);
        made->setObjectName(QString::fromLatin1(objectName));
        made->setAccessibleName(words);
        made->setAccessibleDescription(card.name->text());
        setButtonKind(*made, ButtonKind::Quiet);
        bottom->addWidget(made);
        return made;
    };
    if (card.secretRow) {
        card.secret = button("botSecret", tr("New secret…"));
        card.secret->setToolTip(tr("What it sends is signed with it."));
        connect(card.secret, &QPushButton::clicked, this,
                [this, name = card.name] { Q_EMIT secretWanted(name->text().trimmed().toLower()); });
    }
    connect(button("botRemove", tr("Remove")), &QPushButton::clicked, this,
            [this, box = card.box] { remove(box); });
    layout.addLayout(bottom);
}

void BotCards::remove(const QWidget* box)
{
    const auto gone = std::ranges::find(m_cards, box, &Card::box);
    if (gone == m_cards.end())
        return;
    gone->box->hide();
    gone->box->deleteLater();
    m_cards.erase(gone);
    m_add->setEnabled(true);
    m_add->setFocus();
    tellChange();
}

bool BotCards::tell(std::size_t place, const QString& field, const QString& wrong)
{
    if (place >= m_cards.size())
        return false;
    const auto row = m_cards[place].rows.find(field);
    if (row == m_cards[place].rows.end())
        return false;
    row->second->tell(wrong);
    return true;
}

void BotCards::clearTrouble()
{
    for (const Card& card : m_cards) {
        for (const auto& [field, row] : card.rows)
            row->clearTrouble();
    }
}

void BotCards::showSecret(const QString& name, const QString& secret)
{
    for (const Card& card : m_cards) {
        if (!card.secretRow || card.name->text().trimmed().toLower() != name)
            continue;
        card.secretLine->setText(secret);
        card.secretLine->setCursorPosition(0);
        card.secretRow->show();
        card.secretLine->setFocus();
    }
}

void BotCards::putSecretsAway()
{
    for (const Card& card : m_cards) {
        if (card.secretRow) {
            card.secretLine->clear();
            card.secretRow->hide();
        }
    }
}

void BotCards::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous())
        putSecretsAway();
    QWidget::hideEvent(event);
}

void BotCards::tellChange()
{
    if (!m_setting)
        Q_EMIT changed();
}

} // namespace relevo::ui
