// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace lightwell::svg {

/// How much of a drawing is read and drawn. Far more than people draw, and little enough to be read in about a second.
struct SvgLimits
{
    qint64 maxBytes = 16LL * 1024 * 1024;
    int maxElements = 100'000;
    int maxDepth = 100; ///< elements in elements, and elements shown by elements
    int maxAttributes = 128; ///< of one element
    int maxName = 256; ///< characters of a name
    qint64 maxDrawn = 200'000; ///< elements, counted again each time a `use` shows them
    qint64 maxWork = 8'000'000; ///< numbers of paths, letters and so on, counted in the same way
    int maxRules = 1'000; ///< of all style sheets
    int maxPictures = 32; ///< `image` elements
    qint64 maxPicturePixels = 24'000'000; ///< of all of them
};

/// The longest value of an attribute that is no path and no picture.
constexpr int longestValue = 4096;
/// Coordinates beyond it are no picture any more.
constexpr double largestNumber = 1e7;

} // namespace lightwell::svg
