// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/jpegmarkers.h"

#include <QtEndian>

namespace lightwell::metadata {

JpegMarkers jpegMarkers(const QByteArray &bytes)
{
    JpegMarkers found;
    qsizetype at = 2; // behind the mark of the beginning
    while ((at = bytes.indexOf('\xff', at)) >= 0 && at + 3 < bytes.size()) {
        const auto marker = quint8(bytes.at(at + 1));
        ++at;
        const bool standsAlone = marker < 0xc0 || marker == 0xff || (marker >= 0xd0 && marker <= 0xd9);
        if (standsAlone) { // among them a byte of pixels that is 0xff, and fill bytes
            continue;
        }
        ++found.segments;
        found.scans += marker == 0xda ? 1 : 0;
        at += 1 + qFromBigEndian<quint16>(bytes.constData() + at + 1);
    }
    return found;
}

} // namespace lightwell::metadata
