// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/equalquality.h"

#include "tests/support/ssim.h"

#include <cmath>

namespace lightwell::bench {

namespace {

struct Tried
{
    double bytes = 0;
    double similarity = 0;
};

Tried tried(const QImage &picture, EncodeOptions &options, int compression)
{
    options.compression = compression;
    const Result<QByteArray> bytes = encodeImage(picture, options);
    return bytes ? Tried {static_cast<double>(bytes->size()), similarityOf(picture, *bytes)} : Tried();
}

} // namespace

double similarityOf(const QImage &picture, const QByteArray &bytes)
{
    const Result<QImage> decoded = decodeImage(bytes);
    return decoded ? test::Ssim::of(picture, *decoded) : 0;
}

std::optional<Match> equalTo(double similarity, const QImage &picture, EncodeOptions options)
{
    constexpr int best = 100;
    int low = 0;
    int high = best;
    std::optional<Tried> below; // the compression before `low`
    Tried at = tried(picture, options, best);
    if (!formatIsLossy(options.format)) {
        return at.bytes > 0 ? std::optional(Match {best, at.similarity, at.bytes}) : std::nullopt;
    }
    if (at.bytes <= 0 || at.similarity < similarity) {
        return std::nullopt;
    }
    while (low < high) {
        const int middle = (low + high) / 2;
        const Tried now = tried(picture, options, middle);
        if (now.similarity >= similarity) {
            high = middle;
            at = now;
        } else {
            low = middle + 1;
            below = now;
        }
    }
    double bytes = at.bytes;
    if (below && at.similarity > below->similarity) {
        const double part = (similarity - below->similarity) / (at.similarity - below->similarity);
        bytes = std::exp(std::lerp(std::log(below->bytes), std::log(at.bytes), part));
    }
    return Match {low, at.similarity, bytes};
}

} // namespace lightwell::bench
