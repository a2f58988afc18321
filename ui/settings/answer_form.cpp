#include <ui/settings/answer_form.h>

#include <ui/settings/chips_edit.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <models/names.h>

#include <QtCore/QScopedValueRollback>
#include <QtGui/QTextDocument>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

constexpr int longestQuestionName = 200;
constexpr qsizetype longestAnswerBytes = 4'000;
constexpr qsizetype mostQuestionWords = 100;

} // namespace

AnswerForm::AnswerForm(const Theme& theme, QWidget* parent) : QWidget(parent), m_name(new QLineEdit)
{
    m_name->setObjectName(QStringLiteral("answerName"));
    m_name->setMaxLength(longestQuestionName);
    m_name->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(
        new SettingRow(theme, tr("Name"), m_name, tr("For this list only; customers do not see it.")));
    for (const char* code : {"en", "es", "pt"}) {
        Language one;
        one.code = QString::fromLatin1(code);
        const QString name = models::languageName(one.code);
        layout->addSpacing(metrics::grid);
        layout->addWidget(new Text(theme, &Fonts::bodyStrong, &Colors::text, name));
        one.words =
            new ChipsEdit(theme, QStringLiteral("answerWords_") + one.code, tr("Words in %1").arg(name),
                          tr("Add a word or phrase; paste many with commas or lines"));
        one.words->setObjectName(QStringLiteral("answerKnownBy_") + one.code);
        one.answer = new QPlainTextEdit;
        one.answer->setObjectName(QStringLiteral("answerText_") + one.code);
        one.answer->setAccessibleName(tr("Answer in %1").arg(name));
        one.answer->setTabChangesFocus(true);
        one.answer->setFixedHeight(11 * metrics::grid);
        one.answer->viewport()->setAutoFillBackground(false);
        one.answer->document()->setDocumentMargin(metrics::grid);
        one.wordsRow = new SettingRow(
            theme, tr("Words"), one.words,
            tr("It matches when a message has all the words of one phrase, in any order. The start of each "
               "word is enough."));
        one.answerRow =
            new SettingRow(theme, tr("Answer"), one.answer,
                           tr("{hours} is replaced by the business hours in the handoff settings."));
        layout->addWidget(one.wordsRow);
        layout->addWidget(one.answerRow);
        connect(one.words, &ChipsEdit::changed, this, &AnswerForm::changed);
        connect(one.answer, &QPlainTextEdit::textChanged, this, &AnswerForm::changed);
        m_languages.push_back(one);
    }
    connect(m_name, &QLineEdit::textChanged, this, &AnswerForm::changed);
}

void AnswerForm::load(const domain::FaqEntry& entry)
{
    const QScopedValueRollback loading(m_loading, true);
    fill(entry);
    m_loaded = entry;
    m_shown = this->entry();
}

void AnswerForm::rebase(const domain::FaqEntry& now)
{
    const QScopedValueRollback loading(m_loading, true);
    const domain::FaqEntry mine = entry();
    load(now);
    fill(mine);
}

void AnswerForm::fill(const domain::FaqEntry& entry)
{
    m_name->setText(entry.name);
    for (const Language& one : m_languages) {
        const auto words = entry.words.find(one.code);
        const auto answer = entry.answer.find(one.code);
        one.words->setTexts(words == entry.words.end() ? QStringList() : words->second);
        one.answer->setPlainText(answer == entry.answer.end() ? QString() : answer->second);
        one.wordsRow->clearTrouble();
        one.answerRow->clearTrouble();
    }
}

domain::FaqEntry AnswerForm::entry() const
{
    domain::FaqEntry entry;
    entry.name = m_name->text().simplified();
    for (const Language& one : m_languages) {
        if (!one.words->texts().isEmpty())
            entry.words[one.code] = one.words->texts();
        if (const QString answer = one.answer->toPlainText().trimmed(); !answer.isEmpty())
            entry.answer[one.code] = answer;
    }
    return entry;
}

bool AnswerForm::check()
{
    const domain::FaqEntry now = entry();
    bool right = true;
    const auto tell = [&right](SettingRow* row, const QString& wrong) {
        row->tell(wrong);
        right = false;
    };
    for (const Language& one : m_languages) {
        one.wordsRow->clearTrouble();
        one.answerRow->clearTrouble();
        const auto answer = now.answer.find(one.code);
        if (now.words.contains(one.code) && answer == now.answer.end())
            tell(one.answerRow, tr("There are words in this language; write the answer, too."));
        else if (answer != now.answer.end() && answer->second.toUtf8().size() > longestAnswerBytes)
            tell(one.answerRow, tr("This is too long."));
        if (one.words->texts().size() > mostQuestionWords)
            tell(one.wordsRow, tr("At most 100 words or phrases."));
    }
    if (now.words.empty())
        tell(m_languages.front().wordsRow, tr("Write at least one word, in any language."));
    return right;
}

void AnswerForm::takeFocus()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void AnswerForm::changed()
{
    if (m_loading)
        return;
    // What is still to be written is not wrong yet.
    for (const Language& one : m_languages) {
        one.wordsRow->clearTrouble();
        one.answerRow->clearTrouble();
    }
    Q_EMIT edited();
}

} // namespace relevo::ui
