#include <ui/conversation/unsent_text.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int mostLines = 4; // past them it scrolls

} // namespace

UnsentText::UnsentText(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_text(new QPlainTextEdit)
{
    m_text->setObjectName(QStringLiteral("unsentText"));
    m_text->setAccessibleName(tr("Not sent"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(0);
    connect(m_text->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &UnsentText::fitHeight);
    connect(&theme, &Theme::changed, this, &UnsentText::fitHeight);
    fitHeight();

    auto* copy = new QPushButton(tr("Copy"));
    copy->setObjectName(QStringLiteral("copyUnsent"));
    auto* discard = new QPushButton(tr("Discard"));
    discard->setObjectName(QStringLiteral("discardUnsent"));
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::half);
    auto* title = new Text(theme, &Fonts::captionStrong, &Colors::warning, tr("Not sent"));
    title->setBuddy(m_text);
    head->addWidget(title, 1);
    for (QPushButton* button : {copy, discard}) {
        setButtonKind(*button, ButtonKind::Quiet);
        button->setFont(theme.fonts().captionStrong);
        head->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid, grid, 3 * grid, grid);
    layout->setSpacing(metrics::half);
    layout->addLayout(head);
    layout->addWidget(m_text);

    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(discard, &QPushButton::clicked, this, &UnsentText::discarded);
}

void UnsentText::setText(const QString& text)
{
    if (text != m_text->toPlainText()) // what is selected stays
        m_text->setPlainText(text);
    setVisible(!text.isEmpty());
}

void UnsentText::fitHeight()
{
    // A plain text's document is measured in lines.
    const int lines = static_cast<int>(m_text->document()->documentLayout()->documentSize().height());
    m_text->setFixedHeight(
        std::clamp(lines, 1, mostLines) * QFontMetrics(m_theme.fonts().body).lineSpacing() + grid);
}

void UnsentText::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
}

} // namespace relevo::ui
