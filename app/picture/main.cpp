// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// lightwell-picture: a file comes in, its pixels go out (core/media/worker/workermessage.h). Started by Lightwell
// alone.
#include "app/picture/confinement.h"
#include "app/picture/svgdrawing.h"
#include "core/media/codecs/codec.h"
#include "core/media/codecs/colourprofile.h"
#include "core/media/worker/worker.h"

#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>

using namespace lightwell;

namespace {

enum ExitCode { Decoded = 0, NotConfined = 2, NoOrder = 3, Broken = worker::exitBroken, NoMemory = 5 };

constexpr qint64 mebibyte = 1024LL * 1024;
constexpr qint64 baseMemory = 1024 * mebibyte; // libraries, fonts and stacks, mostly mapped and never touched
constexpr qint64 bytesPerPixel = 32; // JPEG XL works in floating point

QByteArray everythingFrom(std::FILE *stream)
{
    QFile input;
    return input.open(stream, QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

/// The first is for the fonts of drawings, the other for the plug-ins; each takes its time.
std::unique_ptr<QCoreApplication> application(bool draws, int &argc, char **argv)
{
    if (draws) {
        return std::make_unique<QGuiApplication>(argc, argv);
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

QImage imageFor(const worker::Order &order)
{
    if (order.format == ImageFormat::Svg) {
        return drawnSvg(order.bytes, order.size);
    }
    const codecs::Codec *codec = codecs::codecFor(order.format);
    if (!codec || !codec->isConfined) {
        return {};
    }
    const DecodeLimits limits {.maxBytes = order.bytes.size(),
                               .maxPixels = qint64(order.size.width()) * order.size.height()};
    const Result<QImage> image = codec->decode(order.bytes, limits);
    return image ? image.value() : QImage();
}

QByteArray profileFor(const worker::Order &order)
{
    const codecs::Codec *codec = codecs::codecFor(order.format);
    return codec && codec->isConfined && codec->profile ? codec->profile(order.bytes) : QByteArray();
}

bool write(const QByteArray &answer)
{
    QFile output;
    return output.open(stdout, QIODevice::WriteOnly) && output.write(answer) == answer.size() && output.flush();
}

bool write(const QImage &decoded)
{
    const worker::Answer answer {worker::Answer::inSomeKind(decoded), codecs::profileToWrite(decoded)};
    QFile output;
    if (answer.image.isNull() || !output.open(stdout, QIODevice::WriteOnly)) {
        return false;
    }
    const QByteArray head = answer.head();
    const qint64 line = worker::Answer::bytesPerLine(answer.image);
    bool good = output.write(head) == head.size();
    for (int y = 0; good && y < answer.image.height(); ++y) {
        good = output.write(reinterpret_cast<const char *>(answer.image.constScanLine(y)), line) == line;
    }
    return good && output.flush();
}

} // namespace

int main(int argc, char **argv)
{
    constexpr int secondsForOrders = 6;
    if (!confineProcess(secondsForOrders)) {
        return NotConfined;
    }
    const std::optional<worker::Order> order = worker::Order::fromBytes(everythingFrom(stdin));
    if (!order) {
        return NoOrder;
    }
    const bool isForProfile = order->part == worker::Order::Part::Profile;
    const qint64 pixels = qint64(order->size.width()) * order->size.height();
    if (!limitTime(worker::processorSeconds(order->size))
        || !limitMemory(baseMemory + 2 * order->bytes.size() + pixels * bytesPerPixel)) {
        return NotConfined;
    }
    const std::unique_ptr<QCoreApplication> qt = application(order->format == ImageFormat::Svg, argc, argv);
    if (isForProfile) {
        std::_Exit(write(worker::profileAnswer(profileFor(*order))) ? Decoded : NoMemory);
    }
    const QImage image = imageFor(*order);
    if (image.isNull()) {
        return Broken;
    }
    // All is said; taking everything apart would only take time.
    std::_Exit(write(image) ? Decoded : NoMemory);
}
