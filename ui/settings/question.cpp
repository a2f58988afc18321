#include <ui/settings/question.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtGui/QFontMetrics>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

Question::Question(const Theme& theme, const QString& objectName, const QString& title, const QString& words,
                   QWidget* parent)
    : QDialog(parent), m_details(new QVBoxLayout), m_buttons(new QHBoxLayout)
{
    setObjectName(objectName);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* heading = new Text(theme, &Fonts::heading, &Colors::text, title);
    heading->setWordWrap(true);
    auto* text = new Text(theme, &Fonts::body, &Colors::muted, words);
    text->setWordWrap(true);
    // Wider with larger letters: lines that are compared stay whole, and the question stays on the screen.
    text->setMinimumWidth(std::max(52 * grid, 60 * QFontMetrics(theme.fonts().body).averageCharWidth()));
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("questionCancel"));
    cancel->setAccessibleName(cancel->text());
    cancel->setDefault(true); // what Enter means must do no harm
    m_buttons->setSpacing(grid);
    m_buttons->addStretch();
    m_buttons->addWidget(cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid + metrics::half);
    layout->setSpacing(grid);
    layout->addWidget(heading);
    layout->addWidget(text);
    m_details->setSpacing(metrics::half);
    layout->addLayout(m_details);
    layout->addSpacing(2 * grid);
    layout->addLayout(m_buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void Question::addDetail(QWidget* detail)
{
    m_details->addWidget(detail);
}

void Question::addAnswer(const QString& objectName, const QString& words, bool primary,
                         std::function<void()> chosen)
{
    auto* button = new QPushButton(words);
    button->setObjectName(objectName);
    button->setAccessibleName(words);
    if (primary)
        setButtonKind(*button, ButtonKind::Primary);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, chosen = std::move(chosen)] {
        const std::function<void()> answer = chosen; // closing may end this very connection
        accept();
        answer();
    });
}

} // namespace relevo::ui
