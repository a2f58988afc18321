#include <ui/settings/handoff_page.h>

#include <ui/settings/handoff_draft.h>
#include <ui/settings/question.h>
#include <ui/settings/retention_editor.h>

#include <domain/settings.h>

#include <utility>

namespace relevo::ui {

using protocol::Json;

namespace {

domain::Settings settingsOf(const Json& document)
{
    return protocol::fromJson<domain::Settings>(document.is_object() ? document : Json::object())
        .value_or(domain::Settings());
}

} // namespace

void HandoffPage::makeKeeping()
{
    addSection(tr("How long things are kept"),
               tr("Counted from when a conversation is closed. The first rule below that fits applies; if "
                  "none fits, the first number here does."));
    bindNumber("retentionDays", "retentionDays", tr("Erase conversations after"), 0,
               domain::longestRetentionDays, tr("days"),
               tr("What is known about the customer is erased too, and cannot be recovered."), tr("never"));
    bindNumber("attachmentDays", "attachmentDays", tr("Remove files after"), 0, domain::longestRetentionDays,
               tr("days"), tr("The messages stay, with the names of their files."),
               tr("with the conversation"));
    m_retention = new RetentionEditor(theme());
    add(m_retention);
    addFilling([this](const Json& document) { m_retention->setRules(settingsOf(document).retentionRules); });
    connect(m_retention, &RetentionEditor::changed, this, [this] {
        domain::Settings settings;
        settings.retentionRules = m_retention->rules();
        setField("retentionRules", protocol::toJson(settings).at("retentionRules"));
    });
}

bool HandoffPage::asksFirst(const std::function<void()>& then)
{
    if (std::exchange(m_mayErase, false) || !(erasesMore(draft()) || removesMoreFiles(draft())))
        return false;
    const domain::Settings after = settingsOf(draft().document());
    const QString conversations =
        erasesSooner(draft())
            ? tr("%n day(s) after it is closed, a conversation is erased for good, with everything that was "
                 "said and what is known about the customer, here and in every desktop’s copy. This starts "
                 "at once, with what is already older.",
                 nullptr, after.retentionDays)
            : tr("When the time of the rule that fits is over, a conversation is erased for good, with "
                 "everything that was said and what is known about the customer, here and in every desktop’s "
                 "copy. This starts at once, with what is already older.");
    const QString files =
        tr("%n day(s) after a conversation is closed, its files are removed for good, here and from every "
           "desktop’s copy. This starts at once, with what is already older.",
           nullptr, after.attachmentDays);
    QStringList words;
    if (erasesMore(draft()))
        words << conversations;
    if (removesMoreFiles(draft()))
        words << files;
    auto* question =
        new Question(theme(), QStringLiteral("retentionQuestion"),
                     erasesMore(draft()) ? tr("Erase what is older?") : tr("Remove older files?"),
                     words.join(QStringLiteral("\n\n")), this);
    question->addAnswer(QStringLiteral("retentionQuestionSave"),
                        erasesMore(draft()) ? tr("Save and erase") : tr("Save and remove"),
                        ButtonKind::Danger, [this, then] {
                            m_mayErase = true;
                            save(then);
                            m_mayErase = false; // also where nothing could be saved
                        });
    question->open();
    return true;
}

} // namespace relevo::ui
