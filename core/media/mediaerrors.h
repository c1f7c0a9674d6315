// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/imageformat.h"

#include <QSize>

/// What can be wrong with a picture. All of these count as not billed, because reading
/// or writing a picture costs nothing; whoever read a vendor's paid answer sets the billing from its own knowledge.
namespace lightwell::mediaerrors {

[[nodiscard]] Error empty();
[[nodiscard]] Error notAPicture();
[[nodiscard]] Error broken(ImageFormat format);
[[nodiscard]] Error tooManyBytes(qint64 bytes, qint64 limit);
[[nodiscard]] Error tooManyPixels(QSize size, qint64 limit);
[[nodiscard]] Error cannotRead(ImageFormat format); ///< no plugin for it on this system
[[nodiscard]] Error cannotWrite(ImageFormat format);
[[nodiscard]] Error tooLargeForFormat(ImageFormat format, int longestEdge);
[[nodiscard]] Error encodingFailed(ImageFormat format, const QString &detail = {});
[[nodiscard]] Error nothingToEncode();
[[nodiscard]] Error drawingRefused(); ///< an SVG with entities, an unknown encoding or marks beyond all measure
[[nodiscard]] Error drawingTooDear(); ///< an SVG that would take too long or too much memory
[[nodiscard]] Error tooDear(ImageFormat format); ///< reading it took too long, or too much memory
[[nodiscard]] Error programMissing(const QString &program, ImageFormat format); ///< lightwell-picture: its whole path

} // namespace lightwell::mediaerrors
