// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/vendorvalues.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

template<typename T>
Understanding take(T &slot, const T &unset, const std::optional<T> &value)
{
    if (!value) {
        return Understanding::Unreadable;
    }
    if (slot == unset) {
        slot = *value;
    }
    return slot == *value ? Understanding::Taken : Understanding::Contradicts;
}

template<typename T>
Understanding takeOptional(std::optional<T> &slot, const std::optional<T> &value)
{
    if (!value) {
        return Understanding::Unreadable;
    }
    slot = slot ? slot : value;
    return slot == value ? Understanding::Taken : Understanding::Contradicts;
}

/// One is a count like any other where it was written.
Understanding takeCount(Request &request, const std::optional<int> &value)
{
    if (!value) {
        return Understanding::Unreadable;
    }
    if (request.n == 1 && !request.isCountSaid) {
        request.n = *value;
        request.isCountSaid = true;
    }
    return request.n == *value ? Understanding::Taken : Understanding::Contradicts;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (value.isString()) {
        bool ok = false;
        const qint64 number = value.toString().toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    constexpr qint64 none = -1;
    const qint64 number = value.toInteger(none);
    return number != none || value.toDouble() == none ? std::optional(number) : std::nullopt;
}

std::optional<int> smallNumber(const QJsonValue &value)
{
    const std::optional<qint64> number = wholeNumber(value);
    const bool fits =
        number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max();
    return fits ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<QString> textOf(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<QSize> pixelsOf(const Offer &offer, const QJsonValue &value)
{
    if (value.isObject()) {
        const std::optional<int> width = smallNumber(value["width"_L1]);
        const std::optional<int> height = smallNumber(value["height"_L1]);
        return width && height ? std::optional(QSize(*width, *height)) : std::nullopt;
    }
    const QString word = value.toString();
    const std::optional<QSize> named = offer.wire.sizeOf(word);
    return named ? named : sizeFromString(word);
}

/// A size, a ratio or a tier: under one vendor's name for one of them, the others write another.
Understanding takeShape(SizeRequest &size, const Offer &offer, const QJsonValue &value)
{
    const QString text = value.toString();
    if (text.compare("auto"_L1, Qt::CaseInsensitive) == 0) {
        const bool free = size.isEmpty() || size == SizeRequest {{}, {}, {}, true};
        size.automatic = size.automatic || free;
        return free ? Understanding::Taken : Understanding::Contradicts;
    }
    if (const std::optional<QSize> pixels = pixelsOf(offer, value)) {
        const SizeRequest wanted {pixels, {}, {}, false};
        return take(size, {}, std::optional(wanted));
    }
    if (size.pixels) { // whatever the ratio and tier are, the pixels have said it
        return Understanding::Contradicts;
    }
    if (const std::optional<AspectRatio> ratio = AspectRatio::parse(text)) {
        return takeOptional(size.ratio, ratio);
    }
    return takeOptional(size.tier, offer.wire.tierOf(text));
}

/// A filter that is switched on or off, under either name.
QJsonValue filterOf(const QString &field, const QJsonValue &value)
{
    const QString word = value.toString().toLower();
    const bool isSwitch = value.isBool() || word == "true"_L1 || word == "false"_L1;
    if (!isSwitch) {
        return value;
    }
    const bool disables = field.section(u'.', -1).startsWith("disable"_L1, Qt::CaseInsensitive);
    const bool on = value.isBool() ? value.toBool() : word == "true"_L1;
    return on == disables ? u"low"_s : u"auto"_s;
}

Understanding takeTuning(Tuning &tuning, const QString &parameter, const QJsonValue &value)
{
    const bool leftToVendor =
        parameter == "prompt_enhancement"_L1 && value.toString().compare("auto"_L1, Qt::CaseInsensitive) == 0;
    Tuning read;
    if (!leftToVendor && !read.read(parameter, value)) {
        return Understanding::Unreadable;
    }
    const QJsonValue said = tuning.value(parameter);
    if (said.isUndefined()) {
        return leftToVendor || tuning.read(parameter, value) ? Understanding::Taken : Understanding::Unreadable;
    }
    return said == read.value(parameter) ? Understanding::Taken : Understanding::Contradicts;
}

} // namespace

Understanding readVendorWord(Request &request, const Offer &offer, const QString &parameter, const QJsonValue &value,
                             const QString &field)
{
    if (Tuning::names().contains(parameter)) {
        return takeTuning(request.tuning, parameter, parameter == "moderation"_L1 ? filterOf(field, value) : value);
    }
    if (parameter == "n"_L1) {
        return takeCount(request, smallNumber(value));
    }
    if (parameter == "size"_L1 || parameter == "aspect_ratio"_L1 || parameter == "resolution"_L1) {
        return takeShape(request.size, offer, value);
    }
    if (parameter == "output_format"_L1) {
        return takeOptional(request.format, offer.wire.formatOf(value.toString()));
    }
    if (parameter == "output_compression"_L1) {
        return takeOptional(request.compression, smallNumber(value));
    }
    if (parameter == "seed"_L1) {
        return takeOptional(request.seed, wholeNumber(value));
    }
    const std::pair<const char *, QString *> texts[] = {
        {"prompt", &request.prompt}, {"negative_prompt", &request.negativePrompt}, {"quality", &request.quality},
        {"style", &request.style},   {"background", &request.background},          {"user", &request.user},
    };
    for (const auto &[name, text] : texts) {
        if (parameter == QLatin1StringView(name)) {
            return take(*text, {}, textOf(value));
        }
    }
    return Understanding::Unreadable;
}

} // namespace lightwell
