#pragma once

#include <relay/hub.h>
#include <relay/pipeline.h>
#include <relay/scope.h>
#include <store/reader.h>

#include <QtCore/QHash>
#include <QtCore/QTimer>

namespace relevo::relay {

/// Notices that an agent who works over HTTP alone has vanished: nothing of theirs was heard for the grace
/// time (settings, `leastPatience` at least). They count as gone since their last call, so what they were
/// offered and what they hold goes back as it does for somebody whose desktop was closed then. Who has a
/// desktop is known by that; programs with an API key are nobody here. The last calls are kept in memory:
/// after a start everybody who is signed in is given the whole time anew. I/O thread.
class HttpPresence final : public QObject, public Listener
{
    Q_OBJECT

public:
    HttpPresence(Hub& hub, Pipeline& pipeline, const Clock& clock, QObject* parent = nullptr);
    ~HttpPresence() override;

    /// Takes up who worked so before the relay was started.
    void start(store::Reader& reader);
    /// Somebody's request has been let in.
    void seen(const Scope& scope);
    void heard(const Published& published) override;

    /// So that whoever asks for news every second or two is not lost between two calls.
    static constexpr std::chrono::seconds leastPatience{5};

private:
    struct Sign
    {
        domain::ProjectId project;
        Timestamp at;
    };

    [[nodiscard]] milliseconds patience(const domain::ProjectId& project) const;
    [[nodiscard]] bool worksWithoutDesk(const Sign& sign, const domain::AgentId& id) const;
    void look();
    void wakeIn(milliseconds span);

    Hub& m_hub;
    Pipeline& m_pipeline;
    const Clock& m_clock;
    QHash<domain::AgentId, Sign> m_signs; ///< the last one of each
    QTimer m_timer;
};

} // namespace relevo::relay
