// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace lightwell::metadata {

/// What a zlib or gzip stream holds (RFC 1950 to 1952). Nothing where it is broken, or would hold more than `maxBytes`.
[[nodiscard]] std::optional<QByteArray> inflated(QByteArrayView stream, qsizetype maxBytes);

} // namespace lightwell::metadata
