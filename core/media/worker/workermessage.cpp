// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/worker/workermessage.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace lightwell::worker {

namespace {

constexpr QByteArrayView orderMark = "LWPIC1";
constexpr QByteArrayView profileOrderMark = "LWICC1"; // as long as the other
constexpr QByteArrayView answerMark = "LWPIX1";
constexpr QByteArrayView profileMark = "LWICX1";
constexpr qsizetype nameBytes = 8;
constexpr qsizetype numberBytes = 4;
constexpr qsizetype orderHead = orderMark.size() + nameBytes + 2 * numberBytes;
constexpr qsizetype answerHead = answerMark.size() + 4 * numberBytes;

/// Their place in the list is their number, from 1.
constexpr std::array kinds = {QImage::Format_RGBA8888, QImage::Format_RGBX8888, QImage::Format_RGBA64,
                              QImage::Format_RGBX64};

QByteArray number(qsizetype value)
{
    QByteArray bytes(numberBytes, '\0');
    qToBigEndian(qint32(value), bytes.data());
    return bytes;
}

qint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<qint32>(bytes.constData() + at);
}

} // namespace

QByteArray Order::toBytes() const
{
    const QByteArrayView mark = part == Part::Profile ? profileOrderMark : orderMark;
    return mark.toByteArray() + formatName(format).toLatin1().leftJustified(nameBytes, ' ') + number(size.width())
        + number(size.height()) + bytes;
}

std::optional<Order> Order::fromBytes(const QByteArray &bytes)
{
    const bool isForProfile = bytes.startsWith(profileOrderMark);
    if (bytes.size() < orderHead || (!isForProfile && !bytes.startsWith(orderMark))) {
        return std::nullopt;
    }
    const qsizetype numbers = orderMark.size() + nameBytes;
    const std::optional<ImageFormat> format =
        formatFromName(QString::fromLatin1(bytes.mid(orderMark.size(), nameBytes)));
    const QSize size(numberAt(bytes, numbers), numberAt(bytes, numbers + numberBytes));
    if (!format || size.isEmpty()) {
        return std::nullopt;
    }
    return Order {*format, size, bytes.mid(orderHead), isForProfile ? Part::Profile : Part::Picture};
}

QByteArray profileAnswer(const QByteArray &profile)
{
    return profileMark.toByteArray() + (profile.size() <= longestProfile ? profile : QByteArray());
}

std::optional<QByteArray> profileFrom(const QByteArray &answer)
{
    return answer.startsWith(profileMark) ? std::optional(answer.mid(profileMark.size())) : std::nullopt;
}

QImage Answer::inSomeKind(const QImage &image)
{
    const bool isDeep = image.depth() > 32 || image.format() == QImage::Format_Grayscale16;
    const bool isClear = image.hasAlphaChannel();
    return image.convertToFormat(isDeep        ? isClear ? QImage::Format_RGBA64 : QImage::Format_RGBX64
                                     : isClear ? QImage::Format_RGBA8888
                                               : QImage::Format_RGBX8888);
}

qsizetype Answer::bytesPerLine(const QImage &image)
{
    return qsizetype(image.width()) * image.depth() / 8;
}

QByteArray Answer::head() const
{
    const auto *kind = std::find(kinds.begin(), kinds.end(), image.format());
    return answerMark.toByteArray() + number(image.width()) + number(image.height()) + number(kind - kinds.begin() + 1)
        + number(profile.size()) + profile;
}

qint64 Answer::maxBytes(QSize size)
{
    constexpr qint64 maxBytesPerPixel = 8;
    return answerHead + longestProfile + qint64(size.width()) * size.height() * maxBytesPerPixel;
}

std::optional<Answer> Answer::fromBytes(const QByteArray &bytes, QSize size)
{
    if (bytes.size() < answerHead || !bytes.startsWith(answerMark)) {
        return std::nullopt;
    }
    const auto said = [&bytes](int index) { return numberAt(bytes, answerMark.size() + index * numberBytes); };
    const qint32 kind = said(2);
    const qint32 profileBytes = said(3);
    if (QSize(said(0), said(1)) != size || kind < 1 || kind > qint32(kinds.size()) || profileBytes < 0
        || profileBytes > longestProfile) {
        return std::nullopt;
    }
    Answer answer {QImage(size, kinds.at(std::size_t(kind - 1))), bytes.mid(answerHead, profileBytes)};
    const qsizetype line = bytesPerLine(answer.image);
    if (answer.image.isNull() || bytes.size() != answerHead + profileBytes + line * size.height()) {
        return std::nullopt;
    }
    for (int y = 0; y < size.height(); ++y) {
        std::memcpy(answer.image.scanLine(y), bytes.constData() + answerHead + profileBytes + y * line, size_t(line));
    }
    return answer;
}

} // namespace lightwell::worker
