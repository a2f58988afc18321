#pragma once

#include <ui/theme/theme.h>

#include <domain/settings.h>

#include <QtWidgets/QWidget>

#include <vector>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace relevo::ui {

/// Of a promised time, as the relay has it: a month.
inline constexpr int longestMinutes = 60 * 24 * 31;

class ChipsEdit;
class SettingRow;

/// The promises about time: policies in their order, of which the first that fits a customer counts. Of each,
/// whom it is for and within what time they are answered. What is wrong is said beside its field.
class SlaEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit SlaEditor(const Theme& theme, QWidget* parent = nullptr);
    ~SlaEditor() override;

    [[nodiscard]] domain::Sla sla() const;
    /// Without telling. Nothing moves when it is what stands there.
    void setSla(const domain::Sla& sla);
    /// Marks what is wrong; true when nothing is.
    bool check();
    /// The relay did not take the policy of this number.
    void tell(std::size_t policy, const QString& wrong);

Q_SIGNALS:
    void changed();

private:
    struct Card
    {
        QWidget* box = nullptr;
        QLineEdit* name = nullptr;
        std::vector<std::pair<domain::Priority, QCheckBox*>> priorities;
        ChipsEdit* channels = nullptr;
        ChipsEdit* tags = nullptr;
        QSpinBox* first = nullptr;
        QSpinBox* next = nullptr;
        QSpinBox* resolution = nullptr;
        QCheckBox* businessTime = nullptr;
        SettingRow* nameRow = nullptr;
        SettingRow* timesRow = nullptr;
    };

    const Theme& m_theme;
    QSpinBox* m_warn;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    std::vector<Card> m_cards;
    bool m_setting = false;

    void addCard(const domain::SlaPolicy& policy);
    void rebuild(const std::vector<domain::SlaPolicy>& policies);
    [[nodiscard]] QWidget* makeBox(Card& card, const domain::SlaPolicy& policy, std::size_t place);
    [[nodiscard]] QSpinBox* minutesBox(const char* objectName, const QString& name, int minutes);
    [[nodiscard]] static domain::SlaPolicy policyOf(const Card& card);
    void moveUp(std::size_t place);
    void remove(std::size_t place);
    void tellChange();
};

} // namespace relevo::ui
