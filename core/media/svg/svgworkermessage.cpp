// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgworkermessage.h"

#include <QtEndian>

#include <cstring>

namespace lightwell::svg {

namespace {

constexpr QByteArrayView orderMark = "LWSVG1";
constexpr QByteArrayView answerMark = "LWPIX1";
constexpr qsizetype headBytes = 14;
constexpr qsizetype bytesPerPixel = 4;

QByteArray head(QByteArrayView mark, QSize size)
{
    QByteArray bytes = mark.toByteArray() + QByteArray(8, '\0');
    qToBigEndian(qint32(size.width()), bytes.data() + mark.size());
    qToBigEndian(qint32(size.height()), bytes.data() + mark.size() + 4);
    return bytes;
}

std::optional<QSize> sizeIn(const QByteArray &bytes, QByteArrayView mark)
{
    if (bytes.size() < headBytes || !bytes.startsWith(mark)) {
        return std::nullopt;
    }
    return QSize(qFromBigEndian<qint32>(bytes.constData() + mark.size()),
                 qFromBigEndian<qint32>(bytes.constData() + mark.size() + 4));
}

} // namespace

QByteArray WorkerOrder::toBytes() const
{
    return head(orderMark, size) + document;
}

std::optional<WorkerOrder> WorkerOrder::fromBytes(const QByteArray &bytes)
{
    const std::optional<QSize> size = sizeIn(bytes, orderMark);
    if (!size || size->isEmpty()) {
        return std::nullopt;
    }
    return WorkerOrder {*size, bytes.mid(headBytes)};
}

qint64 answerBytes(QSize size)
{
    return headBytes + qint64(size.width()) * size.height() * bytesPerPixel;
}

QByteArray answerHead(QSize size)
{
    return head(answerMark, size);
}

QImage pictureFromAnswer(const QByteArray &bytes, QSize size)
{
    if (bytes.size() != answerBytes(size) || sizeIn(bytes, answerMark) != size) {
        return {};
    }
    QImage image(size, QImage::Format_RGBA8888);
    const qsizetype line = qsizetype(size.width()) * bytesPerPixel;
    for (int y = 0; !image.isNull() && y < size.height(); ++y) {
        std::memcpy(image.scanLine(y), bytes.constData() + headBytes + y * line, size_t(line));
    }
    return image;
}

} // namespace lightwell::svg
