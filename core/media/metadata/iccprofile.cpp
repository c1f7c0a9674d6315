// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/iccprofile.h"

#include "core/media/mediaerrors.h"
#include "core/media/metadata/exivlibrary.h"
#include "core/media/metadata/pngtext.h"

#include <QtEndian>

#include <exiv2/exiv2.hpp>

namespace lightwell::metadata {

namespace {

/// What Exiv2 is to look at: nothing where there is no profile, as in most files, and of a PNG the profile alone.
QByteArray partWithProfile(const QByteArray &bytes, ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return pngWithProfileAlone(bytes);
    case ImageFormat::Jpeg:
        return bytes.contains("ICC_PROFILE") ? bytes : QByteArray();
    default:
        return isForExiv(bytes, format) ? bytes : QByteArray();
    }
}

QByteArray profileOf(Exiv2::Image &file)
{
#if EXIV2_TEST_VERSION(0, 28, 0)
    const Exiv2::DataBuf &profile = file.iccProfile();
    return {reinterpret_cast<const char *>(profile.c_data()), qsizetype(profile.size())};
#else
    const Exiv2::DataBuf &profile = *file.iccProfile();
    return {reinterpret_cast<const char *>(profile.pData_), qsizetype(profile.size_)};
#endif
}

void setProfile(Exiv2::Image &file, const QByteArray &profile)
{
#if EXIV2_TEST_VERSION(0, 28, 0)
    file.setIccProfile(Exiv2::DataBuf(exivBytes(profile), size_t(profile.size())));
#else
    Exiv2::DataBuf copy(exivBytes(profile), long(profile.size()));
    file.setIccProfile(copy);
#endif
}

} // namespace

QByteArray iccProfileIn(const QByteArray &bytes, ImageFormat format)
{
    const QByteArray part = partWithProfile(bytes, format);
    if (part.isEmpty()) {
        return {};
    }
    return withExiv<QByteArray>([&] {
        const auto file = Exiv2::ImageFactory::open(exivBytes(part), size_t(part.size()));
        file->readMetadata();
        return profileOf(*file);
    });
}

Result<QByteArray> withIccProfile(const QByteArray &bytes, ImageFormat format, const QByteArray &profile)
{
    if (format == ImageFormat::Png) { // Exiv2 0.28 gives the chunk no name, which no reader takes
        const std::optional<QByteArray> png = withPngChunks(bytes, {profileChunk(profile)});
        return png ? Result<QByteArray>(*png) : mediaerrors::encodingFailed(format);
    }
    return changedByExiv(bytes, format, [&profile](Exiv2::Image &file) { setProfile(file, profile); });
}

bool isRgbProfile(const QByteArray &profile)
{
    constexpr qsizetype headBytes = 128;
    constexpr qsizetype most =
        4LL * 1024 * 1024; // real ones have some kilobytes, those of printers one or two megabytes
    return profile.size() > headBytes && profile.size() <= most
        && qFromBigEndian<quint32>(profile.constData()) == quint64(profile.size()) && profile.mid(16, 4) == "RGB "
        && profile.mid(36, 4) == "acsp";
}

} // namespace lightwell::metadata
