// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/message.h"

namespace lightwell::test {

/// What AWS has against a signed request: an exception's name; empty: nothing. Reckons the signature from the bytes
/// that came, for the region and service that the request itself names.
[[nodiscard]] QString awsSignatureFault(const Received &request, const QByteArray &keyId, const QByteArray &secret,
                                        const QByteArray &service);

} // namespace lightwell::test
