// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <optional>

namespace lightwell::svg {

/// What goes to the program that draws, and what comes back. Numbers are of four bytes, the highest first.
///   there: "LWSVG1", width, height, then the document to the end
///   back:  "LWPIX1", width, height, then four bytes a pixel (red, green, blue, alpha), line by line
struct WorkerOrder
{
    QSize size;
    QByteArray document;

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static std::optional<WorkerOrder> fromBytes(const QByteArray &bytes);
};

/// The bytes of the answer with a picture of this size.
[[nodiscard]] qint64 answerBytes(QSize size);
[[nodiscard]] QByteArray answerHead(QSize size);
/// Null where the bytes are not exactly the answer with a picture of this size.
[[nodiscard]] QImage pictureFromAnswer(const QByteArray &bytes, QSize size);

} // namespace lightwell::svg
