// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/exivlibrary.h"

#include "core/media/mediaerrors.h"
#include "core/media/metadata/modest.h"
#include "core/media/metadata/xmpfields.h"

#include <exiv2/exiv2.hpp>

namespace lightwell::metadata {

namespace {

std::recursive_mutex &toolkitLock()
{
    static std::recursive_mutex mutex;
    return mutex;
}

void lockToolkit(void *, bool lock)
{
    if (lock) {
        toolkitLock().lock();
    } else {
        toolkitLock().unlock();
    }
}

} // namespace

std::unique_lock<std::recursive_mutex> lockedExiv()
{
    std::unique_lock lock(toolkitLock());
    static std::once_flag once;
    std::call_once(once, [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute); // it would print parts of broken files
        Exiv2::XmpParser::initialize(lockToolkit, nullptr);
        Exiv2::XmpProperties::registerNs(xmpns::lightwell.data(), "lightwell");
        Exiv2::XmpProperties::registerNs(xmpns::aigc.data(), "TC260");
    });
    return lock;
}

const unsigned char *exivBytes(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

bool isForExiv(const QByteArray &bytes, ImageFormat format)
{
    return format == ImageFormat::Jpeg || (format == ImageFormat::Tiff && isModestTiff(bytes));
}

Result<QByteArray> changedByExiv(const QByteArray &bytes, ImageFormat format,
                                 const std::function<void(Exiv2::Image &)> &change)
{
    if (!isForExiv(bytes, format)) {
        return mediaerrors::encodingFailed(format);
    }
    const QByteArray changed = withExiv<QByteArray>([&] {
        const auto file = Exiv2::ImageFactory::open(exivBytes(bytes), size_t(bytes.size()));
        file->readMetadata();
        change(*file);
        file->writeMetadata();
        Exiv2::BasicIo &output = file->io();
        if (output.open() != 0) {
            return QByteArray();
        }
        return QByteArray(reinterpret_cast<const char *>(output.mmap()), qsizetype(output.size()));
    });
    if (changed.isEmpty()) {
        return mediaerrors::encodingFailed(format);
    }
    return changed;
}

} // namespace lightwell::metadata
