// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/painting.h"

namespace lightwell::sketchbook {

[[nodiscard]] QImage paintScene(const Order &order, quint64 seed, const Ticker &ticker);
[[nodiscard]] QImage paintPattern(const Order &order, quint64 seed, const Ticker &ticker);
[[nodiscard]] QImage paintPoster(const Order &order, quint64 seed, const Ticker &ticker);

} // namespace lightwell::sketchbook
