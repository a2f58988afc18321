#include <ui/settings/connection_page.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/fingerprint_text.h>
#include <ui/widgets/text.h>

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using client::ProxyKind;
using metrics::grid;

ConnectionPage::ConnectionPage(const Theme& theme, Preferences& preferences, ConnectionKeeper& keeper)
    : SettingsPage(theme, tr("Connection")), m_preferences(preferences), m_keeper(keeper),
      m_kind(new QComboBox), m_host(new QLineEdit), m_port(new QSpinBox), m_user(new QLineEdit),
      m_password(new QLineEdit), m_use(new QPushButton(tr("Use this proxy"))),
      m_outcome(new Text(theme, &Fonts::body, &Colors::good)),
      m_file(new Text(theme, &Fonts::body, &Colors::text)), m_choose(new QPushButton(tr("Choose a file…"))),
      m_remove(new QPushButton(tr("Remove"))), m_checked(new Text(theme, &Fonts::body, &Colors::good)),
      m_pins(new QWidget)
{
    m_kind->setObjectName(QStringLiteral("proxyKind"));
    m_kind->addItem(tr("Same as the system"), static_cast<int>(ProxyKind::System));
    m_kind->addItem(tr("None"), static_cast<int>(ProxyKind::None));
    m_kind->addItem(QStringLiteral("HTTP"), static_cast<int>(ProxyKind::Http));
    m_kind->addItem(QStringLiteral("SOCKS 5"), static_cast<int>(ProxyKind::Socks));
    m_host->setObjectName(QStringLiteral("proxyHost"));
    m_port->setObjectName(QStringLiteral("proxyPort"));
    m_port->setRange(1, 65'535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setFixedWidth(14 * grid);
    m_user->setObjectName(QStringLiteral("proxyUser"));
    m_password->setObjectName(QStringLiteral("proxyPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Kept in the system’s keychain"));
    for (QLineEdit* edit : {m_host, m_user, m_password})
        edit->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_use->setObjectName(QStringLiteral("useProxy"));
    m_outcome->setObjectName(QStringLiteral("proxyOutcome"));
    m_choose->setObjectName(QStringLiteral("chooseAuthority"));
    m_remove->setObjectName(QStringLiteral("removeAuthority"));
    m_file->setObjectName(QStringLiteral("authorityFile"));
    m_checked->setObjectName(QStringLiteral("authorityChecked"));
    for (QPushButton* button : {m_use, m_choose, m_remove})
        button->setAccessibleName(button->text());
    for (Text* text : {m_outcome, m_file, m_checked})
        text->setWordWrap(true);
    setButtonKind(*m_use, ButtonKind::Primary);

    addSection(tr("Proxy"));
    addRow(tr("Proxy"), m_kind, tr("A relay on this computer is always reached directly."));
    m_hostRow = addRow(tr("Address"), m_host);
    m_proxyRows = {m_hostRow, addRow(tr("Port"), m_port), addRow(tr("User name, if required"), m_user),
                   addRow(tr("Password"), m_password)};
    add(atStart(m_use));
    add(m_outcome);
    addSection(tr("Certificates"),
               tr("If your relay’s certificate comes from your own authority, choose that authority’s file "
                  "(PEM). A relay that cannot prove its identity is refused."));
    add(m_file);
    auto* buttons = new QWidget;
    auto* line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, grid, 0, metrics::half);
    line->setSpacing(grid);
    line->addWidget(m_choose);
    line->addWidget(m_remove);
    line->addStretch();
    add(buttons);
    add(m_checked);
    addSection(tr("Self-signed relays"),
               tr("If no authority vouches for a relay, you are asked once whether its certificate is the "
                  "right one. If the certificate changes, the relay is refused."));
    m_pins->setObjectName(QStringLiteral("pins"));
    auto* column = new QVBoxLayout(m_pins);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    add(m_pins);

    showKept();
    connect(m_kind, &QComboBox::activated, this, [this] {
        updateRows();
        // Nothing more has to be known for these.
        if (kind() == ProxyKind::System || kind() == ProxyKind::None)
            use();
    });
    connect(m_use, &QPushButton::clicked, this, &ConnectionPage::use);
    connect(m_choose, &QPushButton::clicked, this, &ConnectionPage::chooseFile);
    connect(m_remove, &QPushButton::clicked, this, [this] { m_keeper.setAuthority({}); });
    connect(&keeper, &ConnectionKeeper::pinsChanged, this, &ConnectionPage::showPins);
    connect(&keeper, &ConnectionKeeper::authorityChecked, this, &ConnectionPage::authorityChecked);
}

ProxyKind ConnectionPage::kind() const
{
    return static_cast<ProxyKind>(m_kind->currentData().toInt());
}

void ConnectionPage::showKept()
{
    const client::ProxyChoice proxy = m_preferences.proxy();
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(proxy.kind)));
    m_host->setText(proxy.host);
    m_port->setValue(proxy.port > 0 ? proxy.port : 8080);
    m_user->setText(proxy.user);
    m_outcome->hide();
    m_checked->hide();
    const QString file = m_preferences.authorityFile();
    m_file->setWhole(file.isEmpty()
                         ? tr("Only the system’s authorities are trusted.")
                         : tr("Trusted in addition to the system’s: %1").arg(QFileInfo(file).fileName()));
    m_remove->setVisible(!file.isEmpty());
    updateRows();
    showPins();
}

void ConnectionPage::updateRows()
{
    const bool own = kind() == ProxyKind::Http || kind() == ProxyKind::Socks;
    for (SettingRow* row : m_proxyRows)
        row->setVisible(own);
    m_use->setVisible(own);
    m_hostRow->clearTrouble();
    m_outcome->hide();
}

void ConnectionPage::use()
{
    const bool own = kind() == ProxyKind::Http || kind() == ProxyKind::Socks;
    const QString host = m_host->text().trimmed();
    if (own && host.isEmpty()) {
        m_hostRow->tell(tr("Enter the proxy’s address."));
        m_host->setFocus();
        return;
    }
    m_hostRow->clearTrouble();
    m_keeper.setProxy(
        own ? client::ProxyChoice{kind(), host, m_port->value(), m_user->text().trimmed(), m_password->text()}
            : client::ProxyChoice{kind(), {}, 0, {}, {}});
    m_password->clear();
    m_outcome->setWhole(tr("Saved. It applies from the next connection."));
    m_outcome->show();
}

void ConnectionPage::showPins()
{
    // A button of one of them may be what was pressed.
    for (QWidget* row : m_pins->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        m_pins->layout()->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    const QList<client::Pin> pins = m_keeper.pins();
    for (const client::Pin& pin : pins)
        m_pins->layout()->addWidget(pinRow(pin));
    if (!pins.isEmpty())
        return;
    auto* none = new Text(theme(), &Fonts::body, &Colors::text, tr("There is none."));
    none->setObjectName(QStringLiteral("noPins"));
    m_pins->layout()->addWidget(none);
}

QWidget* ConnectionPage::pinRow(const client::Pin& pin)
{
    auto* row = new QWidget;
    auto* words = new Text(theme(), &Fonts::body, &Colors::text,
                           pin.host + u'\n' +
                               tr("Valid until %1")
                                   .arg(QLocale().toString(pin.certificate.expiryDate().toLocalTime().date(),
                                                           QLocale::ShortFormat)));
    words->setObjectName(QStringLiteral("pin"));
    auto* print = fingerprintText(theme(), &Colors::muted, client::fingerprintOf(pin.certificate));
    auto* forget = new QPushButton(tr("Forget"));
    forget->setObjectName(QStringLiteral("forgetPin"));
    forget->setAccessibleName(tr("Forget the certificate of %1").arg(pin.host));
    connect(forget, &QPushButton::clicked, this, [this, host = pin.host] { m_keeper.forgetPin(host); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(words);
    texts->addWidget(print);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid);
    line->addLayout(texts, 1);
    line->addWidget(forget);
    return row;
}

void ConnectionPage::chooseFile()
{
    auto* dialog =
        new QFileDialog(this, tr("Certificates of an authority"), {}, tr("Certificates (*.pem *.crt *.cer)"));
    dialog->setObjectName(QStringLiteral("authorityDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_keeper, &ConnectionKeeper::setAuthority);
    dialog->open();
}

void ConnectionPage::authorityChecked(const Result<int>& count)
{
    showKept();
    m_checked->setColor(count ? &Colors::good : &Colors::danger);
    m_checked->setWhole(
        count ? (*count > 0 ? tr("%n certificate(s) trusted from the next connection.", nullptr, *count)
                            : tr("Only the system’s authorities are trusted from the next connection."))
        : count.error().code == ErrorCode::Invalid
            ? tr("There is no certificate in this file. It must be in PEM format.")
            : tr("The file cannot be read."));
    m_checked->show();
}

} // namespace relevo::ui
