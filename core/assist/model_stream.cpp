#include <assist/model_stream.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace relevo::assist {
namespace {

std::unexpected<Error> refusal()
{
    return failure(ErrorCode::Invalid, QStringLiteral("The model refused to answer."));
}

} // namespace

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
    const QJsonObject delta = choice[QStringLiteral("delta")].toObject();
    m_text += delta[QStringLiteral("content")].toString();
    m_refused = m_refused || !delta[QStringLiteral("refusal")].toString().isEmpty();
    // Not every server says [DONE].
    if (choice[QStringLiteral("finish_reason")].isString())
        m_complete = true;
}

Result<QString> ModelStream::text() const
{
    if (m_refused)
        return refusal();
    return m_text;
}

Result<QString> chatText(const QByteArray& body)
{
    const QJsonObject message = QJsonDocument::fromJson(body)
                                    .object()[QStringLiteral("choices")]
                                    .toArray()
                                    .at(0)
                                    .toObject()[QStringLiteral("message")]
                                    .toObject();
    if (!message[QStringLiteral("refusal")].toString().isEmpty())
        return refusal();
    const QJsonValue content = message[QStringLiteral("content")];
    if (!content.isString())
        return failure(ErrorCode::Invalid, QStringLiteral("The model's answer is no chat completion."),
                       QStringLiteral("Check that the address is that of an OpenAI-compatible server."));
    return content.toString();
}

} // namespace relevo::assist
