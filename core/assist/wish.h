#pragma once

#include <assist/linear_model.h>
#include <assist/wish_text.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>
#include <span>
#include <vector>

namespace relevo::assist {

/// From this score on it is a wish. Below the half, because a customer who is not heard loses more than an
/// agent who is called in vain.
inline constexpr double wishThreshold = 0.4;

/// What the model makes of a text.
struct Wish
{
    double score = 0.0; ///< how sure it is that a human is asked for, 0 … 1
    QString words;      ///< the part of the text that says it best, as it was written
};

/// One piece of evidence: what was seen, and how much it speaks for (or, below zero, against) the wish.
struct WishEvidence
{
    QString seen; ///< the words as written, and what kind of evidence they are in brackets
    double weight = 0.0;
};

/// How surely a customer asks for a human (or refuses to go on with a machine), in English, Spanish and
/// Portuguese: a linear model over words, classes of words, letters and what is said of a person
/// (wish_features.h). A text's score is that of the stretch that says it best. Pure, any thread; a few
/// microseconds a message.
class WishModel
{
public:
    /// From the bytes of a weights file; nothing when they are none.
    [[nodiscard]] static std::optional<WishModel> read(const QByteArray& file);
    /// The file of these weights, by feature (the low half of its hash), sorted.
    [[nodiscard]] static QByteArray write(std::span<const std::pair<quint32, double>> weights, double bias);

    [[nodiscard]] Wish find(const WishText& text) const;
    /// The score alone, without saying why.
    [[nodiscard]] double score(const QString& text) const;
    /// The evidence of the stretch that says it best, strongest first.
    [[nodiscard]] std::vector<WishEvidence> evidence(const QString& text, std::size_t most = 8) const;
    [[nodiscard]] std::size_t size() const { return m_weights.size(); }

private:
    explicit WishModel(LinearModel&& weights) : m_weights(std::move(weights)) {}
    [[nodiscard]] int weight(quint64 hash) const;
    [[nodiscard]] double sum(const WishText& text, std::span<const WishWord> words) const;
    [[nodiscard]] std::pair<double, qsizetype> best(const WishText& text) const;

    LinearModel m_weights;
};

/// The model whose weights are compiled in (resources/assist/wish.bin, made by `./dev train`). Read once, at
/// the first call.
[[nodiscard]] const WishModel& builtInWishModel();

} // namespace relevo::assist
