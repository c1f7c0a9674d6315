// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exporttexts.h"

#include "core/export/exportcheck.h"
#include "core/export/similarity.h"
#include "core/media/codec.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace lightwell::exporttexts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr double thousand = 1000;

QString rounded(double value)
{
    const int digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return QLocale().toString(value, 'f', digits);
}

} // namespace

QString bytes(qint64 amount)
{
    const auto value = static_cast<double>(amount);
    if (value < thousand) {
        return Text::tr("%1 bytes").arg(amount);
    }
    if (value < 999.5 * thousand) {
        return Text::tr("%1 KB").arg(QLocale().toString(std::max(1.0, std::round(value / thousand)), 'f', 0));
    }
    return value < 999.5 * thousand * thousand ? Text::tr("%1 MB").arg(rounded(value / thousand / thousand))
                                               : Text::tr("%1 GB").arg(rounded(value / thousand / thousand / thousand));
}

QString aboutBytes(qint64 amount)
{
    return u"≈ "_s + bytes(amount);
}

QString writtenBytes(qint64 amount)
{
    return amount > 0 ? bytes(amount) : Text::tr("written");
}

QString allBytes(qint64 amount)
{
    return Text::tr("%1 bytes").arg(QLocale().toString(amount));
}

QString change(qint64 from, qint64 to)
{
    if (from <= 0) {
        return {};
    }
    const auto percent = static_cast<int>(
        std::lround(100 * (static_cast<double>(to) - static_cast<double>(from)) / static_cast<double>(from)));
    if (percent == 0) {
        return Text::tr("as large");
    }
    return (percent < 0 ? u"−%1 %"_s : u"+%1 %"_s).arg(QLocale().toString(std::abs(percent)));
}

QString seconds(qint64 milliseconds)
{
    constexpr qint64 least = 100;
    return milliseconds < least ? Text::tr("under 0.1 s")
                                : Text::tr("%1 s").arg(QLocale().toString(static_cast<double>(milliseconds) / thousand,
                                                                          'f', milliseconds < 10'000 ? 1 : 0));
}

QString encoding(const ExportOptions &options, std::optional<int> quality)
{
    const QString format = formatLabel(options.format);
    return options.tuning.isLossless ? Text::tr("%1, lossless").arg(format)
        : quality                    ? Text::tr("%1, quality %2").arg(format).arg(*quality)
                                     : format;
}

QString mark(const ExportOptions &options, std::optional<int> quality)
{
    const QString format = formatLabel(options.format);
    return quality && !options.tuning.isLossless ? u"%1 %2"_s.arg(format).arg(*quality) : format;
}

QString whatIsLost(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Jpeg:
        return Text::tr("Keeps no transparency and 8 bits a channel.");
    case ImageFormat::Gif:
        return Text::tr("Keeps 256 colours at most, and nothing half transparent.");
    case ImageFormat::Webp:
    case ImageFormat::Avif:
    case ImageFormat::Jxl:
    case ImageFormat::Heif:
        return Text::tr("Keeps 8 bits a channel.");
    case ImageFormat::Png:
    case ImageFormat::Tiff:
    case ImageFormat::Svg:
        break;
    }
    return {};
}

QString whyNot(ImageFormat format)
{
    ExportOptions options;
    options.format = format;
    const Status possible = checkExport(options);
    if (!possible) {
        return wording::sentence(possible.error());
    }
    return canEncode(format) ? QString()
                             : Text::tr("%1: this system has nothing that writes it.").arg(formatLabel(format));
}

Remark remark(const ExportPreview &preview)
{
    if (preview.isSame) {
        return {Meaning::Ok, Text::tr("Every pixel the same"), {}};
    }
    // Never rounded up to a better word than it deserves.
    const double shown = std::floor(preview.similarity * 10'000) / 10'000;
    const QString figure = Text::tr("similarity %1").arg(QLocale().toString(shown, 'f', 4));
    switch (differenceOf(preview.similarity)) {
    case Difference::None:
        return {Meaning::Ok, Text::tr("No difference at 100 %"), figure};
    case Difference::Small:
        return {Meaning::Info, Text::tr("Small differences"), figure};
    case Difference::Visible:
        break;
    }
    return {Meaning::Warning, Text::tr("Visible differences"), figure};
}

} // namespace lightwell::exporttexts
