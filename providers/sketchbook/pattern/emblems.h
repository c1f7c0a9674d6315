// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/art/palette.h"
#include "providers/sketchbook/painting.h"
#include "providers/sketchbook/words/reading.h"

#include <QImage>

namespace lightwell::sketchbook {

/// What the prompt names, strewn over the cloth in staggered rows; false if it names nothing that can be.
[[nodiscard]] bool printEmblems(QImage &image, const Reading &reading, const Palette &palette, quint64 seed,
                                const Ticker &ticker);

} // namespace lightwell::sketchbook
