// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/model/result.h"

namespace lightwell {

/// How a body is packed, by its Content-Encoding (RFC 9110, 8.4).
enum class BodyCoding {
    None,
    Packed, ///< with gzip or deflate: unpackedBody() takes it
    Unknown,
};

[[nodiscard]] BodyCoding codingOf(const GatewayRequest &request);

/// The content of a body that is Packed. `most` is what it may have, in bytes: what would become longer is an error
/// with the code body_too_large before it takes more memory than that. Takes its time: call it on the thread pool.
[[nodiscard]] Result<QByteArray> unpackedBody(const QByteArray &body, qint64 most);

/// The code of that error.
inline constexpr QLatin1StringView bodyTooLarge("body_too_large");

} // namespace lightwell
