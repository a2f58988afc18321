#include <ui/customer/person_card.h>

#include <models/moments.h>
#include <models/names.h>
#include <ui/customer/contact_rules.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

namespace {

// Further back nobody looks in a column; the search finds them all.
constexpr std::size_t mostListed = 12;

/// What tells this contact from another of the same name.
QString tellingOf(const domain::Contact& contact)
{
    if (!contact.email.isEmpty() && !contact.name.isEmpty())
        return contact.email;
    return contact.phone;
}

} // namespace

PersonCard::PersonCard(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_list(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("personCard"));
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(metrics::half);
}

void PersonCard::show(const Content& content)
{
    if (m_shown == content)
        return;
    m_shown = content;
    rebuild();
}

void PersonCard::rebuild()
{
    while (QLayoutItem* item = m_list->takeAt(0)) {
        // The button that was pressed is still in its click.
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    addConversations();
    addMerged();
    addAlike();
}

void PersonCard::addTitle(const QString& words)
{
    auto* title = new Text(m_theme, &Fonts::captionStrong, &Colors::muted, words);
    title->setContentsMargins(metrics::buttonInset, 0, metrics::buttonInset, 0);
    m_list->addWidget(title);
}

void PersonCard::addWords(const QString& words)
{
    auto* text = new Text(m_theme, &Fonts::caption, &Colors::muted, words);
    text->setObjectName(QStringLiteral("personWords"));
    text->setWordWrap(true);
    text->setContentsMargins(metrics::buttonInset, 0, metrics::buttonInset, 0);
    m_list->addWidget(text);
}

void PersonCard::addConversations()
{
    addTitle(tr("Earlier conversations"));
    std::vector<const domain::Conversation*> others;
    for (const domain::Conversation& one : m_shown->person.conversations) {
        if (one.id != m_shown->looking)
            others.push_back(&one);
    }
    if (others.empty()) {
        addWords(m_shown->state == State::Known   ? tr("None: this is their first.")
                 : m_shown->state == State::Asked ? tr("Looking…")
                                                  : tr("They appear when the relay can be reached."));
        return;
    }
    for (std::size_t i = 0; i < std::min(others.size(), mostListed); ++i) {
        const domain::Conversation& one = *others[i];
        const bool open = one.status == domain::ConversationStatus::Open;
        const QDateTime at = models::dateTime(one.closedAt.value_or(one.openedAt)).toLocalTime();
        const QString words = QStringLiteral("%1 · %2").arg(
            QLocale().toString(at.date(), QLocale::ShortFormat),
            open ? tr("%1, open").arg(models::channelName(one.channel)) : models::channelName(one.channel));
        auto* button = new QPushButton(words);
        button->setObjectName(QStringLiteral("earlierConversation"));
        button->setAccessibleName(tr("Open the conversation of %1").arg(words));
        button->setIcon(m_theme.icon(channelIcon(one.channel), &Colors::faint));
        button->setIconSize({m_theme.smallIconSize(), m_theme.smallIconSize()});
        setButtonKind(*button, ButtonKind::Quiet);
        connect(button, &QPushButton::clicked, this, [this, id = one.id] { Q_EMIT conversationChosen(id); });
        button->setFont(m_theme.fonts().caption);
        button->setMaximumHeight(std::max(3 * grid, button->fontMetrics().height() + grid)); // as a line
        m_list->addWidget(button, 0, Qt::AlignLeading);
    }
    if (others.size() > mostListed)
        addWords(tr("and %n more", nullptr, static_cast<int>(others.size() - mostListed)));
}

void PersonCard::addMerged()
{
    std::vector<const domain::Contact*> same;
    const client::Person& person = m_shown->person;
    if (!person.contact.id.isNull() && person.contact.id != m_shown->contact)
        same.push_back(&person.contact);
    for (const domain::Contact& one : person.merged) {
        if (one.id != m_shown->contact)
            same.push_back(&one);
    }
    if (same.empty())
        return;
    m_list->addSpacing(grid);
    addTitle(tr("The same person as"));
    for (const domain::Contact* one : same) {
        // It is the one that points to another that can be taken out.
        const bool root = one->mergedInto.isNull();
        const domain::ContactId apart = root ? m_shown->contact : one->id;
        QPushButton* button =
            addContact(*one, m_shown->editable ? tr("Separate") : QString(), "splitContact");
        if (!button)
            continue;
        button->setAccessibleName(tr("Separate from %1").arg(titleOf(*one)));
        connect(button, &QPushButton::clicked, this, [this, apart] { Q_EMIT splitWanted(apart); });
    }
}

void PersonCard::addAlike()
{
    if (m_shown->alike.empty() || !m_shown->editable)
        return;
    m_list->addSpacing(grid);
    addTitle(tr("Perhaps the same person"));
    for (const domain::Contact& one : m_shown->alike) {
        QPushButton* button = addContact(one, tr("Compare…"), "compareContact");
        button->setAccessibleName(tr("Compare with %1").arg(titleOf(one)));
        connect(button, &QPushButton::clicked, this, [this, one] { Q_EMIT compareWanted(one); });
    }
}

QPushButton* PersonCard::addContact(const domain::Contact& contact, const QString& words,
                                    const char* objectName)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(metrics::buttonInset, 0, 0, 0); // its button ends where the card does
    row->setSpacing(grid);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* name = new Text(m_theme, &Fonts::body, &Colors::text, titleOf(contact));
    name->setElided(true);
    texts->addWidget(name);
    if (const QString telling = tellingOf(contact); !telling.isEmpty()) {
        auto* line = new Text(m_theme, &Fonts::caption, &Colors::muted, telling);
        line->setElided(true);
        texts->addWidget(line);
    }
    row->addLayout(texts, 1);
    QPushButton* button = nullptr;
    if (!words.isEmpty()) {
        button = new QPushButton(words);
        button->setObjectName(QLatin1String(objectName));
        setButtonKind(*button, ButtonKind::Quiet);
        row->addWidget(button);
    }
    m_list->addWidget(box);
    return button;
}

} // namespace relevo::ui
