// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/tileimages.h"

#include "core/async/whendone.h"
#include "core/library/library.h"
#include "core/thumbnails/thumbnails.h"

#include <QtConcurrentRun>
#include <QThread>

#include <algorithm>

namespace lightwell {

namespace {

constexpr int maxKiB = 96 * 1024;
constexpr int noteDelay = 2000; ///< milliseconds: many colours in one transaction

int maxAtOnce()
{
    return std::clamp(QThread::idealThreadCount(), 2, 4);
}

struct Read
{
    TileImages::Tile tile;
    QRgb colour = 0;
};

Read readNow(Thumbnails &thumbnails, const TileImages::Wanted &wanted)
{
    const QSize small = Thumbnails::bound(Thumbnails::Size::Small);
    const bool fits = wanted.pixels.width() <= small.width() && wanted.pixels.height() <= small.height();
    const Result<Thumbnail> thumbnail =
        thumbnails.of(QString::fromLatin1(wanted.id.toHex()), fits ? Thumbnails::Size::Small : Thumbnails::Size::Large);
    if (!thumbnail) {
        return {{{}, wanted.pixels, false}, 0};
    }
    // The box has its shape up to a pixel; one of an unknown size lies in it whole.
    QSize size = thumbnail->image.size().scaled(wanted.pixels, Qt::KeepAspectRatio);
    const QSize rest = wanted.pixels - size;
    size = rest.width() <= 4 && rest.height() <= 4 ? wanted.pixels : size.expandedTo(QSize(1, 1));
    const auto format = thumbnail->image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    const QImage image =
        thumbnail->image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(format);
    return {{image, wanted.pixels, thumbnail->isFileThere}, thumbnail->colour};
}

} // namespace

TileImages::TileImages(Thumbnails &thumbnails, Library &library, QObject *parent)
    : QObject(parent)
    , m_thumbnails(thumbnails)
    , m_library(library)
    , m_tiles(maxKiB)
{
    m_noteSoon.setSingleShot(true);
    m_noteSoon.setInterval(noteDelay);
    connect(&m_noteSoon, &QTimer::timeout, this, &TileImages::noteColours);
}

TileImages::~TileImages()
{
    noteColours();
}

const TileImages::Tile *TileImages::find(const QByteArray &id) const
{
    return m_tiles.object(id);
}

void TileImages::want(const QList<Wanted> &wanted)
{
    m_queue.clear();
    for (const Wanted &one : wanted) {
        const Tile *there = m_tiles.object(one.id);
        const bool isThere = there && there->pixels == one.pixels;
        if (!isThere && m_underWay.value(one.id) != one.pixels && !one.pixels.isEmpty()) {
            m_queue.append(one);
        }
    }
    startNext();
}

void TileImages::startNext()
{
    while (m_running < maxAtOnce() && !m_queue.isEmpty()) {
        const Wanted next = m_queue.takeFirst();
        m_underWay.insert(next.id, next.pixels);
        ++m_running;
        const auto reading =
            QtConcurrent::run([&thumbnails = m_thumbnails, next] { return readNow(thumbnails, next); });
        whenDone(reading, this, [this, next](const Read &read) {
            --m_running;
            if (m_underWay.value(next.id) == next.pixels) {
                m_underWay.remove(next.id);
            }
            const qint64 bytes = read.tile.image.sizeInBytes();
            m_tiles.insert(next.id, new Tile(read.tile), static_cast<int>(bytes / 1024) + 1);
            if (read.colour != 0 && !next.isColourKnown) {
                m_colours.insert(QString::fromLatin1(next.id.toHex()), read.colour);
                m_noteSoon.start();
                Q_EMIT colourSeen(next.id, read.colour);
            }
            Q_EMIT arrived(next.id);
            startNext();
        });
    }
}

void TileImages::noteColours()
{
    if (!m_colours.isEmpty()) {
        // Where it cannot be written, it is seen again the next time.
        static_cast<void>(m_library.noteColours(std::exchange(m_colours, {})));
    }
}

} // namespace lightwell
