#include "load.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <deque>

namespace relevo::bench {
namespace {

constexpr Span patience = std::chrono::seconds(60);

constexpr std::array<std::string_view, 12> sentences{
    "Hello, I ordered a pair of hiking boots last Tuesday and would like to know when they will arrive here.",
    "The order number is R-48213 and it was paid by card, the confirmation came on the same evening.",
    "Do you have the same jacket in dark green and in size medium, and what would the delivery to Porto "
    "cost?",
    "Thanks, that is good to know. I will be at home on Thursday between nine and twelve in the morning.",
    "My address has changed since last year, it is now 14 Mill Lane, second floor, and the bell says Okafor.",
    "I would also like to add a second item to the parcel: the small blue water bottle, if it is in stock "
    "today.",
    "Quantas semanas demora a entrega para o Brasil, e o frete tem rastreamento ate a porta de casa?",
    "Me gustaria saber si la tienda de la calle Mayor abre los domingos y hasta que hora por la tarde.",
    "The colour in the picture looks darker than on the shelf in your shop, which of the two is the right "
    "one?",
    "Can the invoice be made out to our company? The name is Nordlicht Design GmbH and the VAT number is on "
    "file.",
    "One more thing, the discount code SPRING15 from your newsletter did show up in the basket at first.",
    "Is the warranty two years for the lamp as well, or only for the electrical parts that are inside of "
    "it?"};

constexpr std::string_view numberMark = "~";

} // namespace

std::int64_t Messages::send(HttpPoster& poster)
{
    const std::int64_t number = m_next++;
    const std::string digits = std::to_string(number);
    m_path.assign("/api/conversations/")
        .append(m_run)
        .append("-")
        .append(std::to_string(number % m_conversations))
        .append("/messages");
    m_body.assign(R"({"author":"customer","content":")");
    const std::size_t start = m_body.size();
    do {
        m_body.append(sentences[static_cast<std::size_t>(number) % sentences.size()]).append(" ");
    } while (m_body.size() - start < m_contentBytes);
    m_body.append(m_run).append(numberMark).append(digits).append(R"("})");
    poster.post(m_path, m_body, m_run + '-' + digits);
    return number;
}

std::int64_t Messages::numberIn(std::string_view event) const
{
    const std::string mark = m_run + std::string(numberMark);
    const std::size_t at = event.find(mark);
    std::int64_t number = -1;
    if (at != std::string_view::npos && event.find(R"("type":"message.received")") != std::string_view::npos)
        std::from_chars(event.data() + at + mark.size(), event.data() + event.size(), number);
    return number;
}

Posters makePosters(Loop& loop, const Endpoint& endpoint, const std::string& token, int count)
{
    Posters posters;
    for (int i = 0; i < count; ++i)
        posters.push_back(std::make_unique<HttpPoster>(loop, endpoint, token));
    return posters;
}

LoadResult closedLoop(Loop& loop, Posters& posters, Messages& messages, const Sinks& sinks, Span warmUp,
                      Span span, std::int64_t count, const std::function<void()>& measureFrom)
{
    LoadResult result;
    std::int64_t answered = 0;
    std::int64_t lastSeq = 0;
    const std::int64_t before = messages.sent();
    Instant measured = Instant::max();
    Instant end = Instant::max();
    const auto isOver = [&] {
        return count > 0 ? messages.sent() - before >= count : SteadyClock::now() >= end;
    };
    for (const auto& poster : posters) {
        poster->setDone([&](HttpPoster& connection, const HttpPoster::Answer& answer) {
            ++answered;
            const bool counts = connection.started() >= measured;
            if (answer.status == 201) {
                const std::size_t seq = answer.body.rfind("\"seq\":");
                std::int64_t number = 0;
                if (seq != std::string_view::npos)
                    std::from_chars(answer.body.data() + seq + 6, answer.body.data() + answer.body.size(),
                                    number);
                lastSeq = std::max(lastSeq, number);
                if (counts) {
                    ++result.messages;
                    result.answers.add(SteadyClock::now() - connection.started());
                }
            } else if (result.refused++ == 0) {
                std::fprintf(stderr, "%d %.*s\n", answer.status, static_cast<int>(answer.body.size()),
                             answer.body.data());
            }
            if (!isOver() && connection.isOpen())
                messages.send(connection);
        });
        messages.send(*poster);
    }
    loop.runFor(warmUp);
    measureFrom();
    measured = SteadyClock::now();
    end = measured + span;
    loop.runUntil([&] { return isOver(); }, count > 0 ? std::chrono::minutes(30) : span);
    const auto allAnswered = [&] {
        return answered == messages.sent() - before;
    };
    const auto allHeard = [&] {
        return std::all_of(sinks.begin(), sinks.end(),
                           [&](const auto& sink) { return sink->seq() >= lastSeq; });
    };
    if (!loop.runUntil([&] { return allAnswered() && allHeard(); }, patience))
        ++result.refused;
    result.took = SteadyClock::now() - measured;
    for (const auto& poster : posters)
        poster->setDone({});
    return result;
}

PacedResult openLoop(Loop& loop, Posters& posters, Messages& messages, const Sinks& sinks, double rate,
                     Span span)
{
    struct Sent
    {
        Instant due;
        Instant started;
        bool heard = false;
    };
    PacedResult result;
    const auto total = static_cast<std::size_t>(rate * seconds(span));
    std::vector<Sent> sent;
    sent.reserve(total);
    std::vector<HttpPoster*> idle;
    std::deque<Instant> overdue;
    std::size_t answered = 0;
    std::size_t heard = 0;
    const auto start = [&](HttpPoster& poster, Instant due) {
        messages.send(poster);
        sent.push_back({due, poster.started()});
        result.late.add(poster.started() - due);
    };
    for (const auto& poster : posters) {
        idle.push_back(poster.get());
        poster->setDone([&](HttpPoster& connection, const HttpPoster::Answer& answer) {
            ++answered;
            if (answer.status == 201)
                result.answers.add(SteadyClock::now() - connection.started());
            if (overdue.empty()) {
                idle.push_back(&connection);
            } else {
                const Instant due = overdue.front();
                overdue.pop_front();
                start(connection, due);
            }
        });
    }
    const std::int64_t first = messages.sent();
    for (std::size_t i = 0; i < sinks.size(); ++i) {
        sinks[i]->setHeard([&, i](std::string_view event, Instant at) {
            // Every agent hears every message; one of them, another each time, is asked when.
            const std::int64_t number = messages.numberIn(event) - first;
            if (number < 0 || static_cast<std::size_t>(number) % sinks.size() != i ||
                static_cast<std::size_t>(number) >= sent.size())
                return;
            Sent& message = sent[static_cast<std::size_t>(number)];
            message.heard = true;
            ++heard;
            result.heard.add(at - message.started);
            result.heardFromDue.add(at - message.due);
        });
    }
    const Instant begin = SteadyClock::now() + std::chrono::milliseconds(10);
    const auto dueOf = [&](std::size_t number) {
        return begin + std::chrono::duration_cast<Span>(
                           std::chrono::duration<double>(static_cast<double>(number) / rate));
    };
    for (std::size_t next = 0; next < total;) {
        for (; next < total && dueOf(next) <= SteadyClock::now(); ++next) {
            if (idle.empty()) {
                overdue.push_back(dueOf(next));
            } else {
                HttpPoster* poster = idle.back();
                idle.pop_back();
                start(*poster, dueOf(next));
            }
        }
        if (next < total)
            loop.turn(dueOf(next));
    }
    loop.runUntil([&] { return answered == total && heard == total; }, std::chrono::seconds(10));
    result.messages = static_cast<std::int64_t>(total);
    result.missing = static_cast<std::int64_t>(total - heard);
    for (const auto& poster : posters)
        poster->setDone({});
    for (const auto& sink : sinks)
        sink->setHeard({});
    return result;
}

} // namespace relevo::bench
