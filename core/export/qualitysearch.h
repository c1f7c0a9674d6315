// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportoptions.h"
#include "core/media/codec.h"

namespace lightwell {

/// A picture as it was encoded, and how good that is.
struct Encoded
{
    QByteArray bytes;
    std::optional<int> quality; ///< 0 to 100, where the format has one and it was heeded
};

/// What the picture can look like in a format at best: where that has no transparency, it is no fault of the quality.
[[nodiscard]] QImage bestIn(const QImage &image, const EncodeOptions &encoding);
/// Encodes `image`, at the quality that the export's wish comes to: seven to eight times where that has to be found.
/// An error: nothing is small enough (see reasons::notThatSmall), or it cannot be encoded at all.
[[nodiscard]] Result<Encoded> encodeAsWished(const QImage &image, const EncodeOptions &encoding,
                                             const ExportOptions &options);

} // namespace lightwell
