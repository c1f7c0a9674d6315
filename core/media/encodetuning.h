// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QString>

#include <optional>

namespace lightwell {

/// How much finer brightness is kept than colour: not at all, across, or across and down.
enum class Chroma { Full444, Half422, Quarter420 };

/// "444", "422", "420", also "4:4:4" …
[[nodiscard]] std::optional<Chroma> chromaFromName(const QString &name);

/// What an encoder does beside its quality. Each is heeded only where knobsOf() the format has it.
struct EncodeTuning
{
    static constexpr int minEffort = 1;
    static constexpr int maxEffort = 9;
    static constexpr int minColors = 2;
    static constexpr int maxColors = 256;

    bool isLossless = false; ///< every pixel stays the same; the quality then means nothing
    std::optional<int> effort = {}; ///< from the fastest to the smallest; nothing: what takes about a second
    std::optional<Chroma> chroma = {}; ///< nothing: as the quality asks for
    int colors = maxColors; ///< of a palette; one of them is the transparent one where there is any
    bool dither = true; ///< colours that a palette lacks are mixed by dots
    bool isProgressive = false; ///< the whole picture is seen at once, coarse, and grows finer as the rest arrives

    friend bool operator==(const EncodeTuning &, const EncodeTuning &) = default;
};

/// Which of these mean anything for a format.
struct EncodeKnobs
{
    bool quality = false;
    bool lossless = false; ///< can be chosen
    bool effort = false;
    bool chroma = false;
    bool palette = false;
    bool progressive = false;
};
[[nodiscard]] EncodeKnobs knobsOf(ImageFormat format);

} // namespace lightwell
