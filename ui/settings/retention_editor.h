#pragma once

#include <ui/theme/theme.h>

#include <domain/settings.h>

#include <QtWidgets/QWidget>

#include <vector>

class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace relevo::ui {

class ChipsEdit;
class SettingRow;

/// What is kept how long by channel and tag: rules in their order, of which the first that fits a
/// conversation counts. What is wrong is said beside its field.
class RetentionEditor final : public QWidget
{
    Q_OBJECT
public:
    using Rules = std::vector<domain::RetentionRule>;

    explicit RetentionEditor(const Theme& theme, QWidget* parent = nullptr);
    ~RetentionEditor() override;

    [[nodiscard]] Rules rules() const;
    /// Without telling. Nothing moves when it is what stands there.
    void setRules(const Rules& rules);
    /// Marks what is wrong; true when nothing is.
    bool check();
    /// The relay did not take the rule of this number.
    void tell(std::size_t rule, const QString& wrong);

Q_SIGNALS:
    void changed();

private:
    struct Card
    {
        QWidget* box = nullptr;
        ChipsEdit* channels = nullptr;
        ChipsEdit* tags = nullptr;
        QSpinBox* days = nullptr;
        SettingRow* channelsRow = nullptr;
    };

    const Theme& m_theme;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    std::vector<Card> m_cards;
    bool m_setting = false;

    void addCard(const domain::RetentionRule& rule);
    void rebuild(const Rules& rules);
    void fillBox(Card& card, const domain::RetentionRule& rule);
    void addHead(QVBoxLayout& layout, std::size_t place);
    [[nodiscard]] static domain::RetentionRule ruleOf(const Card& card);
    void moveUp(std::size_t place);
    void remove(std::size_t place);
    void tellChange();
};

} // namespace relevo::ui
