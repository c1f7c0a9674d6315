// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// lightwell-svg: a drawing comes in, its pixels go out (core/media/svg/svgworkermessage.h). Started by Lightwell alone.
#include "app/svg/confinement.h"
#include "core/media/svg/svgworkermessage.h"

#include <QFile>
#include <QGuiApplication>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

using namespace lightwell;

namespace {

enum ExitCode { Drawn = 0, NotConfined = 2, NoOrder = 3, NotReadable = 4, NoMemory = 5 };

constexpr int processorSeconds = 6;
constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 baseMemory = 1024 * mebibyte; // libraries and fonts, mostly mapped and never touched
constexpr qint64 bytesPerPixel = 12; // painted, and in the order of the answer

QByteArray everythingFrom(std::FILE *stream)
{
    QFile input;
    return input.open(stream, QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

bool write(const QImage &image)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly)) {
        return false;
    }
    bool good = output.write(svg::answerHead(image.size())) > 0;
    const qint64 line = qint64(image.width()) * 4;
    for (int y = 0; good && y < image.height(); ++y) {
        good = output.write(reinterpret_cast<const char *>(image.constScanLine(y)), line) == line;
    }
    return good && output.flush();
}

} // namespace

int main(int argc, char **argv)
{
    if (!confineProcess(processorSeconds)) {
        return NotConfined;
    }
    const std::optional<svg::WorkerOrder> order = svg::WorkerOrder::fromBytes(everythingFrom(stdin));
    if (!order) {
        return NoOrder;
    }
    const qint64 pixels = qint64(order->size.width()) * order->size.height();
    if (!limitMemory(baseMemory + pixels * bytesPerPixel)) {
        return NotConfined;
    }
    QGuiApplication application(argc, argv); // fonts
    // Pictures in a drawing are PNG, which Qt reads by itself; no plug-in is asked.
    QCoreApplication::setLibraryPaths({});
    constexpr int mebibytesPerPicture = 256;
    QImageReader::setAllocationLimit(mebibytesPerPicture);

    QSvgRenderer renderer;
    if (!renderer.load(order->document)) {
        return NotReadable;
    }
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QImage image(order->size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        return NoMemory;
    }
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(order->size)));
    painter.end();
    image.convertTo(QImage::Format_RGBA8888);
    return !image.isNull() && write(image) ? Drawn : NoMemory;
}
