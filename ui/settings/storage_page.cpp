#include <ui/settings/storage_page.h>

#include <ui/files/file_words.h>
#include <ui/settings/question.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QComboBox>
#include <QtWidgets/QPushButton>

namespace relevo::ui {

namespace {

constexpr qint64 oneMegabyte = 1024 * 1024;

} // namespace

StoragePage::StoragePage(const Theme& theme)
    : SettingsPage(
          theme, tr("Storage"),
          tr("Relevo keeps a copy of your team’s conversations on this computer, readable by you alone, so "
             "that it starts at once and works without a network.")),
      m_size(new Text(theme, &Fonts::body, &Colors::text)), m_bound(new QComboBox),
      m_forget(new QPushButton(tr("Forget this device…")))
{
    m_size->setObjectName(QStringLiteral("storageSize"));
    m_bound->setObjectName(QStringLiteral("storageBound"));
    for (const int megabytes : {50, 100, 200, 500, 1024, 2048})
        m_bound->addItem(sizeText(megabytes * oneMegabyte, 0), megabytes * oneMegabyte);
    m_forget->setObjectName(QStringLiteral("forgetDevice"));
    m_forget->setAccessibleName(m_forget->text());

    addSection(tr("Copy on this computer"));
    addRow(tr("Space used"), m_size);
    addRow(tr("Keep at most"), m_bound,
           tr("Older messages are forgotten here and fetched from the relay again when you scroll to them."));
    addSection(tr("Forget this device"), tr("Signs you out and deletes the copy, your drafts and your saved "
                                            "sign-in from this computer. Nothing is deleted on the relay."));
    add(atStart(m_forget));

    connect(m_bound, &QComboBox::activated, this,
            [this] { Q_EMIT boundChosen(m_bound->currentData().toLongLong()); });
    connect(m_forget, &QPushButton::clicked, this, &StoragePage::ask);
}

void StoragePage::opened()
{
    if (!m_info)
        m_size->setWhole(tr("Measuring…"));
    Q_EMIT measureRequested();
}

void StoragePage::showStorage(const client::StorageInfo& info)
{
    m_info = info;
    m_size->setWhole(sizeText(info.bytes, 1));
    int index = m_bound->findData(info.bound);
    if (index < 0) {
        // Set by hand in the file of preferences.
        m_bound->addItem(sizeText(info.bound, 0), info.bound);
        index = m_bound->count() - 1;
    }
    m_bound->setCurrentIndex(index);
}

void StoragePage::ask()
{
    const int unsent = m_info ? m_info->unsent : 0;
    QString lost = tr("You are signed out here, and drafts that you have not sent are deleted.");
    if (unsent > 0)
        lost += u' ' + tr("%n thing(s) you sent or decided have not reached the relay yet and will be lost.",
                          nullptr, unsent);
    auto* question =
        new Question(theme(), QStringLiteral("forgetQuestion"), tr("Forget this device?"), lost, this);
    question->addAnswer(QStringLiteral("forgetYes"), tr("Forget this device"), ButtonKind::Danger,
                        [this] { Q_EMIT forgetConfirmed(); });
    question->open();
}

} // namespace relevo::ui
