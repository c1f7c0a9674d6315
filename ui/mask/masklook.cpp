// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/masklook.h"

#include "core/storage/settings.h"

#include <array>

namespace lightwell {

namespace {

// In the order of their enumerations; the settings refuse other words.
constexpr std::array colourWords {"accent", "red", "green", "blue"};
constexpr std::array strengthWords {"light", "medium", "strong"};

template<typename Value, typename Words>
Value valueOf(const Words &words, const QString &word, Value otherwise)
{
    for (size_t place = 0; place < words.size(); ++place) {
        if (word == QLatin1StringView(words.at(place))) {
            return static_cast<Value>(place);
        }
    }
    return otherwise;
}

template<typename Value, typename Words>
QString wordOf(const Words &words, Value value)
{
    return QString::fromLatin1(words.at(static_cast<size_t>(value)));
}

} // namespace

QColor colourOf(MaskLook::Colour colour, const Tokens &tokens)
{
    switch (colour) {
    case MaskLook::Colour::Red:
        return tokens.bad;
    case MaskLook::Colour::Green:
        return tokens.ok;
    case MaskLook::Colour::Blue:
        return tokens.info;
    case MaskLook::Colour::Accent:
        break;
    }
    return tokens.accent;
}

double tintOf(MaskLook::Strength strength)
{
    switch (strength) {
    case MaskLook::Strength::Light:
        return 0.45;
    case MaskLook::Strength::Strong:
        return 0.85;
    case MaskLook::Strength::Medium:
        break;
    }
    return 0.6;
}

MaskLook readMaskLook(const Settings &settings)
{
    const MaskLook usual;
    return {valueOf(colourWords, settings.toString(Setting::MaskColour), usual.colour),
            valueOf(strengthWords, settings.toString(Setting::MaskStrength), usual.strength)};
}

void writeMaskLook(const MaskLook &look, Settings &settings)
{
    settings.set(Setting::MaskColour, wordOf(colourWords, look.colour));
    settings.set(Setting::MaskStrength, wordOf(strengthWords, look.strength));
}

} // namespace lightwell
