// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/referencefiles.h"
#include "ui/views/viewedpicture.h"

#include <QObject>

#include <functional>

namespace lightwell {

/// Reads files of anywhere to be looked at closely, whichever program made them, with what each claims of how it was
/// made. On the thread pool; nothing of them is kept.
class DroppedPictures : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype most = 16; ///< at once; the rest is left out
    using Then = std::function<void(const QList<ViewedPicture> &)>;

    explicit DroppedPictures(QObject *parent = nullptr);
    void setRecipeInBooks(const referencefiles::RecipeOfContent &inBooks) { m_inBooks = inBooks; }
    /// Calls `then` with those that are pictures, in their order, if there is any.
    void read(const QList<referencefiles::Source> &sources, Then then);

Q_SIGNALS:
    /// A single one tells how it was made.
    void recipeFound(const QString &name, const lightwell::PictureClaims &claims);
    void refused(const QString &name, const lightwell::Error &error);

private:
    struct Batch;
    void take(Batch &batch, qsizetype place, const QString &name, const Result<referencefiles::Found> &found);
    referencefiles::RecipeOfContent m_inBooks;
};

} // namespace lightwell
