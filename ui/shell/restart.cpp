#include <ui/shell/restart.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>

namespace relevo::ui {

QStringList argumentsAgain(const QStringList& arguments)
{
    QStringList again = arguments.mid(1);
    again.removeIf([](const QString& word) { return word.startsWith(QLatin1String("handoff://")); });
    return again;
}

bool startAgain(const QStringList& arguments)
{
    return QProcess::startDetached(QCoreApplication::applicationFilePath(), argumentsAgain(arguments));
}

} // namespace relevo::ui
