// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSize>
#include <QTimer>

namespace lightwell {

class Library;
class Thumbnails;

/// Thumbnails as they are painted: read and scaled on the thread pool, a few at a time, what was asked for last first.
/// Those seen last stay in memory, within a bound.
class TileImages : public QObject
{
    Q_OBJECT
public:
    struct Tile
    {
        QImage image; ///< null: it cannot be read
        QSize pixels; ///< it was scaled for
        bool isFileThere = true; ///< else only the thumbnail is left
    };
    struct Wanted
    {
        QByteArray id; ///< content address, as bytes
        QSize pixels; ///< of the screen
        bool isColourKnown = false; ///< else it is told, and noted down
    };
    TileImages(Thumbnails &thumbnails, Library &library, QObject *parent = nullptr);
    ~TileImages() override;

    /// The tile as it is in memory, maybe of another size; null: it was not read yet.
    [[nodiscard]] const Tile *find(const QByteArray &id) const;
    /// In place of what was wanted before; what is there at this size already is left out.
    void want(const QList<Wanted> &wanted);
    [[nodiscard]] bool isIdle() const { return m_running == 0 && m_queue.isEmpty(); }

Q_SIGNALS:
    void arrived(const QByteArray &id);
    void colourSeen(const QByteArray &id, QRgb colour); ///< that nobody knew

private:
    void startNext();
    void noteColours();
    Thumbnails &m_thumbnails;
    Library &m_library;
    QCache<QByteArray, Tile> m_tiles; ///< cost in KiB
    QList<Wanted> m_queue;
    QHash<QByteArray, QSize> m_underWay;
    int m_running = 0;
    QHash<QString, QRgb> m_colours; ///< seen, and not in the database yet
    QTimer m_noteSoon;
};

} // namespace lightwell
