#include <ui/customer/contact_notes.h>

#include <models/moments.h>
#include <ui/actions/action_info.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/key_text.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr std::size_t shownAtFirst = 3;
constexpr int fieldHeight = 8 * grid;

} // namespace

ContactNotes::ContactNotes(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_list(new QVBoxLayout), m_field(new QPlainTextEdit),
      m_add(new QPushButton(tr("Add note")))
{
    m_list->setSpacing(grid);
    m_field->setObjectName(QStringLiteral("contactNote"));
    m_field->setAccessibleName(tr("A note about this customer"));
    m_field->setPlaceholderText(tr("What should colleagues know? The customer does not see it."));
    m_field->setTabChangesFocus(true);
    m_field->setFixedHeight(fieldHeight);
    m_field->viewport()->setAutoFillBackground(false);
    m_field->document()->setDocumentMargin(grid);
    m_field->installEventFilter(this);
    m_add->setObjectName(QStringLiteral("addContactNote"));
    m_add->setAccessibleName(m_add->text());
    m_add->setToolTip(QStringLiteral("%1 (%2)").arg(m_add->text(), nativeText(Qt::CTRL | Qt::Key_Return)));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::half);
    layout->addWidget(new Text(theme, &Fonts::captionStrong, &Colors::muted, tr("Notes about the customer")));
    layout->addLayout(m_list);
    layout->addSpacing(metrics::half);
    layout->addWidget(m_field);
    layout->addWidget(m_add, 0, Qt::AlignTrailing);
    connect(m_add, &QPushButton::clicked, this, &ContactNotes::add);
    connect(m_field, &QPlainTextEdit::textChanged, this, &ContactNotes::follow);
    follow();
}

void ContactNotes::show(const Content& content)
{
    if (content == m_shown)
        return;
    const bool same = content.notes == m_shown.notes && content.mayDeleteAll == m_shown.mayDeleteAll &&
                      content.editable == m_shown.editable && content.me == m_shown.me;
    m_shown = content;
    if (!same)
        rebuild();
    m_field->setVisible(content.editable);
    follow();
    setVisible(content.editable || !content.notes.empty());
}

void ContactNotes::forgetTyped()
{
    m_field->clear();
    m_all = false;
    rebuild();
}

void ContactNotes::rebuild()
{
    while (QLayoutItem* item = m_list->takeAt(0)) {
        // The button that was pressed is still in its click.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const std::size_t count = m_all ? m_shown.notes.size() : std::min(shownAtFirst, m_shown.notes.size());
    for (std::size_t i = 0; i < count; ++i)
        m_list->addWidget(rowOf(m_shown.notes[i]));
    const int more = static_cast<int>(m_shown.notes.size() - count);
    if (more == 0)
        return;
    auto* older = new QPushButton(tr("Show %n older note(s)", nullptr, more));
    older->setObjectName(QStringLiteral("olderNotes"));
    older->setAccessibleName(older->text());
    older->setFont(m_theme.fonts().caption);
    setButtonKind(*older, ButtonKind::Quiet);
    connect(older, &QPushButton::clicked, this, [this] {
        m_all = true;
        rebuild();
        m_field->setFocus(Qt::OtherFocusReason);
    });
    m_list->addWidget(older);
}

QWidget* ContactNotes::rowOf(const NoteOf& one)
{
    const domain::ContactNote& note = one.note;
    const bool waiting = note.id.isNull();
    const QString who = note.authorId == m_shown.me ? tr("You") : note.authorName;
    const QString when = waiting ? tr("not sent yet") : momentText(models::dateTime(note.at).toLocalTime());
    auto* row = new QWidget;
    row->setObjectName(QStringLiteral("contactNoteRow"));
    auto* head = new QHBoxLayout;
    head->setSpacing(grid);
    head->addStrut(3 * grid); // as high as the button that others have
    auto* by = new Text(m_theme, &Fonts::caption, &Colors::muted,
                        QStringLiteral("%1 · %2").arg(isolated(who), when));
    by->setWordWrap(true);
    head->addWidget(by, 1);
    if (m_shown.editable && !waiting && (m_shown.mayDeleteAll || note.authorId == m_shown.me)) {
        auto* remove = new QPushButton;
        remove->setObjectName(QStringLiteral("deleteContactNote"));
        remove->setIcon(m_theme.icon(QStringLiteral("bin"), &Colors::faint));
        remove->setIconSize({m_theme.smallIconSize(), m_theme.smallIconSize()});
        remove->setFixedSize(3 * grid, 3 * grid);
        remove->setAccessibleName(tr("Delete the note of %1").arg(when));
        remove->setToolTip(tr("Delete this note"));
        setButtonKind(*remove, ButtonKind::Quiet);
        connect(remove, &QPushButton::clicked, this,
                [this, contact = one.contact, id = note.id] { Q_EMIT deleted(contact, id); });
        head->addWidget(remove);
    }
    auto* words = new Text(m_theme, &Fonts::body, &Colors::text, note.text);
    words->setWordWrap(true);
    words->followDirection();
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(words);
    return row;
}

void ContactNotes::follow()
{
    const qsizetype typed = m_field->toPlainText().trimmed().size();
    m_add->setVisible(m_shown.editable && typed > 0);
    m_add->setEnabled(typed > 0 && typed <= domain::maxContactNoteLength);
    setInvalid(*m_field, typed > domain::maxContactNoteLength);
}

void ContactNotes::add()
{
    if (!m_add->isEnabled() || m_add->isHidden())
        return;
    const QString text = m_field->toPlainText().trimmed();
    m_field->clear();
    m_field->setFocus(Qt::OtherFocusReason);
    Q_EMIT added(text);
}

bool ContactNotes::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            add();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace relevo::ui
