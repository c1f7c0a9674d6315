// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparerun.h"

namespace lightwell {

/// What is written down of a run, so that it is there again after a restart: which generations it was made of. What was
/// asked and what came of it is in the journal.
struct KeptRun
{
    QDateTime startedAt;
    QStringList models; ///< of the columns
    /// A cell each, row by row: its tries, the one that is shown last.
    QList<QStringList> cells;
    QList<int> off = {}; ///< the cells that were taken off the page

    [[nodiscard]] QStringList generations() const; ///< of all tries
    friend bool operator==(const KeptRun &, const KeptRun &) = default;
};

[[nodiscard]] KeptRun keptOf(const CompareRun &run);
/// The run as it was, with what is known of its generations. Cells whose record is not there say so (isLost); those
/// that still run are as if they were queued.
[[nodiscard]] CompareRun runOf(const KeptRun &kept, const QHash<QString, Generation> &found, const Catalog &catalog);

[[nodiscard]] QByteArray writeKept(const QList<KeptRun> &runs);
/// Without what is no run: damaged settings bring back less.
[[nodiscard]] QList<KeptRun> readKept(const QByteArray &written);

} // namespace lightwell
