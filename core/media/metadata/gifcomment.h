// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// The comment extension of a GIF file (GIF89a specification, section 24): ASCII text beside the pixels.
namespace lightwell::metadata {

/// The last comment that begins with `prefix`, without it; empty where there is none.
[[nodiscard]] QByteArray gifComment(const QByteArray &bytes, const QByteArray &prefix);
/// Puts prefix and text in front of the first picture, replacing a comment with that prefix. Nothing where the file
/// is broken.
[[nodiscard]] std::optional<QByteArray> withGifComment(const QByteArray &bytes, const QByteArray &prefix,
                                                       const QByteArray &text);

} // namespace lightwell::metadata
