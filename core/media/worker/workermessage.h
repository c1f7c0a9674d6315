// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <optional>

namespace lightwell::worker {

/// What goes to the program that decodes. Numbers are of four bytes, the highest first:
///   "LWPIC1", the name of the format in eight characters, width, height, then the file to the end.
/// With "LWICC1" the file's ICC profile alone is asked for, and comes back as it is, behind "LWICX1".
struct Order
{
    enum class Part { Picture, Profile };

    ImageFormat format = ImageFormat::Svg;
    QSize size; ///< what its header says, within the limits
    QByteArray bytes;
    Part part = Part::Picture;

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static std::optional<Order> fromBytes(const QByteArray &bytes);
};

/// What comes back of a profile's order, and how it is read; nothing where it is none.
[[nodiscard]] QByteArray profileAnswer(const QByteArray &profile);
[[nodiscard]] std::optional<QByteArray> profileFrom(const QByteArray &answer);
constexpr qsizetype longestProfile = 4LL * 1024 * 1024; ///< bytes; longer ones are left out

/// What comes back: "LWPIX1", width, height, the kind of the pixels (1 to 4, see the source), the length of the ICC
/// profile, the profile, then the pixels line by line.
struct Answer
{
    QImage image; ///< in one of the kinds
    QByteArray profile; ///< of its colours; empty: sRGB

    /// Without the pixels, which follow line by line.
    [[nodiscard]] QByteArray head() const;
    /// Nothing where the bytes are not exactly an answer with a picture of this size.
    [[nodiscard]] static std::optional<Answer> fromBytes(const QByteArray &bytes, QSize size);
    /// No answer with a picture of this size is longer.
    [[nodiscard]] static qint64 maxBytes(QSize size);
    /// The picture in the kind that loses nothing.
    [[nodiscard]] static QImage inSomeKind(const QImage &image);
    [[nodiscard]] static qsizetype bytesPerLine(const QImage &image);
};

} // namespace lightwell::worker
