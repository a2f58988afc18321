#include <base/log.h>

#include <base/clock.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <cstdio>

namespace relevo {

Q_LOGGING_CATEGORY(logHttp, "relevo.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "relevo.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logRelay, "relevo.relay", QtInfoMsg)
Q_LOGGING_CATEGORY(logAuth, "relevo.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(logClient, "relevo.client", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "relevo.ui", QtInfoMsg)

namespace {

// Separates the sentence from its fields inside one Qt log message; it cannot occur in a log sentence.
constexpr QChar fieldSeparator(0x1f);

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("error");
    case QtFatalMsg:
        return QStringLiteral("fatal");
    }
    return QStringLiteral("info");
}

void writeJsonLine(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const QStringList parts = text.split(fieldSeparator);
    QJsonObject line;
    line.insert(u"at", QString::fromStdString(toRfc3339(SystemClock().now())));
    line.insert(u"level", levelName(type));
    line.insert(u"category", QString::fromUtf8(context.category));
    line.insert(u"message", redacted(parts.first()));
    for (qsizetype i = 1; i + 1 < parts.size(); i += 2)
        line.insert(parts[i], redacted(parts[i + 1]));
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

} // namespace

void installJsonLog()
{
    qInstallMessageHandler(writeJsonLine);
}

void setLogLevel(LogLevel least)
{
    QString rules;
    int level = 0;
    for (const char* name : {"debug", "info", "warning"}) {
        const bool shown = level++ >= static_cast<int>(least);
        // Qt's own chatter of that level would drown ours.
        const QString category =
            shown && least == LogLevel::Debug ? QStringLiteral("relevo.*") : QStringLiteral("*");
        rules +=
            QStringLiteral("%1.%2=%3\n")
                .arg(category, QLatin1String(name), shown ? QLatin1String("true") : QLatin1String("false"));
    }
    QLoggingCategory::setFilterRules(rules);
}

QString logLine(QStringView message, std::initializer_list<std::pair<QStringView, QString>> fields)
{
    QString line = message.toString();
    for (const auto& [name, value] : fields)
        line += fieldSeparator + name.toString() + fieldSeparator + value;
    return line;
}

QString redacted(const QString& text)
{
    // In this order: addresses, what follows "Bearer", key-like words (32 or more characters), phone-like
    // digit groups. Ids, which are UUIDs, stay.
    static const QRegularExpression email(QStringLiteral(R"([\w.+-]+@[\w-]+(\.[\w-]+)+)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression bearer(QStringLiteral(R"((?<=\bbearer )\s*\S+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression secret(
        QStringLiteral(R"(\b(?![0-9a-f]{8}-[0-9a-f]{4}-)[A-Za-z0-9_\-]{32,}\b)"));
    static const QRegularExpression phone(QStringLiteral(
        R"((?<![\w.:-])(?![0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-)\+?\d[\d ()-]{7,}\d(?!\w|[.:-]\w))"));
    QString result = text;
    const QString mask = QStringLiteral("[redacted]");
    result.replace(email, mask);
    result.replace(bearer, mask);
    result.replace(secret, mask);
    result.replace(phone, mask);
    return result;
}

} // namespace relevo
