#pragma once

#include <QtCore/QByteArrayView>

#include <optional>

namespace relevo::store {

struct PictureSize
{
    int width = 0;
    int height = 0;
};

/// How large a PNG, JPEG, GIF or WebP picture says that it is, by the beginning of its bytes; nothing when
/// that is none of these or makes no sense. The bytes come from strangers. Pure.
[[nodiscard]] std::optional<PictureSize> pictureSize(QByteArrayView bytes);

} // namespace relevo::store
