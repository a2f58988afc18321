#include <relay/password_rules.h>

#include <protocol/limits.h>

#include <QtCore/QList>

#include <algorithm>
#include <array>

namespace relevo::relay {
namespace {

// Of the lists of stolen passwords those that are long enough, without the digits and signs people hang on.
constexpr std::array<const char16_t*, 40> common{
    u"password",   u"passw0rd",   u"p@ssword",      u"p@ssw0rd",     u"passwordpassword",
    u"qwertyuiop", u"qwerty",     u"qwertyqwerty",  u"qwertzuiop",   u"azertyuiop",
    u"asdfghjkl",  u"asdfghjklñ", u"zxcvbnm",       u"1q2w3e4r5t",   u"1qaz2wsx3edc",
    u"q1w2e3r4t5", u"letmein",    u"letmeinplease", u"iloveyou",     u"iloveyouforever",
    u"welcome",    u"welcometo",  u"changeme",      u"changemenow",  u"administrator",
    u"admin",      u"trustno",    u"superman",      u"football",     u"sunshine",
    u"princess",   u"contraseña", u"contrasena",    u"micontraseña", u"teamo",
    u"minhasenha", u"mudarsenha", u"senha",         u"relevo",       u"correcthorsebatterystaple"};

/// Small letters, without digits and signs at the end: "Password1234!" is "password".
QString coreOf(const QString& password)
{
    QString core = password.toLower().simplified();
    while (!core.isEmpty() && !core.back().isLetter())
        core.chop(1);
    return core;
}

bool isCommon(const QString& password)
{
    const QString lower = password.toLower();
    const QString core = coreOf(password);
    return std::ranges::any_of(common, [&](const char16_t* word) {
        const QStringView known(word);
        return lower == known || core == known;
    });
}

/// "aaaaaaaaaa", "1234567890", "9876543210", "abcdefghij": every step the same.
bool isRun(const QString& password)
{
    const auto step = [&password](qsizetype at) {
        return password[at].unicode() - password[at - 1].unicode();
    };
    for (qsizetype i = 2; i < password.size(); ++i) {
        const bool wraps = password[i] == u'0' && password[i - 1] == u'9';
        if (step(i) != step(1) && !wraps)
            return false;
    }
    return password.size() < 2 || std::abs(step(1)) <= 1;
}

std::unexpected<Error> refused(const QString& message, const QString& detail)
{
    return failure(ErrorCode::Invalid, message, detail,
                   {{QStringLiteral("field"), QStringLiteral("password")}});
}

} // namespace

Result<void> checkPassword(const QString& password, const QString& name, const QString& email)
{
    if (password.toUcs4().size() < shortestPassword)
        return refused(
            QStringLiteral("The password is too short."),
            QStringLiteral("Use at least %1 characters; a few words are good.").arg(shortestPassword));
    if (password.toUtf8().size() > static_cast<qsizetype>(protocol::maxShortText))
        return refused(QStringLiteral("The password is too long."),
                       QStringLiteral("Use at most %1 bytes.").arg(protocol::maxShortText));
    const QString lower = password.toLower().trimmed();
    const QString user = email.toLower().section(u'@', 0, 0);
    if (lower == email.toLower() || lower == name.toLower() || (!user.isEmpty() && coreOf(password) == user))
        return refused(QStringLiteral("The password is your own name or address."),
                       QStringLiteral("Use something that others cannot look up."));
    if (isCommon(password) || isRun(password))
        return refused(QStringLiteral("The password is one of those that are tried first."),
                       QStringLiteral("A few words that do not belong together are good."));
    return {};
}

} // namespace relevo::relay
