// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell {

/// The picture formats Lightwell can ask for, deliver or receive. Svg is only ever received.
enum class ImageFormat { Png, Jpeg, Webp, Avif, Gif, Jxl, Tiff, Heif, Svg };

[[nodiscard]] QString formatName(ImageFormat format); ///< "png", "jpeg", "webp", "avif", "gif", "jxl", …
[[nodiscard]] QString formatLabel(ImageFormat format); ///< "PNG", "JPEG XL", …: a proper name, not translated
[[nodiscard]] QString formatMimeType(ImageFormat format);
[[nodiscard]] QString formatSuffix(ImageFormat format); ///< without dot: "png", "jpg", …
/// Accepts names, suffixes and MIME types: "jpg", "image/jpeg", "jpeg-xl", "heic" … in any case.
[[nodiscard]] std::optional<ImageFormat> formatFromName(const QString &name);
/// What the bytes are by their signature, whatever anybody calls them.
[[nodiscard]] std::optional<ImageFormat> sniffFormat(const QByteArray &bytes);
/// Whether `output_compression` means anything for it.
[[nodiscard]] bool formatIsLossy(ImageFormat format);
[[nodiscard]] bool formatHasAlpha(ImageFormat format);
/// The six formats Lightwell always delivers, in the order they are offered.
[[nodiscard]] const QList<ImageFormat> &deliverableFormats();
[[nodiscard]] QStringList deliverableFormatNames();
/// Whether it can be asked for: those, and SVG of models that draw.
[[nodiscard]] bool mayBeAskedFor(ImageFormat format);

} // namespace lightwell
