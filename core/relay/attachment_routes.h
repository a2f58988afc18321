#pragma once

#include <http/router.h>
#include <relay/agent_session.h>
#include <relay/attachment_shelf.h>
#include <relay/visitor_gateway.h>

namespace relevo::relay {

/// POST /api/attachments and GET /api/attachments/{id} for agents and programs, who may also go on with what
/// broke off, and the same under /api/visitor for the web chat's customers, who reach only what is in their
/// own conversation and meant for them. Bodies go to the disk and come from it as they are read. I/O thread.
class AttachmentRoutes final : public QObject
{
    Q_OBJECT

public:
    AttachmentRoutes(GatewayParts parts, AttachmentShelf& shelf, VisitorGateway& visitors,
                     QObject* parent = nullptr);

    void addTo(http::Router& router);

private:
    using Sink = std::expected<std::shared_ptr<http::BodySink>, http::Response>;

    [[nodiscard]] Sink openForScope(const http::Request& request);
    [[nodiscard]] Sink openForVisitor(const http::Request& request);
    /// `owner`: nobody's when it cannot be gone on with.
    [[nodiscard]] Sink open(const http::Request& request, const domain::ProjectId& project,
                            const QString& owner);
    void tellReceived(const http::Request& request, const http::Responder& responder);
    void take(const http::Request& request, const http::Responder& responder);
    void takeFromVisitor(const http::Request& request, const http::Responder& responder);
    void keep(const http::Request& request, const http::Responder& responder,
              const domain::ProjectId& project, const QString& owner, const char* path);
    void give(const http::Request& request, const http::Responder& responder);
    void giveToVisitor(const http::Request& request, const http::Responder& responder);
    void send(const http::Request& request, const http::Responder& responder,
              const store::StoredAttachment& stored);
    [[nodiscard]] Result<store::StoredAttachment> named(const http::Request& request,
                                                        const domain::ProjectId& project);

    GatewayParts m_parts;
    AttachmentShelf& m_shelf;
    VisitorGateway& m_visitors;
};

/// Content-Disposition (RFC 6266) for a file of that name: shown in its place, or to be saved.
[[nodiscard]] QByteArray dispositionOf(const domain::Attachment& attachment);

} // namespace relevo::relay
