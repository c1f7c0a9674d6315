// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/base64.h"

#include "core/model/largebuffer.h"

#include <array>
#include <cstring>

namespace lightwell {

namespace {

constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr quint8 notInAlphabet = 0xff;

constexpr std::array<quint8, 256> makeValues()
{
    std::array<quint8, 256> values {};
    for (quint8 &value : values) {
        value = notInAlphabet;
    }
    for (quint8 i = 0; i < 64; ++i) {
        values[static_cast<quint8>(alphabet[i])] = i;
    }
    return values;
}

using Pair = std::array<char, 2>;

/// The two characters of twelve bits: half the look-ups.
constexpr std::array<Pair, 4096> makePairs()
{
    std::array<Pair, 4096> pairs {};
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        pairs[i] = {alphabet[i >> 6], alphabet[i & 63]};
    }
    return pairs;
}

constexpr std::array<quint8, 256> values = makeValues();
constexpr std::array<Pair, 4096> pairs = makePairs();

/// Whole groups of four characters without padding; false where one of them does not belong.
bool decodeGroups(const char *text, qsizetype groups, char *bytes)
{
    const auto valueOf = [](char c) { return values[static_cast<quint8>(c)]; };
    quint8 seen = 0;
    for (; groups > 0; --groups, text += 4, bytes += 3) {
        const quint8 a = valueOf(text[0]);
        const quint8 b = valueOf(text[1]);
        const quint8 c = valueOf(text[2]);
        const quint8 d = valueOf(text[3]);
        seen |= a | b | c | d;
        bytes[0] = static_cast<char>((a << 2) | (b >> 4));
        bytes[1] = static_cast<char>((b << 4) | (c >> 2));
        bytes[2] = static_cast<char>((c << 6) | d);
    }
    return seen < 64;
}

} // namespace

std::optional<QByteArray> decodeBase64(QByteArrayView text)
{
    // The end, with its padding in all its forms, is Qt's.
    const qsizetype groups = text.size() < 8 ? 0 : (text.size() - 4) / 4;
    const QByteArrayView end = text.sliced(4 * groups);
    const auto last = QByteArray::fromBase64Encoding(end.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!last) {
        return std::nullopt;
    }
    QByteArray bytes = uninitializedBytes(3 * groups + last.decoded.size());
    if (!decodeGroups(text.data(), groups, bytes.data())) {
        return std::nullopt;
    }
    if (!last.decoded.isEmpty()) {
        std::memcpy(bytes.data() + 3 * groups, last.decoded.constData(), std::size_t(last.decoded.size()));
    }
    return bytes;
}

void appendBase64(QByteArray &text, QByteArrayView bytes)
{
    const qsizetype groups = bytes.size() / 3;
    const qsizetype before = text.size();
    constexpr qsizetype end = 4; // what is left over, with its padding
    reserveBytes(text, before + 4 * groups + end);
    text.resize(before + 4 * groups);
    const auto *from = reinterpret_cast<const quint8 *>(bytes.data());
    char *to = text.data() + before;
    for (qsizetype group = 0; group < groups; ++group, from += 3, to += 4) {
        const quint32 bits = (quint32(from[0]) << 16) | (quint32(from[1]) << 8) | from[2];
        std::memcpy(to, pairs[bits >> 12].data(), 2);
        std::memcpy(to + 2, pairs[bits & 0xfff].data(), 2);
    }
    text += bytes.sliced(3 * groups).toByteArray().toBase64();
}

} // namespace lightwell
