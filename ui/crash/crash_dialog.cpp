#include <ui/crash/crash_dialog.h>

#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/flush_row.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

CrashDialog::CrashDialog(const Theme& theme, CrashReport report, QWidget* parent)
    : ActionDialog(theme, QStringLiteral("crashDialog"), tr("Relevo ended unexpectedly"),
                   tr("Relevo ended unexpectedly on %1").arg(momentText(report.at)),
                   tr("Your drafts and unsent messages are kept. This report stays on this computer: nothing "
                      "was sent. You can give it to whoever looks after Relevo for you."),
                   parent),
      m_report(std::move(report))
{
    QPlainTextEdit* text = addWords(QStringLiteral("crashText"), tr("Report"), {}, 22 * grid);
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    QFont even = text->font(); // columns, and no ligatures in addresses
    even.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    even.setStyleHint(QFont::Monospace);
    even.setFixedPitch(true);
    text->setFont(even);
    text->setPlainText(m_report.text);
    auto* place = new Text(theme, &Fonts::caption, &Colors::muted, m_report.path);
    place->setElided(true);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body().addWidget(place);
    auto* more = new FlushRow;
    more->setSpacing(grid);
    const auto add = [this, more](const char* name, const QString& words, void (CrashDialog::*does)()) {
        auto* button = new QPushButton(words);
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(words);
        button->setAutoDefault(false);
        setButtonKind(*button, ButtonKind::Quiet);
        connect(button, &QPushButton::clicked, this, does);
        more->addWidget(button);
    };
    add("saveCrash", tr("Save as…"), &CrashDialog::save);
    add("deleteCrash", tr("Delete it"), &CrashDialog::remove);
    more->addStretch();
    body().addLayout(more);
    addButtons(QStringLiteral("copyCrash"), tr("Copy"), tr("Close"))->setFocus();
}

void CrashDialog::confirm()
{
    QGuiApplication::clipboard()->setText(m_report.text);
    accept();
}

void CrashDialog::save()
{
    auto* dialog = new QFileDialog(this, tr("Save the report"), QFileInfo(m_report.path).fileName());
    dialog->setObjectName(QStringLiteral("saveCrashDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QFile::remove(path); // the dialog has asked
        if (QFile::copy(m_report.path, path))
            accept();
    });
    dialog->open();
}

void CrashDialog::remove()
{
    QFile::remove(m_report.path);
    accept();
}

} // namespace relevo::ui
