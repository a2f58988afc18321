#include <ui/settings/leave_question.h>

#include <ui/settings/question.h>
#include <ui/settings/settings_page.h>

namespace relevo::ui {

void askBeforeLeaving(SettingsPage& page, const Theme& theme, const LeaveQuestion& question,
                      const std::function<void()>& then)
{
    if (!page.hasUnsaved()) {
        then();
        return;
    }
    const QString name = question.prefix + QStringLiteral("Question");
    auto* asked =
        new Question(theme, name, page.unsavedTitle(),
                     question.words.isEmpty() ? Question::tr("Save what you have changed, or discard it?")
                                              : question.words,
                     page.window());
    asked->addAnswer(name + QStringLiteral("Discard"), Question::tr("Discard changes"), ButtonKind::Normal,
                     then);
    asked->addAnswer(name + QStringLiteral("Save"),
                     question.save.isEmpty() ? Question::tr("Save") : question.save, ButtonKind::Primary,
                     [&page, then] { page.save(then); });
    asked->open();
}

} // namespace relevo::ui
