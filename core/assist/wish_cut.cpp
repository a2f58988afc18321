#include <assist/wish_cut.h>

#include <assist/stems.h>
#include <assist/tokens.h>
#include <assist/triggers.h>

#include <QtCore/QStringList>

#include <algorithm>
#include <vector>

namespace relevo::assist {
namespace {

constexpr std::size_t mostSegments = 32; ///< of a longer sentence the end stays in one

/// What joins two matters in one sentence.
const Stems& joiningWords()
{
    static const Stems stems(
        u"and. but. so. because. bc. coz. cuz. cause. since. regarding. concerning. about. "
        u"y. e. pero. mas. porem. porque. pq. pois. ya. ja. puesto. sobre. asi. entonces. "
        u"entao.");
    return stems;
}

/// What may begin another matter where nothing joins it: what for, and how wishes begin.
const Stems& openingWords()
{
    static const Stems stems(
        u"to. for. who. para. pra. por. que. quien. quem. no. nao. can. could. may. i. id. im. "
        u"let. give. get. please. "
        u"pls. plz. connect. transfer. put. my. puedo. podria. pueden. puede. quiero. "
        u"quisiera. necesito. me. "
        u"pasame. paseme. mi. posso. poderia. pode. podem. quero. queria. preciso. "
        u"gostaria. passa. passe. meu. "
        u"minha.");
    return stems;
}

/// What says nothing at the end or, without what it joined, at the beginning of a rest.
const Stems& idleJoints()
{
    static const Stems stems(
        u"and. but. so. because. bc. coz. cuz. cause. since. regarding. concerning. about. "
        u"to. for. please. pls. plz. y. e. pero. mas. porque. pq. pois. que. sobre. para. "
        u"pra. por. favor. asi. entonces. entao.");
    return stems;
}

bool isClauseMark(QChar c)
{
    return c == u',' || c == u';' || c == u':' || c == u'(' || c == u')' || c == u'-' || c == u'–' ||
           c == u'—' || c == u'…';
}

/// The sentence in pieces that joined together are it again.
QStringList segmentsOf(const QString& sentence, bool finely)
{
    QStringList segments;
    QString current;
    const auto finish = [&] {
        if (!current.trimmed().isEmpty())
            segments.push_back(current);
        else if (!segments.isEmpty())
            segments.back() += current;
        current.clear();
    };
    const QStringList parts = sentence.split(u' ', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const std::vector<QString> word = words(part);
        // A dash between spaces.
        const bool mark = word.empty() && isClauseMark(part.front());
        const bool joins = word.size() == 1 && (joiningWords().match(word.front()) ||
                                                (finely && openingWords().match(word.front())));
        if (joins && segments.size() < static_cast<qsizetype>(mostSegments))
            finish();
        current += part + u' ';
        if ((mark || isClauseMark(part.back())) && segments.size() < static_cast<qsizetype>(mostSegments))
            finish();
    }
    finish();
    return segments;
}

/// Where only another matter that a wish is about begins: a wish that came later has begun before it.
bool isInsideWish(const QString& segment)
{
    static const Stems inner(u"to. for. who. para. pra. por. que. quien. quem. me. my. mi. meu. minha.");
    const std::vector<QString> word = words(segment);
    return !word.empty() && inner.match(word.front());
}

bool isIdle(const QString& part)
{
    const std::vector<QString> word = words(part);
    return word.empty() ? std::all_of(part.begin(), part.end(), isClauseMark)
                        : word.size() == 1 && idleJoints().match(word.front());
}

/// Without marks and joining words in front.
QString withoutJoint(const QString& segment)
{
    static const Stems since(u"ya. ja. puesto. dado. visto.");
    QStringList parts = segment.split(u' ', Qt::SkipEmptyParts);
    // "ya que", "já que", "puesto que"
    if (parts.size() > 2 && words(parts[1]) == std::vector<QString>{QStringLiteral("que")} &&
        since.matchAny(words(parts[0])))
        parts.remove(0, 2);
    while (!parts.isEmpty() && isIdle(parts.front()))
        parts.removeFirst();
    // "[Can somebody tell] me where it is?"
    static const Stems asking(u"where when how why what which if.");
    if (parts.size() > 2 && words(parts[0]) == std::vector<QString>{QStringLiteral("me")} &&
        asking.matchAny(words(parts[1])))
        parts.removeFirst();
    return parts.join(u' ') + u' ';
}

/// Without marks and joining words at its ends.
QString withoutJoints(const QString& rest)
{
    QStringList parts = withoutJoint(rest).split(u' ', Qt::SkipEmptyParts);
    static const Stems begun(
        u"can. could. may. would. you. i. id. let. puedo. podria. puede. posso. poderia. pode.");
    while (!parts.isEmpty() && (isIdle(parts.back()) || begun.matchAny(words(parts.back()))))
        parts.removeLast();
    QString text = parts.join(u' ');
    while (!text.isEmpty() && isClauseMark(text.back()))
        text.chop(1);
    return text.trimmed();
}

/// The rest of what is joined from the segments for which `keeps` holds; empty unless it is worth it.
template <typename Keeps>
QString restOf(const QStringList& segments, const Triggers& triggers,
               const std::function<bool(const QString&)>& tells, Keeps keeps)
{
    QString rest;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        // "Hi, [I need an agent] because it never came": what it was joined to is gone.
        if (keeps(i))
            rest += i > 0 && !keeps(i - 1) ? withoutJoint(segments[i]) : segments[i];
    }
    rest = withoutJoints(rest);
    return rest.isEmpty() || !tells(rest) || triggers.find(rest) ? QString() : rest;
}

/// In pieces that are clauses, any that wish may go; in finer ones only those at the beginning or the end.
QString withoutWishIn(const QStringList& segments, bool finely, const Triggers& triggers,
                      const std::function<bool(const QString&)>& tells)
{
    const qsizetype count = segments.size();
    if (!finely) {
        std::vector<bool> wishes;
        for (const QString& segment : segments)
            wishes.push_back(triggers.find(segment).has_value());
        if (QString rest = restOf(segments, triggers, tells,
                                  [&wishes](qsizetype i) { return !wishes[static_cast<std::size_t>(i)]; });
            !rest.isEmpty())
            return rest;
    }
    // A wish that is itself in pieces stands before what it is about, or after it.
    for (qsizetype size = 1; size < count; ++size) {
        if (triggers.find(segments.mid(0, size).join(QString()))) {
            if (QString rest = restOf(segments, triggers, tells, [size](qsizetype i) { return i >= size; });
                !rest.isEmpty())
                return rest;
        }
        if (!isInsideWish(segments[count - size]) &&
            triggers.find(segments.mid(count - size).join(QString()))) {
            if (QString rest = restOf(segments, triggers, tells,
                                      [size, count](qsizetype i) { return i < count - size; });
                !rest.isEmpty())
                return rest;
        }
    }
    return {};
}

} // namespace

bool isScrap(const QString& rest)
{
    static const Stems after(
        u"at. on. by. in. to. back. now. today. tomorrow. again. please. tonight. asap. around. before. "
        u"after. from. with.");
    const std::vector<QString> word = words(rest);
    if (word.size() > 1 && word[0] == QLatin1String("me") && after.match(word[1]))
        return true;
    return std::none_of(word.begin(), word.end(), [](const QString& one) {
        return one.size() >= 3 && std::any_of(one.begin(), one.end(), [](QChar c) { return c.isLetter(); });
    });
}

QString withoutWish(const QString& sentence, const Triggers& triggers,
                    const std::function<bool(const QString&)>& tells)
{
    if (!triggers.find(sentence))
        return sentence;
    for (const bool finely : {false, true}) {
        if (QString rest = withoutWishIn(segmentsOf(sentence, finely), finely, triggers, tells);
            !rest.isEmpty())
            return rest;
    }
    return {};
}

} // namespace relevo::assist
