// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace lightwell::sketchbook {

/// Smooth value noise from 0 to 1, one feature per unit of x.
[[nodiscard]] double noise(double x, quint64 seed);
[[nodiscard]] double noise(double x, double y, quint64 seed);
/// Several octaves of it, still from 0 to 1.
[[nodiscard]] double layered(double x, quint64 seed, int octaves);
[[nodiscard]] double layered(double x, double y, quint64 seed, int octaves);
/// Sharp crests and round valleys: mountains.
[[nodiscard]] double ridged(double x, quint64 seed, int octaves);

} // namespace lightwell::sketchbook
