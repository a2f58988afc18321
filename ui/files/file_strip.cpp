#include <ui/files/file_strip.h>

#include <ui/files/file_words.h>
#include <ui/files/picture_store.h>
#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/paint.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int chipWidth = 26 * grid;
constexpr int leastPicture = 4 * grid;

/// One file. What it shows is painted; only its button can be pressed.
class FileChip final : public QWidget
{
public:
    FileChip(const Theme& theme, PictureStore& pictures, const client::OutgoingFile& file, QWidget* parent)
        : QWidget(parent), m_theme(theme), m_pictures(pictures), m_file(file), m_remove(new QPushButton(this))
    {
        setObjectName(QStringLiteral("fileChip"));
        setAccessibleName(spokenFile(file.what));
        setToolTip(file.what.name.toHtmlEscaped());
        const auto fit = [this] {
            setFixedSize(m_theme.grown(chipWidth), pictureSize() + grid);
        };
        connect(&theme, &Theme::changed, this, fit);
        fit();
        m_remove->setObjectName(QStringLiteral("removeFile"));
        m_remove->setIcon(theme.icon(QStringLiteral("close")));
        m_remove->setAccessibleName(FileStrip::tr("Remove %1").arg(file.what.name));
        m_remove->setToolTip(FileStrip::tr("Remove"));
        m_remove->setFixedSize(3 * grid, 3 * grid);
        setButtonKind(*m_remove, ButtonKind::Quiet);
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, metrics::half, 0);
        layout->addStretch();
        layout->addWidget(m_remove);
        connect(&pictures, &PictureStore::decoded, this, [this](const QString& path) {
            if (path == m_file.path)
                update();
        });
    }

    [[nodiscard]] QPushButton& removeButton() { return *m_remove; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Colors& c = m_theme.colors();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setPen(QPen(c.border, 1.0));
        painter.setBrush(c.sunken);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius,
                                metrics::radius);
        const bool leftToRight = layoutDirection() == Qt::LeftToRight;
        const auto placed = [this](const QRect& at) {
            return QStyle::visualRect(layoutDirection(), rect(), at);
        };
        const int picture = pictureSize();
        const QRect box = placed(QRect(metrics::half, metrics::half, picture, picture));
        const QSize room = QSize(picture, picture) * devicePixelRatio();
        const QImage image =
            domain::isPicture(m_file.what.mime) ? m_pictures.picture(m_file.path, room) : QImage();
        if (image.isNull()) {
            QRect icon(0, 0, m_theme.iconSize(), m_theme.iconSize());
            icon.moveCenter(box.center());
            paintIcon(painter, icon, iconOf(m_file.what), c.muted);
        } else {
            QRect target(QPoint(), image.size().scaled(box.size(), Qt::KeepAspectRatio));
            target.moveCenter(box.center());
            painter.drawImage(target, image);
        }
        const int left = picture + metrics::half + grid;
        const int width = this->width() - left - 3 * grid - grid;
        const Qt::Alignment side = leftToRight ? Qt::AlignLeft : Qt::AlignRight;
        const QFontMetrics name(m_theme.fonts().caption);
        paintLine(painter, placed(QRect(left, metrics::half, width, picture / 2)),
                  name.elidedText(m_file.what.name, Qt::ElideMiddle, width), m_theme.fonts().caption, c.text,
                  side);
        paintLine(painter, placed(QRect(left, metrics::half + picture / 2, width, picture / 2)),
                  sizeText(m_file.what.size), m_theme.fonts().caption, c.muted, side);
    }

private:
    const Theme& m_theme;
    PictureStore& m_pictures;
    client::OutgoingFile m_file;
    QPushButton* m_remove;

    /// As high as the two lines beside it.
    [[nodiscard]] int pictureSize() const
    {
        return std::max(leastPicture, 2 * QFontMetrics(m_theme.fonts().caption).height());
    }
};

} // namespace

FileStrip::FileStrip(const Theme& theme, PictureStore& pictures, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_pictures(pictures), m_flow(new FlowLayout(metrics::half, this))
{
    setObjectName(QStringLiteral("fileStrip"));
    setAccessibleName(tr("Attached files"));
    m_flow->setContentsMargins(0, 0, 0, metrics::half);
    hide();
}

void FileStrip::setFiles(const std::vector<client::OutgoingFile>& files)
{
    if (files == m_files)
        return;
    m_files = files;
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        // A press of its own button may be what brings us here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const client::OutgoingFile& file : files) {
        auto* chip = new FileChip(m_theme, m_pictures, file, this);
        m_flow->addWidget(chip);
        connect(&chip->removeButton(), &QPushButton::clicked, this,
                [this, id = file.what.id] { Q_EMIT removeWanted(id); });
        chip->show();
    }
    setVisible(!files.empty());
    m_flow->invalidate();
    updateGeometry();
}

} // namespace relevo::ui
