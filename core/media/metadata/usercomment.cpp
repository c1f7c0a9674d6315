// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/usercomment.h"

#include <QStringConverter>

namespace lightwell::metadata {

namespace {

constexpr qsizetype nameBytes = 8;
const QByteArray unicodeName("UNICODE\0", nameBytes);

QByteArray utf16(const QString &text, QStringConverter::Encoding order)
{
    return QStringEncoder(order, QStringConverter::Flag::Default).encode(text);
}

std::optional<QString> asUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

/// Most texts have letters below 256, whose upper byte is zero.
struct Zeros
{
    qsizetype even = 0;
    qsizetype odd = 0;
};

Zeros zerosIn(const QByteArray &bytes)
{
    Zeros zeros;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes.at(i) == 0) {
            ++(i % 2 == 0 ? zeros.even : zeros.odd);
        }
    }
    return zeros;
}

QString fromUtf16(const QByteArray &bytes, bool isBigEndian)
{
    if (bytes.startsWith("\xfe\xff") || bytes.startsWith("\xff\xfe")) {
        return QStringDecoder(QStringConverter::Utf16).decode(bytes);
    }
    const Zeros zeros = zerosIn(bytes);
    const bool isBig = zeros.even == zeros.odd ? isBigEndian : zeros.even > zeros.odd;
    return QStringDecoder(isBig ? QStringConverter::Utf16BE : QStringConverter::Utf16LE).decode(bytes);
}

QString withoutZerosAtEnd(QString text)
{
    while (text.endsWith(QChar::Null)) {
        text.chop(1);
    }
    return text;
}

bool isNamed(const QByteArray &value, QByteArrayView name)
{
    if (!value.startsWith(name)) {
        return false;
    }
    for (qsizetype i = name.size(); i < nameBytes; ++i) {
        if (i >= value.size() || (value.at(i) != '\0' && value.at(i) != ' ')) {
            return false;
        }
    }
    return true;
}

} // namespace

QByteArray userComment(const QString &text)
{
    return unicodeName + utf16(text, QStringConverter::Utf16BE);
}

QByteArray littleEndianUserComment(const QString &text)
{
    return unicodeName + utf16(text, QStringConverter::Utf16LE);
}

QString userCommentText(const QByteArray &value, bool isBigEndian)
{
    const QByteArray rest = value.mid(nameBytes);
    if (isNamed(value, "UNICODE")) {
        // Without any zero it is UTF-8 that somebody put there.
        const std::optional<QString> utf8 = rest.contains('\0') ? std::nullopt : asUtf8(rest);
        return withoutZerosAtEnd(utf8 ? *utf8 : fromUtf16(rest, isBigEndian));
    }
    const bool hasName = isNamed(value, "ASCII") || isNamed(value, "JIS") || isNamed(value, "");
    const QByteArray text = hasName ? rest : value;
    const Zeros zeros = zerosIn(text);
    const bool isUtf16 = 3 * qMax(zeros.even, zeros.odd) > text.size() && text.size() > 2;
    return isUtf16 ? withoutZerosAtEnd(fromUtf16(text, isBigEndian)) : textOf(text);
}

QString textOf(const QByteArray &bytes)
{
    QByteArray text = bytes;
    while (text.endsWith('\0')) {
        text.chop(1);
    }
    return asUtf8(text).value_or(QString::fromLatin1(text));
}

} // namespace lightwell::metadata
