#pragma once

#include <ui/settings/form_page.h>

#include <domain/bots.h>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace relevo::ui {

class BotCards;
class RuleCards;

/// Which bots answer customers before a human does, what each of them gets, and where orders are found: the
/// bots' settings, for the project's admins.
class BotsPage final : public FormPage
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    BotsPage(const Theme& theme, const client::LiveView& live, client::RelayApi& api);
    ~BotsPage() override;

    void putSecretsAway() override;

protected:
    [[nodiscard]] QString address() const override;
    [[nodiscard]] std::vector<protocol::FieldFault> faults() const override;
    bool tellPart(const std::string& field, const QString& wrong) override;
    void clearParts() override;
    [[nodiscard]] QString wrongWords(const std::string& field, const QString& relays) const override;
    [[nodiscard]] QString fieldName(const std::string& field) const override;
    bool taken(protocol::Json& answer) override;

private:
    struct OrderPart
    {
        std::string field; ///< of "orders"
        QLineEdit* line = nullptr;
        SettingRow* row = nullptr;
    };

    BotCards* m_bots = nullptr;
    RuleCards* m_rules = nullptr;
    std::map<domain::Lane, QComboBox*> m_lanes;
    QComboBox* m_source = nullptr;
    QSpinBox* m_orderSeconds = nullptr;
    SettingRow* m_sourceRow = nullptr;
    SettingRow* m_orderSecondsRow = nullptr;
    std::vector<OrderPart> m_orderParts;
    QStringList m_names; ///< of the bots, as the lanes know them

    void makeBots();
    void makeLanes();
    void makeRules();
    void makeOrders();
    void addOrderLine(const char* objectName, const std::string& field, const QString& name,
                      const QString& example, const QString& hint = {});
    void showLanes(const protocol::Json& document);
    void showOrders(const protocol::Json& document);
    void showSource();
    [[nodiscard]] static QString tableHint();
    void botsChanged();
    void lanesChanged();
    void ordersChanged();
    void askForSecret(const QString& name);
};

} // namespace relevo::ui
