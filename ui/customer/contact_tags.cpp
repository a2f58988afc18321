#include <ui/customer/contact_tags.h>

#include <ui/settings/chips_edit.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <domain/contact.h>

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

ContactTags::ContactTags(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_edit(new ChipsEdit(theme, QStringLiteral("contactTag"), tr("Tags"), tr("Add a tag"))),
      m_full(new Text(theme, &Fonts::caption, &Colors::muted,
                      tr("A customer has at most %1 tags.").arg(domain::maxContactTags)))
{
    m_full->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::half);
    layout->addWidget(new Text(theme, &Fonts::captionStrong, &Colors::muted, tr("Tags")));
    layout->addWidget(m_edit);
    layout->addWidget(m_full);
    m_edit->line().setMaxLength(static_cast<int>(domain::maxContactTagLength));
    auto* completer = new QCompleter(&m_suggested, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setObjectName(QStringLiteral("tagSuggestions"));
    completer->popup()->setAccessibleName(tr("Existing tags"));
    m_edit->line().setCompleter(completer);
    // What is chosen from the list is meant; the completer writes it into the line first.
    connect(
        completer, qOverload<const QString&>(&QCompleter::activated), &m_edit->line(),
        [line = &m_edit->line()] { Q_EMIT line->editingFinished(); }, Qt::QueuedConnection);
    connect(m_edit, &ChipsEdit::changed, this, [this] {
        QStringList tags = m_edit->texts();
        if (tags.size() > domain::maxContactTags) {
            tags = tags.mid(0, domain::maxContactTags);
            m_edit->setTexts(tags);
        }
        suggest();
        Q_EMIT changed(tags);
    });
}

void ContactTags::show(const QStringList& tags, bool editable)
{
    m_edit->setTexts(tags);
    m_edit->setEnabled(editable);
    const bool full = tags.size() >= domain::maxContactTags;
    m_edit->line().setVisible(editable && !full);
    m_full->setVisible(editable && full);
    setVisible(editable || !tags.isEmpty());
    suggest();
}

void ContactTags::setSuggestions(const QStringList& tags)
{
    if (m_known == tags)
        return;
    m_known = tags;
    suggest();
}

void ContactTags::suggest()
{
    QStringList others = m_known;
    others.removeIf(
        [this](const QString& tag) { return m_edit->texts().contains(tag, Qt::CaseInsensitive); });
    if (others != m_suggested.stringList())
        m_suggested.setStringList(others);
}

} // namespace relevo::ui
