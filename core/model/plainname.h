// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

/// A field's name without the differences of spelling: "imageSize", "image_size" and "image-size" are one name, and
/// some vendors take them all.
[[nodiscard]] QString plainName(QString name);

} // namespace lightwell
