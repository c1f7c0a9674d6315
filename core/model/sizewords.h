// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sizerule.h"

namespace lightwell {

/// The three words in which programs and people ask for a size, read in one way for the command line and for every
/// dialect of the gateway. Each adds to `size` what the word says; false, with `size` as it was: it says nothing.
/// What `size` itself names comes first, whatever the other two say.
[[nodiscard]] bool readSizeWord(const QString &text, SizeRequest &size); ///< "1024x768", "16:9", "2K", "auto"
[[nodiscard]] bool readRatioWord(const QString &text, SizeRequest &size); ///< "16:9", "auto"
[[nodiscard]] bool readTierWord(const QString &text, SizeRequest &size); ///< "0.5K" to "4K", "auto"

} // namespace lightwell
