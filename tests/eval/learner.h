#pragma once

#include <QtCore/QtGlobal>

#include <map>
#include <vector>

namespace relevo::eval {

/// The features of the stretches of one text, and what it is.
struct Example
{
    std::vector<std::vector<quint32>> stretches;
    /// A bit for each class that is right; the bit behind the last class stands for none of them. Several
    /// bits: one of these, nobody has said which.
    quint32 right = 1;
    double weight = 1.0;
};

/// How learning goes.
struct Pace
{
    int rounds = 12;
    int settled = 3;     ///< rounds before weights count for their mean
    double step = 0.03;  ///< small: a large one lets the last texts seen outweigh the rest
    double margin = 6.0; ///< a sum this sure teaches nothing more
    double unseen = 40;  ///< percent of the features hidden at each step, so that none is relied on alone
    double pull = 2e-5;  ///< toward zero, each time a weight is touched
    double fewest = 6;   ///< examples that must have a feature
};

class Lots;

/// Multinomial logistic regression, L2, by stochastic gradient descent with a step of its own for each
/// weight. Each example is learned from by the stretch that is surest of some class, as it is judged later.
/// One thread, one seed: the same examples give the same weights.
class Learner
{
public:
    Learner(std::vector<Example> examples, std::size_t classes, const Pace& pace);

    void learn();
    /// Adds this one's share of `of` to the weights by feature and to the biases.
    void addTo(std::map<quint32, std::vector<double>>& weights, std::vector<double>& biases, int of) const;

private:
    void number();
    double learn(const Example& example, Lots& lots);
    /// The chance of one class, or, for the number behind the last one, of none of them.
    [[nodiscard]] double chance(std::size_t ofClass) const;

    Pace m_pace;
    std::size_t m_classes;
    std::vector<Example> m_examples;
    std::vector<quint32> m_features;
    std::vector<quint32> m_shown; ///< the features not hidden in this step
    std::vector<double> m_sums;   ///< of this step, by class; behind them 0 for none
    std::vector<double> m_chances;
    // By feature, within it by class:
    std::vector<double> m_weights;
    std::vector<double> m_total; ///< of the weights after each settled round
    std::vector<double> m_seen;
    // By class:
    std::vector<double> m_biases;
    std::vector<double> m_biasTotal;
    std::vector<double> m_biasSeen;
};

} // namespace relevo::eval
