// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace lightwell {

/// Where in a text the encoded bytes of a picture, a sound or a file begin: behind the head of a data URL, or at its
/// beginning where it is base64 alone and no prompt. Nothing: it has none.
[[nodiscard]] std::optional<qsizetype> encodedBytesIn(QByteArrayView text);

/// What stands in the place of such bytes where a message is shown.
inline constexpr char shownBytes[] = "(picture)";

/// JSON as it was written, in which shownBytes stand for all such bytes. Reads each byte once; what is no JSON comes
/// out as broken as it is.
[[nodiscard]] QByteArray shownBody(const QByteArray &json);

} // namespace lightwell
