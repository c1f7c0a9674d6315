// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell::codecs {

/// Whether a PNG file decodes to its end, all sums right: what libpng finds out while it holds one line at a time.
[[nodiscard]] bool isSoundPng(const QByteArray &bytes);

} // namespace lightwell::codecs
