#pragma once

#include <ui/theme/theme.h>

#include <domain/summary.h>

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace relevo::ui {

/// The summary an agent reads before taking over: who, what about, what the bot tried, why it came here, what
/// was stated, and what to do first. Says who made it, and when it is older than the conversation.
class SummaryCard final : public QWidget
{
    Q_OBJECT
public:
    SummaryCard(const Theme& theme, const domain::Summary& summary, bool stale, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_layout;

    void addHead(const domain::Summary& summary);
    void addStale();
    void addSection(const QString& title, const QString& words);
    void addList(const QString& title, const QStringList& lines);
    void addFacts(const std::vector<domain::Fact>& facts);
    void addSuggestion(const QString& words);
};

} // namespace relevo::ui
