#include <ui/settings/retention_editor.h>

#include <ui/settings/chips_edit.h>
#include <ui/settings/setting_row.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <models/names.h>

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

constexpr std::size_t mostRules = 50;
constexpr int usualDays = 30;

} // namespace

RetentionEditor::RetentionEditor(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout), m_add(new QPushButton(tr("Add a rule")))
{
    m_add->setObjectName(QStringLiteral("retentionAdd"));
    m_add->setAccessibleName(m_add->text());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2 * metrics::grid);
    auto* end = new QHBoxLayout;
    end->addWidget(m_add);
    end->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::grid);
    layout->addLayout(m_column);
    layout->addLayout(end);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addCard({{}, {}, usualDays});
        m_cards.back().channels->line().setFocus();
        tellChange();
    });
}

RetentionEditor::~RetentionEditor() = default;

domain::RetentionRule RetentionEditor::ruleOf(const Card& card)
{
    domain::RetentionRule rule;
    for (const QString& channel : card.channels->texts())
        rule.channels.push_back(models::channelCode(channel));
    rule.tags = card.tags->texts();
    rule.days = card.days->value();
    return rule;
}

RetentionEditor::Rules RetentionEditor::rules() const
{
    Rules rules;
    for (const Card& card : m_cards)
        rules.push_back(ruleOf(card));
    return rules;
}

void RetentionEditor::setRules(const Rules& rules)
{
    if (rules != this->rules())
        rebuild(rules);
}

void RetentionEditor::rebuild(const Rules& rules)
{
    const QScopedValueRollback setting(m_setting, true);
    for (const Card& card : m_cards) {
        card.box->hide();
        card.box->deleteLater(); // it may be one of its buttons that was pressed
    }
    m_cards.clear();
    for (const domain::RetentionRule& rule : rules)
        addCard(rule);
    m_add->setEnabled(m_cards.size() < mostRules);
}

void RetentionEditor::addCard(const domain::RetentionRule& rule)
{
    const QScopedValueRollback setting(m_setting, true);
    Card card;
    fillBox(card, rule);
    m_column->addWidget(card.box);
    m_cards.push_back(card);
    m_add->setEnabled(m_cards.size() < mostRules);
}

void RetentionEditor::fillBox(Card& card, const domain::RetentionRule& rule)
{
    card.box = new QWidget;
    auto* layout = new QVBoxLayout(card.box);
    layout->setContentsMargins(0, m_cards.empty() ? 3 * metrics::grid : 0, 0, 0);
    layout->setSpacing(0);

    addHead(*layout, m_cards.size());
    card.channels = new ChipsEdit(m_theme, QStringLiteral("retentionChannels"), tr("On the channels"),
                                  tr("Any, or %1, %2")
                                      .arg(models::channelName(QStringLiteral("web")),
                                           models::channelName(QStringLiteral("whatsapp"))));
    QStringList channels;
    for (const QString& channel : rule.channels)
        channels.push_back(models::channelName(channel));
    card.channels->setTexts(channels);
    card.tags = new ChipsEdit(m_theme, QStringLiteral("retentionTags"), tr("With the tags"), tr("Any"));
    card.tags->setTexts(rule.tags);

    card.days = new QSpinBox;
    card.days->setObjectName(QStringLiteral("retentionRuleDays"));
    card.days->setRange(0, domain::longestRetentionDays);
    card.days->setSuffix(QChar::Nbsp + tr("days"));
    card.days->setSpecialValueText(tr("never"));
    card.days->setButtonSymbols(QAbstractSpinBox::NoButtons);
    card.days->setFixedWidth(std::max(16 * metrics::grid, card.days->sizeHint().width()));
    card.days->setValue(rule.days);

    card.channelsRow = new SettingRow(m_theme, tr("On the channels"), card.channels);
    layout->addWidget(card.channelsRow);
    layout->addWidget(new SettingRow(m_theme, tr("With the tags"), card.tags));
    layout->addWidget(new SettingRow(m_theme, tr("Erase conversations after"), card.days));
    connect(card.channels, &ChipsEdit::changed, this, &RetentionEditor::tellChange);
    connect(card.tags, &ChipsEdit::changed, this, &RetentionEditor::tellChange);
    connect(card.days, &QSpinBox::valueChanged, this, &RetentionEditor::tellChange);
}

void RetentionEditor::addHead(QVBoxLayout& layout, std::size_t place)
{
    const QString name = tr("Rule %1").arg(place + 1);
    auto* title = new Text(m_theme, &Fonts::bodyStrong, &Colors::text, name);
    auto* up = new QPushButton(tr("Move up"));
    up->setObjectName(QStringLiteral("retentionUp"));
    up->setEnabled(place > 0);
    auto* gone = new QPushButton(tr("Remove"));
    gone->setObjectName(QStringLiteral("retentionRemove"));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(title, 1);
    for (QPushButton* button : {up, gone}) {
        button->setAccessibleName(button->text());
        button->setAccessibleDescription(name);
        setButtonKind(*button, ButtonKind::Quiet);
        line->addWidget(button);
    }
    connect(up, &QPushButton::clicked, this, [this, place] { moveUp(place); });
    connect(gone, &QPushButton::clicked, this, [this, place] { remove(place); });
    layout.addLayout(line);
}

void RetentionEditor::moveUp(std::size_t place)
{
    Rules all = rules();
    if (place == 0 || place >= all.size())
        return;
    std::swap(all[place - 1], all[place]);
    rebuild(all);
    m_cards[place - 1].channels->line().setFocus();
    tellChange();
}

void RetentionEditor::remove(std::size_t place)
{
    Rules all = rules();
    if (place >= all.size())
        return;
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(place));
    rebuild(all);
    m_add->setFocus();
    tellChange();
}

void RetentionEditor::tellChange()
{
    if (!m_setting)
        Q_EMIT changed();
}

bool RetentionEditor::check()
{
    bool right = true;
    for (const Card& card : m_cards) {
        const domain::RetentionRule rule = ruleOf(card);
        card.channelsRow->clearTrouble();
        if (rule.channels.isEmpty() && rule.tags.isEmpty())
            card.channelsRow->tell(tr("Enter a channel or a tag; the number above is for everything else."));
        right = right && !card.channelsRow->isWrong();
    }
    return right;
}

void RetentionEditor::tell(std::size_t rule, const QString& wrong)
{
    if (rule < m_cards.size())
        m_cards[rule].channelsRow->tell(wrong);
}

} // namespace relevo::ui
