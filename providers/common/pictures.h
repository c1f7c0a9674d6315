// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"
#include "core/model/wire.h"

#include <QUrl>

namespace lightwell {

/// What the bytes are by their signature; "application/octet-stream" for anything unknown.
[[nodiscard]] QByteArray pictureMimeType(const QByteArray &bytes);

[[nodiscard]] QString base64(const QByteArray &bytes);

/// "data:image/png;base64,…"
[[nodiscard]] QString dataUrl(const QByteArray &bytes);

/// A picture as a text of JSON: base64() where `form` says so, dataUrl() in any other case.
[[nodiscard]] QString pictureText(const QByteArray &bytes, ImageForm form);

/// The same of a picture that goes in; a link stays as it was given.
[[nodiscard]] QString pictureText(const InputImage &image, ImageForm form);

/// A name for an upload part: the caller's own, or "NAME.png" after the bytes.
[[nodiscard]] QString pictureFileName(const InputImage &image, const QString &name);

/// The picture in base64 or in a data URL, however these are written (core/model/dataurl.h). Nothing if what the text
/// holds does not begin like a picture.
[[nodiscard]] std::optional<QByteArray> pictureFromBase64(const QByteArray &text);

/// The link to a picture as a vendor wrote it, made absolute against `origin` (where the answer came from).
/// Nothing if it is no http or https address.
[[nodiscard]] std::optional<QUrl> pictureLink(const QString &text, const QUrl &origin);

} // namespace lightwell
