// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

/// What extensions of a GIF file in front of its first picture say (GIF89a specification, sections 24 and 26; XMP
/// specification, part 3).
namespace lightwell::metadata {

struct GifTexts
{
    QByteArrayList comments;
    QByteArray xmp;
    QByteArray credentials; ///< C2PA (JUMBF)
};
[[nodiscard]] GifTexts gifTexts(const QByteArray &bytes);
/// The pictures and what says how to show them, wherever they stand, without anything else that extensions say or that
/// lies behind the end. Nothing where the file is broken.
[[nodiscard]] std::optional<QByteArray> withoutGifTexts(const QByteArray &bytes);
/// Puts both in front of the first picture, in place of all comments (readers join them) and XMP that are there; what
/// is empty is not written. Nothing where the file is broken.
[[nodiscard]] std::optional<QByteArray> withGifTexts(const QByteArray &bytes, const QByteArray &comment,
                                                     const QByteArray &xmp);

} // namespace lightwell::metadata
