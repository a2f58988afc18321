#pragma once

#include <ui/theme/theme.h>

#include <domain/bots.h>

#include <QtWidgets/QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace relevo::ui {

class PopupButton;
class SettingRow;

/// The project's bots, one card each: the built in ones by their names, and programs of the project's own,
/// which have an address, times to answer within and a secret. What is wrong is said beside its field.
class BotCards final : public QWidget
{
    Q_OBJECT
public:
    explicit BotCards(const Theme& theme, QWidget* parent = nullptr);
    ~BotCards() override;

    [[nodiscard]] std::vector<domain::BotEntry> bots() const;
    /// Those of them that only listen.
    [[nodiscard]] QStringList enrichers() const;
    /// Without telling. Nothing moves when it is what stands there.
    void setBots(const std::vector<domain::BotEntry>& bots, const QStringList& enrichers);
    /// Those that sign what they send, as the relay knows them: each has a secret, which can be renewed.
    void setSigning(const QStringList& names);
    /// `field` is a part of the bot at this place: "name", "url" …; false when it has no such field.
    bool tell(std::size_t place, const QString& field, const QString& wrong);
    void clearTrouble();
    /// In the card of that bot, until somebody looks at something else. It is to be had this once.
    void showSecret(const QString& name, const QString& secret);
    void putSecretsAway();

Q_SIGNALS:
    void changed();
    void secretWanted(const QString& name);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    struct Card
    {
        domain::BotKind kind = domain::BotKind::Faq;
        QWidget* box = nullptr;
        QLineEdit* name = nullptr;
        QLineEdit* url = nullptr;      ///< a program's, like those that follow; null of others
        QSpinBox* timeout = nullptr;   ///< seconds
        QSpinBox* answer = nullptr;    ///< seconds
        QCheckBox* listens = nullptr;  ///< it does not talk
        QPushButton* secret = nullptr; ///< of those that may sign
        QLineEdit* secretLine = nullptr;
        SettingRow* secretRow = nullptr;
        std::map<QString, SettingRow*> rows;
    };

    const Theme& m_theme;
    QVBoxLayout* m_column;
    PopupButton* m_add;
    std::vector<Card> m_cards;
    QStringList m_signing;
    bool m_setting = false;

    void makeMenu();
    void addNew(domain::BotKind kind);
    void addCard(const domain::BotEntry& bot, bool listens);
    void makeProgram(Card& card, const domain::BotEntry& bot, bool listens, QVBoxLayout& layout);
    void makeSecret(Card& card, QVBoxLayout& layout);
    void makeBottom(Card& card, QVBoxLayout& layout);
    [[nodiscard]] QSpinBox* secondsBox(const char* objectName, int least, int most, int seconds);
    [[nodiscard]] QString freeName(const QString& wanted) const;
    void remove(const QWidget* box);
    void updateSecrets();
    void tellChange();
};

} // namespace relevo::ui
