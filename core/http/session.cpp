#include <http/session.h>

namespace relevo::http {

Session::Session(SessionHost& host, std::unique_ptr<Stream> stream)
    : m_host(host), m_stream(std::move(stream)), m_peer(m_stream->peer())
{
    m_stream->setListener(this);
}

Session::~Session() = default;

} // namespace relevo::http
