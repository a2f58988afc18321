#include <ui/settings/shown_once.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QHideEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr int underFrame = 2 * grid; ///< room between it and what comes next

} // namespace

ShownOnce::ShownOnce(const Theme& theme, const QString& objectName)
    : m_theme(theme), m_title(new Text(theme, &Fonts::bodyStrong, &Colors::text)),
      m_words(new Text(theme, &Fonts::body, &Colors::muted)), m_secret(new QLineEdit), m_copy(new QPushButton)
{
    m_title->setWordWrap(true);
    m_title->setObjectName(objectName + QStringLiteral("Title"));
    m_words->setWordWrap(true);
    m_words->setObjectName(objectName + QStringLiteral("Words"));
    m_secret->setObjectName(objectName + QStringLiteral("Secret"));
    m_secret->setReadOnly(true);
    m_secret->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_copy->setObjectName(objectName + QStringLiteral("Copy"));
    setButtonKind(*m_copy, ButtonKind::Primary);
    auto* done = new QPushButton(tr("Done"));
    done->setObjectName(objectName + QStringLiteral("Done"));
    done->setAccessibleName(done->text());
    auto* line = new QHBoxLayout;
    line->setSpacing(grid);
    line->addWidget(m_secret, 1);
    line->addWidget(m_copy);
    line->addWidget(done);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid + underFrame);
    layout->setSpacing(grid);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addLayout(line);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_secret->text());
        m_copy->setText(tr("Copied"));
        m_copy->setAccessibleName(m_copy->text());
    });
    connect(done, &QPushButton::clicked, this, &ShownOnce::putAway);
    hide();
}

void ShownOnce::show(const QString& title, const QString& words, const QString& name, const QString& secret)
{
    m_title->setWhole(title);
    m_words->setWhole(words + u' ' +
                      tr("It goes from here when you leave this page or close the settings, and when the "
                         "screen is locked."));
    m_secret->setText(secret);
    m_secret->setCursorPosition(0);
    m_secret->setAccessibleName(name);
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy: %1").arg(name));
    QWidget::show();
    m_copy->setFocus();
}

void ShownOnce::putAway()
{
    m_secret->clear();
    hide();
}

void ShownOnce::hideEvent(QHideEvent* event)
{
    // A window that is only put aside is still there: it is pasted into another.
    if (!event->spontaneous())
        putAway();
    QWidget::hideEvent(event);
}

void ShownOnce::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colors().border);
    painter.setBrush(m_theme.colors().window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5 - underFrame), metrics::radius,
                            metrics::radius);
}

} // namespace relevo::ui
