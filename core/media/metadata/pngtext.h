// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <optional>

/// Chunks of a PNG file beside its pixels (PNG specification, third edition: iTXt, eXIf and iCCP).
namespace lightwell::metadata {

struct PngChunk
{
    QByteArray type; ///< four letters
    QByteArray content;

    friend bool operator==(const PngChunk &, const PngChunk &) = default;
};

/// An iTXt chunk, not compressed. The keyword is Latin-1, 1 to 79 bytes; the text UTF-8.
[[nodiscard]] PngChunk internationalText(const QByteArray &keyword, const QByteArray &utf8);
/// The text of an iTXt or tEXt chunk with this keyword that is not compressed; empty where there is none.
[[nodiscard]] QByteArray pngText(const QByteArray &bytes, const QByteArray &keyword);
/// The file's head and its ICC profile, with no pixels; empty where it has none.
[[nodiscard]] QByteArray pngWithProfileAlone(const QByteArray &bytes);
[[nodiscard]] PngChunk profileChunk(const QByteArray &profile);
/// Puts the chunks in front of palette and pixels. Texts of the same keyword and what is there once (eXIf, iCCP, and
/// sRGB in the place of which a profile comes) go. Nothing for bytes that are no PNG.
[[nodiscard]] std::optional<QByteArray> withPngChunks(const QByteArray &bytes, const QList<PngChunk> &chunks);

} // namespace lightwell::metadata
