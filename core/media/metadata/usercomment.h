// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// EXIF's UserComment (Exif 2.32, section 4.6.5): eight bytes that name a character set, then the text.
namespace lightwell::metadata {

/// As AUTOMATIC1111's web UI and its readers take it: "UNICODE" and UTF-16 with the most significant byte first,
/// whatever the order of the block is. For a block in that order (MM) it is what the standard asks for, too.
[[nodiscard]] QByteArray userComment(const QString &text);
/// The same in the order of a block that has the least significant byte first (II).
[[nodiscard]] QByteArray littleEndianUserComment(const QString &text);

/// Reads what programs really write: names padded with zeros or spaces or missing, UTF-16 in either order, UTF-8
/// where another set is named. `isBigEndian` is the order of the block, which decides where the text does not.
[[nodiscard]] QString userCommentText(const QByteArray &value, bool isBigEndian);
/// A text that should be ASCII or Latin-1 and is often UTF-8; its zeros at the end go.
[[nodiscard]] QString textOf(const QByteArray &bytes);

} // namespace lightwell::metadata
