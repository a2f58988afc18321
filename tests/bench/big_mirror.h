#pragma once

#include "clock.h"

#include <base/ids.h>
#include <client/mirror.h>

#include <random>

namespace relevo::bench {

/// Words as often as in a language: the nth one time in n.
class Prose
{
public:
    explicit Prose(quint32 seed) : m_random(seed)
    {
        static constexpr std::array syllables{"ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru",
                                              "sa", "te", "vi", "xo", "zu", "pa", "re", "ci", "mo", "nu"};
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) {
            QString word;
            for (std::size_t rest = i + 7; rest > 0; rest /= syllables.size())
                word += QLatin1String(syllables[rest % syllables.size()]);
            m_words.push_back(word);
            sum += 1.0 / static_cast<double>(i + 1);
            m_upTo.push_back(sum);
        }
    }

    [[nodiscard]] QString word()
    {
        const double at = std::uniform_real_distribution<>(0, m_upTo.back())(m_random);
        const auto found = std::lower_bound(m_upTo.begin(), m_upTo.end(), at);
        return m_words[static_cast<std::size_t>(found - m_upTo.begin())];
    }
    [[nodiscard]] QString sentence()
    {
        QString text = word();
        for (auto more = 5 + m_random() % 12; more > 0; --more)
            text += u' ' + word();
        return text;
    }
    [[nodiscard]] const QString& at(std::size_t rank) const { return m_words[rank]; }

private:
    static constexpr std::size_t count = 20'000;
    std::mt19937 m_random;
    std::vector<QString> m_words;
    std::vector<double> m_upTo;
};

/// A project's events, made up as they are asked for.
class Journal
{
public:
    /// `seq`: what there is of it already.
    explicit Journal(qint64 seq = 0) : m_seq(seq) {}

    [[nodiscard]] domain::ConversationId opened(int number)
    {
        domain::Conversation conversation;
        conversation.id = m_ids.make<domain::ConversationId>();
        conversation.sessionId = QStringLiteral("session-%1").arg(number);
        conversation.channel = QStringLiteral("web");
        conversation.language = QStringLiteral("pt");
        conversation.contact.id = m_ids.make<domain::ContactId>();
        conversation.contact.name = m_prose.word() + u' ' + m_prose.word() + QString::number(number);
        conversation.contact.email = QStringLiteral("c%1@example.com").arg(number);
        conversation.openedAt = m_clock.now();
        add(domain::EventType::ConversationOpened, conversation.id, conversation);
        return conversation.id;
    }
    void said(const domain::ConversationId& conversation)
    {
        domain::Message message;
        message.id = m_ids.make<domain::MessageId>();
        message.conversationId = conversation;
        message.seq = m_seq + 1;
        message.author = m_seq % 2 == 0 ? domain::Author::Customer : domain::Author::Bot;
        message.content = m_prose.sentence() + ending();
        message.at = m_clock.now();
        add(domain::EventType::MessageReceived, conversation, message);
    }
    /// A person is asked for.
    void asked(const domain::ConversationId& conversation)
    {
        domain::Handoff handoff;
        handoff.id = m_ids.make<domain::HandoffId>();
        handoff.conversationId = conversation;
        handoff.trigger = {domain::TriggerType::Keyword, QStringLiteral("agent"), 1.0};
        handoff.createdAt = m_clock.now();
        add(domain::EventType::HandoffRequested, conversation, handoff);
        m_events.back().handoffId = handoff.id;
    }
    [[nodiscard]] std::vector<domain::Event>& events() { return m_events; }
    [[nodiscard]] const Prose& prose() const { return m_prose; }

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};
    Prose m_prose{7};
    qint64 m_seq;
    std::vector<domain::Event> m_events;

    /// What else is written now and then: faces, addresses, other scripts.
    [[nodiscard]] QString ending() const
    {
        switch (m_seq % 32) {
        case 3:
        case 11:
            return QStringLiteral(" \U0001F642");
        case 7:
            return QStringLiteral(" https://shop.example.com/orders?number=4711&step=2");
        case 15:
            return QStringLiteral(" Здравствуйте, где мой заказ?");
        case 19:
            return QStringLiteral(
                " \u0645\u0631\u062D\u0628\u0627 \u0623\u064A\u0646 \u0637\u0644\u0628\u064A");
        case 23:
            return QStringLiteral(" 我的包裹在哪里？我已经等了两个星期。");
        case 27:
            return QStringLiteral("\n\nGracias \U0001F44D\U0001F3FD \u2014 AB-1234/56");
        default:
            return {};
        }
    }

    void add(domain::EventType type, const domain::ConversationId& conversation, domain::EventData data)
    {
        domain::Event event;
        event.seq = ++m_seq;
        event.id = m_ids.make<domain::EventId>();
        event.type = type;
        event.at = m_clock.now();
        event.conversationId = conversation;
        event.data = std::move(data);
        m_events.push_back(std::move(event));
    }
};

/// What this process holds.
[[nodiscard]] qint64 residentBytes();

template <typename Work>
double millisecondsOf(Work work)
{
    const Instant start = SteadyClock::now();
    work();
    return micros(SteadyClock::now() - start) / 1'000;
}

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// `conversations` open ones with `each` messages, the first of them with `longest`, in batches as they come
/// from a relay; the first one's id. Where `wanting`, somebody waits in each for a person.
domain::ConversationId fill(client::Mirror& mirror, Journal& journal, int conversations, int each,
                            int longest, bool wanting = false);

} // namespace relevo::bench
