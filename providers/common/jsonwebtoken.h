// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace lightwell {

/// A JSON Web Token (RFC 7515, 7519) signed with RS256 by a private key in PEM (PKCS #8 or #1). The same claims always
/// give the same token. Empty: the key cannot be read.
[[nodiscard]] QByteArray signedJsonWebToken(const QJsonObject &header, const QJsonObject &claims,
                                            const QByteArray &privateKey);

} // namespace lightwell
