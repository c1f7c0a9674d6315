// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/paint.h"

#include "core/model/sizerule.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QJsonArray>
#include <QJsonObject>
#include <QMutex>

#include <map>
#include <tuple>

namespace lightwell::test {

namespace {

QImage gradient(QSize size, quint64 seed)
{
    QImage image(size, QImage::Format_RGB32);
    const int hue = static_cast<int>(seed % 256);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            line[x] = qRgb(x * 255 / image.width(), y * 255 / image.height(), hue);
        }
    }
    return image;
}

QByteArray encoded(QSize size, ImageFormat format, quint64 seed)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) {
        qFatal("no buffer");
    }
    QImageWriter writer(&buffer, formatName(format).toLatin1());
    if (!writer.write(gradient(size, seed))) {
        qFatal("cannot paint a %s", qPrintable(formatName(format)));
    }
    return bytes;
}

} // namespace

/// Stand-ins paint the same few over and over, and encoding takes much longer than all else they do.
QByteArray paintedPicture(QSize size, ImageFormat format, quint64 seed)
{
    using Key = std::tuple<int, int, ImageFormat, quint64>;
    static QMutex mutex;
    static std::map<Key, QByteArray> painted;
    const Key key(size.width(), size.height(), format, seed % 256);
    const QMutexLocker lock(&mutex);
    if (const auto known = painted.find(key); known != painted.end()) {
        return known->second;
    }
    QByteArray bytes = encoded(size, format, seed);
    if (painted.size() >= 50) {
        painted.clear();
    }
    painted.insert_or_assign(key, bytes);
    return bytes;
}

QImage linkedPicture(const QString &text)
{
    QImage picture;
    if (text.startsWith(QLatin1StringView("https://"))) {
        picture = QImage(288, 320, QImage::Format_RGB32);
        picture.fill(Qt::gray);
    }
    return picture;
}

QByteArray paintedDrawing(QSize size)
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" width=")" + QByteArray::number(size.width()) + R"(" height=")"
        + QByteArray::number(size.height()) + R"("><rect width="50%" height="50%" fill="#f40"/></svg>)";
}

QSize sizeLikePictureIn(const QJsonValue &body, qint64 pixels)
{
    if (body.isString()) {
        const QByteArray text = body.toString().section(QStringLiteral("base64,"), -1).toLatin1();
        const QSize size = QImage::fromData(QByteArray::fromBase64(text)).size();
        return size.isEmpty() ? QSize() : sizeFor(AspectRatio::of(size), pixels);
    }
    QJsonArray inside = body.toArray();
    const QJsonObject object = body.toObject();
    for (const QJsonValue value : object) {
        inside.append(value);
    }
    for (const QJsonValue value : std::as_const(inside)) {
        if (const QSize size = sizeLikePictureIn(value, pixels); size.isValid()) {
            return size;
        }
    }
    return {};
}

} // namespace lightwell::test
