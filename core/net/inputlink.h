// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"

#include <QByteArrayList>

#include <optional>

/// Links to pictures that go in (InputImage::link). Nobody here follows one: it is passed on to a vendor that does, so
/// what cannot be known of it is its content, and what must not be kept of it is its query, which may hold a signature
/// that opens it.
namespace lightwell::inputlink {

inline constexpr qsizetype longest = 4096; ///< characters; those that storage services sign have up to 2,000

/// Whether a text is meant as one: it begins with http:// or https://, in whatever case.
[[nodiscard]] bool isLink(QByteArrayView text);

/// Why it is not passed on, as far as its text tells; nothing: it may be. It has to be an https address (RFC 3986, as
/// it stands, in ASCII) of a host on the open internet (isLocalHost()), without a user, and whole.
[[nodiscard]] std::optional<Reason> faultIn(const QString &link);

/// As records and pages have it: without query and fragment, in the place of which "…" stands. That is no whole link
/// any more, and faultIn() says so of who would use it again.
[[nodiscard]] QString forRecord(const QString &link);

/// The same of all that a request has.
void cutAll(Request &request);

/// What must not come back in a vendor's words: the queries of a request's links, as they stand and decoded.
[[nodiscard]] QByteArrayList secretsOf(const Request &request);

} // namespace lightwell::inputlink
