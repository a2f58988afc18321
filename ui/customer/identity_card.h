#pragma once

#include <ui/theme/theme.h>

#include <client/people.h>

#include <QtWidgets/QWidget>

class QPushButton;

namespace relevo::ui {

class EditableLine;
class PopupButton;
class Text;

/// Who a customer is, as far as is known.
struct Identity
{
    QString name; ///< as lists show it
    domain::Contact contact;
    QString channel;
    QString language;
    QString localTime;
    bool editable = false;

    friend bool operator==(const Identity&, const Identity&) = default;
};

/// The head of the customer's column: name, addresses and where they write from; what can be changed is
/// changed where it stands. Its menu blocks them or finds out that they are somebody known.
class IdentityCard final : public QWidget
{
    Q_OBJECT
public:
    explicit IdentityCard(const Theme& theme, QWidget* parent = nullptr);

    void show(const Identity& identity);

Q_SIGNALS:
    void changed(const relevo::client::ContactChange& change);
    void blockWanted(bool blocked);
    void mergeWanted();

private:
    const Theme& m_theme;
    Identity m_shown;
    EditableLine* m_name;
    EditableLine* m_email;
    EditableLine* m_phone;
    EditableLine* m_language;
    EditableLine* m_channel;
    EditableLine* m_time;
    EditableLine* m_page;
    PopupButton* m_more;
    QWidget* m_blocked;
    QWidget* m_avatar;

    [[nodiscard]] QWidget* makeBlocked();
    [[nodiscard]] EditableLine* makeFact(const char* objectName, const QString& name, const QString& icon);
    void connectLines();
    void fillMenu();
};

} // namespace relevo::ui
