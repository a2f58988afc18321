#include <ui/files/picture_viewer.h>

#include <ui/files/file_words.h>
#include <ui/files/picture_store.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/text.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr double step = 1.25;
constexpr double smallestZoom = 0.05;
constexpr double largestZoom = 8.0;
constexpr QSize largest(4096, 4096); // pixels that are kept of one

} // namespace

class PictureViewer::Canvas final : public QWidget
{
public:
    using QWidget::QWidget;

    void show(const QImage& image, double zoom)
    {
        m_image = image;
        resize(m_image.isNull() ? QSize(0, 0) : (QSizeF(m_image.size()) * zoom).toSize());
        update();
    }
    [[nodiscard]] const QImage& image() const { return m_image; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (!m_image.isNull())
            painter.drawImage(rect(), m_image);
    }

private:
    QImage m_image;
};

PictureViewer::PictureViewer(const Theme& theme, PictureStore& pictures, client::Attachments& attachments,
                             const domain::ConversationId& conversation,
                             std::vector<domain::Attachment> files, std::size_t which, QWidget* parent)
    : QDialog(parent), m_pictures(pictures), m_attachments(attachments), m_conversation(conversation),
      m_files(std::move(files)), m_at(which), m_name(new Text(theme, &Fonts::bodyStrong, &Colors::text)),
      m_count(new Text(theme, &Fonts::caption, &Colors::muted)),
      m_trouble(new Text(theme, &Fonts::body, &Colors::muted)), m_area(new QScrollArea), m_canvas(new Canvas)
{
    setObjectName(QStringLiteral("pictureViewer"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    resize(parent ? parent->window()->size() * 9 / 10 : QSize(120 * grid, 80 * grid));
    m_name->setObjectName(QStringLiteral("pictureName"));
    m_name->setElided(true);
    m_count->setObjectName(QStringLiteral("pictureCount"));
    m_trouble->setObjectName(QStringLiteral("pictureTrouble"));
    m_trouble->setAlignment(Qt::AlignCenter);
    m_area->setObjectName(QStringLiteral("pictureArea"));
    m_area->setWidget(m_canvas);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->viewport()->installEventFilter(this);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(2 * grid, grid, grid, grid);
    top->setSpacing(metrics::half);
    m_previous = makeButton(theme, "picturePrevious", QStringLiteral("chevron-left"), tr("Previous picture"));
    m_next = makeButton(theme, "pictureNext", QStringLiteral("chevron-right"), tr("Next picture"));
    auto* out = makeButton(theme, "zoomOut", QStringLiteral("minus"), tr("Smaller"));
    auto* in = makeButton(theme, "zoomIn", QStringLiteral("plus"), tr("Larger"));
    auto* fitted = makeButton(theme, "zoomFit", QStringLiteral("image"), tr("Fit to window"));
    m_copy = makeButton(theme, "pictureCopy", QStringLiteral("copy"), tr("Copy picture"));
    auto* save = makeButton(theme, "pictureSave", QStringLiteral("download"), tr("Save as…"));
    auto* close = makeButton(theme, "pictureClose", QStringLiteral("close"), tr("Close"));
    top->addWidget(m_name, 1);
    top->addWidget(m_count);
    for (QPushButton* button : {m_previous, m_next, out, in, fitted, m_copy, save, close})
        top->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_trouble);
    layout->addWidget(m_area, 1);
    connect(m_previous, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(1); });
    connect(out, &QPushButton::clicked, this, [this] { setZoom(m_zoom / step); });
    connect(in, &QPushButton::clicked, this, [this] { setZoom(m_zoom * step); });
    connect(fitted, &QPushButton::clicked, this, &PictureViewer::fit);
    connect(m_copy, &QPushButton::clicked, this, &PictureViewer::copy);
    connect(save, &QPushButton::clicked, this, [this] { Q_EMIT saveWanted(shown()); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&pictures, &PictureStore::decoded, this, &PictureViewer::refresh);
    connect(&attachments, &client::Attachments::changed, this, &PictureViewer::refresh);
    m_area->setFocus();
    go(0);
}

QPushButton* PictureViewer::makeButton(const Theme& theme, const char* name, const QString& icon,
                                       const QString& words)
{
    auto* button = new QPushButton;
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(theme.icon(icon));
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setAutoDefault(false);
    button->setFixedWidth(metrics::controlHeight + metrics::half);
    setButtonKind(*button, ButtonKind::Quiet);
    return button;
}

void PictureViewer::go(int by)
{
    const auto last = static_cast<int>(m_files.size()) - 1;
    m_at = static_cast<std::size_t>(std::clamp(static_cast<int>(m_at) + by, 0, last));
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at < m_files.size() - 1);
    m_name->setWhole(shown().name);
    m_count->setWhole(m_files.size() > 1 ? tr("%1 of %2").arg(m_at + 1).arg(m_files.size()) : QString());
    setWindowTitle(shown().name);
    m_area->setAccessibleName(spokenFile(shown()));
    m_fits = true;
    m_attachments.want(m_conversation, shown());
    refresh();
}

void PictureViewer::refresh()
{
    const client::Attachments::Known known = m_attachments.of(shown().id);
    const bool here = known.state == client::Attachments::State::Here;
    const QImage image = here ? m_pictures.picture(known.path, largest) : QImage();
    const bool failed =
        known.state == client::Attachments::State::Failed || (here && m_pictures.isBroken(known.path));
    m_trouble->setWhole(failed ? tr("This picture cannot be shown.") : tr("Loading…"));
    m_trouble->setVisible(image.isNull());
    m_copy->setEnabled(!image.isNull());
    m_canvas->show(image, m_zoom);
    if (m_fits)
        fit();
}

void PictureViewer::fit()
{
    m_fits = true;
    const QSizeF whole = m_canvas->image().size();
    const QSizeF room = m_area->maximumViewportSize();
    if (whole.isEmpty())
        return;
    // A small one is not blown up.
    m_zoom = std::min({1.0, room.width() / whole.width(), room.height() / whole.height()});
    m_canvas->show(m_canvas->image(), m_zoom);
}

void PictureViewer::setZoom(double zoom)
{
    m_fits = false;
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    m_canvas->show(m_canvas->image(), m_zoom);
}

void PictureViewer::copy()
{
    if (!m_canvas->image().isNull())
        QGuiApplication::clipboard()->setImage(m_canvas->image());
}

void PictureViewer::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Save))
        Q_EMIT saveWanted(shown());
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_PageUp)
        go(layoutDirection() == Qt::LeftToRight || event->key() == Qt::Key_PageUp ? -1 : 1);
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_PageDown)
        go(layoutDirection() == Qt::LeftToRight || event->key() == Qt::Key_PageDown ? 1 : -1);
    else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        setZoom(m_zoom * step);
    else if (event->key() == Qt::Key_Minus)
        setZoom(m_zoom / step);
    else if (event->key() == Qt::Key_0)
        fit();
    else if (event->key() == Qt::Key_1)
        setZoom(1.0);
    else
        QDialog::keyPressEvent(event);
}

bool PictureViewer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (wheel->modifiers().testFlag(Qt::ControlModifier)) {
            setZoom(wheel->angleDelta().y() > 0 ? m_zoom * step : m_zoom / step);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PictureViewer::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    if (m_fits)
        fit();
}

} // namespace relevo::ui
