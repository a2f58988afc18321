#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QWidget>

namespace relevo::ui {

class Text;

/// One number, large, with its name over it and a word under it.
class NumberTile final : public QWidget
{
    Q_OBJECT
public:
    NumberTile(const Theme& theme, const QString& objectName, const QString& name);

    /// `pressing`: somebody should look; said by the sign before `words`, too.
    void setNumber(const QString& number, const QString& words, bool pressing);
    [[nodiscard]] QString number() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Text* m_number;
    Text* m_words;
    bool m_pressing = false;
};

} // namespace relevo::ui
