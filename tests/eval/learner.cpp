#include "learner.h"

#include "patterns.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_map>

namespace relevo::eval {
namespace {

constexpr quint64 seed = 20'260'101;

} // namespace

/// Six lots of ten bits from each number: most of the time of learning goes into drawing what is hidden.
class Lots
{
public:
    explicit Lots(quint64 start) : m_state(start) {}
    /// Whether one of `share` in 1,024 is drawn.
    [[nodiscard]] bool drawn(quint64 share)
    {
        if (m_left == 0) {
            m_state += 0x9e3779b97f4a7c15ULL;
            m_bits = (m_state ^ (m_state >> 30)) * 0xbf58476d1ce4e5b9ULL;
            m_bits = (m_bits ^ (m_bits >> 27)) * 0x94d049bb133111ebULL;
            m_bits ^= m_bits >> 31;
            m_left = 6;
        }
        const bool is = (m_bits & 1023) < share;
        m_bits >>= 10;
        --m_left;
        return is;
    }

private:
    quint64 m_state;
    quint64 m_bits = 0;
    int m_left = 0;
};

Learner::Learner(std::vector<Example> examples, std::size_t classes, const Pace& pace)
    : m_pace(pace), m_classes(classes), m_examples(std::move(examples)), m_sums(classes + 1, 0.0),
      m_chances(classes + 1, 0.0), m_biases(classes, -1.0), m_biasTotal(classes, 0.0),
      m_biasSeen(classes, 1.0)
{
    number();
}

void Learner::learn()
{
    Dice dice(seed + 1);
    Lots lots(seed + 2);
    std::vector<std::size_t> order(m_examples.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    for (int round = 0; round < m_pace.rounds; ++round) {
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[dice.roll(i)]);
        double loss = 0.0;
        for (const std::size_t each : order)
            loss += learn(m_examples[each], lots);
        if (round >= m_pace.settled) {
            for (std::size_t i = 0; i < m_weights.size(); ++i)
                m_total[i] += m_weights[i];
            for (std::size_t i = 0; i < m_classes; ++i)
                m_biasTotal[i] += m_biases[i];
        }
        std::fprintf(stderr, "round %2d: mean loss %.4f\n", round + 1,
                     loss / static_cast<double>(m_examples.size()));
    }
}

void Learner::addTo(std::map<quint32, std::vector<double>>& weights, std::vector<double>& biases,
                    int of) const
{
    const int counted = m_pace.rounds - m_pace.settled;
    for (std::size_t i = 0; i < m_features.size(); ++i) {
        std::vector<double>& sum = weights[m_features[i]];
        sum.resize(m_classes, 0.0);
        for (std::size_t each = 0; each < m_classes; ++each)
            sum[each] += m_total[i * m_classes + each] / counted / of;
    }
    biases.resize(m_classes, 0.0);
    for (std::size_t each = 0; each < m_classes; ++each)
        biases[each] += m_biasTotal[each] / counted / of;
}

/// Gives each feature that is met often enough a number and forgets the rest.
void Learner::number()
{
    std::unordered_map<quint32, int> met;
    for (const Example& example : m_examples) {
        std::vector<quint32> all;
        for (const auto& stretch : example.stretches)
            all.insert(all.end(), stretch.begin(), stretch.end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        for (const quint32 feature : all)
            ++met[feature];
    }
    std::unordered_map<quint32, quint32> numbers;
    for (Example& example : m_examples) {
        for (auto& stretch : example.stretches) {
            std::vector<quint32> kept;
            for (const quint32 feature : stretch) {
                if (met[feature] < m_pace.fewest)
                    continue;
                const auto [at, isNew] =
                    numbers.try_emplace(feature, static_cast<quint32>(m_features.size()));
                if (isNew)
                    m_features.push_back(feature);
                kept.push_back(at->second);
            }
            stretch = std::move(kept);
        }
    }
    m_weights.assign(m_features.size() * m_classes, 0.0);
    m_total.assign(m_weights.size(), 0.0);
    m_seen.assign(m_weights.size(), 1e-2);
}

double Learner::chance(std::size_t ofClass) const
{
    double all = 1.0;
    for (std::size_t other = 0; other <= m_classes; ++other) {
        if (other != ofClass)
            all += std::exp(m_sums[other] - m_sums[ofClass]);
    }
    return 1.0 / all;
}

double Learner::learn(const Example& example, Lots& lots)
{
    const std::vector<quint32>* best = nullptr;
    double highest = 0.0;
    for (const auto& stretch : example.stretches) {
        if (example.stretches.size() > 1) {
            std::copy(m_biases.begin(), m_biases.end(), m_sums.begin());
            for (const quint32 feature : stretch) {
                for (std::size_t each = 0; each < m_classes; ++each)
                    m_sums[each] += m_weights[feature * m_classes + each];
            }
        }
        const double sum = *std::max_element(m_sums.begin(), m_sums.end() - 1);
        if (!best || sum > highest) {
            best = &stretch;
            highest = sum;
        }
    }
    if (!best)
        return 0.0;
    m_shown.clear();
    std::copy(m_biases.begin(), m_biases.end(), m_sums.begin());
    const auto hidden = static_cast<quint64>(10.24 * m_pace.unseen);
    for (const quint32 feature : *best) {
        if (lots.drawn(hidden))
            continue;
        m_shown.push_back(feature);
        for (std::size_t each = 0; each < m_classes; ++each)
            m_sums[each] += m_weights[feature * m_classes + each] * 100.0 / (100.0 - m_pace.unseen);
    }
    double right = 0.0;
    for (std::size_t each = 0; each <= m_classes; ++each) {
        m_chances[each] = chance(each);
        right += (example.right >> each & 1) != 0 ? m_chances[each] : 0.0;
    }
    if (right > 1.0 / (1.0 + std::exp(-m_pace.margin)))
        return 0.0;
    for (std::size_t each = 0; each < m_classes; ++each) {
        const bool isRight = (example.right >> each & 1) != 0;
        const double wanted = isRight ? m_chances[each] / std::max(right, 1e-300) : 0.0;
        const double error = (wanted - m_chances[each]) * example.weight;
        for (const quint32 feature : m_shown) {
            const std::size_t at = feature * m_classes + each;
            const double gradient = error - m_pace.pull * m_weights[at];
            m_seen[at] += gradient * gradient;
            m_weights[at] += m_pace.step * gradient / std::sqrt(m_seen[at]);
        }
        m_biasSeen[each] += error * error;
        m_biases[each] += m_pace.step * error / std::sqrt(m_biasSeen[each]);
    }
    return -std::log(std::max(right, 1e-300));
}

} // namespace relevo::eval
