#pragma once

#include <ui/theme/theme.h>

#include <domain/bots.h>

#include <QtWidgets/QWidget>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

class ChipsEdit;
class SettingRow;

/// Words of the project's own that decide what a message is about, in their order: the first rule of which
/// one fits decides.
class RuleCards final : public QWidget
{
    Q_OBJECT
public:
    explicit RuleCards(const Theme& theme, QWidget* parent = nullptr);
    ~RuleCards() override;

    [[nodiscard]] std::vector<domain::LaneRule> rules() const;
    /// Without telling. Nothing moves when it is what stands there.
    void setRules(const std::vector<domain::LaneRule>& rules);
    /// False when there is no such rule.
    bool tell(std::size_t place, const QString& wrong);
    void clearTrouble();

Q_SIGNALS:
    void changed();

private:
    struct Card
    {
        QWidget* box = nullptr;
        QComboBox* lane = nullptr;
        ChipsEdit* words = nullptr;
        SettingRow* row = nullptr;
    };

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    std::vector<Card> m_cards;
    bool m_setting = false;

    void addCard(const domain::LaneRule& rule);
    void rebuild(const std::vector<domain::LaneRule>& rules);
    void moveUp(std::size_t place);
    void remove(std::size_t place);
    void tellChange();
};

/// "General questions" …
[[nodiscard]] QString laneWords(domain::Lane lane);

} // namespace relevo::ui
