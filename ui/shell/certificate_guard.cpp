#include <ui/shell/certificate_guard.h>

#include <ui/login/login_page.h>
#include <ui/settings/question.h>
#include <ui/shell/main_window.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/fingerprint_text.h>

#include <client/profile.h>

#include <QtCore/QLocale>

namespace relevo::ui {

namespace {

QString dayOf(const QDateTime& at)
{
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

/// A line that says which one it is, its fingerprint and its dates.
void addCertificate(Question& question, const Theme& theme, const QString& which,
                    const QSslCertificate& certificate)
{
    auto* caption = new Text(theme, &Fonts::bodyStrong, &Colors::text, which);
    caption->setContentsMargins(0, metrics::grid, 0, 0);
    question.addDetail(caption);
    question.addDetail(fingerprintText(theme, &Colors::text, client::fingerprintOf(certificate)));
    question.addDetail(
        new Text(theme, &Fonts::body, &Colors::muted,
                 CertificateGuard::tr("Valid from %1 to %2")
                     .arg(dayOf(certificate.effectiveDate()), dayOf(certificate.expiryDate()))));
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

QString askingWords(const client::RelayProof& proof, bool isFirst)
{
    if (isFirst)
        return CertificateGuard::
            tr("The certificate of %1 is self-signed: no authority vouches for it. Compare this fingerprint "
               "with the one your administrator gives you; if they differ, somebody may be listening.")
                .arg(proof.host);
    if (proof.vouched)
        return CertificateGuard::tr("%1 shows a different certificate from the one you trusted, and %2 "
                                    "vouches for it. Your administrator may have switched to it. If nobody "
                                    "told you so, do not continue: somebody may be listening.")
            .arg(proof.host, authorityOf(proof.certificate));
    return CertificateGuard::tr(
               "%1 shows a different certificate from the one you trusted. Your administrator may have "
               "renewed it. If nobody told you so, do not continue: somebody may be listening.")
        .arg(proof.host);
}

} // namespace

Question* certificateQuestion(const Theme& theme, const client::RelayProof& proof,
                              const QSslCertificate& before, QWidget* parent)
{
    const bool isFirst = before.isNull();
    auto* question = new Question(theme, QStringLiteral("certificateQuestion"),
                                  isFirst ? CertificateGuard::tr("This relay’s certificate is self-signed")
                                          : CertificateGuard::tr("The relay’s certificate has changed"),
                                  askingWords(proof, isFirst), parent);
    if (!isFirst) {
        question->warn();
        addCertificate(*question, theme, CertificateGuard::tr("Trusted until now (SHA-256):"), before);
    }
    addCertificate(*question, theme,
                   isFirst ? CertificateGuard::tr("Fingerprint (SHA-256):")
                           : CertificateGuard::tr("Shown now (SHA-256):"),
                   proof.certificate);
    return question;
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
    const QByteArray print = proof.certificate.digest(QCryptographicHash::Sha256);
    // One that is out of date or for another name cannot be agreed to: what failed says so.
    if ((!proof.canBePinned && !proof.vouched) || m_said.contains(print) ||
        m_.window.findChild<Question*>(QStringLiteral("certificateQuestion")))
        return;
    m_said.insert(print);
    Question* question = certificateQuestion(m_.theme, proof, before, &m_.window);
    question->addAnswer(QStringLiteral("certificateTrust"), tr("Trust this certificate"), ButtonKind::Normal,
                        [this, proof] {
                            m_.keeper.agree(proof);
                            if (!m_.window.isDeskShown())
                                m_.window.login().showReason(tr("This relay is trusted now. Sign in again."));
                        });
    question->open();
}

} // namespace relevo::ui
