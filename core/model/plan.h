// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"
#include "core/model/request.h"

#include <QJsonValue>

namespace lightwell {

class JsonText;

/// What became of one parameter, from weakest to strongest change.
enum class Treatment { Passed, Renamed, Converted, Emulated, Dropped };

[[nodiscard]] QString treatmentName(Treatment treatment); ///< "passed", …

struct PlannedParameter
{
    QString name; ///< Lightwell's name: "size"
    Treatment treatment = Treatment::Dropped;
    QString wireName; ///< the vendor's field; empty if nothing is sent
    QJsonValue asked;
    QJsonValue sent; ///< the value in Lightwell's terms that goes out; undefined if nothing is sent
    Reason reason; ///< why it was changed
    /// A value is sent, and yet something else than what was asked comes out (another size), or nobody can say what
    /// does, or at which price: a field that is passed on unread.
    bool missed = false;

    /// What strict mode refuses and a person should see: emulated, dropped or missed.
    [[nodiscard]] bool isWeakened() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static PlannedParameter fromJson(const QJsonObject &object);
    friend bool operator==(const PlannedParameter &, const PlannedParameter &) = default;
};

/// What is asked of the vendor. All unset: it decides (auto, or follows the input picture).
struct PlannedSize
{
    std::optional<QSize> pixels; ///< lists and ranges
    std::optional<AspectRatio> ratio; ///< ratio rules
    std::optional<ResolutionTier> tier;
    QSize expected; ///< what it will make, as far as is known; invalid if it is not

    /// "1024x1024", "16:9 2K"; what is expected where nothing is asked; empty: nobody knows.
    [[nodiscard]] QString toString() const;
    friend bool operator==(const PlannedSize &, const PlannedSize &) = default;
};

/// From what the vendor sends to what is delivered. Bytes pass untouched where nothing differs.
struct PlannedOutput
{
    ImageFormat upstreamFormat = ImageFormat::Png; ///< asked of (or expected from) the vendor
    std::optional<int> upstreamCompression;
    std::optional<ImageFormat> format; ///< delivered; nothing: as it comes
    std::optional<int> compression; ///< for our own encoder
    std::optional<QSize> exactSize; ///< set by fit, or of the picture that lies under a mask
    Fit fit = Fit::Closest;
    QColor matte = Qt::white;
    bool keepsOutsideMask = false; ///< outside the mask, the pixels of the first reference picture are delivered

    friend bool operator==(const PlannedOutput &, const PlannedOutput &) = default;
};

/// What is done to a picture that goes in, so that the vendor takes it. As it is made, it goes out as it came.
struct PlannedInput
{
    QSize size; ///< scaled to it; invalid: it keeps its pixels
    std::optional<ImageFormat> format; ///< written as that, since the vendor does not take its own
    /// Compressed so that it has no more bytes, and made smaller where that is not enough; 0: it has few enough.
    qint64 maxBytes = 0;

    [[nodiscard]] bool isAsItCame() const { return *this == PlannedInput(); }
    friend bool operator==(const PlannedInput &, const PlannedInput &) = default;
};

/// One call to the vendor. n beyond its limit becomes several, run side by side.
struct PlannedCall
{
    int n = 1;
    std::optional<qint64> seed;

    friend bool operator==(const PlannedCall &, const PlannedCall &) = default;
};

struct EstimateLine
{
    PriceLine::Item item = PriceLine::Item::OutputImage;
    PriceLine::Unit unit = PriceLine::Unit::Image;
    double billableQuantity = 0; ///< after the vendor's rounding; as many as the unit price counts for
    double unitUsd = 0;
    Money total;

    void write(JsonText &json) const; ///< the component form of the dry run
    [[nodiscard]] QJsonObject toJson() const; ///< the same as a tree
    friend bool operator==(const EstimateLine &, const EstimateLine &) = default;
};

struct Estimate
{
    Money total; ///< unknown unless every part is known
    QList<EstimateLine> lines;
    bool atMost = false; ///< the vendor chooses size or quality itself: the dearest that it can choose is reckoned with

    friend bool operator==(const Estimate &, const Estimate &) = default;
};

/// One request laid onto one offer. The price before the click, the dry run, strict mode, the emulation report
/// and the request that is really sent are all this value.
struct Plan
{
    // Out of line: see Offer.
    Plan();
    Plan(const Plan &);
    Plan(Plan &&) noexcept;
    Plan &operator=(const Plan &);
    Plan &operator=(Plan &&) noexcept;
    ~Plan();

    /// As understood: what the caller wrote in the vendor's words for one of our parameters is that parameter here, and
    /// `extra` holds exactly the fields that go out as they are.
    Request request;
    Offer offer;
    /// One for each of the request's images, which are those that came; the mask follows the first reference picture.
    /// Empty: all go out as they came.
    QList<PlannedInput> inputs;
    PlannedSize size;
    PlannedOutput output;
    QString quality; ///< as sent; empty: not sent
    QString style;
    QString background;
    QJsonObject tuning; ///< what is sent of Request::tuning, by Lightwell's names, as the vendor writes it
    QString negativePrompt; ///< as sent in a field of its own; empty: not sent
    int previews = 0; ///< as sent; 0: the answer comes in one piece
    QList<PlannedCall> calls;
    QList<PlannedParameter> parameters;
    Estimate estimate;

    /// Only those that are.
    [[nodiscard]] QList<PlannedParameter> weakened() const;
    [[nodiscard]] int pictures() const; ///< of all calls together
    friend bool operator==(const Plan &, const Plan &) = default;
};

} // namespace lightwell
