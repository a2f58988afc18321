#include <models/template_model.h>

#include <models/choices.h>
#include <models/names.h>

#include <client/conversation_row.h>

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace relevo::models {

namespace {

/// "pt_BR" is spoken by whoever speaks "pt".
bool isSpoken(const QString& language, const QString& wanted)
{
    return !wanted.isEmpty() && language.section(u'_', 0, 0) == wanted;
}

} // namespace

QString nameOf(domain::TemplateCategory category)
{
    switch (category) {
    case domain::TemplateCategory::Utility:
        return QCoreApplication::translate("relevo::models", "Service");
    case domain::TemplateCategory::Marketing:
        return QCoreApplication::translate("relevo::models", "Marketing");
    case domain::TemplateCategory::Authentication:
        return QCoreApplication::translate("relevo::models", "Sign-in code");
    }
    return {};
}

TemplateModel::TemplateModel(QObject* parent) : QAbstractListModel(parent) {}

int TemplateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const domain::MessageTemplate& TemplateModel::at(int row) const
{
    return m_templates[m_rows[static_cast<std::size_t>(row)]];
}

QVariant TemplateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::MessageTemplate& text = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text.name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(text.name, languageName(text.language), client::oneLine(text.body));
    case choice::DetailRole:
        return client::oneLine(text.body);
    case choice::IconRole:
        return QStringLiteral("page");
    case choice::TrailingRole:
        return QStringLiteral("%1 · %2").arg(nameOf(text.category), languageName(text.language));
    case choice::TitleMatchesRole:
        return QVariant::fromValue(m_needle.inShort(folded(text.name), folded(client::oneLine(text.body))));
    case choice::DetailMatchesRole:
        return QVariant::fromValue(m_needle.inLong(folded(text.name), folded(client::oneLine(text.body))));
    default:
        return {};
    }
}

void TemplateModel::setTemplates(client::MessageTemplates templates)
{
    beginResetModel();
    m_rows.clear();
    m_templates = std::move(templates);
    endResetModel();
    search();
}

void TemplateModel::setLanguage(const QString& code)
{
    if (code == m_language)
        return;
    m_language = code;
    search();
}

void TemplateModel::setTyped(const QString& typed)
{
    m_needle = Needle(typed);
    search();
}

void TemplateModel::search()
{
    struct Found
    {
        std::size_t place = 0;
        bool spoken = false;
        int score = 0;
    };
    std::vector<Found> found;
    for (std::size_t place = 0; place < m_templates.size(); ++place) {
        const domain::MessageTemplate& text = m_templates[place];
        const std::optional<int> score =
            m_needle.isEmpty() ? std::optional(0)
                               : m_needle.score(folded(text.name), folded(client::oneLine(text.body)));
        if (score)
            found.push_back({place, isSpoken(text.language, m_language), *score});
    }
    std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
        return a.spoken != b.spoken ? a.spoken : a.score > b.score;
    });
    beginResetModel();
    m_rows.clear();
    for (const Found& one : found)
        m_rows.push_back(one.place);
    endResetModel();
}

} // namespace relevo::models
