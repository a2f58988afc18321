#pragma once

#include "http_double.h"

#include <client/relay_api.h>

#include <QtNetwork/QNetworkReply>
#include <QtTest/QTest>

namespace relevo {

/// Until the relay has been asked for `what`, and nobody waits for an answer any more.
inline void waitForAnswer(const HttpDouble& relay, const client::RelayApi& api, const std::string& what)
{
    constexpr int answerPatience = 60'000; // ms: others use the processor, too
    if (!QTest::qWaitFor([&relay, &what] { return relay.count(what) > 0; }, answerPatience))
        qFatal("%s was not asked for", what.c_str());
    if (!QTest::qWaitFor([&api] { return api.findChildren<QNetworkReply*>().isEmpty(); }, answerPatience))
        qFatal("%s was not answered", what.c_str());
}

} // namespace relevo
