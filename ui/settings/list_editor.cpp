#include <ui/settings/list_editor.h>

#include <ui/settings/pinned_bar.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/text.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int rowsShown = 6;

/// A form's buttons, and how the form stands.
class EditorBar final : public PinnedBar
{
public:
    EditorBar(const Theme& theme, QPushButton* first, QWidget* words, const QList<QPushButton*>& buttons)
        : PinnedBar(theme, nullptr)
    {
        setParts(first, words, buttons);
    }
};

} // namespace

ListEditor::ListEditor(const Theme& theme, QAbstractItemModel& model, QWidget* form, const Words& words)
    : m_model(model), m_prefix(words.prefix), m_search(new QLineEdit),
      m_list(new ChoiceList(theme, model, ChoiceDelegate::Lines::Two)), m_noneYet(words.none),
      m_none(new Text(theme, &Fonts::body, &Colors::muted)), m_undoBar(new QWidget),
      m_undoWords(new Text(theme, &Fonts::body, &Colors::text)), m_form(new QWidget),
      m_state(new Text(theme, &Fonts::caption, &Colors::muted)), m_add(made("New", words.makeNew)),
      m_save(made("Save", words.save.isEmpty() ? tr("Save") : words.save)),
      m_giveUp(made("GiveUp", tr("Discard changes"))),
      m_delete(made("Delete", words.remove.isEmpty() ? tr("Delete") : words.remove))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeList(words));
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 3 * grid, 0, 0);
    column->addWidget(form);
    layout->addWidget(m_form);
    makeBar(theme);
    closeForm();
    m_undoBar->hide();
}

QPushButton* ListEditor::made(const char* name, const QString& words) const
{
    auto* button = new QPushButton(words);
    button->setObjectName(named(name));
    button->setAccessibleName(words);
    return button;
}

QWidget* ListEditor::makeList(const Words& words)
{
    m_search->setObjectName(named("Search"));
    m_search->setAccessibleName(words.find);
    m_search->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_search->setPlaceholderText(words.findHint);
    m_list->setObjectName(words.listName);
    m_list->setAccessibleName(words.list);
    m_list->follow(*m_search);
    // As high as its rows: a list wants whatever is free below it, and would take it from between the parts.
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_none->setObjectName(named("None"));
    m_none->setWordWrap(true);
    m_undoWords->setObjectName(named("Deleted"));
    m_undoWords->setElided(true);
    QPushButton* undo = made("Undo", tr("Undo"));

    auto* top = new QHBoxLayout;
    top->setSpacing(grid);
    top->addWidget(m_search, 1);
    top->addWidget(m_add);
    auto* undoLine = new QHBoxLayout(m_undoBar);
    undoLine->setContentsMargins(0, grid, 0, 0);
    undoLine->addWidget(m_undoWords, 1);
    undoLine->addWidget(undo);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid);
    layout->addLayout(top);
    layout->addWidget(m_list);
    layout->addWidget(m_none);
    layout->addWidget(m_undoBar);

    const auto choose = [this](int row) {
        if (row >= 0 && row < m_model.rowCount())
            Q_EMIT chosen(row);
    };
    connect(m_list, &ChoiceList::chosen, this, choose);
    connect(m_list, &ChoiceList::clicked, this, [choose](const QModelIndex& index) { choose(index.row()); });
    connect(m_search, &QLineEdit::textChanged, this, &ListEditor::typed);
    connect(m_add, &QPushButton::clicked, this, &ListEditor::newWanted);
    connect(undo, &QPushButton::clicked, this, &ListEditor::undoWanted);
    return box;
}

void ListEditor::makeBar(const Theme& theme)
{
    m_state->setObjectName(named("State"));
    m_state->setWordWrap(true);
    setButtonKind(*m_save, ButtonKind::Primary);
    setButtonKind(*m_delete, ButtonKind::Quiet);
    m_bar = new EditorBar(theme, m_delete, m_state, {m_giveUp, m_save});
    connect(m_save, &QPushButton::clicked, this, &ListEditor::saveWanted);
    connect(m_giveUp, &QPushButton::clicked, this, &ListEditor::giveUpWanted);
    connect(m_delete, &QPushButton::clicked, this, &ListEditor::deleteWanted);
}

void ListEditor::showRows(bool any)
{
    const int rows = m_model.rowCount();
    m_none->setWhole(any ? tr("Nothing found.") : m_noneYet);
    m_none->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(std::min(rowsShown, rows) * m_list->itemDelegate()->sizeHint({}, {}).height());
}

void ListEditor::openForm()
{
    m_form->show();
    m_bar->show();
}

void ListEditor::closeForm()
{
    m_form->hide();
    m_bar->hide();
}

QWidget& ListEditor::search() const
{
    return *m_search;
}

void ListEditor::setOnline(bool online)
{
    say(online ? QString() : tr("There is no connection."), !online);
}

QWidget* ListEditor::bar() const
{
    return m_bar;
}

QWidget& ListEditor::adder() const
{
    return *m_add;
}

void ListEditor::setMayAdd(bool may)
{
    m_add->setEnabled(may);
}

void ListEditor::setCurrentRow(int row)
{
    m_list->setCurrentRow(row);
}

bool ListEditor::isOpen() const
{
    return !m_form->isHidden();
}

void ListEditor::setButtons(const Buttons& now)
{
    m_save->setEnabled(!now.busy && now.changed);
    // There is nothing to discard of one that was only begun.
    const QString giveUp = now.isNew && !now.changed ? tr("Cancel") : tr("Discard changes");
    if (m_giveUp->text() != giveUp) {
        m_giveUp->setText(giveUp);
        m_giveUp->setAccessibleName(giveUp);
    }
    m_giveUp->setEnabled(!now.busy && (now.changed || now.isNew));
    m_delete->setEnabled(!now.busy && !now.isNew);
    for (QPushButton* button : {m_save, m_giveUp, m_delete})
        button->setVisible(now.may && !now.fixed);
    m_delete->setVisible(now.may && !now.isNew && !now.keeps);
    if (now.changed && !now.busy)
        say(tr("Not saved yet"));
}

void ListEditor::say(const QString& words, bool wrong)
{
    m_state->setColor(wrong ? &Colors::danger : &Colors::muted);
    m_state->setWhole(words);
    m_state->setVisible(!words.isEmpty());
}

void ListEditor::offerUndo(const QString& words)
{
    m_undoWords->setWhole(words);
    m_undoBar->show();
    m_search->setFocus();
}

void ListEditor::hideUndo()
{
    m_undoBar->hide();
}

} // namespace relevo::ui
