#pragma once

#include <relay/http_support.h>
#include <store/search_index.h>

namespace relevo::relay {

/// Contacts and the search over HTTP. I/O thread; what is looked for is read in the query threads.
class ContactRoutes final : public QObject
{
    Q_OBJECT

public:
    /// What is exported is read in the thread of `exports`.
    ContactRoutes(GatewayParts parts, QueryThread& exports, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void list(const http::Request& request, const http::Responder& responder);
    void find(const http::Request& request, const http::Responder& responder, const Scope& scope,
              const store::SearchIndex::Search& search);
    void one(const http::Request& request, const http::Responder& responder);
    void patch(const http::Request& request, const http::Responder& responder);
    void erase(const http::Request& request, const http::Responder& responder);
    void exportRecord(const http::Request& request, const http::Responder& responder);
    void search(const http::Request& request, const http::Responder& responder);
    /// Reads the contact's conversation and does `found` with it; says when there is none.
    void withContact(const http::Request& request, const http::Responder& responder, const Scope& scope,
                     std::function<void(const domain::Conversation&)> found);

    GatewayParts m_parts;
    QueryThread& m_exports;
};

} // namespace relevo::relay
