// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/foreignreaders.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QtEndian>

#include <avif/avif.h>

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

constexpr quint16 userComment = 0x9286;

// Containers.

QHash<QString, QString> pngTexts(const QByteArray &bytes, bool isLatin1)
{
    QHash<QString, QString> texts;
    for (qsizetype at = 8; at + 12 <= bytes.size();) {
        const qsizetype length = qFromBigEndian<quint32>(bytes.constData() + at);
        const QByteArray type = bytes.mid(at + 4, 4);
        const QByteArray content = bytes.mid(at + 8, length);
        const qsizetype end = content.indexOf('\0');
        if (type == "tEXt") {
            const QByteArray text = content.mid(end + 1);
            texts.insert(QString::fromLatin1(content.left(end)),
                         isLatin1 ? QString::fromLatin1(text) : QString::fromUtf8(text));
        } else if (type == "iTXt" && content.at(end + 1) == 0) {
            const qsizetype language = content.indexOf('\0', end + 3);
            texts.insert(QString::fromLatin1(content.left(end)),
                         QString::fromUtf8(content.mid(content.indexOf('\0', language + 1) + 1)));
        }
        at += 12 + length;
    }
    return texts;
}

std::optional<QByteArray> pngExif(const QByteArray &bytes)
{
    const qsizetype at = bytes.indexOf("eXIf");
    return at < 0 ? std::nullopt
                  : std::optional(bytes.mid(at + 4, qFromBigEndian<quint32>(bytes.constData() + at - 4)));
}

std::optional<QByteArray> jpegExif(const QByteArray &bytes)
{
    for (qsizetype at = 2; at + 4 < bytes.size() && quint8(bytes.at(at + 1)) != 0xda;) {
        const qsizetype length = qFromBigEndian<quint16>(bytes.constData() + at + 2);
        const QByteArray content = bytes.mid(at + 4, length - 2);
        if (quint8(bytes.at(at + 1)) == 0xe1 && content.startsWith(QByteArray("Exif\0\0", 6))) {
            return content; // with its name, which Pillow leaves there
        }
        at += 2 + length;
    }
    return std::nullopt;
}

std::optional<QByteArray> webpExif(const QByteArray &bytes)
{
    for (qsizetype at = 12; at + 8 <= bytes.size();) {
        const qsizetype length = qFromLittleEndian<quint32>(bytes.constData() + at + 4);
        if (bytes.mid(at, 4) == "EXIF") {
            return bytes.mid(at + 8, length);
        }
        at += 8 + length + length % 2;
    }
    return std::nullopt;
}

std::optional<QByteArray> jxlExif(const QByteArray &bytes)
{
    for (qsizetype at = 0; at + 8 <= bytes.size();) {
        const qsizetype length = qFromBigEndian<quint32>(bytes.constData() + at);
        if (bytes.mid(at + 4, 4) == "Exif") {
            return bytes.mid(at + 8 + 4 + qFromBigEndian<quint32>(bytes.constData() + at + 8), length - 12);
        }
        at += length == 0 ? bytes.size() : length;
    }
    return std::nullopt;
}

std::optional<QByteArray> avifExif(const QByteArray &bytes)
{
    const std::unique_ptr<avifDecoder, decltype(&avifDecoderDestroy)> decoder(avifDecoderCreate(), &avifDecoderDestroy);
    if (avifDecoderSetIOMemory(decoder.get(), reinterpret_cast<const uint8_t *>(bytes.constData()),
                               size_t(bytes.size()))
            != AVIF_RESULT_OK
        || avifDecoderParse(decoder.get()) != AVIF_RESULT_OK || decoder->image->exif.size == 0) {
        return std::nullopt;
    }
    return QByteArray(reinterpret_cast<const char *>(decoder->image->exif.data), qsizetype(decoder->image->exif.size));
}

std::optional<QByteArray> gifComment(const QByteArray &bytes)
{
    std::optional<QByteArray> comment;
    const auto flags = quint8(bytes.at(10));
    qsizetype at = 13 + (flags & 0x80 ? 3 * (2 << (flags & 7)) : 0);
    while (at + 2 < bytes.size() && bytes.at(at) == '!') {
        const bool isComment = quint8(bytes.at(at + 1)) == 0xfe;
        QByteArray text;
        for (at += 2; at < bytes.size() && bytes.at(at) != 0; at += 1 + quint8(bytes.at(at))) {
            text += bytes.mid(at + 1, quint8(bytes.at(at)));
        }
        ++at;
        if (isComment) {
            comment = comment ? *comment + '\n' + text : text;
        }
    }
    return comment;
}

// The lines that all of them know.

/// `re_param` of AUTOMATIC1111's infotext_utils.
const QRegularExpression &parameter()
{
    static const QRegularExpression form(u"\\s*(\\w[\\w \\-/]+):\\s*(\"(?:\\\\.|[^\\\\\"])+\"|[^,]*)(?:,|$)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

QString unquoted(const QString &value)
{
    if (!value.startsWith(u'"') || !value.endsWith(u'"') || value.size() < 2) {
        return value;
    }
    const QJsonDocument read = QJsonDocument::fromJson("{\"v\":" + value.toUtf8() + '}');
    return read.isObject() ? read.object().value("v"_L1).toString() : value;
}

QHash<QString, QString> settingsOf(const QString &line)
{
    QHash<QString, QString> settings;
    for (auto matches = parameter().globalMatch(line); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        settings.insert(match.captured(1), unquoted(match.captured(2)));
    }
    return settings;
}

qsizetype countOf(const QString &line)
{
    qsizetype count = 0;
    for (auto matches = parameter().globalMatch(line); matches.hasNext(); (void)matches.next()) {
        ++count;
    }
    return count;
}

/// parse_generation_parameters().
Shown parsedByWebUi(const QString &text)
{
    Shown shown;
    QStringList lines = text.trimmed().split(u'\n');
    QString last = lines.takeLast();
    if (countOf(last) < 3) {
        lines.append(last);
        last.clear();
    }
    bool isNegative = false;
    for (QString line : lines) {
        line = line.trimmed();
        if (line.startsWith("Negative prompt:"_L1)) {
            isNegative = true;
            line = line.sliced(16).trimmed();
        }
        QString &target = isNegative ? shown.negativePrompt : shown.prompt;
        target += (target.isEmpty() ? QString() : u"\n"_s) + line;
    }
    shown.settings = settingsOf(last);
    return shown;
}

/// piexif.helper.UserComment.load(), or what the caller does where that fails.
QString piexifComment(const QByteArray &value)
{
    const QByteArray text = value.mid(8);
    if (value.startsWith(QByteArray("UNICODE\0", 8))) {
        return QStringDecoder(QStringConverter::Utf16BE).decode(text);
    }
    return value.startsWith(QByteArray("ASCII\0\0\0", 8)) ? QString::fromLatin1(text) : QString::fromUtf8(value);
}

// The programs.

/// images.read_info_from_image(); Forge and SD.Next have the same.
std::optional<Shown> webUi(const QByteArray &bytes, ImageFormat format)
{
    const PillowInfo info = pillowInfo(bytes, format);
    QString text = info.texts.value(u"parameters"_s);
    if (info.exif) {
        const QString comment = piexifComment(piexifValue(*info.exif, userComment));
        text = comment.isEmpty() ? text : comment;
    } else if (info.comment) {
        text = QString::fromUtf8(*info.comment);
    }
    return text.isEmpty() ? std::nullopt : std::optional(parsedByWebUi(text));
}

/// Civitai's automatic.metadata: a picture is one of these only with "Steps: "; the order of bytes is counted.
std::optional<Shown> civitai(const QByteArray &bytes, ImageFormat format)
{
    const PillowInfo info = pillowInfo(bytes, format);
    QString text = info.texts.value(u"parameters"_s);
    if (text.isEmpty() && info.exif) {
        const QByteArray comment = piexifValue(*info.exif, userComment).mid(8);
        qsizetype even = 0;
        qsizetype odd = 0;
        for (qsizetype i = 0; i < comment.size(); ++i) {
            (i % 2 == 0 ? even : odd) += comment.at(i) == 0 ? 1 : 0;
        }
        text = QStringDecoder(even >= odd ? QStringConverter::Utf16BE : QStringConverter::Utf16LE).decode(comment);
    }
    if (!text.contains("Steps: "_L1)) {
        return std::nullopt;
    }
    QStringList lines = text.split(u'\n');
    QString details;
    for (qsizetype i = 0; i < lines.size(); ++i) { // the line of details begins so
        if (lines.at(i).startsWith("Steps: "_L1)) {
            details = lines.mid(i).join(u' ');
            lines = lines.first(i);
        }
    }
    const QString prompts = lines.join(u'\n');
    Shown shown;
    shown.prompt = prompts.section(u"Negative prompt:"_s, 0, 0).trimmed();
    shown.negativePrompt = prompts.section(u"Negative prompt:"_s, 1).trimmed();
    shown.settings = settingsOf(details);
    return shown;
}

/// The importer of ComfyUI's frontend: both marks have to begin a line, the later one behind the earlier.
std::optional<Shown> comfyUi(const QByteArray &bytes, ImageFormat)
{
    const QString text = pngTexts(bytes, false).value(u"parameters"_s);
    const qsizetype settings = text.lastIndexOf("\nSteps:"_L1);
    const qsizetype negative = text.lastIndexOf("\nNegative prompt:"_L1, settings);
    if (settings < 0 || negative < 0) {
        return std::nullopt;
    }
    Shown shown;
    shown.prompt = text.left(negative).trimmed();
    shown.negativePrompt = text.mid(negative + 17, settings - negative - 17).trimmed();
    shown.settings = settingsOf(text.mid(settings + 1));
    return shown;
}

/// stable-diffusion-prompt-reader: its A1111 parser splits at the words themselves.
std::optional<Shown> promptReader(const QByteArray &bytes, ImageFormat format)
{
    const PillowInfo info = pillowInfo(bytes, format);
    const QString text = info.texts.contains(u"parameters"_s)
        ? info.texts.value(u"parameters"_s)
        : piexifComment(piexifValue(info.exif.value_or(QByteArray()), userComment));
    const qsizetype steps = text.indexOf("\nSteps:"_L1);
    const qsizetype negative = text.indexOf("\nNegative prompt:"_L1);
    if (steps < 0) {
        return std::nullopt;
    }
    Shown shown;
    shown.prompt = text.left(negative < 0 ? steps : negative);
    shown.negativePrompt = negative < 0 ? QString() : text.mid(negative + 17, steps - negative - 17).trimmed();
    shown.settings = settingsOf(text.mid(steps + 1));
    return shown;
}

/// DiffusionToolkit takes EXIF's comment in PNG, too, before "parameters", and finds the lines by their beginnings.
std::optional<Shown> diffusionToolkit(const QByteArray &bytes, ImageFormat format)
{
    const PillowInfo info = pillowInfo(bytes, format);
    const QString comment = piexifComment(piexifValue(info.exif.value_or(QByteArray()), userComment));
    const QString text = comment.isEmpty() ? info.texts.value(u"parameters"_s) : comment;
    if (text.isEmpty() || text.startsWith(u'{')) {
        return std::nullopt;
    }
    return parsedByWebUi(text);
}

} // namespace

PillowInfo pillowInfo(const QByteArray &bytes, ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return {pngTexts(bytes, true), pngExif(bytes), {}};
    case ImageFormat::Jpeg:
        return {{}, jpegExif(bytes), {}};
    case ImageFormat::Webp:
        return {{}, webpExif(bytes), {}};
    case ImageFormat::Avif:
        return {{}, avifExif(bytes), {}};
    case ImageFormat::Jxl:
        return {{}, jxlExif(bytes), {}};
    case ImageFormat::Gif:
        return {{}, {}, gifComment(bytes)};
    default:
        return {};
    }
}

QByteArray piexifValue(const QByteArray &exif, quint16 tag)
{
    const QByteArray tiff = exif.startsWith("Exif") ? exif.mid(6) : exif;
    const bool isBig = tiff.startsWith("MM");
    const auto two = [&](qsizetype at) {
        const char *from = tiff.constData() + at;
        return at + 2 > tiff.size() ? 0 : isBig ? qFromBigEndian<quint16>(from) : qFromLittleEndian<quint16>(from);
    };
    const auto four = [&](qsizetype at) -> quint32 {
        const char *from = tiff.constData() + at;
        return at + 4 > tiff.size() ? 0 : isBig ? qFromBigEndian<quint32>(from) : qFromLittleEndian<quint32>(from);
    };
    const auto entryOf = [&](quint32 directory, int wanted) -> qsizetype {
        for (int i = 0; i < two(directory); ++i) {
            const qsizetype entry = qsizetype(directory) + 2 + 12 * qsizetype(i);
            if (two(entry) == wanted) {
                return entry;
            }
        }
        return -1;
    };
    const qsizetype pointer = entryOf(four(4), 0x8769);
    const qsizetype entry = pointer < 0 ? -1 : entryOf(four(pointer + 8), tag);
    return entry < 0 ? QByteArray() : tiff.mid(four(entry + 8), four(entry + 4));
}

const QList<ForeignReader> &foreignReaders()
{
    using enum ImageFormat;
    static const QList<ForeignReader> readers {
        {"AUTOMATIC1111, Forge, SD.Next", {Png, Jpeg, Webp, Avif, Gif, Jxl}, false, webUi},
        {"Civitai", {Png, Jpeg, Webp}, true, civitai},
        {"ComfyUI", {Png}, true, comfyUi},
        {"stable-diffusion-prompt-reader", {Png, Jpeg, Webp}, true, promptReader},
        {"DiffusionToolkit", {Png, Jpeg, Webp}, false, diffusionToolkit},
    };
    return readers;
}

} // namespace lightwell::test
