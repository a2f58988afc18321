#include <ui/login/login_field.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

LoginField::LoginField(const Theme& theme, const QString& objectName, const QString& title,
                       const QString& placeholder)
    : m_edit(new QLineEdit), m_trouble(new Text(theme, &Fonts::caption, &Colors::danger))
{
    auto* label = new Text(theme, &Fonts::captionStrong, &Colors::text, title);
    label->setBuddy(m_edit);
    label->setWordWrap(true);
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(title);
    m_edit->setPlaceholderText(placeholder);
    m_edit->setMinimumHeight(metrics::fieldHeight);
    m_edit->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_trouble->setObjectName(objectName + QStringLiteral("Error"));
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(0, metrics::half, 0, 0);
    m_trouble->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * grid, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(label);
    layout->addSpacing(metrics::half + 2);
    layout->addWidget(m_edit);
    layout->addWidget(m_trouble);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::returnPressed, this, &LoginField::submitted);
    connect(m_edit, &QLineEdit::textEdited, this, &LoginField::clearTrouble);
}

QString LoginField::text() const
{
    return m_edit->text();
}

void LoginField::setHint(const QString& words)
{
    m_hint = words;
    m_edit->setAccessibleDescription(words);
}

void LoginField::tell(const QString& words)
{
    m_trouble->setWhole(words);
    m_trouble->show();
    setInvalid(*m_edit, true);
    m_edit->setAccessibleDescription(words);
    m_edit->setFocus();
    m_edit->selectAll();
}

void LoginField::clearTrouble()
{
    m_trouble->hide();
    setInvalid(*m_edit, false);
    m_edit->setAccessibleDescription(m_hint);
}

} // namespace relevo::ui
