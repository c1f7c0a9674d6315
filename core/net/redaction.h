// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <QString>

namespace lightwell {

/// What may stand in a log about a request: method, host and path. Never the query, the user part or a fragment,
/// and no part of the path that looks like a key.
[[nodiscard]] QString loggableTarget(const QByteArray &method, const QUrl &url);

/// Whether the header carries a credential (Authorization, cookies, x-key, x-goog-api-key …).
[[nodiscard]] bool isSecretHeader(const QByteArray &name);

/// How vendors begin their keys, as alternatives of a regular expression.
[[nodiscard]] QString keyBeginnings();

/// Free text (a vendor's error message, a log line) without anything that looks like a key: known prefixes
/// (sk-, r8_, AIza, lw- …), bearer tokens, "key=" parameters and long hexadecimal or base64 strings after such words.
[[nodiscard]] QString redacted(const QString &text);

} // namespace lightwell
