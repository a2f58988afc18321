#include <ui/customer/merge_dialog.h>

#include <models/choices.h>
#include <models/names.h>
#include <ui/customer/contact_rules.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr std::chrono::milliseconds typingEnds{200};
constexpr int usualColumn = 26 * grid;
constexpr int widestColumn = 40 * grid;
constexpr int highestPreview = 24 * grid;

int columnWidth(const Theme& theme)
{
    return std::min(usualColumn * theme.textScale() / 100, widestColumn);
}

/// Lines may end within a long address, too.
QString breakable(const QString& value)
{
    QString broken;
    for (const QChar letter : value) {
        if (letter == u'@' || letter == u'.' || letter == u'_')
            broken += QChar(0x200B);
        broken += letter;
    }
    return broken;
}

} // namespace

MergeDialog::MergeDialog(const Theme& theme, const domain::Contact& customer, const QString& name,
                         QWidget* parent)
    : ActionDialog(theme, QStringLiteral("mergeDialog"), tr("Same person"),
                   tr("Who else is %1?").arg(isolated(name)),
                   tr("Their conversations and notes are shown together from then on. You can separate them "
                      "again at any time."),
                   parent),
      m_customer(customer), m_name(name), m_search(new QLineEdit),
      m_list(new ChoiceList(theme, m_model, ChoiceDelegate::Lines::Two)),
      m_words(new Text(theme, &Fonts::caption, &Colors::muted)), m_preview(new QWidget),
      m_scroll(new QScrollArea), m_sides(new QGridLayout), m_keepMine(makeKeep("keepMine")),
      m_keepTheirs(makeKeep("keepTheirs")), m_typed(this)
{
    m_search->setObjectName(QStringLiteral("mergeSearch"));
    m_search->setAccessibleName(tr("Search customers"));
    m_search->setPlaceholderText(tr("Name, e-mail or phone"));
    m_search->setClearButtonEnabled(true);
    m_search->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    watch(m_search);
    m_list->setObjectName(QStringLiteral("mergeFound"));
    m_list->setAccessibleName(tr("Customers"));
    m_list->setFixedHeight(13 * grid);
    m_list->setMinimumWidth(2 * columnWidth(theme) + 12 * grid);
    m_list->follow(*m_search);
    m_words->setObjectName(QStringLiteral("mergeWords"));
    m_words->setWordWrap(true);
    body().addWidget(m_search);
    body().addWidget(m_list);
    body().addWidget(m_words);
    body().addSpacing(grid);
    makePreview();
    m_confirm = addButtons(QStringLiteral("confirmMerge"), tr("They are the same"));
    m_typed.setSingleShot(true);
    m_typed.setInterval(typingEnds);
    connect(m_search, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(&m_typed, &QTimer::timeout, this, [this] {
        const QString words = m_search->text().simplified();
        if (words.isEmpty())
            list({});
        else
            Q_EMIT searchRequested(words);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MergeDialog::follow);
    connect(m_list, &ChoiceList::chosen, m_confirm, [this] { m_confirm->setFocus(Qt::OtherFocusReason); });
    follow();
    m_search->setFocus();
}

QPushButton* MergeDialog::makeKeep(const char* objectName)
{
    auto* button = new QPushButton;
    button->setObjectName(QLatin1String(objectName));
    button->setCheckable(true);
    button->setAutoDefault(false);
    setButtonKind(*button, ButtonKind::Choice);
    watch(button);
    const Theme& look = theme();
    connect(button, &QPushButton::toggled, button, [button, &look](bool on) {
        // Not by its colour alone.
        button->setIcon(on ? look.icon(QStringLiteral("check"), &Colors::accentText) : QIcon());
    });
    return button;
}

void MergeDialog::makePreview()
{
    m_preview->setObjectName(QStringLiteral("mergePreview"));
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setHorizontalSpacing(2 * grid);
    m_sides->setVerticalSpacing(metrics::half);
    auto* keep = new QButtonGroup(this);
    keep->addButton(m_keepMine);
    keep->addButton(m_keepTheirs);
    m_keepMine->setChecked(true);
    auto* layout = new QVBoxLayout(m_preview);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid);
    auto* sides = new QWidget;
    sides->setLayout(m_sides);
    m_scroll->setObjectName(QStringLiteral("mergeSides"));
    m_scroll->setAccessibleName(QStringLiteral("%1, %2").arg(tr("This customer"), tr("The other one")));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(sides);
    sides->setAutoFillBackground(false);
    layout->addWidget(m_scroll);
    layout->addSpacing(2 * metrics::grid);
    layout->addWidget(new Text(theme(), &Fonts::captionStrong, &Colors::text, tr("Name to keep")));
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::half);
    row->addWidget(m_keepMine);
    row->addWidget(m_keepTheirs);
    row->addStretch();
    layout->addLayout(row);
    body().addWidget(m_preview);
}

void MergeDialog::choose(const domain::Contact& contact)
{
    list({contact});
}

const domain::Contact* MergeDialog::pointedAt() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_found.size()) ? &m_found[static_cast<std::size_t>(row)]
                                                              : nullptr;
}

void MergeDialog::setFound(const QString& words, const Result<std::vector<domain::Contact>>& found)
{
    if (words != m_search->text().simplified())
        return; // other words are typed by now
    std::vector<domain::Contact> others = found ? *found : std::vector<domain::Contact>{};
    std::erase_if(others, [this](const domain::Contact& one) {
        const bool same = one.id == m_customer.id || one.mergedInto == m_customer.id ||
                          one.id == m_customer.mergedInto ||
                          (!one.mergedInto.isNull() && one.mergedInto == m_customer.mergedInto);
        return same;
    });
    list(others);
    m_words->setWhole(!found ? tr("The relay cannot be reached now. Try again when the connection is back.")
                      : others.empty() ? tr("Nobody else is found.")
                                       : QString());
}

void MergeDialog::list(const std::vector<domain::Contact>& found)
{
    m_found.clear(); // while the rows are others
    m_model.clear();
    for (const domain::Contact& one : found) {
        auto* item = new QStandardItem(titleOf(one));
        QStringList telling{one.email, one.phone};
        telling += one.tags;
        telling.removeAll(QString());
        item->setData(telling.join(QStringLiteral(" · ")), models::choice::DetailRole);
        item->setData(QStringLiteral("user"), models::choice::IconRole);
        item->setData(QString(item->text() + QStringLiteral(", ") + telling.join(QStringLiteral(", "))),
                      Qt::AccessibleTextRole);
        m_model.appendRow(item);
    }
    m_found = found;
    m_words->setWhole({});
    m_list->setCurrentRow(0);
    follow();
}

void MergeDialog::follow()
{
    const domain::Contact* other = pointedAt();
    m_confirm->setEnabled(other);
    m_preview->setVisible(other);
    if (!other)
        return;
    fillPreview(*other);
    askFor(m_customer.id);
    askFor(other->id);
}

void MergeDialog::askFor(const domain::ContactId& contact)
{
    if (m_asked.contains(contact))
        return;
    m_asked.insert(contact);
    Q_EMIT personWanted(contact);
}

void MergeDialog::setPerson(const domain::ContactId& asked, const client::Person& person)
{
    m_persons.insert(asked, person);
    if (const domain::Contact* other = pointedAt())
        fillPreview(*other);
}

QString MergeDialog::talksOf(const domain::ContactId& contact) const
{
    const auto person = m_persons.constFind(contact);
    if (person == m_persons.cend())
        return QStringLiteral("…");
    if (person->conversations.empty())
        return {};
    const QString count = tr("%n conversation(s)", nullptr, static_cast<int>(person->conversations.size()));
    // And by which way the newest one came.
    return count + QStringLiteral(" · ") + models::channelName(person->conversations.front().channel);
}

void MergeDialog::fillPreview(const domain::Contact& other)
{
    while (QLayoutItem* item = m_sides->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const QString theirs = titleOf(other);
    int row = 0;
    addSideRow(row++, {}, tr("This customer"), tr("The other one"));
    addSideRow(row++, tr("Name"), m_customer.name, other.name);
    addSideRow(row++, tr("E-mail"), m_customer.email, other.email);
    addSideRow(row++, tr("Phone"), m_customer.phone, other.phone);
    addSideRow(row++, tr("Tags"), m_customer.tags.join(QStringLiteral(", ")),
               other.tags.join(QStringLiteral(", ")));
    const auto notesOf = [](const domain::Contact& one) {
        return one.notes.empty() ? QString() : tr("%n note(s)", nullptr, static_cast<int>(one.notes.size()));
    };
    addSideRow(row++, tr("Notes"), notesOf(m_customer), notesOf(other));
    addSideRow(row++, tr("Conversations"), talksOf(m_customer.id), talksOf(other.id));
    // With large letters it is scrolled: the answers below stay on the screen.
    m_scroll->setMinimumWidth(m_sides->minimumSize().width() +
                              m_scroll->verticalScrollBar()->sizeHint().width());
    m_scroll->setFixedHeight(std::min(m_sides->sizeHint().height(), highestPreview));
    m_keepMine->setText(m_name);
    m_keepMine->setAccessibleName(tr("Keep the name %1").arg(m_name));
    m_keepTheirs->setText(theirs);
    m_keepTheirs->setAccessibleName(tr("Keep the name %1").arg(theirs));
}

void MergeDialog::addSideRow(int row, const QString& what, const QString& mine, const QString& theirs)
{
    auto* key = new Text(theme(), &Fonts::caption, &Colors::muted, what);
    m_sides->addWidget(key, row, 0, Qt::AlignTop);
    const QString nothing = what.isEmpty() ? QString() : QStringLiteral("–");
    int column = 1;
    for (const QString& value : {mine, theirs}) {
        QFont Fonts::*const font = what.isEmpty() ? &Fonts::captionStrong : &Fonts::body;
        const int width = columnWidth(theme());
        // Whole on each side: what differs may be at the end.
        const bool breaks = QFontMetrics(theme().fonts().*font).horizontalAdvance(value) > width;
        auto* text = new Text(theme(), font, value.isEmpty() ? &Colors::faint : &Colors::text,
                              value.isEmpty() ? nothing
                              : breaks        ? breakable(value)
                                              : value);
        text->setAccessibleName(value);
        text->setWordWrap(true);
        text->setFixedSize(width, text->heightForWidth(width));
        m_sides->addWidget(text, row, column++, Qt::AlignTop);
    }
}

void MergeDialog::confirm()
{
    const domain::Contact* other = pointedAt();
    if (!other)
        return;
    // Whoever gives up the name points to the other.
    if (m_keepMine->isChecked())
        Q_EMIT merged(other->id, m_customer.id);
    else
        Q_EMIT merged(m_customer.id, other->id);
    accept();
}

} // namespace relevo::ui
