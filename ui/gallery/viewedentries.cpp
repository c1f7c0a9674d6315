// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/viewedentries.h"

#include "core/catalog/catalog.h"
#include "ui/gallery/gallerytexts.h"
#include "ui/texts.h"

namespace lightwell {

QList<ViewedPicture> viewedEntries(const QList<LibraryEntry> &entries, const Catalog &catalog,
                                   const std::function<QString(const QString &id)> &providerName)
{
    QList<ViewedPicture> all;
    for (const LibraryEntry &entry : entries) {
        if (entry.picture.path.isEmpty()) {
            continue;
        }
        const Result<Resolution> found = catalog.resolve(entry.model);
        ViewedPicture it;
        it.id = entry.generation + u'.' + QString::number(entry.position);
        it.picture = entry.picture;
        it.generation = gallerytexts::asGeneration(entry);
        it.name = found ? found->model.name : entry.model;
        it.maker = found ? found->model.maker : QString();
        it.facts = providerName(entry.provider);
        it.cost = texts::spent(entry.cost);
        all.append(it);
    }
    return all;
}

} // namespace lightwell
