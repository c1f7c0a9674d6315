// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how similar and how large each lossy codec's pictures are along its own scale: the ground on which the
// curves of core/media/compression.cpp stand. Not a test; build the target "measurecompression" and run it when a
// codec changes. Given picture files, it measures those too.
#include "core/media/codecs/codec.h"
#include "core/media/codecs/colourprofile.h"
#include "core/media/compression.h"
#include "tests/support/ssim.h"
#include "tests/support/testpictures.h"

#include <QFile>
#include <QGuiApplication>

#include <cstdio>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

struct Scale
{
    ImageFormat format;
    QList<double> qualities;
};

struct Outcome
{
    double similarity = 0;
    double bitsPerPixel = 0;
};

Outcome measure(const QList<test::NamedPicture> &pictures, ImageFormat format, double quality)
{
    const codecs::Codec &codec = *codecs::codecFor(format);
    Outcome total;
    for (const test::NamedPicture &entry : pictures) {
        const QImage pixels = codecs::prepareForEncoding(entry.picture, false);
        const QByteArray bytes = codec.encode(pixels, {quality, {}, {}}).value();
        const double area = double(pixels.width()) * pixels.height();
        total.similarity += test::Ssim::of(pixels, codec.decode(bytes, {}).value()) / double(pictures.size());
        total.bitsPerPixel += 8 * double(bytes.size()) / area / double(pictures.size());
    }
    return total;
}

void print(const char *name, double setting, const Outcome &outcome)
{
    std::printf("%-5s %7.2f   ssim %.4f   %.3f bits/pixel\n", name, setting, outcome.similarity, outcome.bitsPerPixel);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    QList<test::NamedPicture> pictures = test::opaquePictures({320, 240}) + test::opaquePictures({640, 480});
    for (const QString &path : QGuiApplication::arguments().mid(1)) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            pictures.append({path, decodeImage(file.readAll()).value()});
        }
    }
    const QList<Scale> scales {
        {ImageFormat::Jpeg, {2, 5, 8, 12, 18, 25, 35, 45, 55, 65, 72, 78, 84, 88, 91, 94, 96, 98, 100}},
        {ImageFormat::Webp, {0, 3, 6, 10, 18, 25, 35, 45, 55, 65, 72, 78, 84, 88, 91, 94, 96, 98, 100}},
        {ImageFormat::Avif, {62, 58, 54, 50, 46, 42, 38, 34, 30, 26, 23, 20, 17, 14, 11, 8, 6, 4, 2, 0}},
        {ImageFormat::Heif, {2, 6, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95}},
        {ImageFormat::Jxl, {15, 12, 10, 8, 6.5, 5.5, 4.5, 4, 3.5, 3, 2.5, 2, 1.7, 1.4, 1.1, 0.9, 0.7, 0.5, 0.3, 0.1}}};
    for (const Scale &scale : scales) {
        for (const double quality : scale.qualities) {
            print(qPrintable(formatName(scale.format)), quality, measure(pictures, scale.format, quality));
        }
    }
    std::printf("\nLightwell's scale\n");
    for (const int compression : {0, 10, 25, 40, 50, 60, 75, 85, 90, 95, 100}) {
        for (const Scale &scale : scales) {
            print(qPrintable(formatName(scale.format)), compression,
                  measure(pictures, scale.format, codecQuality(scale.format, compression)));
        }
    }
    return 0;
}
