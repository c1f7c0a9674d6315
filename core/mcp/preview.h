// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

namespace lightwell::mcp {

/// A picture made small enough to stand in an answer, where an assistant looks at it.
struct Preview
{
    QByteArray bytes; ///< empty: there is none (a drawing that cannot be drawn, say)
    ImageFormat format = ImageFormat::Jpeg;
};

/// At most 1024 pixels a side and `most` bytes; WebP where something is transparent, else JPEG. Takes its time: call it
/// on the thread pool.
[[nodiscard]] Preview previewOf(const QByteArray &picture, qsizetype most);

} // namespace lightwell::mcp
