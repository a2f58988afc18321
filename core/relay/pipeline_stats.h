#pragma once

#include <base/error.h>
#include <base/metrics.h>

#include <string>

namespace relevo::relay {

/// How the pipeline does. Written by the I/O and the writer thread, read by whoever wants to.
struct PipelineStats
{
    using Monotonic = std::chrono::steady_clock;

    static constexpr std::size_t codes = static_cast<std::size_t>(ErrorCode::Internal) + 1;

    Counter done;                              ///< commands that had, or once had, their effect
    std::array<Counter, codes> refused;        ///< the others, by their error's code
    Histogram durable = latencyHistogram();    ///< from submission to the end of the commit
    Histogram answers = latencyHistogram();    ///< from submission to the answer, everybody told before
    Histogram commitTime = latencyHistogram(); ///< of a group, deciding included
    Histogram groupSize = sizeHistogram();     ///< commands and chores in a group
    Counter failedGroups;                      ///< groups that the store refused

    void answered(const Result<std::string>& result, Monotonic::time_point submitted)
    {
        if (result)
            done.add();
        else
            refused[static_cast<std::size_t>(result.error().code)].add();
        answers.observe(Monotonic::now() - submitted);
    }
};

} // namespace relevo::relay
