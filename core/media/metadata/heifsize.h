// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace lightwell::metadata {

/// The size of a HEIF file's first picture as it will be shown, cut and turned as the file says: from its boxes alone.
[[nodiscard]] std::optional<QSize> heifSize(const QByteArray &bytes);

} // namespace lightwell::metadata
