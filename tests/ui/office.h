#pragma once

#include "fake_relay.h"
#include "workplace.h"

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

} // namespace relevo
