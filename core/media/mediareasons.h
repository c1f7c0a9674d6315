// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// What can be wrong with a picture.
namespace lightwell::reasons {

// Any picture.
inline constexpr ReasonCode<> pictureFileEmpty {"picture_file_empty"};
inline constexpr ReasonCode<> notAPicture {"not_a_picture"};
inline constexpr ReasonCode<ImageFormat> pictureBroken {"picture_broken"};
inline constexpr ReasonCode<Bytes, Bytes> pictureOverBytes {"picture_over_bytes"};
inline constexpr ReasonCode<Bytes> pictureJustOverBytes {"picture_just_over_bytes"}; ///< by less than is shown of it
inline constexpr ReasonCode<QSize, qint64> pictureOverPixels {"picture_over_pixels"}; ///< megapixels
inline constexpr ReasonCode<ImageFormat> pictureTooCostly {"picture_too_costly"}; ///< of time or memory
inline constexpr ReasonCode<ImageFormat> readerMissing {"reader_missing"};
inline constexpr ReasonCode<ImageFormat, QString> pictureProgramMissing {"picture_program_missing"};

// Drawings.
inline constexpr ReasonCode<> drawingRefused {"drawing_refused"};
inline constexpr ReasonCode<> drawingTooCostly {"drawing_too_costly"};

// Writing.
inline constexpr ReasonCode<Bytes> pictureNotLightEnough {"picture_not_light_enough"}; ///< for a vendor
/// What was made, and what was edited.
inline constexpr ReasonCode<QSize, QSize> maskShapeDiffers {"mask_shape_differs"};
inline constexpr ReasonCode<ImageFormat> formatNotWritten {"format_not_written"};
inline constexpr ReasonCode<ImageFormat, qint64> edgeTooLong {"edge_too_long"};
inline constexpr ReasonCode<ImageFormat> encodingFailed {"encoding_failed"};
inline constexpr ReasonCode<> nothingToEncode {"nothing_to_encode"};

} // namespace lightwell::reasons
