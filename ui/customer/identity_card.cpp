#include <ui/customer/identity_card.h>

#include <models/names.h>
#include <ui/customer/contact_rules.h>
#include <ui/customer/editable_line.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/looks.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/painted.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

IdentityCard::IdentityCard(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme),
      m_name(new EditableLine(theme, {.objectName = QStringLiteral("customerName"),
                                      .name = tr("Name"),
                                      .icon = {},
                                      .offer = {},
                                      .font = &Fonts::heading,
                                      .copied = false,
                                      .trouble = nameTrouble})),
      m_email(new EditableLine(theme, {.objectName = QStringLiteral("customerEmail"),
                                       .name = tr("E-mail"),
                                       .icon = QStringLiteral("mail"),
                                       .offer = tr("Add an e-mail"),
                                       .trouble = emailTrouble})),
      m_phone(new EditableLine(theme, {.objectName = QStringLiteral("customerPhone"),
                                       .name = tr("Phone"),
                                       .icon = QStringLiteral("phone"),
                                       .offer = tr("Add a phone number"),
                                       .trouble = phoneTrouble})),
      m_language(makeFact("customerLanguage", tr("Language"), QStringLiteral("language"))),
      m_channel(makeFact("customerChannel", tr("Channel"), QStringLiteral("chat"))),
      m_time(makeFact("customerTime", tr("The customer’s time"), QStringLiteral("clock"))),
      m_page(new EditableLine(theme, {.objectName = QStringLiteral("customerPage"),
                                      .name = tr("The page they wrote from"),
                                      .icon = QStringLiteral("page"),
                                      .offer = {}})),
      m_more(new PopupButton), m_blocked(makeBlocked()),
      m_avatar(new Painted(theme, metrics::avatar + grid, [this](QPainter& painter, const QRect& rect) {
          paintAvatar(painter, rect, m_shown.name, m_theme);
      }))
{
    m_more->setObjectName(QStringLiteral("contactMenu"));
    m_more->setIcon(theme.icon(QStringLiteral("more")));
    m_more->setFixedSize(3 * grid, metrics::controlHeight); // over the pencils below
    m_more->setAccessibleName(tr("More about this customer"));
    m_more->setToolTip(m_more->accessibleName());
    setButtonKind(*m_more, ButtonKind::Quiet);
    auto* top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_avatar, 0, Qt::AlignTop);
    top->addSpacing(grid + metrics::half);
    top->addWidget(m_name, 1, Qt::AlignVCenter);
    top->addWidget(m_more, 0, Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::half);
    layout->addLayout(top);
    layout->addSpacing(metrics::half);
    layout->addWidget(m_blocked);
    for (EditableLine* line : {m_email, m_phone, m_language, m_channel, m_time, m_page})
        layout->addWidget(line);
    connectLines();
}

EditableLine* IdentityCard::makeFact(const char* objectName, const QString& name, const QString& icon)
{
    EditableLine::About about;
    about.objectName = QLatin1String(objectName);
    about.name = name;
    about.icon = icon;
    about.copied = false;
    return new EditableLine(m_theme, std::move(about));
}

QWidget* IdentityCard::makeBlocked()
{
    auto* box = new QWidget;
    box->setObjectName(QStringLiteral("contactBlocked"));
    const Theme& theme = m_theme;
    auto* icon = new Painted(theme, metrics::icon, [&theme](QPainter& painter, const QRect& rect) {
        paintIcon(painter, rect, QStringLiteral("block"), theme.colors().danger);
    });
    auto* words = new Text(m_theme, &Fonts::captionStrong, &Colors::danger, tr("Blocked"));
    words->setToolTip(tr("What they write is kept, and nobody is alerted"));
    auto* unblock = new QPushButton(tr("Unblock"));
    unblock->setObjectName(QStringLiteral("unblockContact"));
    unblock->setAccessibleName(tr("Unblock this customer"));
    setButtonKind(*unblock, ButtonKind::Quiet);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(icon);
    row->addWidget(words, 1);
    row->addWidget(unblock);
    box->hide();
    connect(unblock, &QPushButton::clicked, this, [this] { Q_EMIT blockWanted(false); });
    return box;
}

void IdentityCard::connectLines()
{
    connect(m_name, &EditableLine::changed, this, [this](const QString& text) {
        client::ContactChange change;
        change.name = text;
        Q_EMIT changed(change);
    });
    connect(m_email, &EditableLine::changed, this, [this](const QString& text) {
        client::ContactChange change;
        change.email = text;
        Q_EMIT changed(change);
    });
    connect(m_phone, &EditableLine::changed, this, [this](const QString& text) {
        client::ContactChange change;
        change.phone = text;
        Q_EMIT changed(change);
    });
}

void IdentityCard::show(const Identity& identity)
{
    if (identity == m_shown)
        return;
    m_shown = identity;
    const domain::Contact& contact = identity.contact;
    for (EditableLine* line : {m_name, m_email, m_phone})
        line->setEditable(identity.editable);
    m_name->setValue(contact.name);
    m_name->setStandIn(identity.name);
    m_email->setValue(contact.email);
    m_phone->setValue(contact.phone);
    m_language->setValue(models::languageName(identity.language));
    m_channel->setValue(models::channelName(identity.channel));
    m_time->setValue(identity.localTime);
    m_page->setValue(pageOf(contact));
    m_blocked->setVisible(contact.blocked);
    m_more->setVisible(identity.editable);
    m_avatar->update();
    fillMenu();
}

void IdentityCard::fillMenu()
{
    QMenu& menu = m_more->popup();
    menu.clear();
    const bool blocked = m_shown.contact.blocked;
    QAction* merge = menu.addAction(tr("Same person as…"));
    merge->setObjectName(QStringLiteral("mergeContact"));
    connect(merge, &QAction::triggered, this, &IdentityCard::mergeWanted);
    QAction* block = menu.addAction(blocked ? tr("Unblock") : tr("Block"));
    block->setObjectName(QStringLiteral("blockContact"));
    connect(block, &QAction::triggered, this, [this, blocked] { Q_EMIT blockWanted(!blocked); });
}

} // namespace relevo::ui
