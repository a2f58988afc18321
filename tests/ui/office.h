#pragma once

#include "fake_relay.h"
#include "workplace.h"

#include <QtTest/QtTest>

namespace relevo {

/// A workplace with a fake relay, at which the world's first agent has been signed in before.
class Office final : public Workplace
{
    Q_OBJECT
public:
    explicit Office(QObject* parent = nullptr);

    test::World world{1};
    test::FakeRelay relay{world};

private:
    [[nodiscard]] client::Profile profile() const;
};

/// What the tests at an office begin with.
class OfficeTest : public QObject
{
protected:
    std::unique_ptr<Office> m_office;

    void open() { m_office = std::make_unique<Office>(); }
    void close() { m_office.reset(); }
    /// Until everything that the relay knows is there.
    void signIn()
    {
        m_office->secrets.token = m_office->relay.token;
        m_office->start();
        QTRY_COMPARE(m_office->desk.link().state, client::LinkState::Online);
        QTRY_COMPARE(m_office->desk.live().seq(), m_office->world.seq());
        QTRY_VERIFY(m_office->window.isDeskShown());
    }
};

} // namespace relevo
