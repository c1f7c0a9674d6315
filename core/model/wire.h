// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "core/model/sizerule.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace lightwell {

class FieldReader;

/// How a size in pixels is written.
enum class SizeForm {
    Text, ///< "WxH": "1024x768" in the field for the size
    Object, ///< "object": {"width": 1024, "height": 768} in that field
    TwoFields, ///< "width-height": two fields of their own, named "width" and "height"
    Starred, ///< "W*H": "1024*768" in that field
};

/// How reference pictures travel.
enum class ImageForm {
    Usual, ///< not said: as the vendor's adapter has it
    DataUrl, ///< "data-url"
    Base64, ///< "base64", bare
    File, ///< "file": as an upload beside the fields
    Inline, ///< "inline": as a part of the message, with its type
};

/// How a mask travels. What is not said is the usual way: white is painted over, black stays, and soft edges are kept;
/// in OpenAI's dialect what is painted over is transparent instead.
enum class MaskForm {
    Usual, ///< not said
    White, ///< "white": the same, also in OpenAI's dialect
    Black, ///< "black": black is painted over, with soft edges
    HardWhite, ///< "hard-white": every pixel is white, which is painted over, or black
    HardBlack, ///< "hard-black": the same the other way round
};

[[nodiscard]] constexpr bool isSwapped(MaskForm form) ///< black is painted over
{
    return form == MaskForm::Black || form == MaskForm::HardBlack;
}

[[nodiscard]] constexpr bool hasHardEdges(MaskForm form)
{
    return form == MaskForm::HardWhite || form == MaskForm::HardBlack;
}

/// The numbers a vendor takes, both ends included.
struct NumberRange
{
    double least = 0;
    double most = 0;

    friend bool operator==(const NumberRange &, const NumberRange &) = default;
};

/// How values are written at one vendor, for its adapter; the planner reads it only to understand the caller's own
/// fields in the vendor's words. In a catalog it is the object "wire", with the keys named here; an offer's own counts
/// before its provider's defaults.
struct Wire
{
    // Out of line: see Offer.
    Wire();
    Wire(const Wire &);
    Wire(Wire &&) noexcept;
    Wire &operator=(const Wire &);
    Wire &operator=(Wire &&) noexcept;
    ~Wire();

    SizeForm sizeAs = SizeForm::Text; ///< "sizeAs"
    /// "sizeNames", {"1024x1024": "square_hd"}: sizes that the vendor takes by a name alone. The name is sent.
    /// By its name here.
    QMap<QString, QSize> sizeNames;
    /// "sizeWords", {"square_hd": "1024x1024"}: names the vendor also takes. They are understood where a caller writes
    /// them, and never sent.
    QMap<QString, QSize> sizeWords;
    QMap<ResolutionTier, QString> tierNames; ///< "tierNames", {"1K": "1 MP"}: its words for resolutions; else "1K"
    QMap<ImageFormat, QString> formatNames; ///< "formatNames", {"jpeg": "jpg"}; else Lightwell's own: "jpeg"
    ImageForm imageAs = ImageForm::Usual; ///< "imageAs"
    /// "imageList": the field for pictures takes a list; else one picture, further ones in numbered fields.
    bool imageList = false;
    MaskForm maskAs = MaskForm::Usual; ///< "maskAs"
    /// "links", ["image"]: parameters whose pictures the vendor takes as links too, and fetches itself. Of "image",
    /// "style_image", "character_image" and, where it takes masks in Lightwell's form, "mask".
    QStringList links;
    /// "constants": fields that are always sent, as they stand here. At most 2,000 values, 16 levels deep.
    QJsonObject constants;
    /// "values", {"moderation": {"auto": 2, "low": 6}}: what a word, true or false of a parameter of Tuning is there. A
    /// parameter with such a table has these alone; one without goes out as it is.
    QMap<QString, QJsonObject> values;
    QMap<QString, NumberRange> ranges; ///< "ranges", {"steps": [1, 50]}: the numbers it takes of a parameter of Tuning
    /// "ownFields": fields of the vendor's own that nobody else has: elsewhere they are left out and told.
    QStringList ownFields;
    /// "required", ["search_prompt"]: those of ownFields without which the vendor does nothing.
    QStringList required;
    /// "editModel": the id to call instead of the offer's own where there are input pictures (vendors with jobs).
    QString editModel;
    /// "notWithPictures", ["seed"]: parameters, by their names in Offer::fields, that are not taken where there are
    /// pictures to work on. Without its field for the size or ratio, the vendor makes the picture's own size.
    QStringList notWithPictures;
    QStringList notWithMask; ///< "notWithMask": the same where there is a mask
    /// "maskIsAdvisory": pixels outside the mask change as well; they are put back from the picture.
    bool maskIsAdvisory = false;
    /// "noFurtherFields": it has no fields of its own, and refuses what it does not know: others are left out and told.
    bool noFurtherFields = false;
    /// "wantsShape": without a size it makes its usual shape, whatever it edits; it is told that of the picture.
    bool wantsShape = false;
    /// "versioned": the model is called by its latest version, which is asked for first (Replicate's unofficial ones).
    bool versioned = false;
    /// "bareNames" (offers that stand for any model): how the vendor's own names begin, at least 3 characters each, for
    /// names without a provider before them.
    QStringList bareNames;

    [[nodiscard]] QString nameOf(QSize size) const; ///< empty: the vendor has no name for it
    [[nodiscard]] QString nameOf(ResolutionTier tier) const;
    [[nodiscard]] QString nameOf(ImageFormat format) const;
    [[nodiscard]] std::optional<QSize> sizeOf(const QString &word) const; ///< of a name the vendor takes, in any case
    [[nodiscard]] std::optional<ResolutionTier> tierOf(const QString &word) const;
    [[nodiscard]] std::optional<ImageFormat> formatOf(const QString &word) const;

    /// Takes over the vendor's names (of sizes, tiers and formats) and its form of masks, where they are not said here.
    void adoptWords(const Wire &vendor);

    [[nodiscard]] QJsonObject toJson() const; ///< empty if all is usual
    [[nodiscard]] static Wire read(FieldReader &fields);
    friend bool operator==(const Wire &, const Wire &) = default;
};

} // namespace lightwell
