#include <assist/sentiment_words.h>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

struct Picture
{
    char32_t code;
    int weight;
};

constexpr std::array pictures{
    Picture{0x1F621, 100}, Picture{0x1F92C, 110}, Picture{0x1F620, 80},  Picture{0x1F47F, 80},
    Picture{0x1F4A2, 70},  Picture{0x1F624, 60},  Picture{0x1F595, 130}, Picture{0x1F644, 72},
    Picture{0x1F612, 50},  Picture{0x1F611, 25},  Picture{0x1F61E, 25},  Picture{0x1F614, 25},
    Picture{0x2639, 25},   Picture{0x1F641, 25},  Picture{0x1F615, 22},  Picture{0x1F622, 25},
    Picture{0x1F62D, 28},  Picture{0x1F44E, 50},  Picture{0x1F4A9, 75},  Picture{0x1F926, 50},
    Picture{0x1F629, 40},  Picture{0x1F62B, 40},  Picture{0x1F921, 70},  Picture{0x1F616, 35},
    Picture{0x1F623, 35},  Picture{0x1F60A, -30}, Picture{0x1F642, -10}, Picture{0x1F600, -40},
    Picture{0x1F603, -40}, Picture{0x1F604, -40}, Picture{0x1F601, -40}, Picture{0x1F60D, -50},
    Picture{0x1F970, -50}, Picture{0x2764, -40},  Picture{0x1F44D, -20}, Picture{0x1F64F, -12},
    Picture{0x1F389, -40}, Picture{0x1F44F, -20}, Picture{0x1F618, -40}, Picture{0x1F496, -40},
    Picture{0x1F60E, -30}, Picture{0x1F929, -50}, Picture{0x1F973, -45}, Picture{0x1F4AF, -30},
    Picture{0x1F64C, -35},
};

} // namespace

int feelingOfPicture(char32_t picture)
{
    const auto* found = std::find_if(pictures.begin(), pictures.end(),
                                     [picture](const Picture& each) { return each.code == picture; });
    return found == pictures.end() ? 0 : found->weight;
}

} // namespace relevo::assist
