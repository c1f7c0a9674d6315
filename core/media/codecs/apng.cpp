// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// APNG (PNG specification, third edition, section 11.3.6): each frame is written as a picture of its own, and the
// chunks that make one animation of them are written here.
#include "core/media/codecs/animations.h"
#include "core/media/codecs/codec.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/pngtext.h"
#include "core/media/metadata/pngwalker.h"

#include <QtEndian>

namespace lightwell::codecs {

namespace {

using metadata::framed;
using metadata::PngWalker;

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray bigEndian16(quint16 number)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// fcTL: the whole picture takes the place of the one before.
QByteArray frameControl(quint32 sequence, QSize size, int delay)
{
    constexpr quint16 parts = 1000; // of a second
    QByteArray content = bigEndian(sequence) + bigEndian(quint32(size.width())) + bigEndian(quint32(size.height()))
        + bigEndian(0) + bigEndian(0) + bigEndian16(static_cast<quint16>(delay)) + bigEndian16(parts);
    constexpr char staysUntilNext = 0;
    constexpr char replacesAll = 0;
    return framed({"fcTL", content.append(staysUntilNext).append(replacesAll)});
}

class Apng
{
public:
    Apng(QSize size, int delay, qsizetype count)
        : m_size(size)
        , m_delay(delay)
        , m_count(count)
    {
    }

    /// False: the pictures are of different kinds, which one file cannot hold.
    [[nodiscard]] bool add(const QByteArray &png)
    {
        const bool isFirst = m_head.isEmpty();
        bool hasControl = false;
        for (PngWalker walker(png); walker.next();) {
            const QByteArray type = walker.type();
            if (type == "IHDR" && isFirst) {
                m_head = walker.content().toByteArray();
                m_bytes = png.left(PngWalker::signatureBytes) + walker.whole().toByteArray()
                    + framed({"acTL", bigEndian(static_cast<quint32>(m_count)) + bigEndian(0)});
            } else if (type == "IHDR" && walker.content() != m_head) {
                return false;
            } else if (type == "IDAT") {
                if (!hasControl) {
                    m_bytes += frameControl(m_sequence++, m_size, m_delay);
                    hasControl = true;
                }
                m_bytes += isFirst ? walker.whole().toByteArray()
                                   : framed({"fdAT", bigEndian(m_sequence++) + walker.content().toByteArray()});
            } else if (isFirst && type != "IHDR" && type != "IEND") { // what says which colours they are
                m_bytes += walker.whole().toByteArray();
            }
        }
        return hasControl;
    }
    [[nodiscard]] QByteArray finished() const { return m_bytes + framed({"IEND", {}}); }

private:
    QSize m_size;
    int m_delay;
    qsizetype m_count;
    QByteArray m_head;
    QByteArray m_bytes;
    quint32 m_sequence = 0;
};

} // namespace

Result<QByteArray> encodeAnimatedPng(const QList<QImage> &frames, int delay, const EncodeSettings &settings)
{
    Apng apng(frames.constFirst().size(), delay, frames.size());
    for (const QImage &frame : frames) {
        const Result<QByteArray> png = pngCodec().encode(frame, settings);
        if (!png) {
            return png.error();
        }
        if (!apng.add(*png)) {
            return mediaerrors::encodingFailed(ImageFormat::Png);
        }
    }
    return apng.finished();
}

} // namespace lightwell::codecs
