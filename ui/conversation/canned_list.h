#pragma once

#include <ui/theme/theme.h>

#include <models/canned_model.h>
#include <models/canned_text.h>

#include <QtWidgets/QFrame>

#include <functional>

class QTextEdit;

namespace relevo::ui {

class ChoiceList;
class Text;

/// While something is written: the canned responses that fit what was typed after "/", with the chosen one as
/// it would stand in the text. Lies over the window above the cursor and never has the keyboard; the field's
/// owner passes the keys on.
class CannedList final : public QFrame
{
    Q_OBJECT
public:
    /// `edit` must outlive the list.
    CannedList(const Theme& theme, QTextEdit& edit, QWidget* parent = nullptr);

    void setResponses(const std::vector<client::CannedResponse>& responses);
    /// The customer's language: what is in it comes first.
    void setLanguage(const QString& code);
    /// Asked when a response is shown or chosen.
    void setValues(std::function<models::CannedValues()> values) { m_values = std::move(values); }
    /// The text or the cursor is another.
    void follow();
    /// True when the key meant something here.
    bool key(int key);
    void dismiss();
    /// Filled in, at the cursor; what nobody knows is selected.
    void write(const client::CannedResponse& response);
    [[nodiscard]] const models::CannedModel& model() const { return m_model; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QTextEdit& m_edit;
    models::CannedModel m_model;
    ChoiceList* m_list;
    Text* m_preview;
    std::function<models::CannedValues()> m_values;
    qsizetype m_dismissedAt = -1; ///< where the "/" stands after which nothing is offered any more
    bool m_inserting = false;

    void offer(const QString& typed);
    void place();
    void choose();
    void showPreview();
    [[nodiscard]] QString chosenText() const;
    [[nodiscard]] QString textOf(const client::CannedResponse& response) const;
    /// In place of what stands there up to the cursor.
    void insert(const QString& text, qsizetype from);
};

/// A "/" at the beginning of a word, and what was typed from it to the cursor.
struct Slash
{
    qsizetype at = 0;
    QString typed;
};
[[nodiscard]] std::optional<Slash> slashBefore(const QString& text, qsizetype cursor);

} // namespace relevo::ui
