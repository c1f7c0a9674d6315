// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Time to write a painted picture in each format, beside sharp at the quality that gives the same SSIM.
#include "core/media/codec.h"
#include "providers/sketchbook/painting.h"
#include "tests/bench/sharp.h"
#include "tests/support/ssim.h"

#include <QElapsedTimer>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

struct Sample
{
    double milliseconds = 0;
    qint64 bytes = 0;
    double similarity = 0;
    int quality = 0; ///< on its own scale; 0 where there is none
    QString complaint;
};

QImage painting(int side)
{
    sketchbook::Order order;
    order.prompt = u"autumn forest with a fox by a lake at dusk"_s;
    order.size = {side, side};
    return sketchbook::paint(order, 11).convertToFormat(QImage::Format_RGB32);
}

double similarity(const QImage &picture, const QByteArray &bytes)
{
    const Result<QImage> decoded = decodeImage(bytes);
    return decoded ? test::Ssim::of(picture, *decoded) : 0;
}

Sample ours(const QImage &picture, ImageFormat format, int rounds)
{
    EncodeOptions options;
    options.format = format;
    QList<double> times;
    QByteArray bytes;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const Result<QByteArray> encoded = encodeImage(picture, options);
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!encoded) {
            return {0, 0, 0, 0, encoded.error().reason.code};
        }
        bytes = *encoded;
    }
    return {median(times), bytes.size(), similarity(picture, bytes), 0, {}};
}

/// sharp's quality whose picture is at least as similar as `target`, the smallest of them. `guess` is what it was
/// for another size, 0 if not known: slow encoders are then asked less often.
int equalQuality(Sharp &sharp, const QImage &picture, ImageFormat format, double target, int guess)
{
    constexpr int around = 8;
    int low = guess > 0 ? std::max(1, guess - around) : 1;
    int high = guess > 0 ? std::min(100, guess + around) : 100;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (similarity(picture, sharp.encode(format, middle, 1).bytes) >= target) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

Sample theirs(Sharp &sharp, const QImage &picture, ImageFormat format, double target, int guess, int rounds)
{
    if (const Sharp::Outcome probe = sharp.encode(format, 0, 1); !probe.complaint.isEmpty()) {
        return {0, 0, 0, 0, probe.complaint};
    }
    const int quality = formatIsLossy(format) ? equalQuality(sharp, picture, format, target, guess) : 0;
    const Sharp::Outcome outcome = sharp.encode(format, quality, rounds);
    return {outcome.milliseconds, outcome.bytes.size(), similarity(picture, outcome.bytes), quality, {}};
}

QString text(const Sample &sample)
{
    return u"SSIM %1, %2 kB"_s.arg(sample.similarity, 0, 'f', 4).arg(sample.bytes / 1000);
}

QJsonObject details(const Sample &sample)
{
    return {{u"ms"_s, sample.milliseconds},
            {u"bytes"_s, sample.bytes},
            {u"ssim"_s, sample.similarity},
            {u"quality"_s, sample.quality}};
}

Figure compared(const QString &name, const Sample &own, const Sample &other)
{
    if (!own.complaint.isEmpty()) {
        return Figure::missing(name, own.complaint);
    }
    Figure figure;
    figure.name = name;
    figure.value = own.milliseconds;
    figure.unit = u"ms"_s;
    figure.details = {{u"lightwell"_s, details(own)}};
    if (!other.complaint.isEmpty()) {
        figure.note = text(own) + u"; no comparison: "_s + other.complaint;
        return figure;
    }
    const double ratio = own.milliseconds / other.milliseconds;
    figure.details.insert(u"sharp"_s, details(other));
    figure.details.insert(u"ratio"_s, ratio);
    const QString quality = other.quality > 0 ? u" at quality %1"_s.arg(other.quality) : QString();
    figure.note = u"%1; sharp%2 %3 ms, %4; %5 times its time"_s.arg(text(own), quality)
                      .arg(other.milliseconds, 0, 'f', 1)
                      .arg(text(other))
                      .arg(ratio, 0, 'f', 2);
    return figure;
}

} // namespace

QList<Figure> measureEncode(const Setup &setup)
{
    QList<Figure> figures;
    QHash<ImageFormat, int> qualities; // sharp's, of the size before
    const QList<int> sides = setup.quick ? QList<int> {512} : QList<int> {1024, 2048};
    for (const int side : sides) {
        const QImage picture = painting(side);
        Sharp sharp(setup, picture);
        for (const ImageFormat format : deliverableFormats()) {
            const int rounds = setup.quick ? 1 : 5;
            const Sample own = ours(picture, format, rounds);
            const Sample other = theirs(sharp, picture, format, own.similarity, qualities.value(format), rounds);
            qualities.insert(format, other.quality);
            figures.append(compared(u"%1, %2 pixels square"_s.arg(formatLabel(format)).arg(side), own, other));
        }
    }
    return figures;
}

} // namespace lightwell::bench
