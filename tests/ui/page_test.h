#pragma once

#include "http_double.h"

#include <client/live_view.h>
#include <client/relay_api.h>
#include <ui/theme/theme.h>

#include <QtTest/QtTest>

#include <memory>

namespace relevo::ui {

/// One page of a project's settings by itself, with a relay that answers what a test says: what the tests of
/// such pages begin with.
template <typename Page>
class PageTest : public QObject
{
protected:
    /// The project's part of the pages' addresses.
    static constexpr const char* projectId = "0190aaaa-0000-7000-8000-000000000002";

    void begin()
    {
        m_theme = std::make_unique<Theme>();
        m_server = std::make_unique<HttpDouble>();
        m_api = std::make_unique<client::RelayApi>();
        m_api->use(m_server->url(), QStringLiteral("secret"));
        m_live = std::make_unique<client::LiveView>();
        client::LiveBatch batch;
        batch.project.emplace();
        batch.project->id = *domain::ProjectId::parse(QString::fromLatin1(projectId));
        m_live->apply(batch);
    }
    /// After what the relay answers is settled.
    void makePage(const QSize& size)
    {
        m_page = std::make_unique<Page>(*m_theme, *m_live, *m_api);
        m_page->resize(size);
        m_page->show();
    }
    void end()
    {
        m_page.reset();
        m_api.reset();
        m_theme.reset();
    }
    /// The relay says who saved last, and which field.
    void saysLastChange(const char* field)
    {
        m_server->answer("GET /api/audit", 200,
                         {{"items",
                           {{{"at", "2026-11-21T09:30:00.000Z"},
                             {"actor", {{"type", "agent"}, {"name", "Eva"}}},
                             {"changes", {{{"field", field}}}}}}},
                          {"next", nullptr}});
    }

    /// As a desk hears that something was saved which it does not keep itself.
    void tellChange()
    {
        client::LiveBatch batch;
        batch.settings.emplace();
        m_live->apply(batch);
    }

    template <typename Widget>
    Widget* find(const char* name)
    {
        // What was replaced is not in the way.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        auto* found = m_page->template findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget is named %s", name);
        return found;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<HttpDouble> m_server;
    std::unique_ptr<client::RelayApi> m_api;
    std::unique_ptr<client::LiveView> m_live;
    std::unique_ptr<Page> m_page;
};

} // namespace relevo::ui
