// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/giftexts.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>

namespace lightwell::metadata {

namespace {

constexpr quint8 extensionIntroducer = 0x21;
constexpr quint8 pictureIntroducer = 0x2c;
constexpr quint8 endOfFile = 0x3b;
constexpr quint8 commentLabel = 0xfe;
constexpr quint8 applicationLabel = 0xff;
constexpr qsizetype longestSubBlock = 255;

/// Of the colours that the flags announce.
qsizetype tableBytes(quint8 flags)
{
    return flags & 0x80 ? 3 * (qsizetype(2) << (flags & 7)) : 0;
}

/// Where the blocks begin, behind the header and the global colour table; -1 where there is no room for them.
qsizetype firstBlock(const QByteArray &bytes)
{
    constexpr qsizetype headBytes = 13;
    if (bytes.size() < headBytes || !bytes.startsWith("GIF8")) {
        return -1;
    }
    const qsizetype end = headBytes + tableBytes(quint8(bytes.at(10)));
    return end < bytes.size() ? end : -1;
}

/// An extension: its label, its content joined from sub-blocks, and where the next block begins.
struct Extension
{
    quint8 label = 0;
    QByteArray content;
    qsizetype end = 0;
};

std::optional<Extension> extensionAt(const QByteArray &bytes, qsizetype at)
{
    if (at + 2 >= bytes.size() || quint8(bytes.at(at)) != extensionIntroducer) {
        return std::nullopt;
    }
    Extension extension {quint8(bytes.at(at + 1)), {}, at + 2};
    while (extension.end < bytes.size()) {
        const qsizetype length = quint8(bytes.at(extension.end));
        if (length == 0) {
            ++extension.end;
            return extension;
        }
        if (extension.end + 1 + length > bytes.size()) {
            return std::nullopt;
        }
        extension.content.append(QByteArrayView(bytes).sliced(extension.end + 1, length));
        extension.end += 1 + length;
    }
    return std::nullopt;
}

/// Behind the picture that begins at `at`: its head, its colours, the size of its codes, and these; -1: it breaks off.
qsizetype behindPicture(const QByteArray &bytes, qsizetype at)
{
    constexpr qsizetype headBytes = 10;
    if (at + headBytes > bytes.size()) {
        return -1;
    }
    qsizetype end = at + headBytes + tableBytes(quint8(bytes.at(at + headBytes - 1))) + 1;
    while (end < bytes.size() && bytes.at(end) != '\0') {
        end += 1 + quint8(bytes.at(end));
    }
    return end < bytes.size() ? end + 1 : -1;
}

QByteArray commentBlock(const QByteArray &text)
{
    QByteArray block;
    block.append(char(extensionIntroducer)).append(char(commentLabel));
    for (qsizetype at = 0; at < text.size(); at += longestSubBlock) {
        const QByteArray part = text.mid(at, longestSubBlock);
        block.append(char(part.size())).append(part);
    }
    return block.append('\0');
}

/// The name of an application and its code: eleven bytes.
constexpr QByteArrayView xmpApplication("XMP DataXMP");
constexpr QByteArrayView credentialsApplication("C2PA_GIF\x01\0\0", 11);

/// XMP does not stand in sub-blocks. Who takes its letters for the lengths of some lands in this, wherever he comes
/// from, and is led to its last byte, which ends them.
QByteArray xmpTrailer()
{
    QByteArray trailer("\x01");
    for (int i = 0xff; i >= 0; --i) {
        trailer.append(char(i));
    }
    return trailer.append('\0');
}

QByteArray xmpBlock(const QByteArray &packet)
{
    QByteArray block;
    block.append(char(extensionIntroducer)).append(char(applicationLabel)).append(char(xmpApplication.size()));
    return block.append(xmpApplication).append(packet).append(xmpTrailer());
}

/// How long a picture is shown, how often all of them are, what their colours mean.
bool isAboutPictures(const Extension &extension)
{
    constexpr quint8 controlLabel = 0xf9;
    static constexpr std::array applications {"NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"};
    return extension.label == controlLabel
        || (extension.label == applicationLabel
            && std::any_of(applications.begin(), applications.end(),
                           [&extension](const char *name) { return extension.content.startsWith(name); }));
}

bool isXmp(const Extension &extension)
{
    return extension.label == applicationLabel && extension.content.startsWith(xmpApplication);
}

} // namespace

GifTexts gifTexts(const QByteArray &bytes)
{
    GifTexts texts;
    qsizetype at = firstBlock(bytes);
    while (at >= 0) {
        const std::optional<Extension> extension = extensionAt(bytes, at);
        if (!extension) {
            break;
        }
        const qsizetype behindName = at + 3 + xmpApplication.size();
        if (extension->label == commentLabel) {
            texts.comments.append(extension->content);
        } else if (isXmp(*extension)) {
            texts.xmp = bytes.mid(behindName, extension->end - behindName - xmpTrailer().size());
        } else if (extension->label == applicationLabel && extension->content.startsWith(credentialsApplication)) {
            texts.credentials = extension->content.mid(credentialsApplication.size());
        }
        at = extension->end;
    }
    return texts;
}

std::optional<QByteArray> withoutGifTexts(const QByteArray &bytes)
{
    qsizetype at = firstBlock(bytes);
    QByteArray result = bytes.left(at);
    while (at >= 0 && at < bytes.size()) {
        const auto kind = quint8(bytes.at(at));
        if (kind != extensionIntroducer && kind != pictureIntroducer) {
            return result.append(char(endOfFile)); // whatever stands in its place
        }
        const std::optional<Extension> extension = extensionAt(bytes, at);
        const qsizetype end = kind == pictureIntroducer ? behindPicture(bytes, at) : extension ? extension->end : -1;
        if (end >= 0 && (!extension || isAboutPictures(*extension))) {
            result.append(QByteArrayView(bytes).sliced(at, end - at));
        }
        at = end;
    }
    return at < 0 ? std::nullopt : std::optional(result.append(char(endOfFile)));
}

std::optional<QByteArray> withGifTexts(const QByteArray &bytes, const QByteArray &comment, const QByteArray &xmp)
{
    const qsizetype begin = firstBlock(bytes);
    if (begin < 0) {
        return std::nullopt;
    }
    QByteArray result = bytes.left(begin);
    // GIF87a knows no extensions.
    result.replace(0, 6, "GIF89a");
    if (!xmp.isEmpty()) {
        result += xmpBlock(xmp);
    }
    if (!comment.isEmpty()) {
        result += commentBlock(comment);
    }
    qsizetype at = begin;
    while (const std::optional<Extension> extension = extensionAt(bytes, at)) {
        if (extension->label != commentLabel && !isXmp(*extension)) {
            result.append(QByteArrayView(bytes).sliced(at, extension->end - at));
        }
        at = extension->end;
    }
    result.append(QByteArrayView(bytes).sliced(at));
    return result;
}

} // namespace lightwell::metadata
