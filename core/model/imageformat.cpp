// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/imageformat.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct FormatFacts
{
    ImageFormat format;
    const char *name;
    const char *label;
    const char *mime;
    const char *suffix;
    const char *otherNames; ///< blank-separated
    bool lossy;
    bool alpha;
};

constexpr FormatFacts facts[] = {
    {ImageFormat::Png, "png", "PNG", "image/png", "png", "", false, true},
    {ImageFormat::Jpeg, "jpeg", "JPEG", "image/jpeg", "jpg", "jpg jpe jfif image/jpg image/pjpeg", true, false},
    {ImageFormat::Webp, "webp", "WebP", "image/webp", "webp", "", true, true},
    {ImageFormat::Avif, "avif", "AVIF", "image/avif", "avif", "", true, true},
    {ImageFormat::Gif, "gif", "GIF", "image/gif", "gif", "", false, true},
    {ImageFormat::Jxl, "jxl", "JPEG XL", "image/jxl", "jxl", "jpeg-xl jpegxl jpeg_xl", true, true},
    {ImageFormat::Tiff, "tiff", "TIFF", "image/tiff", "tiff", "tif", false, true},
    {ImageFormat::Heif, "heif", "HEIF", "image/heif", "heif", "heic hif image/heic", true, true},
    {ImageFormat::Svg, "svg", "SVG", "image/svg+xml", "svg", "", false, true},
};

const FormatFacts &factsOf(ImageFormat format)
{
    for (const FormatFacts &entry : facts) {
        if (entry.format == format) {
            return entry;
        }
    }
    Q_UNREACHABLE();
}

std::optional<ImageFormat> sniffIsoMedia(const QByteArray &bytes)
{
    const QByteArray brands = bytes.mid(8, 64);
    if (brands.contains("avif") || brands.contains("avis")) {
        return ImageFormat::Avif;
    }
    if (brands.contains("heic") || brands.contains("heix") || brands.contains("mif1") || brands.contains("heim")) {
        return ImageFormat::Heif;
    }
    return std::nullopt;
}

/// The beginning as text, where it may be one: UTF-8, or UTF-16 with its mark.
QString headText(const QByteArray &bytes)
{
    constexpr qsizetype longestHead = 4096; // licences in comments, document types
    const QByteArray head = bytes.left(longestHead);
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff")) {
        return QStringDecoder(QStringConverter::Utf16).decode(head);
    }
    return QString::fromUtf8(head.startsWith("\xef\xbb\xbf") ? head.mid(3) : head);
}

/// Whether the first element is svg, whatever stands before it and whatever its prefix.
bool beginsAsSvg(const QByteArray &bytes)
{
    const QString head = headText(bytes);
    QStringView rest = QStringView(head).trimmed();
    while (rest.startsWith(u"<?") || rest.startsWith(u"<!")) {
        QStringView end = rest.startsWith(u"<?") ? u"?>" : rest.startsWith(u"<!--") ? u"-->" : u">";
        qsizetype at = rest.indexOf(end, end == u"-->" ? 4 : 2);
        // Entities in the document type: a drawing all the same, though none that is drawn.
        if (end == u">" && at >= 0 && rest.first(at).contains(u'[')) {
            end = u"]>";
            at = rest.indexOf(end);
        }
        if (at < 0) {
            return false;
        }
        rest = rest.sliced(at + end.size()).trimmed();
    }
    static const QRegularExpression svg(u"\\A<(?:[\\w.-]{1,64}:)?svg[\\s/>]"_s);
    return svg.match(rest.left(80).toString()).hasMatch();
}

} // namespace

QString formatName(ImageFormat format)
{
    return QString::fromLatin1(factsOf(format).name);
}

QString formatLabel(ImageFormat format)
{
    return QString::fromLatin1(factsOf(format).label);
}

QString formatMimeType(ImageFormat format)
{
    return QString::fromLatin1(factsOf(format).mime);
}

QString formatSuffix(ImageFormat format)
{
    return QString::fromLatin1(factsOf(format).suffix);
}

std::optional<ImageFormat> formatFromName(const QString &name)
{
    const QString wanted = name.section(u';', 0, 0).trimmed().toLower();
    if (wanted.isEmpty()) {
        return std::nullopt;
    }
    for (const FormatFacts &entry : facts) {
        if (wanted == QLatin1StringView(entry.name) || wanted == QLatin1StringView(entry.mime)
            || QString::fromLatin1(entry.otherNames).split(u' ').contains(wanted)) {
            return entry.format;
        }
    }
    return std::nullopt;
}

std::optional<ImageFormat> sniffFormat(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n")) {
        return ImageFormat::Png;
    }
    if (bytes.startsWith("\xff\xd8\xff")) {
        return ImageFormat::Jpeg;
    }
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") {
        return ImageFormat::Webp;
    }
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
        return ImageFormat::Gif;
    }
    if (bytes.startsWith("\xff\x0a") || bytes.startsWith(QByteArray("\0\0\0\x0cJXL \r\n\x87\n", 12))) {
        return ImageFormat::Jxl;
    }
    if (bytes.startsWith(QByteArray("II*\0", 4)) || bytes.startsWith(QByteArray("MM\0*", 4))) {
        return ImageFormat::Tiff;
    }
    if (bytes.mid(4, 4) == "ftyp") {
        return sniffIsoMedia(bytes);
    }
    if (beginsAsSvg(bytes)) {
        return ImageFormat::Svg;
    }
    return std::nullopt;
}

bool formatIsLossy(ImageFormat format)
{
    return factsOf(format).lossy;
}

bool formatHasAlpha(ImageFormat format)
{
    return factsOf(format).alpha;
}

const QList<ImageFormat> &deliverableFormats()
{
    static const QList<ImageFormat> formats {ImageFormat::Png,  ImageFormat::Jpeg, ImageFormat::Webp,
                                             ImageFormat::Avif, ImageFormat::Gif,  ImageFormat::Jxl};
    return formats;
}

bool mayBeAskedFor(ImageFormat format)
{
    return format == ImageFormat::Svg || deliverableFormats().contains(format);
}

QStringList deliverableFormatNames()
{
    QStringList names;
    for (const ImageFormat format : deliverableFormats()) {
        names.append(formatName(format));
    }
    return names;
}

} // namespace lightwell
