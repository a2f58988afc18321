#include <ui/spelling/spelling.h>

#include <base/log.h>

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtCore/QStandardPaths>

#ifdef RELEVO_HAS_HUNSPELL
#include <hunspell.hxx>
#endif

namespace relevo::ui {

namespace {

/// Read dictionaries take some ten MiB each; a desk seldom answers in more languages at once.
constexpr std::size_t mostOpen = 2;
constexpr qsizetype longestChecked = 60;

bool isWhole(const QString& base)
{
    return QFile::exists(base + QStringLiteral(".aff")) && QFile::exists(base + QStringLiteral(".dic"));
}

/// Which country's words are meant where only the language is known.
QString usualName(const QString& language)
{
    if (language == QLatin1String("en"))
        return QStringLiteral("en_US");
    if (language == QLatin1String("pt"))
        return QStringLiteral("pt_BR");
    return language + QLatin1Char('_') + language.toUpper(); // es_ES, de_DE, fr_FR
}

} // namespace

QStringList dictionaryFolders()
{
    QStringList folders = QStandardPaths::locateAll(
        QStandardPaths::GenericDataLocation, QStringLiteral("hunspell"), QStandardPaths::LocateDirectory);
    folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("myspell/dicts"),
                                         QStandardPaths::LocateDirectory);
    return folders;
}

QString dictionaryFor(const QString& language, const QStringList& folders)
{
#ifdef RELEVO_HAS_HUNSPELL
    const QString name = QString(language).replace(QLatin1Char('-'), QLatin1Char('_'));
    const QString plain = name.section(QLatin1Char('_'), 0, 0);
    if (plain.size() < 2)
        return {};
    QStringList names{name};
    if (name == plain && QLocale().name().startsWith(plain + QLatin1Char('_')))
        names << QLocale().name(); // the agent's own country
    names << usualName(plain) << plain;
    for (const QString& wanted : names) {
        for (const QString& folder : folders) {
            if (QString base = folder + QLatin1Char('/') + wanted; isWhole(base))
                return base;
        }
    }
    for (const QString& folder : folders) {
        for (const QString& file : QDir(folder).entryList({plain + QStringLiteral("_*.aff")}, QDir::Files)) {
            if (QString base = folder + QLatin1Char('/') + file.chopped(4); isWhole(base))
                return base;
        }
    }
#else
    Q_UNUSED(language)
    Q_UNUSED(folders)
#endif
    return {};
}

bool hasDictionaries(const QStringList& folders)
{
#ifdef RELEVO_HAS_HUNSPELL
    return std::any_of(folders.cbegin(), folders.cend(), [](const QString& folder) {
        return !QDir(folder).entryList({QStringLiteral("*.aff")}, QDir::Files).isEmpty();
    });
#else
    Q_UNUSED(folders)
    return false;
#endif
}

#ifdef RELEVO_HAS_HUNSPELL

/// The dictionaries that are open.
class Spelling::Shelf
{
public:
    bool isRight(const QString& path, const QString& word)
    {
        Hunspell* dictionary = open(path);
        return !dictionary || dictionary->spell(word.toStdString());
    }

    QStringList suggestions(const QString& path, const QString& word)
    {
        QStringList words;
        Hunspell* dictionary = open(path);
        if (!dictionary)
            return words;
        for (const std::string& one : dictionary->suggest(word.toStdString())) {
            if (words.size() < mostSuggestions)
                words << QString::fromStdString(one);
        }
        return words;
    }

private:
    struct Open
    {
        QString path;
        std::unique_ptr<Hunspell> dictionary; ///< none: it cannot be used
    };

    std::vector<Open> m_open; ///< the one used last stands last

    Hunspell* open(const QString& path)
    {
        const auto known =
            std::find_if(m_open.begin(), m_open.end(), [&path](const Open& one) { return one.path == path; });
        if (known != m_open.end()) {
            std::rotate(known, known + 1, m_open.end());
            return m_open.back().dictionary.get();
        }
        const std::string base = QFile::encodeName(path).toStdString();
        auto read = std::make_unique<Hunspell>((base + ".aff").c_str(), (base + ".dic").c_str());
        // Those of Debian are all UTF-8; one that is not would find every accent wrong.
        if (read->get_dict_encoding() != "UTF-8") {
            qCInfo(logUi).noquote() << logLine(u"a dictionary is not in UTF-8", {{u"path", path}});
            read.reset();
        }
        if (m_open.size() == mostOpen)
            m_open.erase(m_open.begin());
        m_open.push_back({path, std::move(read)});
        return m_open.back().dictionary.get();
    }
};

#else

class Spelling::Shelf
{
public:
    bool isRight(const QString&, const QString&) { return true; }
    QStringList suggestions(const QString&, const QString&) { return {}; }
};

#endif

Spelling::Spelling(const QStringList& folders, QObject* parent)
    : QObject(parent), m_folders(folders), m_shelf(std::make_shared<Shelf>())
{
    m_pool.setMaxThreadCount(1); // so the shelf is one thread's at a time
}

Spelling::~Spelling()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QString Spelling::pathOf(const QString& language)
{
    const auto known = m_paths.constFind(language);
    if (known != m_paths.cend())
        return *known;
    return *m_paths.insert(language, dictionaryFor(language, m_folders));
}

bool Spelling::knows(const QString& language)
{
    return !pathOf(language).isEmpty();
}

void Spelling::check(const QString& language, const QStringList& words, QObject* context,
                     std::function<void(const QSet<QString>&)> done)
{
    const QString path = pathOf(language);
    if (path.isEmpty())
        return;
    m_pool.start([this, shelf = m_shelf, path, words, context = QPointer(context), done = std::move(done)] {
        QSet<QString> wrong;
        for (const QString& word : words) {
            if (word.size() <= longestChecked && !shelf->isRight(path, word))
                wrong.insert(word);
        }
        // The destructor waits for this thread, and a call that is queued by then goes with this object.
        QMetaObject::invokeMethod(
            this,
            [context, done, wrong] {
                if (context)
                    done(wrong);
            },
            Qt::QueuedConnection);
    });
}

void Spelling::suggest(const QString& language, const QString& word, QObject* context,
                       std::function<void(const QStringList&)> done)
{
    const QString path = pathOf(language);
    if (path.isEmpty())
        return;
    m_pool.start([this, shelf = m_shelf, path, word, context = QPointer(context), done = std::move(done)] {
        const QStringList words =
            word.size() <= longestChecked ? shelf->suggestions(path, word) : QStringList();
        QMetaObject::invokeMethod(
            this,
            [context, done, words] {
                if (context)
                    done(words);
            },
            Qt::QueuedConnection);
    });
}

} // namespace relevo::ui
