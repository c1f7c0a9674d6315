// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

/// Google's service accounts: a JSON document with a private key, which signs for a token that holds an hour ("Using
/// OAuth 2.0 for server to server applications").
namespace lightwell::serviceaccount {

/// The regular expression of a project's id or number.
[[nodiscard]] QString projectForm();

[[nodiscard]] bool isDocument(const QByteArray &key);
[[nodiscard]] QString projectOf(const QByteArray &document); ///< empty: it names none

/// Exchanges a signed claim for a token with the scope cloud-platform. It goes to the document's own token_uri, or,
/// where the user put an address in the place of the vendor's, to /token there.
[[nodiscard]] Result<HttpRequest> tokenRequest(const Credentials &credentials, const QString &provider);
[[nodiscard]] SignedIn readToken(const HttpResponse &response, const QString &provider);

} // namespace lightwell::serviceaccount
