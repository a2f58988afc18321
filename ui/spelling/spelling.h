#pragma once

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtCore/QThreadPool>

#include <functional>
#include <memory>

namespace relevo::ui {

/// Where this system keeps dictionaries of Hunspell's kind (pairs of NAME.aff and NAME.dic).
[[nodiscard]] QStringList dictionaryFolders();

/// The dictionary for a language ("pt", "pt_BR"), without its ending, or nothing: that of the very country if
/// it is there, else of the one most people mean, else any of the language. Empty, too, where this program
/// was built without the library that reads them.
[[nodiscard]] QString dictionaryFor(const QString& language, const QStringList& folders);

/// Whether anything can be checked on this computer.
[[nodiscard]] bool hasDictionaries(const QStringList& folders);

/// Checks words with the dictionaries that the system has. Reading one takes a fraction of a second and a
/// guess sometimes, too: all of it happens on a thread of its own, and answers come by the event loop. Lives
/// on the UI thread.
class Spelling final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostSuggestions = 5;

    explicit Spelling(const QStringList& folders, QObject* parent = nullptr);
    ~Spelling() override;

    /// Whether there is a dictionary for it.
    [[nodiscard]] bool knows(const QString& language);
    /// Which of the words are wrong; not called when `context` is gone by then.
    void check(const QString& language, const QStringList& words, QObject* context,
               std::function<void(const QSet<QString>& wrong)> done);
    /// What may have been meant, the likeliest first; at most mostSuggestions.
    void suggest(const QString& language, const QString& word, QObject* context,
                 std::function<void(const QStringList& words)> done);

private:
    class Shelf;

    QStringList m_folders;
    QHash<QString, QString> m_paths; ///< of dictionaries, by language
    std::shared_ptr<Shelf> m_shelf;  ///< touched by the pool's one thread only
    QThreadPool m_pool;

    [[nodiscard]] QString pathOf(const QString& language);
};

} // namespace relevo::ui
