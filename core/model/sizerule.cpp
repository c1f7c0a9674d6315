// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sizerule.h"

#include "core/model/json.h"

#include <QRegularExpression>

#include <cmath>
#include <numeric>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr json::Names tierNames({
    std::pair {ResolutionTier::HalfK, "0.5K"},
    {ResolutionTier::OneK, "1K"},
    {ResolutionTier::TwoK, "2K"},
    {ResolutionTier::FourK, "4K"},
});

template<typename... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template<typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>; // clang 14 does not find it by itself

QJsonArray sizesToJson(const QList<QSize> &sizes)
{
    QJsonArray result;
    for (const QSize size : sizes) {
        result.append(sizeToString(size));
    }
    return result;
}

QJsonObject ratiosToJson(const SizeRatios &rule)
{
    QJsonArray ratios;
    for (const AspectRatio ratio : rule.ratios) {
        ratios.append(ratio.toString());
    }
    QJsonObject object {{"kind"_L1, u"ratios"_s}, {"ratios"_L1, ratios}};
    if (rule.tiers.isEmpty()) {
        object.insert("pixels"_L1, rule.pixelBudget);
    } else {
        QJsonArray tiers;
        for (const ResolutionTier tier : rule.tiers) {
            tiers.append(tierName(tier));
        }
        object.insert("tiers"_L1, tiers);
    }
    QJsonObject known;
    for (const SizeRatios::Known &entry : rule.known) {
        const QString tier = tierName(entry.tier);
        QJsonObject row = known.value(tier).toObject();
        row.insert(entry.ratio.toString(), sizeToString(entry.size));
        known.insert(tier, row);
    }
    if (!known.isEmpty()) {
        object.insert("known"_L1, known);
    }
    return object;
}

QJsonObject rangeToJson(const SizeRange &rule)
{
    QJsonObject object {{"kind"_L1, u"range"_s}, {"multiple_of"_L1, rule.multipleOf}};
    const auto put = [&object](QLatin1StringView key, double value) {
        if (value > 0) {
            object.insert(key, value);
        }
    };
    put("min_side"_L1, rule.minSide);
    put("max_side"_L1, rule.maxSide);
    put("min_pixels"_L1, static_cast<double>(rule.minPixels));
    put("max_pixels"_L1, static_cast<double>(rule.maxPixels));
    put("min_ratio"_L1, rule.minRatio);
    put("max_ratio"_L1, rule.maxRatio);
    object.insert("preferred"_L1, sizeToString(rule.preferred));
    return object;
}

std::optional<SizeRule> listFromJson(const QJsonObject &object)
{
    SizeList rule;
    const QStringList texts = json::strings(object.value("sizes"_L1));
    for (const QString &text : texts) {
        const std::optional<QSize> size = sizeFromString(text);
        if (!size) {
            return std::nullopt;
        }
        rule.sizes.append(*size);
    }
    return rule.sizes.isEmpty() ? std::nullopt : std::optional<SizeRule>(rule);
}

std::optional<SizeRule> ratiosFromJson(const QJsonObject &object)
{
    SizeRatios rule;
    const QStringList ratios = json::strings(object.value("ratios"_L1));
    for (const QString &text : ratios) {
        const std::optional<AspectRatio> ratio = AspectRatio::parse(text);
        if (!ratio) {
            return std::nullopt;
        }
        rule.ratios.append(*ratio);
    }
    const QStringList tiers = json::strings(object.value("tiers"_L1));
    for (const QString &text : tiers) {
        const std::optional<ResolutionTier> tier = tierFromName(text);
        if (!tier) {
            return std::nullopt;
        }
        rule.tiers.append(*tier);
    }
    rule.pixelBudget = object.value("pixels"_L1).toInteger(rule.pixelBudget);
    const QJsonObject known = object.value("known"_L1).toObject();
    for (auto tier = known.begin(); tier != known.end(); ++tier) {
        const QJsonObject row = tier.value().toObject();
        for (auto cell = row.begin(); cell != row.end(); ++cell) {
            const auto name = tierFromName(tier.key());
            const auto ratio = AspectRatio::parse(cell.key());
            const auto size = sizeFromString(cell.value().toString());
            if (!name || !ratio || !size) {
                return std::nullopt;
            }
            rule.known.append({*ratio, *name, *size});
        }
    }
    return rule.ratios.isEmpty() ? std::nullopt : std::optional<SizeRule>(rule);
}

SizeRule rangeFromJson(const QJsonObject &object)
{
    SizeRange rule;
    rule.multipleOf = std::max(1, object.value("multiple_of"_L1).toInt(1));
    rule.minSide = object.value("min_side"_L1).toInt();
    rule.maxSide = object.value("max_side"_L1).toInt();
    rule.minPixels = object.value("min_pixels"_L1).toInteger();
    rule.maxPixels = object.value("max_pixels"_L1).toInteger();
    rule.minRatio = object.value("min_ratio"_L1).toDouble();
    rule.maxRatio = object.value("max_ratio"_L1).toDouble();
    rule.preferred = sizeFromString(object.value("preferred"_L1).toString()).value_or(rule.preferred);
    return rule;
}

} // namespace

std::optional<AspectRatio> AspectRatio::parse(const QString &text)
{
    static const QRegularExpression form(u"^\\s*(\\d{1,5}(?:\\.\\d{1,2})?)\\s*:\\s*(\\d{1,5}(?:\\.\\d{1,2})?)\\s*$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const bool fractional = match.captured(1).contains(u'.') || match.captured(2).contains(u'.');
    const int scale = fractional ? 100 : 1;
    AspectRatio ratio {qRound(match.captured(1).toDouble() * scale), qRound(match.captured(2).toDouble() * scale)};
    if (ratio.width <= 0 || ratio.height <= 0) {
        return std::nullopt;
    }
    if (fractional) {
        const int divisor = std::gcd(ratio.width, ratio.height);
        ratio = {ratio.width / divisor, ratio.height / divisor};
    }
    return ratio;
}

AspectRatio AspectRatio::of(QSize size)
{
    const int divisor = std::max(1, std::gcd(size.width(), size.height()));
    return {std::max(1, size.width() / divisor), std::max(1, size.height() / divisor)};
}

QString AspectRatio::toString() const
{
    return u"%1:%2"_s.arg(width).arg(height);
}

QString tierName(ResolutionTier tier)
{
    return tierNames.name(tier);
}

std::optional<ResolutionTier> tierFromName(const QString &name)
{
    if (name.trimmed() == "512"_L1) {
        return ResolutionTier::HalfK;
    }
    return tierNames.value(name.trimmed());
}

qint64 tierPixels(ResolutionTier tier)
{
    switch (tier) {
    case ResolutionTier::HalfK:
        return 512LL * 512;
    case ResolutionTier::OneK:
        return 1024LL * 1024;
    case ResolutionTier::TwoK:
        return 2048LL * 2048;
    case ResolutionTier::FourK:
        return 4096LL * 4096;
    }
    Q_UNREACHABLE();
}

QSize sizeFor(AspectRatio ratio, qint64 pixelBudget)
{
    const double height = std::round(std::sqrt(static_cast<double>(pixelBudget) * ratio.height / ratio.width));
    const double width = std::round(height * ratio.width / ratio.height);
    return {std::max(1, static_cast<int>(width)), std::max(1, static_cast<int>(height))};
}

QString SizeRequest::toString() const
{
    QStringList parts;
    if (pixels) {
        parts.append(sizeToString(*pixels));
    }
    if (ratio) {
        parts.append(ratio->toString());
    }
    if (tier) {
        parts.append(tierName(*tier));
    }
    if (automatic) {
        parts.append(u"auto"_s);
    }
    return parts.join(u' ');
}

QSize SizeRatios::expectedSize(AspectRatio ratio, ResolutionTier tier) const
{
    for (const Known &entry : known) {
        if (entry.ratio == ratio && entry.tier == tier) {
            return entry.size;
        }
    }
    return sizeFor(ratio, tiers.isEmpty() ? pixelBudget : tierPixels(tier));
}

bool SizeRange::allows(QSize size) const
{
    const qint64 pixels = static_cast<qint64>(size.width()) * size.height();
    const double ratio = size.height() > 0 ? static_cast<double>(size.width()) / size.height() : 0;
    constexpr double tolerance = 1e-9; // a 3:1 limit must allow 3:1
    return size.width() > 0 && size.height() > 0 && size.width() % multipleOf == 0 && size.height() % multipleOf == 0
        && size.width() >= minSide && size.height() >= minSide
        && (maxSide == 0 || (size.width() <= maxSide && size.height() <= maxSide)) && pixels >= minPixels
        && (maxPixels == 0 || pixels <= maxPixels) && (minRatio <= 0 || ratio >= minRatio - tolerance)
        && (maxRatio <= 0 || ratio <= maxRatio + tolerance);
}

QJsonObject sizeRuleToJson(const SizeRule &rule)
{
    return std::visit(Overloaded {
                          [](const SizeUncontrolled &) {
                              return QJsonObject {{"kind"_L1, u"uncontrolled"_s}};
                          },
                          [](const SizeList &list) {
                              return QJsonObject {{"kind"_L1, u"list"_s}, {"sizes"_L1, sizesToJson(list.sizes)}};
                          },
                          [](const SizeRatios &ratios) { return ratiosToJson(ratios); },
                          [](const SizeRange &range) { return rangeToJson(range); },
                      },
                      rule);
}

std::optional<SizeRule> sizeRuleFromJson(const QJsonObject &object)
{
    const QString kind = object.value("kind"_L1).toString();
    if (kind == "uncontrolled"_L1) {
        return SizeRule(SizeUncontrolled());
    }
    if (kind == "list"_L1) {
        return listFromJson(object);
    }
    if (kind == "ratios"_L1) {
        return ratiosFromJson(object);
    }
    if (kind == "range"_L1) {
        return rangeFromJson(object);
    }
    return std::nullopt;
}

std::optional<QSize> sizeFromString(const QString &text)
{
    static const QRegularExpression form(u"^\\s*(\\d{1,6})\\s*[xX\u00d7]\\s*(\\d{1,6})\\s*$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    return size.isEmpty() ? std::nullopt : std::optional<QSize>(size);
}

QString sizeToString(QSize size)
{
    return u"%1x%2"_s.arg(size.width()).arg(size.height());
}

} // namespace lightwell
