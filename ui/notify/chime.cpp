#include <ui/notify/chime.h>

#include <QtCore/QtEndian>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace relevo::ui {

namespace {

constexpr int rate = 44'100;
constexpr double loudest = 0.6; ///< of full scale: two partials together stay below it

/// One stroke: how high, when, how long it rings, how loud.
struct Stroke
{
    double hertz;
    double at;    ///< seconds
    double rings; ///< seconds until it is gone
    double loud = 1.0;
};

std::vector<Stroke> strokesOf(Chime chime)
{
    switch (chime) {
    case Chime::None:
        return {};
    case Chime::Bell:
        return {{880.0, 0.0, 0.6}};
    case Chime::Double:
        return {{783.99, 0.0, 0.35}, {1046.5, 0.16, 0.5}};
    case Chime::Knock:
        return {{196.0, 0.0, 0.12}, {196.0, 0.18, 0.12}, {196.0, 0.36, 0.16}};
    case Chime::Rise:
        return {{523.25, 0.0, 0.3}, {659.25, 0.14, 0.3}, {783.99, 0.28, 0.3}, {1046.5, 0.42, 0.45}};
    }
    return {};
}

double sampleAt(const std::vector<Stroke>& strokes, double time)
{
    constexpr double attack = 0.004; // without it the speaker clicks
    constexpr double decay = 5.0;
    double sum = 0.0;
    for (const Stroke& stroke : strokes) {
        const double since = time - stroke.at;
        if (since < 0.0 || since > stroke.rings)
            continue;
        const double envelope = std::min(1.0, since / attack) * std::exp(-decay * since / stroke.rings) *
                                std::min(1.0, (stroke.rings - since) / attack);
        const double turn = 2.0 * std::numbers::pi * stroke.hertz * since;
        sum += stroke.loud * envelope * (0.75 * std::sin(turn) + 0.25 * std::sin(2.0 * turn));
    }
    return std::clamp(sum, -1.0, 1.0);
}

template <typename Number>
void put(QByteArray& bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

} // namespace

QByteArray chimeWav(Chime chime, int volume)
{
    const std::vector<Stroke> strokes = strokesOf(chime);
    if (strokes.empty())
        return {};
    const Stroke& last = strokes.back();
    const auto samples = static_cast<quint32>((last.at + last.rings) * rate);
    constexpr quint16 sampleBytes = 2;
    const double scale = loudest * std::clamp(volume, 0, 100) / 100.0 * 32'767.0;
    QByteArray wav;
    wav.reserve(static_cast<qsizetype>(samples) * sampleBytes + 44);
    wav.append("RIFF");
    put(wav, quint32(36 + samples * sampleBytes));
    wav.append("WAVEfmt ");
    put(wav, quint32(16));
    put(wav, quint16(1)); // plain samples
    put(wav, quint16(1)); // mono
    put(wav, quint32(rate));
    put(wav, quint32(rate * sampleBytes));
    put(wav, sampleBytes);
    put(wav, quint16(16));
    wav.append("data");
    put(wav, quint32(samples * sampleBytes));
    for (quint32 i = 0; i < samples; ++i)
        put(wav, static_cast<qint16>(std::lround(scale * sampleAt(strokes, double(i) / rate))));
    return wav;
}

} // namespace relevo::ui
