#pragma once

#include <ui/theme/theme.h>

#include <models/record_model.h>

#include <QtWidgets/QWidget>

class QLineEdit;

namespace relevo::ui {

class ChoiceList;
class Text;

/// Some of many: a list of rows with boxes, searched by the line above it. A click or Enter marks a row, or
/// takes the mark away. Those that are marked when it is filled come first; no row moves while it is marked.
class MarkList final : public QWidget
{
    Q_OBJECT
public:
    /// `objectName` is the list's; the line's is this with "Search". `none`: where there is nothing to mark.
    MarkList(const Theme& theme, const QString& objectName, const QString& name, const QString& findHint,
             const QString& none);

    /// The rows are others, or told otherwise; what is marked stays so, where it is.
    void setRecords(std::vector<models::Record> all);
    /// By their keys, without telling. Marks of what is not there are kept.
    void setMarked(const QStringList& marked);
    [[nodiscard]] const QStringList& marked() const { return m_marked; }
    /// What is marked can be read, and not changed.
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    models::RecordModel m_model;
    QLineEdit* m_line;
    ChoiceList* m_list;
    Text* m_none;
    QString m_nothing;
    QStringList m_marked;
    bool m_readOnly = false;

    void toggle(int row);
    void show(std::vector<models::Record> records);
    void fit();
};

} // namespace relevo::ui
