// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a plan differs from what was asked.
namespace lightwell::reasons {

// Together with others.
inline constexpr ReasonCode<ModelId, ProviderId> notWithPictures {"not_with_pictures"};
inline constexpr ReasonCode<ModelId, ProviderId> notWithMask {"not_with_mask"};

// Pictures that go in.
/// From one size to another.
inline constexpr ReasonCode<ProviderId, QSize, QSize> pictureScaledDown {"picture_scaled_down"};
inline constexpr ReasonCode<ProviderId, QSize, QSize> pictureScaledUp {"picture_scaled_up"};
inline constexpr ReasonCode<ProviderId, Bytes> pictureMadeLighter {"picture_made_lighter"};
/// Several: how many of them.
inline constexpr ReasonCode<ProviderId, qint64> picturesFitted {"pictures_fitted"};
inline constexpr ReasonCode<ModelId, ProviderId, ImageFormat> pictureWrittenAs {"picture_written_as"};
inline constexpr ReasonCode<ModelId, ProviderId, ImageFormat> pictureWrittenLossily {"picture_written_lossily"};
/// As links, which the vendor fetches: nothing is turned, scaled or taken out of them here.
inline constexpr ReasonCode<ProviderId> linksPassedOn {"links_passed_on"};
/// The same beside others, so many of which are fitted.
inline constexpr ReasonCode<ProviderId, qint64> picturesFittedBesideLinks {"pictures_fitted_beside_links"};
/// The vendor has to be told a shape, and nobody here knows that of a link.
inline constexpr ReasonCode<ModelId, ProviderId> shapeOfLinkUnknown {"shape_of_link_unknown"};
inline constexpr ReasonCode<ModelId, ProviderId> maskNotKeptOutside {"mask_not_kept_outside"};
/// The picture goes out scaled; what lies outside the mask is that of the original, in its size.
inline constexpr ReasonCode<ProviderId, QSize> maskPutBackInSize {"mask_put_back_in_size"};

// Sizes.
inline constexpr ReasonCode<ModelId, ProviderId, QSize, FitName, QSize> resized {"resized"};
inline constexpr ReasonCode<ModelId, FitName, QSize> resizedFromOwnSize {"resized_from_own_size"};
inline constexpr ReasonCode<ModelId, ProviderId, QSize> sizeNearest {"size_nearest"};
inline constexpr ReasonCode<ModelId, ProviderId, QSize> sizeCameOut {
    "size_came_out"}; ///< although another was asked for
inline constexpr ReasonCode<ModelId, ProviderId> sizeIsVendorsChoice {"size_is_vendors_choice"};
inline constexpr ReasonCode<QSize, QString> sizeWrittenAs {"size_written_as"};
inline constexpr ReasonCode<ModelId> sizeAutomatic {"size_automatic"};
inline constexpr ReasonCode<ModelId, ProviderId, QSize> sizeNotAutomatic {"size_not_automatic"};
inline constexpr ReasonCode<> sizeSaidByShape {"size_said_by_shape"};
inline constexpr ReasonCode<> shapeSaidBySize {"shape_said_by_size"};
inline constexpr ReasonCode<> shapeOverruledBySize {"shape_overruled_by_size"};
inline constexpr ReasonCode<ModelId, ProviderId, QString> ratioNearest {"ratio_nearest"};
inline constexpr ReasonCode<ProviderId, QSize> shapeAskedInPixels {"shape_asked_in_pixels"};
inline constexpr ReasonCode<ModelId, ProviderId, QString, QString> resolutionNearest {"resolution_nearest"};
inline constexpr ReasonCode<ModelId> resolutionIsTheOnlyOne {"resolution_is_the_only_one"};
inline constexpr ReasonCode<ModelId, ProviderId> resolutionIsFixed {"resolution_is_fixed"};
inline constexpr ReasonCode<ModelId> drawingFitsEverySize {"drawing_fits_every_size"};
inline constexpr ReasonCode<> nothingToFit {"nothing_to_fit"};
inline constexpr ReasonCode<> fitsAlready {"fits_already"};

// Formats.
inline constexpr ReasonCode<ModelId, ProviderId, ImageFormat, ImageFormat> formatNotMade {"format_not_made"};
inline constexpr ReasonCode<ModelId, ProviderId, ImageFormat> formatIsVendorsChoice {"format_is_vendors_choice"};
inline constexpr ReasonCode<ImageFormat, ImageFormat> formatAfterWork {"format_after_work"};
inline constexpr ReasonCode<ImageFormat, ModelId> formatIsTheOnlyOne {"format_is_the_only_one"};
inline constexpr ReasonCode<ImageFormat> losslessHasNoCompression {"lossless_has_no_compression"};
inline constexpr ReasonCode<ModelId, ProviderId, ImageFormat> madeWithoutLoss {"made_without_loss"};
inline constexpr ReasonCode<ProviderId> compressedHere {"compressed_here"};
inline constexpr ReasonCode<ModelId> drawingStaysAsItIs {"drawing_stays_as_it_is"};

// Calls.
inline constexpr ReasonCode<qint64> previewedOneByOne {"previewed_one_by_one"};
inline constexpr ReasonCode<ProviderId, qint64, qint64> severalCalls {"several_calls"};
inline constexpr ReasonCode<> seedAny {"seed_any"};
inline constexpr ReasonCode<ModelId, ProviderId> noSeed {"no_seed"};
inline constexpr ReasonCode<ModelId, ProviderId> noPreviews {"no_previews"};

// The caller's own fields.
inline constexpr ReasonCode<FieldName> fieldUnderstood {"field_understood"};
inline constexpr ReasonCode<FieldName> fieldContradicts {"field_contradicts"};
inline constexpr ReasonCode<FieldName> fieldUnreadable {"field_unreadable"};
inline constexpr ReasonCode<> fieldIsReserved {"field_is_reserved"};
inline constexpr ReasonCode<> fieldMayCostExtra {"field_may_cost_extra"};
inline constexpr ReasonCode<> fieldPassedUnread {"field_passed_unread"};
inline constexpr ReasonCode<ModelId, ProviderId> noFurtherFields {"no_further_fields"};
inline constexpr ReasonCode<ModelId, ProviderId> fieldOfOthers {"field_of_others"};

// Parameters of Tuning.
inline constexpr ReasonCode<ModelId, ProviderId> noSetting {"no_setting"};
inline constexpr ReasonCode<ProviderId, QString> settingWrittenAs {"setting_written_as"};
inline constexpr ReasonCode<ModelId> filterAsUsual {"filter_as_usual"};
inline constexpr ReasonCode<ModelId, ProviderId, QString> factorIsFixed {"factor_is_fixed"};
inline constexpr ReasonCode<> nothingToScale {"nothing_to_scale"};
inline constexpr ReasonCode<> noReferenceToKeep {"no_reference_to_keep"};

// Words.
inline constexpr ReasonCode<ModelId> variationMadeByVendor {"variation_made_by_vendor"};
inline constexpr ReasonCode<ModelId> variationInWords {"variation_in_words"};
/// The model repaints the whole picture; what lies outside the mask is put back.
inline constexpr ReasonCode<ModelId> maskPutBack {"mask_put_back"};
inline constexpr ReasonCode<ModelId, ProviderId> maskKeptOutside {"mask_kept_outside"};
/// The vendor gets it in another form (Wire::maskAs): black is painted over, or no pixel lies between black and white.
inline constexpr ReasonCode<ModelId, ProviderId> maskSwapped {"mask_swapped"};
inline constexpr ReasonCode<ModelId, ProviderId> maskHardened {"mask_hardened"};
inline constexpr ReasonCode<ModelId, ProviderId> maskSwappedAndHardened {"mask_swapped_and_hardened"};
inline constexpr ReasonCode<ModelId> noPrompt {"no_prompt"};
inline constexpr ReasonCode<ModelId, ProviderId> noNegativePrompt {"no_negative_prompt"};
inline constexpr ReasonCode<ModelId, ProviderId, QString, QStringList> wordUnknown {"word_unknown"};
inline constexpr ReasonCode<ModelId, ProviderId> noQuality {"no_quality"};
inline constexpr ReasonCode<ModelId> qualityAsUsual {"quality_as_usual"};
inline constexpr ReasonCode<ModelId, ProviderId, QString> qualityCalled {"quality_called"};
inline constexpr ReasonCode<ModelId, ProviderId> noStyle {"no_style"};
inline constexpr ReasonCode<ModelId, ProviderId> noTransparency {"no_transparency"};
inline constexpr ReasonCode<ModelId> backgroundAlwaysFilled {"background_always_filled"};
inline constexpr ReasonCode<ModelId, ProviderId> noSuchBackground {"no_such_background"};
inline constexpr ReasonCode<qint64> userTooLong {"user_too_long"};
inline constexpr ReasonCode<ProviderId> noUser {"no_user"};

} // namespace lightwell::reasons
