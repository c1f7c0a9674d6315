// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace lightwell::sketchbook {

/// How much the studio keeps, so that it never grows without end.
struct StudioLimits
{
    qint64 keptBytes = 64LL * 1024 * 1024; ///< finished pictures; the oldest go first
    int keptPaintings = 64; ///< finished paintings, pictures or not
    int waiting = 256; ///< unfinished paintings; further orders are refused with 429
    std::chrono::milliseconds keptFor = std::chrono::minutes(10);
    std::chrono::milliseconds pollAfter = std::chrono::milliseconds(80); ///< what the studio tells who asks again
};

} // namespace lightwell::sketchbook
