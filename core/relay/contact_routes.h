#pragma once

#include <relay/contact_commands.h>
#include <relay/http_support.h>
#include <relay/searches.h>
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
              const store::SearchIndex::Search& search, const SearchFilter& filter);
    void one(const http::Request& request, const http::Responder& responder);
    void change(const http::Request& request, const http::Responder& responder, contactcommands::Make make,
                int status);
    void erase(const http::Request& request, const http::Responder& responder);
    void exportRecord(const http::Request& request, const http::Responder& responder);
    void giveRecord(const http::Request& request, const http::Responder& responder, const Scope& scope,
                    const domain::ContactId& id, const std::vector<store::ContactRecord>& record);
    void search(const http::Request& request, const http::Responder& responder);
    /// A contact, and the conversations of everybody who is the same person.
    struct Person
    {
        domain::ContactId contact;
        std::vector<domain::Conversation> conversations;
    };
    /// Reads the person and does `found` with them; says when there is none.
    void withPerson(const http::Request& request, const http::Responder& responder, const Scope& scope,
                    std::function<void(Person)> found);

    GatewayParts m_parts;
    QueryThread& m_exports;
};

} // namespace relevo::relay
