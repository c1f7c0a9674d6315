// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

namespace lightwell {

class Settings;

/// How what is painted is drawn over a picture: a matter of taste, since its hatch and its edge tell it from any
/// picture.
struct MaskLook
{
    enum class Colour { Accent, Red, Green, Blue };
    enum class Strength { Light, Medium, Strong };
    Colour colour = Colour::Accent;
    Strength strength = Strength::Medium;
    friend bool operator==(const MaskLook &, const MaskLook &) = default;
};

[[nodiscard]] QColor colourOf(MaskLook::Colour colour, const Tokens &tokens);
[[nodiscard]] double tintOf(MaskLook::Strength strength); ///< 0 to 1, where all is painted

[[nodiscard]] MaskLook readMaskLook(const Settings &settings);
void writeMaskLook(const MaskLook &look, Settings &settings);

} // namespace lightwell
