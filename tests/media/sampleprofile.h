// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace lightwell::test {

/// Builds a small ICC profile (version 2.4) of a table instead of primaries and curves, as scanners and printers have
/// them: RGB to Lab through 2×2×2 points. Qt before 6.8 does not read such a one.
class SampleProfile
{
public:
    [[nodiscard]] static QByteArray table(const QByteArray &colourModel = "RGB ")
    {
        const QByteArray description = QByteArray("desc\0\0\0\0", 8) + number(7) + QByteArray("Sample\0", 7)
            + QByteArray(4 + 4 + 2 + 1 + 67, '\0');
        const QByteArray rights = QByteArray("text\0\0\0\0", 8) + QByteArray("None\0\0\0\0", 8);
        const QByteArray white = QByteArray("XYZ \0\0\0\0", 8) + number(0xf6d6) + number(0x10000) + number(0xd32d);
        const QList<std::pair<QByteArray, QByteArray>> tags {
            {"desc", padded(description)}, {"cprt", rights}, {"wtpt", white}, {"A2B0", lut()}, {"B2A0", lut()}};
        return profile(colourModel, "Lab ", tags);
    }
    /// Of grey whose numbers are light itself, as a curve of power 1 says; every Qt reads it.
    [[nodiscard]] static QByteArray linearGrey()
    {
        const QByteArray text = QByteArray("text\0\0\0\0", 8) + QByteArray("Grey\0\0\0\0", 8);
        const QByteArray white = QByteArray("XYZ \0\0\0\0", 8) + number(0xf6d6) + number(0x10000) + number(0xd32d);
        const QByteArray curve = QByteArray("curv\0\0\0\0", 8) + number(0);
        return profile("GRAY", "XYZ ", {{"desc", text}, {"cprt", text}, {"wtpt", white}, {"kTRC", curve}});
    }

private:
    static QByteArray profile(const QByteArray &colourModel, const QByteArray &connection,
                              const QList<std::pair<QByteArray, QByteArray>> &tags)
    {
        QByteArray index = number(quint32(tags.size()));
        QByteArray content;
        const quint32 begin = 128 + 4 + 12 * quint32(tags.size());
        for (const auto &[name, data] : tags) {
            index += name + number(begin + quint32(content.size())) + number(quint32(data.size()));
            content += data;
        }
        QByteArray head(128, '\0');
        head.replace(8, 4, QByteArray::fromHex("02400000"));
        head.replace(12, 12, QByteArray("mntr" + colourModel + connection));
        head.replace(36, 4, "acsp");
        head.replace(68, 12, QByteArray(number(0xf6d6) + number(0x10000) + number(0xd32d)));
        head.replace(0, 4, number(quint32(head.size() + index.size() + content.size())));
        return head + index + content;
    }

    static QByteArray number(quint32 value)
    {
        const quint32 swapped = qToBigEndian(value);
        return {reinterpret_cast<const char *>(&swapped), 4};
    }
    static QByteArray words(const QList<quint16> &values)
    {
        QByteArray bytes;
        for (const quint16 value : values) {
            bytes += char(value >> 8);
            bytes += char(value & 0xff);
        }
        return bytes;
    }
    static QByteArray padded(QByteArray bytes) { return bytes.append((4 - bytes.size() % 4) % 4, '\0'); }
    /// "lut16Type": three channels in and out, straight curves, lightness from the sum of the channels.
    static QByteArray lut()
    {
        QByteArray bytes("mft2\0\0\0\0\3\3\2\0", 12);
        for (int cell = 0; cell < 9; ++cell) {
            bytes += number(cell % 4 == 0 ? 0x10000 : 0);
        }
        bytes += words({2, 2});
        for (int channel = 0; channel < 3; ++channel) {
            bytes += words({0, 0xffff});
        }
        for (int corner = 0; corner < 8; ++corner) {
            const int lit = (corner & 1) + (corner >> 1 & 1) + (corner >> 2 & 1);
            bytes += words({quint16(0xff00 * lit / 3), quint16(corner & 4 ? 0xa000 : 0x8000), 0x8000});
        }
        for (int channel = 0; channel < 3; ++channel) {
            bytes += words({0, 0xffff});
        }
        return padded(bytes);
    }
};

} // namespace lightwell::test
