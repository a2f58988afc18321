#pragma once

#include <ui/theme/theme.h>

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QLineEdit;

namespace relevo::ui {

class FlowLayout;

/// A list of short texts as chips, each with a button to take it away, and a line to add more: one by Enter,
/// many by pasting them with commas or on lines of their own. Each is kept once, whatever its case.
class ChipsEdit final : public QWidget
{
    Q_OBJECT
public:
    /// `objectName` is the line's; `name` what the list is called for screen readers.
    ChipsEdit(const Theme& theme, const QString& objectName, const QString& name, const QString& placeholder);

    [[nodiscard]] const QStringList& texts() const { return m_texts; }
    /// Without telling.
    void setTexts(const QStringList& texts);
    [[nodiscard]] QLineEdit& line() { return *m_line; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Theme& m_theme;
    QWidget* m_chips;
    FlowLayout* m_flow;
    QLineEdit* m_line;
    QString m_placeholder;
    QStringList m_texts;

    void rebuild();
    void addFrom(const QString& typed);
    void take(const QString& text);
};

} // namespace relevo::ui
