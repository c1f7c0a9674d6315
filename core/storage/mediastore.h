// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/storage/arrivals.h"
#include "core/storage/keptpicture.h"

class QFile;

namespace lightwell {

/// Pictures as files named by their content (BLAKE2b-256), in folders of the first two digits. Written to disk
/// and synced before anything else can fail. Where that folder cannot be written, keep() takes the rescue folder and
/// at last memory. Thread-safe: only files, no state.
class MediaStore
{
public:
    explicit MediaStore(QString folder, QString rescueFolder = {});
    /// The same store for the picture at `place` (see Arrivals), noted down there before it is written, with what its
    /// call cost.
    [[nodiscard]] MediaStore notingAt(const QString &place, Money callCost) const;
    /// What was noted at the places that begin with `place` and a dot, and is there and whole.
    [[nodiscard]] QList<Arrival> arrivedAt(const QString &place) const;
    /// A picture that was noted and lies in the store, and what it took the place of: what the vendor sent, most often.
    struct Replaced
    {
        QString picture;
        QStringList earlier; ///< whether they are there or not
    };
    /// Of those noted at this very place or, where that is a generation's id, of all of its, what replaced something.
    [[nodiscard]] QList<Replaced> replacedAt(const QString &place) const;
    [[nodiscard]] QStringList notedAt(const QString &place) const; ///< the same places: every version of each picture
    /// Those of `pictures` that are noted for others, too.
    [[nodiscard]] QStringList notedElsewhere(const QStringList &pictures, const QString &place) const;
    /// A file that goes is first no picture of the store any more: whoever keeps the same bytes from then on writes
    /// them anew, and whoever kept them before has said so in a note, or in the books, and gets them back.
    /// Yields the file; empty: there was none.
    [[nodiscard]] QString setAside(const QString &id) const;
    void takeBack(const QString &id) const; ///< whoever has set it aside
    [[nodiscard]] static bool discard(const QString &aside); ///< for good; whether it was still there
    [[nodiscard]] QStringList generationsNoted() const; ///< of all notes
    void forgetArrivals(const QString &place) const; ///< those notes; the pictures stay
    void forgetArrival(const QString &place) const; ///< the one note of this very place
    /// Blocks on the disk: call on the thread pool. The same bytes twice are one file.
    [[nodiscard]] Result<Picture> write(const QByteArray &bytes, ImageFormat format, QSize size) const;
    /// The same for a picture that is paid for: it is never lost.
    [[nodiscard]] KeptPicture keep(const QByteArray &bytes, ImageFormat format, QSize size) const;
    /// For bytes that no codec here takes for a picture, and that are paid for all the same. Yields the file.
    [[nodiscard]] Result<QString> keepUnread(const QByteArray &bytes) const;
    [[nodiscard]] Result<QString> keepUnread(QFile &file) const; ///< the same for what does not belong into memory
    /// The bytes of a picture wherever they are, in its file or in memory.
    [[nodiscard]] static Result<QByteArray> bytesOf(const Picture &picture);
    [[nodiscard]] Result<QByteArray> read(const QString &id) const; ///< refuses ids that are no content address
    [[nodiscard]] QString pathOf(const QString &id) const; ///< empty: not in the store
    /// What lies in the folder, but for what nobody could read and notes of Arrivals. Paths, sorted.
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] static QString contentAddress(const QByteArray &bytes);

private:
    /// Looked for under the suffix of `likely` first.
    [[nodiscard]] static QString pathIn(const QString &folder, const QString &id,
                                        ImageFormat likely = ImageFormat::Png);
    [[nodiscard]] Arrivals arrivals() const;
    [[nodiscard]] QList<QList<Arrival>> versionsAt(const QString &place) const;
    [[nodiscard]] Status rescue(Picture &picture, const QByteArray &bytes) const;
    QString m_folder;
    QString m_rescueFolder; ///< empty: none
    QString m_place; ///< of Arrivals; empty: nothing is noted down
    Money m_callCost;
};

} // namespace lightwell
