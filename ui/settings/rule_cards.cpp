#include <ui/settings/rule_cards.h>

#include <ui/settings/chips_edit.h>
#include <ui/settings/setting_row.h>
#include <ui/settings/wheel_guard.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using domain::Lane;
using domain::LaneRule;

constexpr std::size_t mostLaneRules = 200;

} // namespace

QString laneWords(Lane lane)
{
    switch (lane) {
    case Lane::Info:
        return RuleCards::tr("General questions");
    case Lane::Commerce:
        return RuleCards::tr("Orders and payment");
    case Lane::Support:
        return RuleCards::tr("Trouble");
    }
    return {};
}

RuleCards::RuleCards(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout), m_add(new QPushButton(tr("Add a rule")))
{
    m_add->setObjectName(QStringLiteral("ruleAdd"));
    m_add->setAccessibleName(m_add->text());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::grid);
    auto* end = new QHBoxLayout;
    end->addWidget(m_add);
    end->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::grid);
    layout->addLayout(m_column);
    layout->addLayout(end);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addCard({});
        m_cards.back().words->line().setFocus();
        tellChange();
    });
}

RuleCards::~RuleCards() = default;

std::vector<LaneRule> RuleCards::rules() const
{
    std::vector<LaneRule> rules;
    rules.reserve(m_cards.size());
    for (const Card& card : m_cards)
        rules.push_back({static_cast<Lane>(card.lane->currentData().toInt()), card.words->texts()});
    return rules;
}

void RuleCards::setRules(const std::vector<LaneRule>& rules)
{
    if (rules != this->rules())
        rebuild(rules);
}

void RuleCards::rebuild(const std::vector<LaneRule>& rules)
{
    const QScopedValueRollback setting(m_setting, true);
    for (const Card& card : m_cards) {
        card.box->hide();
        card.box->deleteLater(); // it may be one of its buttons that was pressed
    }
    m_cards.clear();
    for (const LaneRule& rule : rules)
        addCard(rule);
    m_add->setEnabled(m_cards.size() < mostLaneRules);
}

void RuleCards::addCard(const LaneRule& rule)
{
    const QScopedValueRollback setting(m_setting, true);
    const std::size_t place = m_cards.size();
    Card card;
    card.box = new QWidget;
    card.words = new ChipsEdit(m_theme, QStringLiteral("ruleWords"), tr("Words"),
                               tr("Add a word or phrase; paste many with commas or lines"));
    card.words->setTexts(rule.words);
    card.row = new SettingRow(m_theme, tr("Rule %1").arg(place + 1), card.words);
    card.lane = new QComboBox;
    card.lane->setObjectName(QStringLiteral("ruleLane"));
    card.lane->setAccessibleName(tr("What it is about then"));
    for (const Lane lane : {Lane::Info, Lane::Commerce, Lane::Support})
        card.lane->addItem(laneWords(lane), static_cast<int>(lane));
    card.lane->setCurrentIndex(card.lane->findData(static_cast<int>(rule.lane)));
    new WheelGuard(*card.lane);
    auto* up = new QPushButton(tr("Move up"));
    up->setObjectName(QStringLiteral("ruleUp"));
    up->setEnabled(place > 0);
    auto* gone = new QPushButton(tr("Remove"));
    gone->setObjectName(QStringLiteral("ruleRemove"));
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->addStretch();
    for (QPushButton* button : {up, gone}) {
        button->setAccessibleName(button->text());
        button->setAccessibleDescription(tr("Rule %1").arg(place + 1));
        setButtonKind(*button, ButtonKind::Quiet);
        bottom->addWidget(button);
    }
    auto* layout = new QVBoxLayout(card.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(card.row);
    layout->addWidget(new SettingRow(m_theme, tr("Goes to"), card.lane));
    layout->addLayout(bottom);
    connect(card.words, &ChipsEdit::changed, this, &RuleCards::tellChange);
    connect(card.lane, &QComboBox::activated, this, &RuleCards::tellChange);
    connect(up, &QPushButton::clicked, this, [this, place] { moveUp(place); });
    connect(gone, &QPushButton::clicked, this, [this, place] { remove(place); });
    m_column->addWidget(card.box);
    m_cards.push_back(std::move(card));
    m_add->setEnabled(m_cards.size() < mostLaneRules);
}

void RuleCards::moveUp(std::size_t place)
{
    std::vector<LaneRule> now = rules();
    if (place == 0 || place >= now.size())
        return;
    std::swap(now[place - 1], now[place]);
    rebuild(now);
    m_cards[place - 1].words->line().setFocus();
    tellChange();
}

void RuleCards::remove(std::size_t place)
{
    std::vector<LaneRule> now = rules();
    if (place >= now.size())
        return;
    now.erase(now.begin() + static_cast<std::ptrdiff_t>(place));
    rebuild(now);
    m_add->setFocus();
    tellChange();
}

bool RuleCards::tell(std::size_t place, const QString& wrong)
{
    if (place >= m_cards.size())
        return false;
    m_cards[place].row->tell(wrong);
    return true;
}

void RuleCards::clearTrouble()
{
    for (const Card& card : m_cards)
        card.row->clearTrouble();
}

void RuleCards::tellChange()
{
    if (!m_setting)
        Q_EMIT changed();
}

} // namespace relevo::ui
