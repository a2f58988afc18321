#include <ui/shell/certificate_guard.h>

#include <ui/login/login_page.h>
#include <ui/settings/question.h>
#include <ui/shell/main_window.h>

#include <client/profile.h>

#include <QtCore/QLocale>

namespace relevo::ui {

namespace {

QString dayOf(const QDateTime& at)
{
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

/// In two lines of sixteen pairs each.
QString detailsOf(const QSslCertificate& certificate)
{
    constexpr qsizetype half = 16 * 3;
    const QString print = client::fingerprintOf(certificate);
    return print.left(half) + u'\n' + print.mid(half) + u'\n' +
           CertificateGuard::tr("Valid from %1 to %2")
               .arg(dayOf(certificate.effectiveDate()), dayOf(certificate.expiryDate()));
}

/// Who signed it, as it says itself.
QString authorityOf(const QSslCertificate& certificate)
{
    for (const auto part : {QSslCertificate::Organization, QSslCertificate::CommonName}) {
        if (const QString name = certificate.issuerInfo(part).value(0).left(60).simplified(); !name.isEmpty())
            return u'“' + name + u'”';
    }
    return CertificateGuard::tr("an authority");
}

} // namespace

QString certificateWords(const client::RelayProof& proof, const QSslCertificate& before)
{
    const QString end = QStringLiteral("\n\n");
    if (before.isNull())
        return CertificateGuard::tr(
                   "%1 vouches for itself, and no authority does. Compare this fingerprint with "
                   "the one your administrator gives you; if it is another, somebody may be "
                   "listening.")
                   .arg(proof.host) +
               end + CertificateGuard::tr("Fingerprint (SHA-256):") + u'\n' + detailsOf(proof.certificate);
    const QString shown = end + CertificateGuard::tr("Trusted until now (SHA-256):") + u'\n' +
                          detailsOf(before) + end + CertificateGuard::tr("Shown now (SHA-256):") + u'\n' +
                          detailsOf(proof.certificate);
    if (proof.vouched)
        return CertificateGuard::tr(
                   "%1 shows another certificate than the one that was trusted, and %2 vouches "
                   "for it. Your administrator may have moved to it. If nobody told you so, do "
                   "not go on: somebody may be listening.")
                   .arg(proof.host, authorityOf(proof.certificate)) +
               shown;
    return CertificateGuard::tr(
               "%1 shows another certificate than the one that was trusted. Your administrator "
               "may have renewed it. If nobody told you so, do not go on: somebody may be "
               "listening.")
               .arg(proof.host) +
           shown;
}

CertificateGuard::CertificateGuard(const Parts& parts, QObject* parent) : QObject(parent), m_(parts)
{
    connect(&m_.window.login(), &LoginPage::signInRequested, this, [this](const QString& typed) {
        m_typed = client::relayUrl(typed).value_or(QUrl());
        // Whoever tries again wants to be asked again.
        m_said.clear();
    });
    connect(&m_.desk, &client::Desk::signInFailed, this, &CertificateGuard::signInFailed);
    connect(&m_.desk, &client::Desk::linkStateChanged, this, &CertificateGuard::linkChanged);
    connect(&m_.keeper, &ConnectionKeeper::proofMet, this, &CertificateGuard::ask);
}

void CertificateGuard::signInFailed(const Error& error)
{
    const auto reason = error.context.find(QStringLiteral("reason"));
    if (reason != error.context.end() && reason->second == QLatin1String("tls"))
        m_.keeper.examine(m_typed);
}

void CertificateGuard::linkChanged(const client::LinkInfo& info)
{
    if (info.state == client::LinkState::WaitingToRetry && info.untrusted)
        m_.keeper.examine(m_.desk.profile().relay);
}

void CertificateGuard::ask(const client::RelayProof& proof, const QSslCertificate& before)
{
    const QString name = QStringLiteral("certificateQuestion");
    const QByteArray print = proof.certificate.digest(QCryptographicHash::Sha256);
    // One that is out of date or for another name cannot be agreed to: what failed says so.
    if ((!proof.canBePinned && !proof.vouched) || m_said.contains(print) ||
        m_.window.findChild<Question*>(name))
        return;
    m_said.insert(print);
    auto* question = new Question(m_.theme, name,
                                  before.isNull() ? tr("This relay vouches for itself")
                                                  : tr("The relay's certificate is another one"),
                                  certificateWords(proof, before), &m_.window);
    question->addAnswer(QStringLiteral("certificateTrust"), tr("Trust this certificate"), false,
                        [this, proof] {
                            m_.keeper.agree(proof);
                            if (!m_.window.isDeskShown())
                                m_.window.login().showReason(tr("This relay is trusted now. Sign in again."));
                        });
    question->open();
}

} // namespace relevo::ui
