// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace lightwell {

/// Whether a text begins as a data: URL, in whatever case.
[[nodiscard]] bool isDataUrl(QByteArrayView text);

/// What stands before the content of a data: URL.
struct DataUrlHead
{
    qsizetype length = 0; ///< with the comma
    bool isBase64 = false;
};
/// Nothing if it is no data: URL, or its head has no end within 256 characters.
[[nodiscard]] std::optional<DataUrlHead> dataUrlHead(QByteArrayView url);

/// What a data: URL (RFC 2397) holds, as programs write them: with any media type or none, with more parameters, in
/// upper case, in base64 or percent-encoded. Nothing if it is no data: URL or its base64 cannot be read.
[[nodiscard]] std::optional<QByteArray> dataUrlContent(QByteArrayView url);

/// Base64 as programs write it: in the standard or the URL alphabet, with line breaks and blanks in it,
/// percent-encoded, with or without padding. As fast as decodeBase64() where it is plain.
[[nodiscard]] std::optional<QByteArray> decodeLooseBase64(QByteArrayView text);

} // namespace lightwell
