#pragma once

#include <assist/linear_model.h>
#include <assist/matter_features.h>

#include <QtCore/QString>

#include <array>

namespace relevo::assist {

/// What the model tells apart; that it is none of them is what remains.
enum class Matter : quint8 {
    Legal,   ///< lawyers, courts, authorities, the police, the press
    Injury,  ///< somebody hurt, ill or in danger, or how somebody was treated
    Fraud,   ///< scams, stolen cards and accounts, payments that were not theirs
    Data,    ///< what becomes of personal data
    Refund,  ///< a refund or charge that is disputed
    Ending,  ///< the end of a contract, and being kept from it
    Urgent,  ///< cannot wait
    Failure, ///< the bot fails
};
inline constexpr std::size_t matterCount = 8;

/// How likely a text is about each matter, 0 … 1, all of them together at most 1.
using MatterChances = std::array<double, matterCount>;

/// The low halves of hashes (LinearModel).
using MatterFeatures = QVarLengthArray<quint32, 1024>;

/// What a customer's text is about, in English, Spanish and Portuguese: a multinomial linear model over
/// words, letters and what words can stand for (matter_features.h). Learned, where the rules of
/// triggers_matters.h are written: it knows what nobody has thought of, and is less certain. Pure, any
/// thread; a few microseconds a message.
class MatterModel
{
public:
    /// From the bytes of a weights file; nothing when they are none.
    [[nodiscard]] static std::optional<MatterModel> read(const QByteArray& file);
    /// The file of these weights; each row and the biases have one for each matter.
    [[nodiscard]] static QByteArray write(std::span<const double> biases,
                                          std::span<const LinearModel::Row> rows);

    /// Of a long text those of the part that is surest about something.
    [[nodiscard]] MatterChances chances(const MatterText& text) const;
    /// The words that say most clearly that it is this, as they were written.
    [[nodiscard]] QString quote(const MatterText& text, Matter matter) const;
    [[nodiscard]] std::size_t size() const { return m_weights.size(); }

private:
    explicit MatterModel(LinearModel&& weights) : m_weights(std::move(weights)) {}

    LinearModel m_weights;
};

/// The parts of a text that are judged by themselves: all of a short one, of a long one such as overlap.
[[nodiscard]] QVarLengthArray<std::pair<std::size_t, std::size_t>, 64> matterParts(std::size_t words);

/// The features of one part, each once however often it is met, in order.
[[nodiscard]] MatterFeatures matterFeatures(const MatterText& text, std::size_t from, std::size_t to);

/// The model whose weights are compiled in (resources/assist/matters.bin, made by `./dev train`). Read once,
/// at the first call.
[[nodiscard]] const MatterModel& builtInMatterModel();

} // namespace relevo::assist
