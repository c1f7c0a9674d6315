// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures in each format, beside sharp (JPEG XL and HEIF: cjxl and heif-enc) at equal SSIM: what our defaults take of
// its time and of its bytes. Both get the same picture in turns, so that whatever else the machine does falls on both.
#include "core/export/exportpicture.h"
#include "core/media/codec.h"
#include "tests/bench/encoderprogram.h"
#include "tests/bench/equalquality.h"
#include "tests/bench/samplepaintings.h"
#include "tests/bench/sharp.h"

#include <algorithm>
#include <map>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

using Rival = std::function<EncodedPicture(int quality)>; ///< 0: at its defaults

/// What pictures are written with where nobody says anything of effort.
EncodeOptions exportDefault(ImageFormat format)
{
    ExportOptions options;
    options.format = format;
    return encodingFor(options);
}

EncodeOptions gatewayDefault(ImageFormat format)
{
    EncodeOptions options;
    options.format = format;
    return options;
}

/// One picture at one quality of the rival, and one of our defaults at equal SSIM.
struct Point
{
    QString picture;
    int quality = 0; ///< the rival's
    Match match;
    double rivalSimilarity = 0;
    double milliseconds = 0;
    double rivalMilliseconds = 0;
    double time = 0; ///< ours over the rival's, the median of the turns
    double bytes = 0; ///< likewise

    [[nodiscard]] QJsonObject toJson() const
    {
        return {{u"picture"_s, picture},
                {u"rival_quality"_s, quality},
                {u"rival_ssim"_s, rivalSimilarity},
                {u"compression"_s, match.compression},
                {u"ssim"_s, match.similarity},
                {u"ms"_s, milliseconds},
                {u"rival_ms"_s, rivalMilliseconds},
                {u"time_ratio"_s, time},
                {u"bytes_ratio"_s, bytes}};
    }
};

/// Of one format.
struct Points
{
    QList<Point> exported;
    QList<Point> atGateway; ///< empty: the gateway has export's settings
    int outOfReach = 0; ///< points that none of our qualities comes to
    QString complaint; ///< why there is no rival
};

double encodedIn(const QImage &picture, const EncodeOptions &options)
{
    return timed([&] { static_cast<void>(encodeImage(picture, options)); });
}

/// Ours and the rival's in turns.
void takeTurns(const QImage &picture, const QList<Point *> &points, const QList<EncodeOptions> &ways,
               const Rival &rival, int rounds)
{
    QList<double> rivals;
    QList<QList<double>> own(points.size());
    QList<QList<double>> ratios(points.size());
    for (int round = 0; round < rounds; ++round) {
        QList<double> times;
        for (qsizetype i = 0; i < points.size(); ++i) {
            EncodeOptions options = ways.at(i);
            options.compression = points.at(i)->match.compression;
            times.append(encodedIn(picture, options));
        }
        const double other = rival(points.constFirst()->quality).milliseconds;
        rivals.append(other);
        for (qsizetype i = 0; i < points.size(); ++i) {
            own[i].append(times.at(i));
            ratios[i].append(times.at(i) / other);
        }
    }
    for (qsizetype i = 0; i < points.size(); ++i) {
        points.at(i)->milliseconds = median(own.at(i));
        points.at(i)->rivalMilliseconds = median(rivals);
        points.at(i)->time = median(ratios.at(i));
    }
}

void measurePoint(Points &all, const test::NamedPicture &sample, ImageFormat format, int quality, const Rival &rival,
                  bool isQuick)
{
    const EncodedPicture target = rival(quality); // also the first one, which does not count
    if (!target.complaint.isEmpty()) {
        all.complaint = target.complaint;
        return;
    }
    if (!decodeImage(target.bytes)) { // a reader that is a plug-in of Qt's
        all.complaint = u"cannot be read here: where is QT_PLUGIN_PATH?"_s;
        return;
    }
    const double similarity = similarityOf(sample.picture, target.bytes);
    QList<EncodeOptions> ways {exportDefault(format)};
    if (const EncodeOptions gateway = gatewayDefault(format); gateway.tuning != ways.constFirst().tuning) {
        ways.append(gateway);
    }
    QList<Point> points;
    for (const EncodeOptions &way : std::as_const(ways)) {
        const std::optional<Match> match = equalTo(similarity, sample.picture, way);
        if (!match) {
            ++all.outOfReach;
            return;
        }
        Point point;
        point.picture = sample.name;
        point.quality = quality;
        point.match = *match;
        point.rivalSimilarity = similarity;
        point.bytes = match->bytes / static_cast<double>(target.bytes.size());
        points.append(point);
    }
    QList<Point *> both;
    for (Point &point : points) {
        both.append(&point);
    }
    constexpr double slow = 500; // ms
    takeTurns(sample.picture, both, ways, rival, isQuick ? 1 : target.milliseconds > slow ? 3 : 7);
    all.exported.append(points.constFirst());
    if (points.size() > 1) {
        all.atGateway.append(points.constLast());
    }
}

Figure ratio(const QString &name, const QList<Point> &points, double Point::*which, const QString &aim)
{
    QList<double> values;
    QList<double> own;
    QList<double> rivals;
    QJsonArray details;
    for (const Point &point : points) {
        values.append(point.*which);
        own.append(point.milliseconds);
        rivals.append(point.rivalMilliseconds);
        details.append(point.toJson());
    }
    const auto [least, most] = std::minmax_element(values.cbegin(), values.cend());
    Figure figure;
    figure.name = name;
    figure.value = median(values);
    figure.unit = u"times"_s;
    figure.aim = aim;
    figure.note = u"%1 to %2 in %3 points"_s.arg(*least, 0, 'f', 2).arg(*most, 0, 'f', 2).arg(values.size());
    if (which == &Point::time) {
        figure.note += u"; medians %1 and %2 ms"_s.arg(median(own), 0, 'f', 1).arg(median(rivals), 0, 'f', 1);
        figure.details = {{u"points"_s, details}};
    }
    return figure;
}

QList<Figure> figuresOf(ImageFormat format, const Points &points)
{
    const QString label = formatLabel(format);
    if (points.exported.isEmpty()) {
        return {Figure::missing(label, points.complaint.isEmpty() ? u"no equal SSIM"_s : points.complaint)};
    }
    const bool hasAim = EncoderProgram::nameFor(format).isEmpty();
    const auto aim = [hasAim](const QString &text) { return hasAim ? text : QString(); };
    QList<Figure> figures {
        ratio(label + u": export's time"_s, points.exported, &Point::time, aim(u"<= 1"_s)),
        ratio(label + u": export's bytes"_s, points.exported, &Point::bytes, aim(u"<= 1.05"_s)),
    };
    if (points.atGateway.isEmpty()) {
        figures.append(Figure::missing(label + u": the gateway's"_s, u"the settings of export"_s));
    } else {
        figures.append(
            ratio(label + u": the gateway's time"_s, points.atGateway, &Point::time, aim(u"below export's"_s)));
        figures.append(ratio(label + u": the gateway's bytes"_s, points.atGateway, &Point::bytes, aim(u"<= 1.2"_s)));
    }
    if (points.outOfReach > 0) {
        figures.append(Figure::missing(label + u": left out"_s,
                                       u"%1 points whose SSIM we do not come to"_s.arg(points.outOfReach)));
    }
    return figures;
}

} // namespace

QList<Figure> measureEncode(const Setup &setup)
{
    const QList<int> sides = setup.quick ? QList<int> {512} : QList<int> {1024, 2048}; // 1 and 4 megapixels
    const QList<int> qualities = setup.quick ? QList<int> {60} : QList<int> {50, 60, 80};
    QList<ImageFormat> formats = deliverableFormats() + QList<ImageFormat> {ImageFormat::Heif};
    formats.removeIf([&setup](ImageFormat format) {
        return !setup.formats.isEmpty() && !setup.formats.contains(formatName(format));
    });
    std::map<ImageFormat, Points> all;
    for (const int side : sides) {
        QList<test::NamedPicture> samples = samplePaintings(side);
        if (setup.quick) {
            samples = samples.mid(0, 1);
        }
        for (const test::NamedPicture &sample : std::as_const(samples)) {
            Sharp sharp(setup, sample.picture);
            const EncoderProgram program(setup.folder, sample.picture);
            for (const ImageFormat format : formats) {
                const Rival rival = [&](int quality) {
                    return EncoderProgram::nameFor(format).isEmpty() ? sharp.encode(format, quality, 1)
                                                                     : program.encode(format, quality);
                };
                Points &points = all[format];
                if (!canEncode(format)) {
                    points.complaint = u"cannot be written here"_s;
                    continue;
                }
                for (const int quality : formatIsLossy(format) ? qualities : QList<int> {0}) {
                    measurePoint(points, sample, format, quality, rival, setup.quick);
                }
            }
        }
    }
    QList<Figure> figures;
    for (const ImageFormat format : formats) {
        figures += figuresOf(format, all[format]);
    }
    return figures;
}

} // namespace lightwell::bench
