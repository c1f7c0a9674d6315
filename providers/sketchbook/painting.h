// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/order.h"

#include <QImage>

#include <functional>

namespace lightwell::sketchbook {

/// Told how far a painting is (0 to 1); answers false to stop it.
using Ticker = std::function<bool(double)>;

/// Paints one picture of the order with this seed. Depends on nothing but its arguments (a poster's type is compiled
/// in): the same words, seed and size give the same pixels on every machine, run and thread. A null image: stopped.
/// Takes its time: call it on the thread pool.
[[nodiscard]] QImage paint(const Order &order, quint64 seed, const Ticker &ticker = {});

/// Words and signs of the order's prompt that its poster does without, because the type has no letters for them. Empty
/// for other styles.
[[nodiscard]] QStringList wordsLeftOut(const Order &order);

/// Words of the order's prompt that the painter understands nothing of, in their order and as they are written: what
/// they mean is not in the picture. Never a word of wordsLeftOut().
[[nodiscard]] QStringList wordsNotDrawn(const Order &order);

} // namespace lightwell::sketchbook
