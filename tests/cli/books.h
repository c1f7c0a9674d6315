// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"
#include "core/ledger/ledger.h"
#include "core/storage/store.h"
#include "core/wording/wording.h"

#include <QDirIterator>
#include <QSet>

namespace lightwell::test {

/// What a home has in its books and on its disk, read as the next program would.
struct Books
{
    explicit Books(const QString &home)
    {
        const auto store = Store::open(home + QStringLiteral("/lightwell.db"));
        if (!store) {
            qFatal("%s", qPrintable(wording::sentence(store.error())));
        }
        Journal journal(**store);
        generations = journal.list(1000).result().value();
        usage = Ledger(**store).usage({}).result().value();
        QDirIterator all(home + QStringLiteral("/media"), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QFileInfo file(all.next());
            if (file.completeBaseName().size() == 64) { // not one that has no name of its own yet
                files.insert(file.filePath());
            }
        }
    }
    /// What has come to the books of it since `earlier`.
    [[nodiscard]] std::optional<Generation> newestOf(const QString &model, const Books &earlier) const
    {
        for (const Generation &generation : generations.first(generations.size() - earlier.generations.size())) {
            if (generation.request.model == model) {
                return generation;
            }
        }
        return std::nullopt;
    }
    /// Pictures on the disk of which the books know nothing, and those they know and that are not there.
    [[nodiscard]] QStringList lost() const
    {
        QSet<QString> known;
        for (const Generation &generation : generations) {
            for (const Picture &picture : generation.pictures) {
                known.insert(picture.path);
            }
        }
        return ((files - known) + (known - files)).values();
    }
    QList<Generation> generations;
    Usage usage;
    QSet<QString> files; ///< pictures
};

} // namespace lightwell::test
