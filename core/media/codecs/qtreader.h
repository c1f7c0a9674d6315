// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/codec.h"

#include <QImageIOHandler>

class QImageWriter;

/// Formats that Qt reads and writes well enough itself.
namespace lightwell::codecs {

/// Whether there is a plug-in of this name.
[[nodiscard]] bool qtReads(const char *qtName);

/// How the file asks to be shown turned or mirrored, as cameras write it; decodeWithQt() does so.
[[nodiscard]] QImageIOHandler::Transformations turnedByItsFile(const QByteArray &bytes, const char *qtName);

/// `qtName` is the plugin's name of the format; nothing else is tried, whatever the bytes say.
[[nodiscard]] Result<QSize> probeWithQt(const QByteArray &bytes, ImageFormat format, const char *qtName);
[[nodiscard]] Result<QImage> decodeWithQt(const QByteArray &bytes, ImageFormat format, const char *qtName);
[[nodiscard]] Result<QByteArray> encodeWithQt(const QImage &image, ImageFormat format, QImageWriter &writer,
                                              const QByteArray &profile);

} // namespace lightwell::codecs
