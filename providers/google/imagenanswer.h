// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// Reads a successful answer of Imagen's :predict: the pictures of "predictions", with the prompt as it was rewritten.
/// Where all were filtered, raiFilteredReason says why; nothing promises that such a call is free.
[[nodiscard]] Step imagenAnswer(const HttpResponse &response, const QString &provider, const QByteArray &key);

} // namespace lightwell
