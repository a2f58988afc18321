#include <relay/writer.h>

#include <base/log.h>
#include <domain/decide.h>
#include <domain/routing.h>
#include <protocol/event_codec.h>
#include <relay/attachment_fields.h>
#include <relay/template_fields.h>

#include <algorithm>

namespace relevo::relay {
namespace {

constexpr int catchUpPage = 1'000;

} // namespace

Writer::Writer(std::unique_ptr<store::Journal> journal, std::unique_ptr<store::Reader> reader,
               const std::map<domain::ProjectId, domain::ProjectState>& states, PipelineStats& stats,
               const Clock& clock, IdSource& ids)
    : m_journal(std::move(journal)), m_reader(std::move(reader)), m_stats(stats), m_clock(clock), m_ids(ids)
{
    for (const auto& [id, state] : states) {
        m_told[id] = state.seq;
        Project& project = m_projects[id];
        project.state = state;
        for (const auto& [conversationId, conversation] : project.state.conversations)
            index(project, conversation);
    }
}

void Writer::answer(const Submission& submission, Result<std::string> result, CommittedGroup& group)
{
    group.answers.emplace_back([done = submission.done, submitted = submission.submitted,
                                result = std::move(result), &stats = m_stats] {
        stats.answered(result, submitted);
        if (done)
            done(result);
    });
}

void Writer::index(Project& project, const domain::ConversationState& conversation)
{
    project.sessions.insert(conversation.conversation.sessionId, conversation.conversation.id);
    if (conversation.handoff)
        project.handoffs.insert(conversation.handoff->id, conversation.conversation.id);
}

void Writer::fold(Project& project, const domain::Event& event)
{
    if (event.type == domain::EventType::ConversationClosed) {
        const auto closing = project.state.conversations.find(event.conversationId);
        if (closing != project.state.conversations.end()) {
            project.sessions.remove(closing->second.conversation.sessionId);
            if (closing->second.handoff)
                project.handoffs.remove(closing->second.handoff->id);
        }
    }
    domain::apply(project.state, event);
    const bool changesIndex = event.type == domain::EventType::ConversationOpened ||
                              event.type == domain::EventType::HandoffRequested;
    if (!changesIndex)
        return;
    const auto found = project.state.conversations.find(event.conversationId);
    if (found != project.state.conversations.end())
        index(project, found->second);
}

Writer::Project& Writer::known(const domain::ProjectId& id)
{
    return m_projects[id];
}

Result<void> Writer::catchUp(const domain::ProjectId& id, CommittedGroup& group)
{
    if (!m_current.insert(id).second)
        return {};
    const Result<store::Head> head = m_journal->head(id);
    if (!head)
        return std::unexpected(head.error());
    Project& project = known(id);
    while (project.state.seq < head->seq) {
        const auto events = m_reader->eventsAfter(id, project.state.seq, catchUpPage);
        if (!events)
            return std::unexpected(events.error());
        if (events->empty())
            return failure(ErrorCode::Internal, QStringLiteral("The journal ends before its own head."),
                           QStringLiteral("Run relevo-relay verify."));
        for (const store::StoredEvent& stored : *events) {
            Result<domain::Event> event = protocol::decodeEvent(std::string_view(stored.body));
            if (!event)
                return std::unexpected(event.error());
            fold(project, *event);
            if (stored.seq > m_told[id])
                group.events.push_back({id, std::move(*event), stored.body});
        }
    }
    return {};
}

Result<std::optional<domain::ConversationState>> Writer::find(const domain::ProjectId& id,
                                                              Submission& submission)
{
    const Project& project = known(id);
    const auto live =
        [&project](const domain::ConversationId& conversation) -> std::optional<domain::ConversationState> {
        const auto found = project.state.conversations.find(conversation);
        return found == project.state.conversations.end() ? std::nullopt : std::optional(found->second);
    };
    if (const auto* session = std::get_if<QString>(&submission.key)) {
        const auto found = project.sessions.constFind(*session);
        return found != project.sessions.cend() ? live(*found)
                                                : m_journal->conversationBySession(id, *session);
    }
    if (const auto* handoff = std::get_if<domain::HandoffId>(&submission.key)) {
        if (auto* rating = std::get_if<domain::RateHandoff>(&submission.command)) {
            auto stored = m_journal->handoff(id, *handoff);
            if (!stored)
                return std::unexpected(stored.error());
            rating->stored = std::move(*stored);
        }
        const auto found = project.handoffs.constFind(*handoff);
        return found != project.handoffs.cend() ? live(*found)
                                                : m_journal->conversationOfHandoff(id, *handoff);
    }
    if (const auto* message = std::get_if<domain::MessageId>(&submission.key)) {
        const auto stored = m_journal->message(id, *message);
        if (!stored || !*stored)
            return failure(ErrorCode::NotFound, QStringLiteral("There is no such message."));
        if (auto* receipt = std::get_if<domain::RecordDelivery>(&submission.command))
            receipt->current = (*stored)->delivery;
        submission.key = (*stored)->conversationId;
    }
    if (const auto* contact = std::get_if<domain::ContactId>(&submission.key)) {
        const auto person = m_journal->person(id, *contact);
        if (!person)
            return std::unexpected(person.error());
        const auto known = std::ranges::find(*person, *contact,
                                             [](const domain::KnownContact& one) { return one.contact.id; });
        if (known == person->end())
            return failure(ErrorCode::NotFound, QStringLiteral("There is no such contact."),
                           QStringLiteral("GET /api/contacts lists them."));
        submission.key = known->conversation;
    }
    if (const auto* conversation = std::get_if<domain::ConversationId>(&submission.key)) {
        auto found = live(*conversation);
        return found ? std::move(found) : m_journal->conversationById(id, *conversation);
    }
    return std::nullopt;
}

Result<void> Writer::findPeople(const domain::ProjectId& id, domain::Command& command,
                                const std::optional<domain::ConversationState>& conversation)
{
    const auto others = [&](const domain::ContactId& contact,
                            std::vector<domain::KnownContact>& into) -> Result<void> {
        auto person = m_journal->person(id, contact);
        if (!person)
            return std::unexpected(person.error());
        into = std::move(*person);
        std::erase_if(into, [&contact](const auto& one) { return one.contact.id == contact; });
        return {};
    };
    if (auto* correct = std::get_if<domain::CorrectContact>(&command); correct && correct->blocked)
        return others(correct->contact, correct->person);
    if (auto* spam = std::get_if<domain::SpamHandoff>(&command); spam && spam->block && conversation)
        return others(conversation->conversation.contact.id, spam->person);
    auto* merge = std::get_if<domain::MergeContact>(&command);
    if (!merge)
        return {};
    auto other = m_journal->person(id, merge->into);
    if (!other)
        return std::unexpected(other.error());
    merge->other = std::move(*other);
    return others(merge->contact, merge->person);
}

domain::AgentId Writer::lastAgentElsewhere(const domain::ProjectId& id,
                                           const domain::ContactId& contact) const
{
    // A preference: what cannot be read, or lies far back, keeps nobody from being handed off.
    constexpr int most = 8;
    const auto person = m_journal->person(id, contact);
    int looked = 0;
    for (const domain::KnownContact& one : person ? *person : std::vector<domain::KnownContact>()) {
        if (one.contact.id == contact || looked++ >= most)
            continue;
        const auto conversation = m_journal->conversationById(id, one.conversation);
        if (const domain::AgentId agent =
                conversation && *conversation ? domain::lastAgentOf(**conversation) : domain::AgentId();
            !agent.isNull())
            return agent;
    }
    return {};
}

Result<Writer::Committed> Writer::write(const domain::ProjectId& id, std::vector<domain::Event> decided)
{
    auto committed = m_journal->append(id, std::move(decided));
    if (committed) {
        for (const store::CommittedEvent& event : *committed)
            fold(known(id), event.event);
    }
    return committed;
}

Result<Writer::Committed> Writer::eraseOthers(const domain::ProjectId& id, const domain::ContactId& contact,
                                              const domain::DecisionContext& context)
{
    const auto person = m_journal->person(id, contact);
    if (!person)
        return std::unexpected(person.error());
    Committed all;
    for (const domain::KnownContact& one : *person) {
        if (one.contact.id == contact)
            continue;
        const auto conversation = m_journal->conversationById(id, one.conversation);
        if (!conversation)
            return std::unexpected(conversation.error());
        auto decided = domain::decide(known(id).state, *conversation ? &**conversation : nullptr,
                                      domain::EraseContact{one.contact.id}, context);
        if (!decided)
            continue; // gone already
        auto committed = write(id, std::move(*decided));
        if (!committed)
            return committed;
        all.insert(all.end(), std::make_move_iterator(committed->begin()),
                   std::make_move_iterator(committed->end()));
    }
    return all;
}

Result<void> Writer::runOne(Submission& submission, CommittedGroup& group)
{
    const domain::ProjectId id = submission.project;
    if (Result<void> current = catchUp(id, group); !current)
        return current;
    for (const CommandId& command : submission.commandIds) {
        const auto remembered = m_journal->answerOf(id, command.id, command.content);
        if (!remembered && remembered.error().code != ErrorCode::Invalid)
            return std::unexpected(remembered.error());
        if (!remembered) {
            answer(submission, std::unexpected(remembered.error()), group);
            return {};
        }
        if (*remembered) {
            answer(submission, **remembered, group);
            return {};
        }
    }
    if (submission.check) {
        const Result<void> allowed = submission.check(*m_journal);
        if (!allowed &&
            (allowed.error().code == ErrorCode::Unavailable || allowed.error().code == ErrorCode::Internal))
            return allowed;
        if (!allowed) {
            answer(submission, std::unexpected(allowed.error()), group);
            return {};
        }
    }
    auto conversation = find(id, submission);
    if (!conversation) {
        if (conversation.error().code != ErrorCode::NotFound)
            return std::unexpected(conversation.error());
        answer(submission, std::unexpected(conversation.error()), group);
        return {};
    }
    if (Result<void> found = findPeople(id, submission.command, *conversation); !found)
        return found;
    Result<void> whole = attach(*m_journal, submission, *conversation ? &**conversation : nullptr);
    if (whole)
        whole = fillTemplate(*m_journal, submission);
    if (!whole && whole.error().code != ErrorCode::Invalid)
        return whole;
    if (!whole) {
        answer(submission, std::unexpected(whole.error()), group);
        return {};
    }
    Project& project = known(id);
    const domain::DecisionContext context{m_clock.now(), submission.actor, m_ids,
                                          [this, &id](const domain::ContactId& contact) {
                                              return lastAgentElsewhere(id, contact);
                                          }};
    Committed others;
    if (const auto* erasure = std::get_if<domain::EraseContact>(&submission.command);
        erasure && submission.ofWholePerson) {
        auto erased = eraseOthers(id, erasure->contact, context);
        // Their end may have changed what is to be decided on.
        auto found = erased ? find(id, submission) : std::unexpected(erased.error());
        if (!found)
            return std::unexpected(found.error());
        others = std::move(*erased);
        conversation = std::move(found);
    }
    auto decided =
        domain::decide(project.state, *conversation ? &**conversation : nullptr, submission.command, context);
    if (!decided) {
        group.events.insert(group.events.end(), std::make_move_iterator(others.begin()),
                            std::make_move_iterator(others.end()));
        answer(submission, std::unexpected(decided.error()), group);
        return {};
    }
    auto committed = write(id, std::move(*decided));
    if (!committed)
        return std::unexpected(committed.error());
    for (const store::CommittedEvent& event : *committed) {
        const bool elsewhere =
            *conversation && event.event.conversationId != (*conversation)->conversation.id;
        if (event.event.conversationId.isNull() || elsewhere)
            continue;
        if (!*conversation)
            conversation->emplace();
        domain::applyTo(**conversation, event.event);
    }
    committed->insert(committed->begin(), std::make_move_iterator(others.begin()),
                      std::make_move_iterator(others.end()));
    const Outcome outcome{*committed, *conversation ? &**conversation : nullptr, project.state};
    std::string text = submission.answer ? submission.answer(outcome) : std::string("{}");
    const bool personal = submission.tellsOfContact && *conversation;
    const domain::ConversationId about =
        personal ? (*conversation)->conversation.id : domain::ConversationId();
    for (const CommandId& command : submission.commandIds) {
        if (Result<void> kept =
                m_journal->remember(id, {command.id, text, context.now, command.content, about});
            !kept)
            return kept;
    }
    if (submission.rows) {
        if (Result<void> written = submission.rows(*m_journal); !written)
            return written;
    }
    group.events.insert(group.events.end(), std::make_move_iterator(committed->begin()),
                        std::make_move_iterator(committed->end()));
    answer(submission, std::move(text), group);
    return {};
}

Result<void> Writer::runAll(std::vector<Job>& jobs, CommittedGroup& group)
{
    if (Result<void> begun = m_journal->begin(); !begun)
        return begun;
    for (Job& job : jobs) {
        if (auto* submission = std::get_if<Submission>(&job)) {
            if (Result<void> done = runOne(*submission, group); !done)
                return done;
        } else {
            Chore& chore = std::get<Chore>(job);
            if (!chore.project.isNull()) {
                if (Result<void> current = catchUp(chore.project, group); !current)
                    return current;
            }
            Result<void> done = chore.work(*m_journal);
            // A chore that was refused has written nothing; one that failed half-way takes the group with it.
            if (!done &&
                (done.error().code == ErrorCode::Unavailable || done.error().code == ErrorCode::Internal))
                return done;
            if (chore.done)
                group.answers.emplace_back(
                    [callback = chore.done, done = std::move(done)] { callback(done); });
        }
    }
    return m_journal->commit();
}

CommittedGroup Writer::failAll(std::vector<Job>& jobs, const Error& error)
{
    qCCritical(logStore).noquote() << logLine(
        u"A group of commands could not be written",
        {{u"commands", QString::number(jobs.size())}, {u"reason", error.message}, {u"detail", error.detail}});
    m_journal->rollback();
    // What was folded in for this group never happened: start again from what is on disk.
    for (auto& [id, project] : m_projects) {
        const qint64 told = m_told[id];
        project = Project{};
        Result<domain::ProjectState> state = m_reader->liveState(id);
        if (!state || state->seq > told) {
            // Somebody else wrote meanwhile (or reading fails too): fold from the start, so that nobody
            // misses an event.
            continue;
        }
        project.state = std::move(*state);
        for (const auto& [conversationId, conversation] : project.state.conversations)
            index(project, conversation);
    }
    CommittedGroup group;
    for (Job& job : jobs) {
        if (auto* submission = std::get_if<Submission>(&job))
            answer(*submission, std::unexpected(error), group);
        else if (auto& chore = std::get<Chore>(job); chore.done)
            group.answers.emplace_back([callback = chore.done, error] { callback(std::unexpected(error)); });
    }
    return group;
}

void Writer::noteTold(const CommittedGroup& group)
{
    for (const store::CommittedEvent& event : group.events)
        m_told[event.project] = event.event.seq;
}

CommittedGroup Writer::run(std::vector<Job>& jobs)
{
    CommittedGroup group;
    m_current.clear();
    const auto began = PipelineStats::Monotonic::now();
    if (Result<void> done = runAll(jobs, group); !done) {
        m_stats.failedGroups.add();
        return failAll(jobs, done.error());
    }
    const auto ended = PipelineStats::Monotonic::now();
    m_stats.commitTime.observe(ended - began);
    m_stats.groupSize.observe(static_cast<qint64>(jobs.size()));
    for (const Job& job : jobs) {
        if (const auto* submission = std::get_if<Submission>(&job))
            m_stats.durable.observe(ended - submission->submitted);
    }
    noteTold(group);
    return group;
}

CommittedGroup Writer::lookForForeignEvents()
{
    CommittedGroup group;
    m_current.clear();
    const auto projects = m_reader->projects();
    if (!projects)
        return group;
    for (const domain::Project& project : *projects) {
        if (const Result<void> done = catchUp(project.id, group); !done)
            qCWarning(logStore).noquote()
                << logLine(u"The journal could not be read", {{u"reason", done.error().message}});
    }
    noteTold(group);
    return group;
}

} // namespace relevo::relay
