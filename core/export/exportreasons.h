// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a picture cannot be exported so. Sentences: core/wording.
namespace lightwell::reasons {

inline constexpr ReasonCode<QString> formatNotExported {"format_not_exported"}; ///< "SVG"
/// An option ("lossless", "effort", "chroma", "colors", "quality") that means nothing for a format ("JPEG").
inline constexpr ReasonCode<QString, QString> optionNotOfFormat {"option_not_of_format"};
inline constexpr ReasonCode<QString, qint64, qint64> optionOutOfRange {"option_out_of_range"}; ///< its lowest, highest
inline constexpr ReasonCode<QString, QString> optionsExclude {"options_exclude"}; ///< each other
inline constexpr ReasonCode<Bytes, Bytes> notThatSmall {"not_that_small"}; ///< the limit, and the least it can be
/// Megapixels of all pictures of an animation together, and the most there may be.
inline constexpr ReasonCode<qint64, qint64> animationTooLarge {"animation_too_large"};
inline constexpr ReasonCode<qint64, qint64> tooManyFrames {"too_many_frames"}; ///< pictures, and the most
inline constexpr ReasonCode<QString> unknownNameField {"unknown_name_field"}; ///< of a template: "{foo}"

} // namespace lightwell::reasons
