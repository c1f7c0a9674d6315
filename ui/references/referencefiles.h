// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/claims.h"
#include "ui/mask/maskdocument.h"
#include "ui/references/reference.h"

#include <QFuture>

#include <functional>

/// What is done with the files of reference pictures and masks, all of it on the thread pool. `folder` is the one for
/// what lies in no file of the person's; empty: such pictures are gone when the program ends.
namespace lightwell::referencefiles {

/// Where a picture comes from; the first of these that is set.
struct Source
{
    QString path; ///< of a file
    QString id; ///< in the folder
    QByteArray bytes; ///< of a file that only lies in memory
    QImage image; ///< without any file
    QString name; ///< of a file; empty: the one of `path`
};

struct Found
{
    Reference reference; ///< ready
    PictureClaims claims; ///< what the file says of itself; empty where it was not asked for
};

enum class Claims { Wanted, Unwanted };
/// What the books say of the picture with this content address. Asked, on the thread pool, for one that says nothing of
/// itself: files with content credentials (C2PA) stay as they came.
using RecipeOfContent = std::function<std::optional<Recipe>(const QString &address)>;

/// Decodes the picture to its end. An error: it is none, or its file cannot be read.
[[nodiscard]] QFuture<Result<Found>> read(const Source &source, const QString &folder, Claims claims,
                                          const RecipeOfContent &inBooks = {});
/// A reference of a form that was kept, with its mask. An error: its file is gone or another one. A mask that is gone
/// is left out.
[[nodiscard]] QFuture<Result<Reference>> readAgain(const Reference &kept, const QString &folder);
/// Writes down what was painted over `picture`. Nothing painted: no mask.
[[nodiscard]] QFuture<Result<std::optional<PaintedMask>>> writeMask(const MaskDocument &document,
                                                                    const QByteArray &picture, const QString &folder);
/// What a mask painter shows of a reference.
struct Canvas
{
    QList<QImage> levels; ///< the picture, and it halved again and again; empty: it cannot be read
    MaskDocument document; ///< its mask, as it was written down
};
[[nodiscard]] QFuture<Canvas> canvas(const Reference &reference);
/// Forgets whatever lies in the folder and is not of these.
void tidy(const QString &folder, const QList<Reference> &kept);

} // namespace lightwell::referencefiles
