#pragma once

#include <ui/theme/theme.h>

#include <domain/business_hours.h>

#include <QtWidgets/QWidget>

#include <array>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace relevo::ui {

class Text;

/// The open hours of a week: for each day any number of shifts. A shift that ends at midnight, or after it on
/// the next day, ends at an earlier hour than it begins.
class HoursEditor final : public QWidget
{
    Q_OBJECT
public:
    using Week = std::array<std::vector<domain::OpenSpan>, 7>; ///< Monday first

    explicit HoursEditor(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] const Week& week() const { return m_week; }
    /// Without telling.
    void setWeek(const Week& week);
    /// What is wrong with a day (0: Monday), or nothing.
    void tell(int day, const QString& wrong);

Q_SIGNALS:
    void changed();

private:
    struct Day
    {
        QCheckBox* open = nullptr;
        QVBoxLayout* spans = nullptr;
        QPushButton* more = nullptr;
        Text* trouble = nullptr;
    };

    const Theme& m_theme;
    std::array<Day, 7> m_days;
    Week m_week;

    void rebuild(int day);
    [[nodiscard]] QWidget* spanLine(int day, std::size_t index);
    void add(int day);
    void remove(int day, std::size_t index);
    void copyMonday();
    [[nodiscard]] static QString dayName(int day);
};

} // namespace relevo::ui
