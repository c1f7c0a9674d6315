// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>

#include <optional>

/// Chunks of a PNG file beside its pixels (PNG specification, third edition: texts, eXIf and iCCP).
namespace lightwell::metadata {

struct PngChunk
{
    QByteArray type; ///< four letters
    QByteArray content;

    friend bool operator==(const PngChunk &, const PngChunk &) = default;
};

/// As it stands in a file, between its length and its sum.
[[nodiscard]] QByteArray framed(const PngChunk &chunk);
/// An iTXt chunk, not compressed. The keyword is Latin-1, 1 to 79 bytes; the text UTF-8.
[[nodiscard]] PngChunk internationalText(const QByteArray &keyword, const QByteArray &utf8);
/// The same as a tEXt chunk, which older readers know alone, where the text is ASCII.
[[nodiscard]] PngChunk plainText(const QByteArray &keyword, const QByteArray &utf8);

/// A text, under its keyword. Latin-1 that is UTF-8 is taken for it: many programs write so.
struct PngText
{
    QString keyword;
    QString text;
};
/// All that a file says beside its pixels, in its order.
struct PngTexts
{
    QList<PngText> texts; ///< tEXt, zTXt, iTXt, and ComfyUI's "comf" of animations; unpacked at most 8 MiB in all
    QByteArray exif; ///< eXIf, or what older programs put into a text instead
    QByteArray credentials; ///< caBX: C2PA (JUMBF)

    [[nodiscard]] QString text(QLatin1StringView keyword) const; ///< the first of them; empty where there is none
};
[[nodiscard]] PngTexts pngTexts(const QByteArray &bytes);
/// The file's head and its ICC profile, with no pixels; empty where it has none.
[[nodiscard]] QByteArray pngWithProfileAlone(const QByteArray &bytes);
/// The head of a file with a picture of this size, and nothing behind it: for whoever asks for the size alone.
[[nodiscard]] QByteArray pngHead(QSize size);
[[nodiscard]] PngChunk profileChunk(const QByteArray &profile);
/// Puts the chunks in front of palette and pixels. Texts of the same keyword, wherever they stand, and what is there
/// once (eXIf, iCCP, and sRGB in the place of which a profile comes) go. Nothing for bytes that are no PNG.
[[nodiscard]] std::optional<QByteArray> withPngChunks(const QByteArray &bytes, const QList<PngChunk> &chunks);

} // namespace lightwell::metadata
