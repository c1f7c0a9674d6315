// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/painting.h"
#include "providers/sketchbook/words/reading.h"

namespace lightwell::sketchbook {

[[nodiscard]] QImage paintScene(const Order &order, quint64 seed, const Ticker &ticker);
/// Shapes and colours only: what a scene becomes for a prompt that wants nothing else.
[[nodiscard]] QImage paintAbstract(const Order &order, const Reading &reading, quint64 seed, const Ticker &ticker);
[[nodiscard]] QImage paintPattern(const Order &order, quint64 seed, const Ticker &ticker);
[[nodiscard]] QImage paintPoster(const Order &order, quint64 seed, const Ticker &ticker);

} // namespace lightwell::sketchbook
