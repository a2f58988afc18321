#include <ui/settings/sla_editor.h>

#include <ui/settings/chips_edit.h>
#include <ui/settings/setting_row.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/minutes_box.h>
#include <ui/widgets/text.h>

#include <models/names.h>

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr std::size_t mostPolicies = 50;
constexpr int longestPolicyName = 200;

} // namespace

SlaEditor::SlaEditor(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_warn(new QSpinBox), m_column(new QVBoxLayout),
      m_add(new QPushButton(tr("Add a promise")))
{
    m_warn->setObjectName(QStringLiteral("slaWarn"));
    m_warn->setRange(1, 100);
    m_warn->setSuffix(QChar::Nbsp + QStringLiteral("%"));
    m_warn->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_warn->setFixedWidth(16 * grid);
    m_add->setObjectName(QStringLiteral("slaAdd"));
    m_add->setAccessibleName(m_add->text());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2 * grid);
    auto* end = new QHBoxLayout;
    end->addWidget(m_add);
    end->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid);
    layout->addLayout(m_column);
    layout->addLayout(end);
    layout->addWidget(new SettingRow(theme, tr("Warn after"), m_warn, tr("Of the promised time.")));
    connect(m_warn, &QSpinBox::valueChanged, this, &SlaEditor::tellChange);
    connect(m_add, &QPushButton::clicked, this, [this] {
        domain::SlaPolicy fresh;
        fresh.firstResponseMinutes = 5;
        addCard(fresh);
        m_cards.back().name->setFocus();
        tellChange();
    });
}

SlaEditor::~SlaEditor() = default;

domain::SlaPolicy SlaEditor::policyOf(const Card& card)
{
    domain::SlaPolicy policy;
    policy.name = card.name->text().simplified();
    for (const auto& [priority, box] : card.priorities) {
        if (box->isChecked())
            policy.priorities.push_back(priority);
    }
    for (const QString& channel : card.channels->texts())
        policy.channels.push_back(models::channelCode(channel));
    policy.tags = card.tags->texts();
    policy.firstResponseMinutes = card.first->value();
    policy.nextResponseMinutes = card.next->value();
    policy.resolutionMinutes = card.resolution->value();
    policy.businessTime = card.businessTime->isChecked();
    return policy;
}

domain::Sla SlaEditor::sla() const
{
    domain::Sla sla;
    sla.warnPercent = m_warn->value();
    for (const Card& card : m_cards)
        sla.policies.push_back(policyOf(card));
    return sla;
}

void SlaEditor::setSla(const domain::Sla& sla)
{
    if (sla == this->sla())
        return;
    const QScopedValueRollback setting(m_setting, true);
    m_warn->setValue(sla.warnPercent);
    rebuild(sla.policies);
}

void SlaEditor::rebuild(const std::vector<domain::SlaPolicy>& policies)
{
    const QScopedValueRollback setting(m_setting, true);
    for (const Card& card : m_cards) {
        card.box->hide();
        card.box->deleteLater(); // it may be one of its buttons that was pressed
    }
    m_cards.clear();
    for (const domain::SlaPolicy& policy : policies)
        addCard(policy);
    m_add->setEnabled(m_cards.size() < mostPolicies);
}

void SlaEditor::addCard(const domain::SlaPolicy& policy)
{
    const QScopedValueRollback setting(m_setting, true);
    Card card;
    card.box = makeBox(card, policy, m_cards.size());
    m_column->addWidget(card.box);
    m_cards.push_back(std::move(card));
    m_add->setEnabled(m_cards.size() < mostPolicies);
}

QSpinBox* SlaEditor::minutesBox(const char* objectName, const QString& name, int minutes)
{
    auto* box = new MinutesBox;
    box->setObjectName(QString::fromLatin1(objectName));
    box->setAccessibleName(name);
    box->setRange(0, longestMinutes);
    box->setSpecialValueText(tr("no promise"));
    box->setFixedWidth(14 * grid);
    box->setValue(minutes);
    connect(box, &QSpinBox::valueChanged, this, &SlaEditor::tellChange);
    return box;
}

QWidget* SlaEditor::makeBox(Card& card, const domain::SlaPolicy& policy, std::size_t place)
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    card.name = new QLineEdit(policy.name);
    card.name->setObjectName(QStringLiteral("slaName"));
    card.name->setMaxLength(longestPolicyName);
    card.name->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    card.nameRow = new SettingRow(m_theme, tr("Promise"), card.name);
    layout->addWidget(card.nameRow);

    auto* priorities = new QWidget;
    auto* line = new QHBoxLayout(priorities);
    line->setContentsMargins(0, metrics::half, 0, 0);
    for (const domain::Priority priority : {domain::Priority::Urgent, domain::Priority::High,
                                            domain::Priority::Normal, domain::Priority::Low}) {
        auto* one = new QCheckBox(models::nameOf(priority));
        one->setObjectName(QStringLiteral("slaPriority"));
        one->setAccessibleName(one->text());
        one->setChecked(std::ranges::find(policy.priorities, priority) != policy.priorities.end());
        connect(one, &QCheckBox::toggled, this, &SlaEditor::tellChange);
        line->addWidget(one);
        card.priorities.emplace_back(priority, one);
    }
    line->addStretch();
    layout->addWidget(new SettingRow(m_theme, tr("For customers of priority"), priorities,
                                     tr("None selected: any priority.")));

    card.channels = new ChipsEdit(m_theme, QStringLiteral("slaChannels"), tr("On the channels"),
                                  tr("Any, or %1, %2")
                                      .arg(models::channelName(QStringLiteral("web")),
                                           models::channelName(QStringLiteral("whatsapp"))));
    QStringList channels;
    for (const QString& channel : policy.channels)
        channels.push_back(models::channelName(channel));
    card.channels->setTexts(channels);
    card.tags = new ChipsEdit(m_theme, QStringLiteral("slaTags"), tr("With the tags"), tr("Any"));
    card.tags->setTexts(policy.tags);
    layout->addWidget(new SettingRow(m_theme, tr("On the channels"), card.channels));
    layout->addWidget(new SettingRow(m_theme, tr("With the tags"), card.tags));
    connect(card.channels, &ChipsEdit::changed, this, &SlaEditor::tellChange);
    connect(card.tags, &ChipsEdit::changed, this, &SlaEditor::tellChange);

    card.first = minutesBox("slaFirst", tr("First answer within"), policy.firstResponseMinutes);
    card.next = minutesBox("slaNext", tr("Every other answer within"), policy.nextResponseMinutes);
    card.resolution = minutesBox("slaResolution", tr("Resolved within"), policy.resolutionMinutes);
    card.timesRow = new SettingRow(m_theme, tr("First answer within"), card.first);
    layout->addWidget(card.timesRow);
    layout->addWidget(new SettingRow(m_theme, tr("Every other answer within"), card.next));
    layout->addWidget(new SettingRow(m_theme, tr("Resolved within"), card.resolution));

    card.businessTime = new QCheckBox(tr("Only open hours count"));
    card.businessTime->setObjectName(QStringLiteral("slaBusinessTime"));
    card.businessTime->setAccessibleName(card.businessTime->text());
    card.businessTime->setMinimumHeight(metrics::controlHeight);
    card.businessTime->setChecked(policy.businessTime);
    connect(card.businessTime, &QCheckBox::toggled, this, &SlaEditor::tellChange);
    connect(card.name, &QLineEdit::textChanged, this, &SlaEditor::tellChange);

    auto* up = new QPushButton(tr("Move up"));
    up->setObjectName(QStringLiteral("slaUp"));
    up->setEnabled(place > 0);
    auto* gone = new QPushButton(tr("Remove"));
    gone->setObjectName(QStringLiteral("slaRemove"));
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->addWidget(card.businessTime, 1);
    for (QPushButton* button : {up, gone}) {
        button->setAccessibleName(button->text());
        button->setAccessibleDescription(policy.name);
        setButtonKind(*button, ButtonKind::Quiet);
        bottom->addWidget(button);
    }
    connect(up, &QPushButton::clicked, this, [this, place] { moveUp(place); });
    connect(gone, &QPushButton::clicked, this, [this, place] { remove(place); });
    layout->addLayout(bottom);
    return box;
}

void SlaEditor::moveUp(std::size_t place)
{
    std::vector<domain::SlaPolicy> policies = sla().policies;
    if (place == 0 || place >= policies.size())
        return;
    std::swap(policies[place - 1], policies[place]);
    rebuild(policies);
    m_cards[place - 1].name->setFocus();
    tellChange();
}

void SlaEditor::remove(std::size_t place)
{
    std::vector<domain::SlaPolicy> policies = sla().policies;
    if (place >= policies.size())
        return;
    policies.erase(policies.begin() + static_cast<std::ptrdiff_t>(place));
    rebuild(policies);
    m_add->setFocus();
    tellChange();
}

void SlaEditor::tellChange()
{
    if (!m_setting)
        Q_EMIT changed();
}

bool SlaEditor::check()
{
    bool right = true;
    QStringList names;
    for (const Card& card : m_cards) {
        const domain::SlaPolicy policy = policyOf(card);
        card.nameRow->clearTrouble();
        card.timesRow->clearTrouble();
        if (policy.name.isEmpty())
            card.nameRow->tell(tr("Give it a name."));
        else if (names.contains(policy.name, Qt::CaseInsensitive))
            card.nameRow->tell(tr("Another promise has this name."));
        if (policy.firstResponseMinutes + policy.nextResponseMinutes + policy.resolutionMinutes == 0)
            card.timesRow->tell(tr("Set at least one time."));
        names << policy.name;
        right = right && !card.nameRow->isWrong() && !card.timesRow->isWrong();
    }
    return right;
}

void SlaEditor::tell(std::size_t policy, const QString& wrong)
{
    if (policy < m_cards.size())
        m_cards[policy].nameRow->tell(wrong);
}

} // namespace relevo::ui
