// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/codecs/encodesettings.h"
#include "core/model/result.h"

#include <QImage>

namespace lightwell::codecs {

/// A PNG by libpng, filtered and packed as suits the picture. Qt's writer takes every picture alike.
/// `image` is what prepareForEncoding() made.
[[nodiscard]] Result<QByteArray> writePng(const QImage &image, const EncodeSettings &settings);

} // namespace lightwell::codecs
