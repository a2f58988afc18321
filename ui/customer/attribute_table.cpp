#include <ui/customer/attribute_table.h>

#include <ui/customer/contact_rules.h>
#include <ui/customer/editable_line.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/flush_row.h>
#include <ui/widgets/text.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr int keyWidth = 13 * grid;

} // namespace

AttributeTable::AttributeTable(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout), m_add(new QPushButton(tr("Add a detail"))),
      m_form(makeForm())
{
    m_add->setObjectName(QStringLiteral("addAttribute"));
    m_add->setAccessibleName(m_add->text());
    m_add->setFont(theme.fonts().caption);
    m_add->setIcon(theme.icon(QStringLiteral("add"), &Colors::muted));
    m_add->setIconSize({m_theme.smallIconSize(), m_theme.smallIconSize()});
    m_add->setMaximumHeight(std::max(3 * grid, m_add->fontMetrics().height() + grid)); // as a line
    setButtonKind(*m_add, ButtonKind::Quiet);
    m_rows->setSpacing(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::buttonInset, 0, metrics::buttonInset, 0);
    layout->setSpacing(metrics::half);
    layout->addWidget(new Text(theme, &Fonts::captionStrong, &Colors::muted, tr("Details")));
    layout->addLayout(m_rows);
    layout->addWidget(m_form);
    auto* add = new FlushRow;
    add->addWidget(m_add);
    add->addStretch();
    layout->addLayout(add);
    connect(m_add, &QPushButton::clicked, this, &AttributeTable::openForm);
    m_form->hide();
}

QWidget* AttributeTable::makeForm()
{
    auto* form = new QWidget;
    m_newName = new QLineEdit;
    m_newValue = new QLineEdit;
    m_newName->setObjectName(QStringLiteral("newAttributeName"));
    m_newName->setAccessibleName(tr("What it is"));
    m_newName->setPlaceholderText(tr("What it is"));
    m_newValue->setObjectName(QStringLiteral("newAttributeValue"));
    m_newValue->setAccessibleName(tr("Value"));
    m_newValue->setPlaceholderText(tr("Value"));
    auto* row = new QHBoxLayout;
    row->setSpacing(grid);
    for (QLineEdit* field : {m_newName, m_newValue}) {
        field->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
        field->installEventFilter(this);
        row->addWidget(field);
    }
    m_trouble = new Text(m_theme, &Fonts::caption, &Colors::danger);
    m_trouble->setObjectName(QStringLiteral("newAttributeTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::half);
    layout->addLayout(row);
    layout->addWidget(m_trouble);
    return form;
}

void AttributeTable::show(const std::map<QString, QString>& attributes, const QStringList& elsewhere,
                          bool editable)
{
    std::map<QString, QString> shown = attributes;
    for (const QString& name : elsewhere)
        shown.erase(name);
    const bool sameNames = shown.size() == m_shown.size() &&
                           std::equal(shown.begin(), shown.end(), m_shown.begin(),
                                      [](const auto& a, const auto& b) { return a.first == b.first; });
    m_shown = std::move(shown);
    m_elsewhere = elsewhere;
    if (!sameNames)
        rebuild();
    for (const auto& [name, value] : m_shown) {
        EditableLine* line = m_lines.at(name).second;
        line->setEditable(editable);
        line->setValue(value);
    }
    m_editable = editable;
    if (!editable)
        closeForm();
    m_add->setVisible(editable && m_form->isHidden() && attributes.size() < domain::maxContactAttributes);
    setVisible(editable || !m_shown.empty());
}

void AttributeTable::rebuild()
{
    // Those that stay keep the keyboard and what is being typed; of the others one may be in its own signal.
    for (auto at = m_lines.begin(); at != m_lines.end();) {
        if (m_shown.contains(at->first)) {
            ++at;
            continue;
        }
        at->second.first->hide();
        at->second.first->deleteLater();
        at = m_lines.erase(at);
    }
    for (const auto& [name, value] : m_shown) {
        if (!m_lines.contains(name))
            addRow(name);
    }
    int place = 0;
    for (const auto& [name, line] : m_lines) {
        m_rows->removeWidget(line.first);
        m_rows->insertWidget(place++, line.first);
    }
}

void AttributeTable::addRow(const QString& name)
{
    auto* box = new QWidget;
    auto* key = new Text(m_theme, &Fonts::caption, &Colors::muted,
                         QFontMetrics(m_theme.fonts().caption).elidedText(name, Qt::ElideRight, keyWidth));
    key->setToolTip(name);
    key->setFixedWidth(keyWidth);
    key->setMinimumHeight(3 * grid); // as high as the buttons beside it
    auto* line = new EditableLine(m_theme, {.objectName = QStringLiteral("attribute"),
                                            .name = name,
                                            .icon = {},
                                            .offer = {},
                                            .font = &Fonts::caption,
                                            .trouble = attributeTrouble});
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(key, 0, Qt::AlignTop);
    row->addWidget(line, 1, Qt::AlignTop);
    connect(line, &EditableLine::changed, this, [this, name](const QString& value) {
        client::ContactChange change;
        change.attributes[name] = value;
        Q_EMIT changed(change);
    });
    m_rows->addWidget(box);
    m_lines[name] = {box, line};
}

void AttributeTable::openForm()
{
    m_newName->clear();
    m_newValue->clear();
    m_form->show();
    m_add->hide();
    m_newName->setFocus(Qt::OtherFocusReason);
}

void AttributeTable::closeForm()
{
    if (m_form->isHidden())
        return;
    const bool hadFocus = m_newName->hasFocus() || m_newValue->hasFocus();
    m_form->hide();
    m_trouble->hide();
    m_add->setVisible(m_editable);
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
}

void AttributeTable::addNew()
{
    const QString name = m_newName->text().simplified();
    const QString value = m_newValue->text().simplified();
    if (name.isEmpty() || value.isEmpty()) {
        (name.isEmpty() ? m_newName : m_newValue)->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString trouble = m_shown.contains(name) || m_elsewhere.contains(name)
                                ? tr("This detail already exists.")
                            : !attributeTrouble(name).isEmpty() ? attributeTrouble(name)
                                                                : attributeTrouble(value);
    m_trouble->setWhole(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    if (!trouble.isEmpty())
        return;
    closeForm();
    client::ContactChange change;
    change.attributes[name] = value;
    Q_EMIT changed(change);
}

bool AttributeTable::eventFilter(QObject* watched, QEvent* event)
{
    if ((watched == m_newName || watched == m_newValue) && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            addNew();
            return true;
        }
        if (key == Qt::Key_Escape) {
            closeForm();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace relevo::ui
