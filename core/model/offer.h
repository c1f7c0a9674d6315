// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "core/model/money.h"
#include "core/model/result.h"
#include "core/model/sizerule.h"
#include "core/model/wire.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace lightwell {

/// One line of a vendor's price list. Lines for different things (input and output, a run and its megapixels) add up;
/// of the lines with the same `item` and `unit`, the one whose conditions all hold and are most specific counts.
struct PriceLine
{
    enum class Item { OutputImage, InputImage, InputText, OutputText };
    enum class Unit { Image, Megapixel, Token, Second, Step, Run };

    Item item = Item::OutputImage;
    Unit unit = Unit::Image;
    double usd = 0; ///< dollars for `per` units; may be finer than a micro-dollar (tokens), so not Money
    qint64 per = 1; ///< 1,000,000 for prices quoted per million tokens
    double firstUsd = -1; ///< dollars for the first unit where it differs (megapixels); negative: it does not
    bool roundUp = true; ///< megapixels: bill whole ones, at least one; false: to the exact fraction
    double megapixelPixels = 1'000'000; ///< what the vendor calls a megapixel: 10^6 or 1024²
    /// Estimated units of one picture (tokens, seconds or steps) for lines with these conditions; 0: not published, so
    /// the estimate is unknown. Only OutputText may stay 0 and is then left out: it is small and seldom known before.
    double typicalQuantity = 0;
    double perPreview = 0; ///< further units of one picture for each preview of it
    /// The most units that are billed of one picture, because the vendor scales larger ones down; 0: no limit.
    double maxQuantity = 0;
    QString quality; ///< condition: only for this quality; empty: any
    std::optional<ResolutionTier> tier; ///< condition: only for this tier
    std::optional<QSize> size; ///< condition: only for this size
    std::optional<bool> editing; ///< condition: only with (true) or only without (false) input pictures
    std::optional<bool> character; ///< condition: the same for pictures of a character (ImageRole::Character)
    std::optional<bool> style; ///< condition: the same for pictures of a style (ImageRole::Style)

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<PriceLine> fromJson(const QJsonObject &object);
    [[nodiscard]] static PriceLine read(FieldReader &fields); ///< what cannot be read is noted
    friend bool operator==(const PriceLine &, const PriceLine &) = default;
};

[[nodiscard]] QString priceItemName(PriceLine::Item item); ///< "output_image", …
[[nodiscard]] QString priceUnitName(PriceLine::Unit unit); ///< "image", "megapixel", …

/// A model served by a provider: its id there, what it accepts, under which names, and what it costs.
struct Offer
{
    // Out of line, as of all large values: else every file that meets one compiles its copying and ending anew.
    Offer();
    Offer(const Offer &);
    Offer(Offer &&) noexcept;
    Offer &operator=(const Offer &);
    Offer &operator=(Offer &&) noexcept;
    ~Offer();

    QString model; ///< Lightwell's slug
    QString provider; ///< "fal"
    QString providerModel; ///< the id on the wire: "fal-ai/flux-2-pro"
    QStringList modes; ///< of core/model/modes.h
    SizeRule sizes;
    bool autoSize = false; ///< the vendor takes "auto" (or an absent size) as its own choice
    QList<ImageFormat> formats; ///< what the vendor can be asked for or is known to make; first is its default
    QList<ImageFormat> compressible; ///< formats for which the vendor takes a compression
    int maxPerCall = 1; ///< pictures in one call
    int maxInputImages = 0;
    QList<ImageFormat> inputFormats; ///< of reference pictures; empty: not published
    qint64 maxInputBytes = 0; ///< of one reference picture; 0: not published
    qint64 minInputPixels = 0; ///< of one reference picture; 0: not published
    qint64 maxInputPixels = 0; ///< 0: not published
    int minInputSide = 0; ///< of the shorter side of one reference picture; 0: not published
    int maxInputSide = 0; ///< of its longer side; 0: not published
    qint64 maxRequestBytes = 0; ///< of the whole request with its pictures in base64; 0: not published
    qint64 maxSeed = 0; ///< 0: not published
    int maxPromptLength = 0; ///< characters; 0: not published
    QStringList qualities; ///< legal values; empty with a "quality" field: any
    QStringList backgrounds;
    QStringList styles;
    /// Lightwell's parameter -> the vendor's field, with its whole path where it lies in an object
    /// ("generationConfig.seed"). A parameter that is not here is not supported. Keys: prompt,
    /// negative_prompt, n, size, aspect_ratio, resolution, quality, style, background, output_format,
    /// output_compression, seed, image, style_image, character_image, mask, user, partial_images, and those of Tuning.
    QMap<QString, QString> fields;
    Wire wire; ///< how values are written at this vendor
    QList<PriceLine> prices; ///< empty: unknown
    QString priceSource; ///< where the price was read, for the person who wants to check
    QString priceDate; ///< of the source, as exact as it says: "2026-10-07", "2026-10", "2026"; empty: not known

    [[nodiscard]] bool supports(const QString &parameter) const { return fields.contains(parameter); }
    [[nodiscard]] bool hasMode(const QString &mode) const { return modes.contains(mode); }
    [[nodiscard]] QString id() const { return provider + u'/' + model; } ///< "fal/flux-2-pro"
    [[nodiscard]] QJsonObject toJson() const;
    /// An error only where there is no sense in it. What Lightwell wrote itself is read so, that of older releases too.
    [[nodiscard]] static Result<Offer> fromJson(const QJsonObject &object);
    /// As a person wrote it: what cannot be meant as it stands is noted, and makes the offer useless.
    [[nodiscard]] static Offer read(FieldReader &fields);
    friend bool operator==(const Offer &, const Offer &) = default;
};

/// An image model, whoever serves it.
struct Model
{
    // Out of line: see Offer.
    Model();
    Model(const Model &);
    Model(Model &&) noexcept;
    Model &operator=(const Model &);
    Model &operator=(Model &&) noexcept;
    ~Model();

    QString slug; ///< "flux-2-pro"
    QString name; ///< "FLUX.2 [pro]"
    QString maker; ///< "Black Forest Labs"
    QString family;
    QString status; ///< "active", "legacy", "deprecated", "shutdown"
    QString released; ///< "2025-11-25", "2025-11", "2025" or ""
    QString shutdown; ///< the day its maker switches it off, or has: "2026-12-01" or ""
    QString successor; ///< slug of the model that takes its place; empty: there is none
    QString license;
    QString notes; ///< one honest sentence; for the built-in painter that it is no AI
    QStringList capabilities;
    QStringList aliases; ///< other names people use: "flux.2-pro"
    QList<Offer> offers;

    /// It is a part of Lightwell, and no file or server has it.
    [[nodiscard]] bool isBuiltIn() const { return maker == QLatin1StringView("Lightwell"); }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Model read(FieldReader &fields); ///< what cannot be read is noted; without its offers
    friend bool operator==(const Model &, const Model &) = default;
};

} // namespace lightwell
