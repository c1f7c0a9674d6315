// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

namespace lightwell::test {

/// What the vendors and the clients saw. Requests are known by their number.
struct Evidence
{
    QStringList providers;
    QHash<int, int> billed; ///< how often each was; under -1, what names no number
    QMap<QString, int> billedBy; ///< a provider
    QSet<int> delivered; ///< answered with pictures
    QMap<int, int> answers; ///< by their status; 0: none came
    QList<qint64> memory; ///< KiB of the gateway's last process, as it went on
    int starts = 0;
    int kills = 0;
    int faults = 0;
};

/// Compares it with the books of the home, which nobody uses any more. Yields what is not as it should be; `table`
/// gets a line for each provider.
[[nodiscard]] QStringList audit(const QString &home, const Evidence &evidence, QStringList &table);

/// Generations under way, while a program works in that home.
[[nodiscard]] int runningIn(const QString &home);

} // namespace lightwell::test
