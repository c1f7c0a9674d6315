// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a request cannot be planned.
namespace lightwell::reasons {

// Prompt and numbers.
inline constexpr ReasonCode<> variationOfNothing {"variation_of_nothing"};
/// "upscale", "remove-background" … as operationName() has it.
inline constexpr ReasonCode<ModelId, ProviderId, QString> operationNotOffered {"operation_not_offered"};
inline constexpr ReasonCode<ModelId, ProviderId, QString> roleNotTaken {"role_not_taken"};
inline constexpr ReasonCode<> promptEmpty {"prompt_empty"};
inline constexpr ReasonCode<qint64, ModelId, qint64> promptTooLong {"prompt_too_long"};
inline constexpr ReasonCode<qint64, qint64> sizeTooSmall {"size_too_small"};
inline constexpr ReasonCode<qint64, qint64, qint64, qint64> sizeTooLarge {"size_too_large"};
inline constexpr ReasonCode<QString, qint64> ratioImpossible {"ratio_impossible"};
inline constexpr ReasonCode<qint64, qint64> tooManyPictures {"too_many_pictures"};
inline constexpr ReasonCode<qint64> compressionOutOfRange {"compression_out_of_range"};
inline constexpr ReasonCode<qint64, qint64> seedOutOfRange {"seed_out_of_range"};
inline constexpr ReasonCode<ModelId> bordersMissing {"borders_missing"};
inline constexpr ReasonCode<ImageFormat> formatNotMadeHere {"format_not_made_here"};
inline constexpr ReasonCode<ImageFormat> formatHasNoTransparency {"format_has_no_transparency"};
/// A word that no model knows, and those there are, or those that may have been meant.
inline constexpr ReasonCode<FieldName, QString, QStringList> wordOfNobody {"word_of_nobody"};
inline constexpr ReasonCode<FieldName, QString, QStringList> wordOfNobodyNear {"word_of_nobody_near"};

// What a field's value has to be.
inline constexpr ReasonCode<FieldName, qint64, qint64> wantsWholeNumber {"wants_whole_number"};
inline constexpr ReasonCode<FieldName, QString, QString> wantsNumber {"wants_number"};
inline constexpr ReasonCode<FieldName> wantsTrueOrFalse {"wants_true_or_false"};
inline constexpr ReasonCode<FieldName, qint64> wantsName {"wants_name"};
inline constexpr ReasonCode<FieldName, qint64, qint64> wantsLoras {"wants_loras"};
inline constexpr ReasonCode<FieldName> wantsNoPicture {"wants_no_picture"};
/// A field of the vendor's own without which it does nothing.
inline constexpr ReasonCode<ProviderId, FieldName> fieldNeeded {"field_needed"};
/// A picture's link, or what somebody calls one, in a field nobody knows.
inline constexpr ReasonCode<FieldName> pictureByName {"picture_by_name"};
/// The model takes the field, but from one number to another alone.
inline constexpr ReasonCode<FieldName, QString, ModelId, ProviderId, QString> numberFixed {"number_fixed"};
inline constexpr ReasonCode<FieldName, QString, ModelId, ProviderId, QString, QString> numberNotTaken {
    "number_not_taken"};
inline constexpr ReasonCode<qint64, ModelId, ProviderId, qint64> seedNotTaken {"seed_not_taken"};

// Pictures and masks.
inline constexpr ReasonCode<ModelId> pictureMissing {"picture_missing"};
inline constexpr ReasonCode<ModelId, ProviderId> picturesNotTaken {"pictures_not_taken"};
inline constexpr ReasonCode<ModelId, ProviderId, qint64, qint64> tooManyInputPictures {"too_many_input_pictures"};
inline constexpr ReasonCode<> pictureEmpty {"picture_empty"};
inline constexpr ReasonCode<ModelId, ProviderId, QStringList> pictureFormatNotTaken {"picture_format_not_taken"};
/// The picture, and width times height at least or at most.
inline constexpr ReasonCode<ModelId, ProviderId, QSize, qint64> pictureTooSmall {"picture_too_small"};
inline constexpr ReasonCode<ModelId, ProviderId, QSize, qint64> pictureTooLarge {"picture_too_large"};
/// Its sides: at least and at most.
inline constexpr ReasonCode<ModelId, ProviderId, QSize, qint64, qint64> pictureTooNarrow {"picture_too_narrow"};
inline constexpr ReasonCode<ModelId, ProviderId, QSize, qint64> pictureSideTooShort {"picture_side_too_short"};
inline constexpr ReasonCode<ModelId, ProviderId, QSize, qint64> pictureSideTooLong {"picture_side_too_long"};
inline constexpr ReasonCode<ProviderId, qint64> pictureTooHeavy {"picture_too_heavy"};
inline constexpr ReasonCode<ProviderId, qint64> picturesTooHeavy {"pictures_too_heavy"};
/// A picture is a link, and this offer takes bytes alone.
inline constexpr ReasonCode<ModelId, ProviderId> linkNotTaken {"link_not_taken"};
inline constexpr ReasonCode<ModelId, ProviderId> maskLinkNotTaken {"mask_link_not_taken"};
/// What lies outside the mask would be put back from a picture that nobody here sees.
inline constexpr ReasonCode<ModelId, ProviderId> linkNotPutBack {"link_not_put_back"};
/// None of a model's offers takes it; some models that can do what was asked with a link.
inline constexpr ReasonCode<Reason, ModelIds> linkTakenElsewhere {"link_taken_elsewhere"};
inline constexpr ReasonCode<ModelId> maskMissing {"mask_missing"};
inline constexpr ReasonCode<> maskWithoutPicture {"mask_without_picture"};
inline constexpr ReasonCode<ModelId, ProviderId> maskNotTaken {"mask_not_taken"};
/// What would be made, and what is edited.
inline constexpr ReasonCode<QSize, QSize> maskNeedsShape {"mask_needs_shape"};
inline constexpr ReasonCode<> maskEmpty {"mask_empty"};
inline constexpr ReasonCode<qint64, qint64, qint64, qint64> maskOfOtherSize {"mask_of_other_size"};

// Strict mode.
inline constexpr ReasonCode<ModelId, ProviderId, QList<Reason>> strictRefuses {"strict_refuses"};

} // namespace lightwell::reasons
