// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/oldarrivals.h"

#include "core/async/whendone.h"
#include "core/journal/journal.h"
#include "core/storage/mediastore.h"

#include <QtConcurrentRun>

namespace lightwell {

void forgetOldArrivals(const EngineParts &parts, QObject *context)
{
    Journal *journal = &parts.journal;
    const MediaStore *media = &parts.media;
    const auto looking = QtConcurrent::run([media] { return media->generationsNoted(); });
    whenDone(looking, context, [context, journal, media](const QStringList &ids) {
        for (const QString &id : ids) {
            whenDone(journal->find(id), context, [journal, media, id](const std::optional<Generation> &known) {
                // What nobody could ask for yet may be asked for later, and then finds them.
                const bool isOver =
                    known && known->status != GenerationStatus::Running && known->status != GenerationStatus::Unknown;
                if (isOver) {
                    static_cast<void>(QtConcurrent::run([journal, media, id] { journal->forgetArrivals(*media, id); }));
                }
            });
        }
    });
}

} // namespace lightwell
