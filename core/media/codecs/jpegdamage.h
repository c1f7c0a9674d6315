// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace lightwell::codecs {

/// What decoding a JPEG file to its end comes to.
enum class JpegState {
    Sound,
    Damaged, ///< pixels are missing, or wrong: decoders fill these with grey and only warn
    TooCostly, ///< it takes too long, or too much memory
    Unreadable, ///< of a kind that libjpeg does not know: twelve bits, without loss …
};

/// Damage is a file that ends early, a part of its scans that is gone, or a code in them that makes no sense; what a
/// camera merely writes in its own way is none. Reads the scans to their end without making pixels of them, for `most`.
[[nodiscard]] JpegState jpegState(const QByteArray &bytes, std::chrono::milliseconds most);

} // namespace lightwell::codecs
