// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "core/model/operation.h"
#include "core/model/result.h"
#include "core/model/sizerule.h"
#include "core/model/tuning.h"

#include <QByteArray>
#include <QColor>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace lightwell {

class JsonText;

/// How a picture of another shape becomes exactly the asked pixels.
enum class Fit {
    Closest, ///< take what the vendor makes nearest to the wish (default)
    Crop, ///< scale to cover, cut the rest around the centre
    Contain, ///< scale to fit inside, fill the rest with the matte (or transparency)
    Stretch, ///< scale each axis on its own
};

[[nodiscard]] QString fitName(Fit fit);
[[nodiscard]] std::optional<Fit> fitFromName(const QString &name);

/// What a picture that goes in is for.
enum class ImageRole {
    Reference, ///< to be edited, or to be used as the prompt says
    Style, ///< the new picture is to look like it, whatever it shows
    Character, ///< the new picture is to show the same person or figure
};

[[nodiscard]] QString imageRoleName(ImageRole role); ///< "reference", "style", "character"
[[nodiscard]] std::optional<ImageRole> imageRoleFromName(const QString &name);
/// The parameter that such pictures are (Offer::fields): "image", "style_image", "character_image".
[[nodiscard]] QString imageRoleParameter(ImageRole role);

/// A picture that goes in: the encoded bytes as the caller gave them, or a link that the vendor alone follows.
struct InputImage
{
    QByteArray bytes; ///< empty: it is a link
    QString name; ///< a file name for multipart parts; never a path
    ImageRole role = ImageRole::Reference; ///< others only where Offer::fields has "style_image", "character_image"
    /// An https address that goes out as it was given (core/net/inputlink.h), only where Wire::links has its parameter.
    /// Nobody here sees what lies there. In records it stands without its query.
    QString link = {};

    [[nodiscard]] bool isLink() const { return !link.isEmpty(); }
    friend bool operator==(const InputImage &, const InputImage &) = default;
};

/// What somebody asked for, in Lightwell's own terms, before any provider is known. A history row, a gateway
/// body, the window's form and the command line all become one of these.
struct Request
{
    // Out of line: see Offer.
    Request();
    Request(const Request &);
    Request(Request &&) noexcept;
    Request &operator=(const Request &);
    Request &operator=(Request &&) noexcept;
    ~Request();

    QString model; ///< slug, alias, vendor's id, or "provider/model" to force a provider
    QString prompt;
    QString negativePrompt;
    int n = 1; ///< 1 to 10
    bool isCountSaid = false; ///< `n` was written, if only as 1: no word of a vendor's counts against it
    SizeRequest size;
    Fit fit = Fit::Closest;
    std::optional<ImageFormat> format; ///< nothing: whatever the vendor makes
    std::optional<int> compression; ///< 0 (smallest) to 100 (best); lossy formats only
    QString quality; ///< the vendor's own word: "high", "hd", …; empty: its default
    QString style;
    QString background; ///< "transparent", "opaque", "auto"; empty: the vendor's default
    QColor matte = Qt::white; ///< what shows where a format without alpha meets transparency
    std::optional<qint64> seed; ///< -1: any, the same as none
    Tuning tuning;
    QList<InputImage> images; ///< reference pictures, in order
    std::optional<InputImage> mask; ///< alpha 0 marks what may change (OpenAI's rule)
    Operation operation = Operation::Create; ///< all others work on the first of `images`
    int previews = 0; ///< sketches to look at while the picture is made, 0 to 3; only where the vendor has them
    QString user; ///< the caller's stable id of its own user, passed on where a vendor takes it
    QJsonObject extra; ///< fields in the vendor's own words; the planner reads those that mean one of the above
    bool strict = false; ///< refuse rather than emulate or drop

    [[nodiscard]] QList<InputImage> imagesFor(ImageRole role) const;
    /// Whether a picture that was given may be part of the new one. One that only says how it is to look is not, and a
    /// variation is made anew.
    [[nodiscard]] bool isEdit() const;
    [[nodiscard]] bool hasLinks() const; ///< a picture or the mask is one
    [[nodiscard]] QJsonObject toJson() const; ///< lossless; pictures as base64
    void writeFields(JsonText &json) const; ///< the same, into the object that is open there
    [[nodiscard]] QJsonValue field(const QString &name) const; ///< the same of one alone; undefined: there is none
    [[nodiscard]] static Result<Request> fromJson(const QJsonObject &object);
    friend bool operator==(const Request &, const Request &) = default;
};

/// Its place among the images; -1: there is none.
[[nodiscard]] qsizetype firstReference(const Request &request);

} // namespace lightwell
