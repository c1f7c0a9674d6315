// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

/// Files made by hand, of parts that no encoder would put together.
namespace lightwell::test {

/// A PNG chunk with its checksum.
[[nodiscard]] QByteArray pngChunk(const QByteArray &type, const QByteArray &content);
/// A PNG of eight by eight pixels with chunks in front of them, and more behind them in their compressed stream.
[[nodiscard]] QByteArray pngWith(const QByteArray &chunks, qsizetype moreZeros = 0);
/// So many zeros as a zlib stream.
[[nodiscard]] QByteArray packedZeros(qsizetype count);
/// A JPEG with these segments behind its first mark.
[[nodiscard]] QByteArray jpegWith(const QByteArray &segments);
/// A progressive JPEG of this size: its first scan, and then one more, again and again.
[[nodiscard]] QByteArray jpegOfScans(QSize size, int scans);
/// An animation of so many times the same small frame.
[[nodiscard]] QByteArray webpOfFrames(QSize canvas, int frames);
[[nodiscard]] QByteArray gifOfFrames(QSize screen, int frames);
/// A baseline TIFF in one strip or tile that says it is so large.
[[nodiscard]] QByteArray tiffThatSays(QSize size, QSize tile = {}, int samples = 1);
/// A HEIF file of boxes alone: a picture of this size, cut and turned where asked.
[[nodiscard]] QByteArray heifThatSays(QSize size, QSize cut = {}, bool turned = false);

} // namespace lightwell::test
