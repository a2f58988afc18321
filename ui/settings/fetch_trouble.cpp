#include <ui/settings/fetch_trouble.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

FetchTrouble::FetchTrouble(const Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent), m_title(new Text(theme, &Fonts::bodyStrong, &Colors::text, title)),
      m_reason(new Text(theme, &Fonts::body, &Colors::muted))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* again = new QPushButton(tr("Try again"));
    again->setObjectName(QStringLiteral("fetchAgain"));
    again->setAccessibleName(again->text());
    connect(again, &QPushButton::clicked, this, &FetchTrouble::tryAgainRequested);
    m_again = again;
    for (Text* text : {m_title, m_reason}) {
        text->setAlignment(Qt::AlignCenter);
        text->setWordWrap(true);
    }
    m_title->setObjectName(QStringLiteral("fetchTrouble"));
    m_reason->setObjectName(QStringLiteral("fetchReason"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 3 * grid);
    layout->setSpacing(metrics::half);
    // A little above the middle looks like the middle.
    layout->addStretch(4);
    layout->addWidget(m_title);
    layout->addWidget(m_reason);
    layout->addSpacing(grid);
    layout->addWidget(again, 0, Qt::AlignHCenter);
    layout->addStretch(5);
    showAsking();
}

void FetchTrouble::showAsking()
{
    m_title->hide();
    m_again->hide();
    m_reason->setWhole(tr("Asking the relay…"));
}

void FetchTrouble::showReason(const QString& reason)
{
    m_reason->setWhole(reason);
    m_title->show();
    m_again->show();
}

} // namespace relevo::ui
