// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testpictures.h"

namespace lightwell::bench {

/// A painted scene, clouds, a poster and a portrait, `side` pixels square and opaque; the same in every run.
[[nodiscard]] QList<test::NamedPicture> samplePaintings(int side);

} // namespace lightwell::bench
