#pragma once

#include <QtCore/QString>

namespace relevo {

/// A text that is held a hundred thousand times and looked at now and then: eight bytes, and nothing more
/// while it is empty; else a block with one byte a character where all are Latin-1, two where not. A QString
/// takes twice to three times as much. Copies share it, on whatever threads they are (each copy is one
/// thread's at a time). To be read it is made a QString, which costs an allocation.
class CompactText
{
public:
    CompactText() = default;
    explicit CompactText(QStringView text);
    CompactText(const CompactText& other) noexcept;
    CompactText(CompactText&& other) noexcept : m_block(std::exchange(other.m_block, nullptr)) {}
    ~CompactText();
    CompactText& operator=(CompactText other) noexcept
    {
        std::swap(m_block, other.m_block);
        return *this;
    }
    CompactText& operator=(QStringView text) { return *this = CompactText(text); }
    void clear() { *this = CompactText(); }

    [[nodiscard]] bool isEmpty() const { return m_block == nullptr; }
    [[nodiscard]] QString text() const;
    operator QString() const { return text(); } // where a QString is asked for, as the rows' readers do

    friend bool operator==(const CompactText& a, const CompactText& b);
    friend bool operator==(const CompactText& a, const QString& b) { return a.is(b); }

private:
    struct Block;
    Block* m_block = nullptr; ///< null: empty

    [[nodiscard]] bool is(QStringView text) const;
};

} // namespace relevo
