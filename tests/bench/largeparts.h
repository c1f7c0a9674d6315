// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace lightwell::bench {

/// What nobody who keeps a sound picture before passing it on can leave out, each alone: reading its base64, decoding
/// it to its end, hashing it, writing a file of it until the disk has it (in `folder`), and writing its base64 again.
/// Milliseconds, one for all.
[[nodiscard]] double timeOfLargeParts(const QByteArray &base64, const QString &folder, int rounds);

} // namespace lightwell::bench
