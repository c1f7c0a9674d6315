// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QSize>
#include <QString>

#include <optional>
#include <variant>

namespace lightwell {

class FieldReader;
struct FieldFault;

/// An aspect ratio as two positive whole numbers, kept as written ("16:9", "9:19.5" is 18:39).
struct AspectRatio
{
    int width = 1;
    int height = 1;

    [[nodiscard]] static std::optional<AspectRatio> parse(const QString &text);
    [[nodiscard]] static AspectRatio of(QSize size); ///< reduced to lowest terms
    [[nodiscard]] QString toString() const; ///< "16:9"
    [[nodiscard]] double value() const { return static_cast<double>(width) / height; }
    friend bool operator==(const AspectRatio &, const AspectRatio &) = default;
};

/// A resolution tier is a pixel budget: 0.5K = 512², 1K = 1024², 2K = 2048², 4K = 4096².
enum class ResolutionTier { HalfK, OneK, TwoK, FourK };

[[nodiscard]] QString tierName(ResolutionTier tier); ///< "0.5K", "1K", "2K", "4K"
[[nodiscard]] std::optional<ResolutionTier> tierFromName(const QString &name); ///< also "512", any case
[[nodiscard]] qint64 tierPixels(ResolutionTier tier);
/// The size of ratio a:b within a budget P: h = round(sqrt(P·b/a)), w = round(h·a/b).
[[nodiscard]] QSize sizeFor(AspectRatio ratio, qint64 pixelBudget);

/// What a caller asked of the size. Precedence (see Planner): pixels > ratio + tier > ratio > tier > automatic.
struct SizeRequest
{
    std::optional<QSize> pixels;
    std::optional<AspectRatio> ratio;
    std::optional<ResolutionTier> tier;
    bool automatic = false; ///< the caller wrote "auto"

    [[nodiscard]] bool isEmpty() const { return !pixels && !ratio && !tier && !automatic; }
    [[nodiscard]] QString toString() const; ///< "1024x1024", "16:9 2K", "auto" or ""
    friend bool operator==(const SizeRequest &, const SizeRequest &) = default;
};

/// The vendor accepts exactly these sizes.
struct SizeList
{
    QList<QSize> sizes;
    friend bool operator==(const SizeList &, const SizeList &) = default;
};

/// The vendor accepts a ratio and perhaps a tier, and decides the pixels. Where its pixels are published they
/// stand in `known`; elsewhere sizeFor() is the estimate.
struct SizeRatios
{
    struct Known
    {
        AspectRatio ratio;
        ResolutionTier tier = ResolutionTier::OneK;
        QSize size;
        friend bool operator==(const Known &, const Known &) = default;
    };
    QList<AspectRatio> ratios;
    QList<ResolutionTier> tiers; ///< empty: the vendor has one resolution, `pixelBudget`
    qint64 pixelBudget = 1024LL * 1024; ///< pixels of a picture where there are no tiers
    QList<Known> known;

    [[nodiscard]] QSize expectedSize(AspectRatio ratio, ResolutionTier tier) const;
    friend bool operator==(const SizeRatios &, const SizeRatios &) = default;
};

/// The vendor accepts any aspect ratio between two, and perhaps a tier, and decides the pixels: sizeFor() is the
/// estimate.
struct SizeAnyRatio
{
    AspectRatio least {1, 4}; ///< the tallest
    AspectRatio most {4, 1}; ///< the widest
    QList<ResolutionTier> tiers; ///< empty: the vendor has one resolution, `pixelBudget`
    qint64 pixelBudget = 1024LL * 1024; ///< pixels of a picture where there are no tiers
    AspectRatio preferred {1, 1}; ///< what to ask for when nothing was asked of us

    [[nodiscard]] bool allows(AspectRatio ratio) const;
    [[nodiscard]] AspectRatio nearest(double ratio) const; ///< the bound that is nearer to a ratio outside of them
    [[nodiscard]] QSize expectedSize(AspectRatio ratio, ResolutionTier tier) const;
    friend bool operator==(const SizeAnyRatio &, const SizeAnyRatio &) = default;
};

/// The vendor accepts any width and height within limits. Zero means "no such limit".
struct SizeRange
{
    int minSide = 0;
    int maxSide = 0;
    int multipleOf = 1;
    qint64 minPixels = 0;
    qint64 maxPixels = 0;
    double minRatio = 0; ///< width / height
    double maxRatio = 0;
    QSize preferred = QSize(1024, 1024); ///< what to ask for when nothing was asked of us

    [[nodiscard]] bool allows(QSize size) const;
    friend bool operator==(const SizeRange &, const SizeRange &) = default;
};

/// The vendor has no size field: it follows the input picture or its own mind.
struct SizeUncontrolled
{
    friend bool operator==(const SizeUncontrolled &, const SizeUncontrolled &) = default;
};

using SizeRule = std::variant<SizeUncontrolled, SizeList, SizeRatios, SizeRange, SizeAnyRatio>;

/// The form of catalogs, an object with "kind" and:
///   "uncontrolled"
///   "list"       sizes ["1024x1024", …]
///   "ratios"     ratios ["1:1", …]; tiers ["1K", …] or pixels; known {"1K": {"16:9": "1344x768"}}
///   "any_ratio"  min "1:4", max "4:1"; tiers or pixels; preferred "1:1"
///   "range"      multiple_of, min_side, max_side, min_pixels, max_pixels, min_ratio, max_ratio, preferred "1024x1024"
[[nodiscard]] QJsonObject sizeRuleToJson(const SizeRule &rule);
/// The same form; what cannot be read is noted. Nothing: it is no rule, which is always noted.
[[nodiscard]] std::optional<SizeRule> readSizeRule(FieldReader &fields);
/// Whether what was noted leaves no rule. A number out of its range leaves one, without this limit.
[[nodiscard]] bool isNoSizeRule(const FieldFault &fault);
[[nodiscard]] std::optional<QSize> sizeFromString(const QString &text); ///< "1024x768", also "1024×768"
[[nodiscard]] QString sizeToString(QSize size); ///< "1024x768"

} // namespace lightwell
