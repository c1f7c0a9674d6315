// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QFuture>
#include <QImage>

#include <utility>

/// What is done with picture files, all of it on the thread pool.
namespace lightwell::picturefiles {

/// The picture, made smaller (never larger) to fit into `bound`. A null image where it cannot be read.
[[nodiscard]] QFuture<QImage> load(const Picture &picture, QSize bound);
/// The same for a sketch of a picture that is being made. Only what is quickly drawn: nobody paid for it, and a vendor
/// may send many. Null also for drawings and formats that need a program of their own, and beyond some 4096² pixels.
[[nodiscard]] QFuture<QImage> loadSketch(const QByteArray &encoded, QSize bound);
/// Writes the picture to `path` in the format of its suffix. Where that is the picture's own, the bytes stay as they
/// are; else it is encoded anew with `quality` (0 to 100, where the format has one), and its recipe goes along.
[[nodiscard]] QFuture<Status> save(const Picture &picture, const QString &path, int quality);
/// A copy of the picture below `folder`, under the name that saving would suggest, for other programs: the store's own
/// file is nobody else's to change, and its name says nothing. One that is there stays as it is. The path of the copy.
[[nodiscard]] QFuture<Result<QString>> handOut(const Generation &generation, const Picture &picture,
                                               const QString &folder);
/// The same of several, in their order; the first that cannot be copied fails it.
[[nodiscard]] QFuture<Result<QStringList>> handOutAll(const QList<std::pair<Generation, Picture>> &pictures,
                                                      const QString &folder);
/// The lossy format that a picture has to be encoded in to be saved at `path`; nothing where no quality matters.
[[nodiscard]] std::optional<ImageFormat> lossyTarget(const Picture &picture, const QString &path);
/// "lighthouse-rocky-coast-flux-2-pro-482910.webp"
[[nodiscard]] QString suggestedName(const Generation &generation, const Picture &picture);
/// The filters of a save dialog, the picture's own format first.
[[nodiscard]] QString saveFilters(ImageFormat own);

} // namespace lightwell::picturefiles
