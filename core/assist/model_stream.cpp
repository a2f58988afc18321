#include <assist/model_stream.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace relevo::assist {

void ModelStream::feed(const QByteArray& bytes)
{
    for (const char c : bytes) {
        if (c != '\n') {
            m_line += c;
            continue;
        }
        if (m_line.endsWith('\r'))
            m_line.chop(1);
        if (m_line.isEmpty()) {
            readEvent(m_data);
            m_data.clear();
        } else if (m_line.startsWith("data:")) {
            if (!m_data.isEmpty())
                m_data += '\n';
            m_data += m_line.mid(m_line.startsWith("data: ") ? 6 : 5);
        }
        m_line.clear();
    }
}

void ModelStream::readEvent(const QByteArray& data)
{
    if (data == "[DONE]") {
        m_complete = true;
        return;
    }
    const QJsonObject choice =
        QJsonDocument::fromJson(data).object()[QStringLiteral("choices")].toArray().at(0).toObject();
    m_text += choice[QStringLiteral("delta")].toObject()[QStringLiteral("content")].toString();
    // Not every server says [DONE].
    if (choice[QStringLiteral("finish_reason")].isString())
        m_complete = true;
}

Result<QString> chatText(const QByteArray& body)
{
    const QJsonObject message = QJsonDocument::fromJson(body)
                                    .object()[QStringLiteral("choices")]
                                    .toArray()
                                    .at(0)
                                    .toObject()[QStringLiteral("message")]
                                    .toObject();
    const QJsonValue content = message[QStringLiteral("content")];
    if (!content.isString())
        return failure(ErrorCode::Invalid, QStringLiteral("The model's answer is no chat completion."),
                       QStringLiteral("Check that the address is that of an OpenAI-compatible server."));
    return content.toString();
}

} // namespace relevo::assist
