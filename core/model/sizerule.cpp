// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sizerule.h"

#include "core/model/fieldreader.h"
#include "core/model/offerlimits.h"

#include <QRegularExpression>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <numeric>

namespace lightwell {

using namespace Qt::StringLiterals;

using Expected = FieldFault::Expected;

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

QJsonArray tiersToJson(const QList<ResolutionTier> &tiers)
{
    QJsonArray result;
    for (const ResolutionTier tier : tiers) {
        result.append(tierName(tier));
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
        object.insert("tiers"_L1, tiersToJson(rule.tiers));
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

QJsonObject anyRatioToJson(const SizeAnyRatio &rule)
{
    QJsonObject object {{"kind"_L1, u"any_ratio"_s},
                        {"min"_L1, rule.least.toString()},
                        {"max"_L1, rule.most.toString()},
                        {"preferred"_L1, rule.preferred.toString()}};
    if (rule.tiers.isEmpty()) {
        object.insert("pixels"_L1, rule.pixelBudget);
    } else {
        object.insert("tiers"_L1, tiersToJson(rule.tiers));
    }
    return object;
}

SizeList readList(FieldReader &fields)
{
    SizeList rule;
    rule.sizes = fields.parsed("sizes"_L1, sizeFromString, Expected::Size);
    if (rule.sizes.isEmpty()) {
        fields.missing("sizes"_L1, Expected::Size);
    }
    return rule;
}

qint64 readBudget(FieldReader &fields, qint64 usual)
{
    return fields.whole("pixels"_L1, usual, 1, offerlimits::maxPixels);
}

SizeRatios readRatios(FieldReader &fields)
{
    SizeRatios rule;
    rule.ratios = fields.parsed("ratios"_L1, AspectRatio::parse, Expected::Ratio);
    rule.tiers = fields.parsed("tiers"_L1, tierFromName, Expected::Tier);
    rule.pixelBudget = readBudget(fields, rule.pixelBudget);
    const QJsonObject known = fields.object("known"_L1);
    const JsonPath place = fields.path().field(u"known"_s);
    for (auto tier = known.begin(); tier != known.end(); ++tier) {
        const auto name = tierFromName(tier.key());
        if (!name || !tier.value().isObject()) {
            fields.unusable(place.field(tier.key()), name ? Expected::Object : Expected::Tier, tier.key());
            continue;
        }
        const QJsonObject row = tier.value().toObject();
        for (auto cell = row.begin(); cell != row.end(); ++cell) {
            const auto ratio = AspectRatio::parse(cell.key());
            const auto size = sizeFromString(cell.value().toString());
            if (ratio && size) {
                rule.known.append({*ratio, *name, *size});
            } else {
                fields.unusable(place.field(tier.key()).field(cell.key()), ratio ? Expected::Size : Expected::Ratio,
                                ratio ? cell.value().toString() : cell.key());
            }
        }
    }
    if (rule.ratios.isEmpty()) {
        fields.missing("ratios"_L1, Expected::Ratio);
    }
    return rule;
}

SizeAnyRatio readAnyRatio(FieldReader &fields)
{
    SizeAnyRatio rule;
    const auto ratio = [&fields](QLatin1StringView key, AspectRatio usual) {
        return fields.parsedOne(key, AspectRatio::parse, Expected::Ratio).value_or(usual);
    };
    for (const QLatin1StringView bound : {"min"_L1, "max"_L1}) {
        if (!fields.has(bound)) {
            fields.missing(bound, Expected::Ratio);
        }
    }
    rule.least = ratio("min"_L1, rule.least);
    rule.most = ratio("max"_L1, rule.most);
    rule.preferred = ratio("preferred"_L1, rule.preferred);
    rule.tiers = fields.parsed("tiers"_L1, tierFromName, Expected::Tier);
    rule.pixelBudget = readBudget(fields, rule.pixelBudget);
    return rule;
}

SizeRange readRange(FieldReader &fields)
{
    SizeRange rule;
    const auto side = [&fields](QLatin1StringView key, int usual, int least, int most) {
        return static_cast<int>(fields.whole(key, usual, least, most));
    };
    rule.multipleOf = side("multiple_of"_L1, 1, 1, offerlimits::largestMultiple);
    rule.minSide = side("min_side"_L1, 0, 0, offerlimits::largestSide);
    rule.maxSide = side("max_side"_L1, 0, 0, offerlimits::largestSide);
    rule.minPixels = fields.whole("min_pixels"_L1, 0, 0, offerlimits::maxPixels);
    rule.maxPixels = fields.whole("max_pixels"_L1, 0, 0, offerlimits::maxPixels);
    rule.minRatio = fields.number("min_ratio"_L1, 0, 0, offerlimits::largestRatio);
    rule.maxRatio = fields.number("max_ratio"_L1, 0, 0, offerlimits::largestRatio);
    rule.preferred = fields.parsedOne("preferred"_L1, sizeFromString, Expected::Size).value_or(rule.preferred);
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
    QString text = pixels ? sizeToString(*pixels) : QString();
    const auto add = [&text](const QString &part) { text += text.isEmpty() ? part : QString(u' ' + part); };
    if (ratio) {
        add(ratio->toString());
    }
    if (tier) {
        add(tierName(*tier));
    }
    if (automatic) {
        add(u"auto"_s);
    }
    return text;
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

bool SizeAnyRatio::allows(AspectRatio ratio) const
{
    const auto notWider = [](AspectRatio one, AspectRatio other) {
        return static_cast<qint64>(one.width) * other.height <= static_cast<qint64>(other.width) * one.height;
    };
    return notWider(least, ratio) && notWider(ratio, most);
}

AspectRatio SizeAnyRatio::nearest(double ratio) const
{
    return ratio < least.value() ? least : most;
}

QSize SizeAnyRatio::expectedSize(AspectRatio ratio, ResolutionTier tier) const
{
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
                          [](const SizeAnyRatio &any) { return anyRatioToJson(any); },
                      },
                      rule);
}

bool isNoSizeRule(const FieldFault &fault)
{
    const bool unusable = fault.kind == FieldFault::Kind::Unusable && fault.expected != Expected::WholeNumber
        && fault.expected != Expected::Number;
    return unusable || fault.kind == FieldFault::Kind::Missing || fault.kind == FieldFault::Kind::UnknownWord;
}

std::optional<SizeRule> readSizeRule(FieldReader &fields)
{
    static const QStringList kinds {u"uncontrolled"_s, u"list"_s, u"ratios"_s, u"any_ratio"_s, u"range"_s};
    std::optional<SizeRule> rule;
    const QString kind = fields.text("kind"_L1);
    switch (kinds.indexOf(kind)) {
    case 0:
        rule = SizeUncontrolled();
        break;
    case 1:
        rule = readList(fields);
        break;
    case 2:
        rule = readRatios(fields);
        break;
    case 3:
        rule = readAnyRatio(fields);
        break;
    case 4:
        rule = readRange(fields);
        break;
    default:
        fields.unknownWord("kind"_L1, kind, kinds);
        return std::nullopt;
    }
    fields.refuseUnknown();
    return rule;
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
    char text[32];
    char *end = std::to_chars(std::begin(text), std::end(text), size.width()).ptr;
    *end++ = 'x';
    end = std::to_chars(end, std::end(text), size.height()).ptr;
    return QString::fromLatin1(text, end - text);
}

} // namespace lightwell
