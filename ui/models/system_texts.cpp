#include <models/system_texts.h>

#include <domain/notices.h>

#include <QtCore/QHash>

#include <functional>
#include <vector>

namespace relevo::models {

namespace {

using domain::Settings;

/// A sentence in another language; what stood in its place is put there again.
using Say = std::function<QString(const QString& language, const QString& word)>;

/// With a word of the moment in it, such as a name.
struct Pattern
{
    QString before;
    QString after;
    Say say;
};

struct Sentences
{
    QHash<QString, Say> whole;
    std::vector<Pattern> patterns;
};

constexpr int someMinutes = 987'654; // to find where the number stands

QString idleIn(const QString& language, const QString& word)
{
    return domain::idleNotice(word.toInt(), language);
}

std::vector<Say> wholeSentences()
{
    const Settings builtIn;
    return {
        [builtIn](const QString& language, const QString&) {
            return domain::handoffNotice(builtIn, language);
        },
        [builtIn](const QString& language, const QString&) {
            return domain::awayNotice(builtIn, {}, language);
        },
        [](const QString& language, const QString&) { return domain::askEmailNotice(language); },
        [](const QString& language, const QString&) { return domain::botAgainNotice(language); },
        [](const QString& language, const QString&) { return domain::leftNotice(language); },
        [](const QString& language, const QString&) { return domain::waitAgainNotice(language); },
        [](const QString& language, const QString&) {
            return domain::ticketNotice(domain::TicketAnswer::AskEmail, language);
        },
        [](const QString& language, const QString&) {
            return domain::ticketNotice(domain::TicketAnswer::Here, language);
        },
        [](const QString& language, const QString&) { return domain::idleNotice(1, language); },
        [](const QString& language, const QString&) { return domain::botFailedNotice(language, true); },
        [](const QString& language, const QString&) { return domain::botFailedNotice(language, false); },
        [builtIn](const QString& language, const QString&) {
            return domain::resolvedNotice(builtIn, language);
        },
        [builtIn](const QString& language, const QString&) { return domain::csatNotice(builtIn, language); },
        [](const QString& language, const QString&) { return domain::csatThanksNotice(language); },
    };
}

const Sentences& sentences()
{
    static const Sentences all = [] {
        const QStringList languages{QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt")};
        const QString number = QString::number(someMinutes);
        const QString mark(QChar(0x1F));
        Sentences made;
        for (const QString& language : languages) {
            for (const Say& say : wholeSentences())
                made.whole.insert(say(language, {}), say);
            const auto add = [&made](const QString& text, const QString& place, const Say& say) {
                const qsizetype at = text.indexOf(place);
                made.patterns.push_back({text.left(at), text.mid(at + place.size()), say});
            };
            add(domain::joinedNotice(mark, language), mark,
                [](const QString& to, const QString& word) { return domain::joinedNotice(word, to); });
            add(domain::emailKeptNotice(mark, language), mark,
                [](const QString& to, const QString& word) { return domain::emailKeptNotice(word, to); });
            add(domain::idleNotice(someMinutes, language), number, idleIn);
        }
        return made;
    }();
    return all;
}

} // namespace

QString systemTextIn(const QString& language, const QString& text)
{
    const Sentences& known = sentences();
    if (const auto whole = known.whole.constFind(text); whole != known.whole.cend())
        return (*whole)(language, {});
    for (const Pattern& pattern : known.patterns) {
        const qsizetype word = text.size() - pattern.before.size() - pattern.after.size();
        if (word > 0 && text.startsWith(pattern.before) && text.endsWith(pattern.after))
            return pattern.say(language, text.mid(pattern.before.size(), word));
    }
    return text;
}

} // namespace relevo::models
