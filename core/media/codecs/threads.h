// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

namespace lightwell::codecs {

/// Enough to be quick with one picture; several are often encoded at once on the pool.
[[nodiscard]] inline int threadsForCodec()
{
    return qBound(1, QThread::idealThreadCount(), 8);
}

} // namespace lightwell::codecs
