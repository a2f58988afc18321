#include <base/compact_text.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>

namespace relevo {

/// The characters stand behind it.
struct CompactText::Block
{
    std::atomic<quint32> holders = 1;
    quint32 size : 31; ///< in characters
    quint32 wide : 1;  ///< two bytes each

    [[nodiscard]] static Block* make(QStringView text)
    {
        const auto size = static_cast<std::size_t>(text.size());
        const bool narrow =
            std::all_of(text.begin(), text.end(), [](QChar one) { return one.unicode() < 0x100; });
        void* memory = ::operator new(sizeof(Block) + (narrow ? size : size * sizeof(char16_t)));
        auto* made = new (memory) Block(static_cast<quint32>(size), !narrow);
        if (narrow)
            std::transform(text.begin(), text.end(), made->bytes(),
                           [](QChar one) { return static_cast<char>(one.unicode()); });
        else
            std::memcpy(made->bytes(), text.utf16(), size * sizeof(char16_t));
        return made;
    }
    static void letGo(Block* block)
    {
        if (block->holders.fetch_sub(1, std::memory_order_acq_rel) != 1)
            return;
        block->~Block();
        ::operator delete(block);
    }

    [[nodiscard]] char* bytes() { return reinterpret_cast<char*>(this + 1); }
    [[nodiscard]] QLatin1StringView latin() { return {bytes(), qsizetype(size)}; }
    [[nodiscard]] QStringView utf16()
    {
        return {reinterpret_cast<const char16_t*>(bytes()), qsizetype(size)};
    }

private:
    Block(quint32 characters, bool isWide) : size(characters), wide(isWide ? 1 : 0) {}
    ~Block() = default;
};

CompactText::CompactText(QStringView text) : m_block(text.isEmpty() ? nullptr : Block::make(text)) {}

CompactText::CompactText(const CompactText& other) noexcept : m_block(other.m_block)
{
    if (m_block)
        m_block->holders.fetch_add(1, std::memory_order_relaxed);
}

CompactText::~CompactText()
{
    if (m_block)
        Block::letGo(m_block);
}

QString CompactText::text() const
{
    if (!m_block)
        return {};
    return m_block->wide != 0 ? m_block->utf16().toString() : QString(m_block->latin());
}

bool CompactText::is(QStringView text) const
{
    if (!m_block)
        return text.isEmpty();
    return m_block->wide != 0 ? text == m_block->utf16() : text == m_block->latin();
}

bool operator==(const CompactText& a, const CompactText& b)
{
    if (a.m_block == b.m_block || !a.m_block || !b.m_block)
        return a.m_block == b.m_block;
    // Equal texts are equally wide: it follows from what stands in them.
    return a.m_block->wide == b.m_block->wide &&
           (a.m_block->wide != 0 ? a.m_block->utf16() == b.m_block->utf16()
                                 : a.m_block->latin() == b.m_block->latin());
}

} // namespace relevo
