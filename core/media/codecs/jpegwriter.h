// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/codecs/encodesettings.h"
#include "core/model/result.h"

#include <QImage>

namespace lightwell::codecs {

/// A JPEG with codes of its own, its profile in front. Qt's writer cannot choose how colour is kept.
/// `image` is what prepareForEncoding() made, without transparency.
[[nodiscard]] Result<QByteArray> writeJpeg(const QImage &image, const EncodeSettings &settings);

} // namespace lightwell::codecs
