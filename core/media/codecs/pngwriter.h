// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/codecs/encodesettings.h"
#include "core/model/result.h"

#include <QImage>

namespace lightwell::codecs {

/// A PNG by zlib alone, on all cores that are free: libpng knows neither several threads nor a filter for some lines.
[[nodiscard]] Result<QByteArray> writePng(const QImage &image, const EncodeSettings &settings);

} // namespace lightwell::codecs
