// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace lightwell {

/// The address of a vendor's call. `base` (the user's own, may be empty) stands for scheme, host, port and any path
/// before the vendor's own first path segment; without it `fallback` does. `path` begins with a slash and is taken
/// as already encoded; it may carry a query. A base that already ends with the path's first segment, as people paste
/// it ("http://127.0.0.1:8080/v1"), does not repeat it. Invalid if there is no usable base.
[[nodiscard]] QUrl endpoint(const QUrl &base, const QUrl &fallback, const QString &path);

/// The same for OpenAI's dialect, whose clients take base addresses with the version in them: one that ends in a
/// version
/// ("/v1", "/api/v3", "/v1beta/openai") is taken as it stands, any other is followed by `version` ("/v1").
[[nodiscard]] QUrl versionedEndpoint(const QUrl &base, const QUrl &fallback, const QString &version,
                                     const QString &path);

/// One path segment, so encoded that it stays one: for ids a user or catalog may write with slashes or spaces.
[[nodiscard]] QString pathSegment(const QString &text);

/// The same for an id that is a path ("owner/model"): its slashes stay, empty parts do not.
[[nodiscard]] QString pathSegments(const QString &id);

} // namespace lightwell
