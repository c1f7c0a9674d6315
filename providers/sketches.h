// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace lightwell {

/// What a model of the house ("sketchbook-scene") makes of the words, always the same; a null image: it is none of the
/// house. For small pictures that show what it does: nothing of it is kept, and no order stands behind it. From any
/// thread; takes its time.
[[nodiscard]] QImage sketch(const QString &model, const QString &prompt, QSize size);

} // namespace lightwell
