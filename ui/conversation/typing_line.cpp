#include <ui/conversation/typing_line.h>

#include <ui/theme/metrics.h>

#include <models/conversation_details.h>

#include <QtWidgets/QHBoxLayout>

namespace relevo::ui {

using metrics::grid;

QString inOneLine(const QString& text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t symbol = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            symbol = QChar::surrogateToUcs4(text[i], text[i + 1]);
        const bool isPair = symbol > 0xffff;
        const QChar::Category category = QChar::category(symbol);
        // Some scripts and pictures of several parts are written with joiners.
        const bool isJoiner = symbol == 0x200c || symbol == 0x200d;
        if (QChar::isSpace(symbol) || category == QChar::Other_Control)
            plain += u' ';
        else if (isJoiner || (category != QChar::Other_Format && category != QChar::Other_Surrogate))
            plain += text.mid(i, isPair ? 2 : 1);
        i += isPair ? 1 : 0;
    }
    return plain.simplified();
}

TypingLine::TypingLine(const Theme& theme, const models::ConversationDetails& details, QWidget* parent)
    : QWidget(parent), m_details(details), m_who(new Text(theme, &Fonts::caption, &Colors::muted)),
      m_what(new Text(theme, &Fonts::caption, &Colors::muted))
{
    m_who->setObjectName(QStringLiteral("typing"));
    m_who->setMinimumWidth(1); // a long name makes no window wider
    m_what->setObjectName(QStringLiteral("typingText"));
    // It changes every second: a screen reader may read it, and is not told of each change of its name.
    m_what->setAccessibleName(tr("What is being written"));
    m_what->setElided(true, Qt::ElideLeft);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * grid, 0, 3 * grid, metrics::half);
    layout->setSpacing(metrics::half);
    layout->addWidget(m_who);
    layout->addWidget(m_what, 1);
    setMinimumHeight(3 * grid);
    connect(&details, &models::ConversationDetails::changed, this, &TypingLine::refresh);
    refresh();
}

void TypingLine::look(const domain::ConversationId& conversation)
{
    m_conversation = conversation;
    refresh();
}

void TypingLine::setTyping(const domain::ConversationId& conversation, const QString& name, bool on,
                           const QString& text)
{
    if (on)
        m_typists.insert(conversation, {name, inOneLine(text)});
    else
        m_typists.remove(conversation);
    refresh();
}

void TypingLine::refresh()
{
    const auto typist = m_typists.constFind(m_conversation);
    const bool on = typist != m_typists.cend();
    const QString text = on ? typist->text : QString();
    const QString name = isolated(on && !typist->name.isEmpty() ? typist->name : m_details.name());
    m_who->setWhole(!on              ? QString()
                    : text.isEmpty() ? tr("%1 is typing…").arg(name)
                                     : tr("%1 is writing:").arg(name));
    m_what->setWhole(text);
    m_what->setAccessibleDescription(text);
}

} // namespace relevo::ui
