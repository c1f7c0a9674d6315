// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportoptions.h"

#include <QImage>

namespace lightwell {

/// How large a picture of `size` comes out: its own pixels where nothing is asked, or where it would have to be
/// enlarged and may not be.
[[nodiscard]] QSize resizedTo(QSize size, const ExportOptions &options);
[[nodiscard]] QImage resized(const QImage &image, const ExportOptions &options);

} // namespace lightwell
