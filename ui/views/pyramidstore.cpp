// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/pyramidstore.h"

#include "core/async/whendone.h"
#include "core/media/codec.h"
#include "core/storage/mediastore.h"

#include <QtConcurrentRun>

namespace lightwell {

namespace {

QImage readNow(const Picture &picture)
{
    const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
    const Result<QImage> image = bytes ? decodeImage(bytes.value()) : Result<QImage>(bytes.error());
    return image ? image.value() : QImage();
}

} // namespace

PyramidStore::PyramidStore(QObject *parent)
    : QObject(parent)
    , m_kept(keptKiB)
{
}

SharedPyramid PyramidStore::pyramid(const Picture &picture)
{
    if (const SharedPyramid *kept = m_kept.object(picture.id)) {
        return *kept;
    }
    if (SharedPyramid used = m_used.value(picture.id).lock()) {
        return used;
    }
    if (!m_reading.contains(picture.id)) {
        m_reading.insert(picture.id);
        whenDone(QtConcurrent::run([picture] { return pyramidOf(readNow(picture)); }), this,
                 [this, id = picture.id](const Pyramid &read) { take(id, read); });
    }
    return nullptr;
}

void PyramidStore::take(const QString &id, Pyramid read)
{
    m_reading.remove(id);
    const auto cost = static_cast<int>(1 + read.bytes() / 1024);
    const auto shared = std::make_shared<const Pyramid>(std::move(read));
    m_used.removeIf([](const auto &entry) { return entry.value().expired(); });
    m_used.insert(id, shared);
    m_kept.insert(id, new SharedPyramid(shared), cost);
    Q_EMIT ready(id, shared);
}

QFuture<QImage> PyramidStore::readPart(const Picture &picture, const QRect &part)
{
    return QtConcurrent::run([picture, part] {
        const QImage whole = readNow(picture);
        return whole.isNull() ? QImage() : shownColours(whole.copy(part.intersected(whole.rect())));
    });
}

void PyramidStore::letGo()
{
    m_kept.clear();
}

} // namespace lightwell
