#pragma once

#include <ui/theme/theme.h>

#include <domain/summary.h>

#include <QtWidgets/QWidget>

class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

/// Answers that the relay proposes.
struct Proposals
{
    bool asked = false;    ///< and not answered yet
    bool forDraft = false; ///< the first one becomes the draft when it comes
    QStringList texts;
    QString engine; ///< "offline" or a model's name

    friend bool operator==(const Proposals&, const Proposals&) = default;
};

/// What a card shows.
struct SummaryContent
{
    domain::Summary summary;
    bool stale = false;
    bool refreshing = false; ///< it is being made anew
    bool canAsk = false;     ///< this agent holds the conversation and the relay is there
    Proposals proposals;
    QString trouble; ///< what the relay could not do

    friend bool operator==(const SummaryContent&, const SummaryContent&) = default;
};

/// The summary an agent reads before taking over: who, what about, what the bot tried, why it came here, what
/// was stated, and what to do first. Says who made it, and when it is older than the conversation. What the
/// relay proposes becomes a draft at a press, and is never sent by itself.
class SummaryCard final : public QWidget
{
    Q_OBJECT
public:
    SummaryCard(const Theme& theme, const SummaryContent& content, QWidget* parent = nullptr);

Q_SIGNALS:
    void factChosen(const relevo::domain::MessageId& message);
    void refreshWanted();
    void repliesWanted();
    /// Likewise, and the first of them is to be the draft.
    void draftWanted();
    void replyChosen(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_layout;

    void addHead(const domain::Summary& summary);
    void addStale(const SummaryContent& content);
    void addSection(const QString& title, const QString& words);
    void addList(const QString& title, const QStringList& lines);
    void addFacts(const std::vector<domain::Fact>& facts);
    void addSuggestion(const SummaryContent& content);
    void addProposals(const SummaryContent& content);
    void addProposal(const QString& text, int number);
    [[nodiscard]] QPushButton* addButton(const QString& words, const QString& icon, const char* name);
    [[nodiscard]] QWidget* chipOf(const domain::Fact& fact);
};

} // namespace relevo::ui
