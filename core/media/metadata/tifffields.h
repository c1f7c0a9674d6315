// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

namespace lightwell::metadata {

/// Tags that say how a picture was made, or how it is to be shown.
namespace tifftags {

inline constexpr quint16 imageDescription = 0x010e;
inline constexpr quint16 make = 0x010f;
inline constexpr quint16 model = 0x0110;
inline constexpr quint16 orientation = 0x0112;
inline constexpr quint16 software = 0x0131;
inline constexpr quint16 xmp = 700;
inline constexpr quint16 exifDirectory = 0x8769;
inline constexpr quint16 dateTimeOriginal = 0x9003;
inline constexpr quint16 offsetTimeOriginal = 0x9011;
inline constexpr quint16 makerNote = 0x927c;
inline constexpr quint16 userComment = 0x9286;
inline constexpr quint16 windowsComment = 0x9c9c; ///< UTF-16, least significant byte first
inline constexpr quint16 contentCredentials = 0xcd41; ///< C2PA

} // namespace tifftags

/// The first directory of a TIFF stream (a file, or an EXIF block with or without its "Exif" prefix) and the EXIF
/// directory in it. Looks at each entry once and copies nothing before it is asked for; what is broken is not there.
class TiffFields
{
public:
    explicit TiffFields(QByteArray bytes);

    [[nodiscard]] bool isBigEndian() const { return m_isBigEndian; }
    /// The bytes of a value as they stand there; empty where there is none.
    [[nodiscard]] QByteArray picture(quint16 tag) const { return valueOf(m_picture, tag); }
    [[nodiscard]] QByteArray exif(quint16 tag) const { return valueOf(m_exif, tag); }
    [[nodiscard]] int orientation() const; ///< 1 to 8; 0: it says nothing

private:
    struct Place
    {
        qint64 at = 0;
        qint64 length = 0;
    };
    using Directory = QHash<quint16, Place>;

    [[nodiscard]] quint16 two(qint64 at) const;
    [[nodiscard]] quint32 four(qint64 at) const;
    [[nodiscard]] Directory directoryAt(qint64 at) const;
    [[nodiscard]] QByteArray valueOf(const Directory &directory, quint16 tag) const;

    QByteArray m_bytes;
    bool m_isBigEndian = false;
    Directory m_picture;
    Directory m_exif;
};

} // namespace lightwell::metadata
