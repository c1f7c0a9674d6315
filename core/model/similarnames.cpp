// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/similarnames.h"

#include <QList>

#include <algorithm>

namespace lightwell {

namespace {

QString bare(const QString &name)
{
    QString result;
    for (const QChar letter : name) {
        if (letter.isLetterOrNumber()) {
            result.append(letter.toLower());
        }
    }
    return result;
}

struct Scored
{
    double distance = 0; // 0 is the same, 1 has nothing in common
    QString name;
};

double distanceOf(const QString &asked, const QString &candidate)
{
    const qsizetype longer = std::max(asked.size(), candidate.size());
    const qsizetype shorter = std::min(asked.size(), candidate.size());
    if (longer == 0) {
        return 1;
    }
    const double byEdits = static_cast<double>(editDistance(asked, candidate)) / static_cast<double>(longer);
    // "flux" is near "flux2pro": whoever writes the beginning means one of these.
    const bool contained = shorter >= 3 && (candidate.contains(asked) || asked.contains(candidate));
    const double byPart = contained ? 0.35 - 0.3 * static_cast<double>(shorter) / static_cast<double>(longer) : 1;
    return std::min(byEdits, byPart);
}

} // namespace

int editDistance(const QString &left, const QString &right)
{
    const qsizetype width = right.size() + 1;
    QList<int> beforeLast(width);
    QList<int> last(width);
    QList<int> current(width);
    for (qsizetype column = 0; column < width; ++column) {
        last[column] = static_cast<int>(column);
    }
    for (qsizetype row = 1; row <= left.size(); ++row) {
        current[0] = static_cast<int>(row);
        for (qsizetype column = 1; column < width; ++column) {
            const bool same = left[row - 1] == right[column - 1];
            int best = std::min({last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1)});
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]) {
                best = std::min(best, beforeLast[column - 2] + 1);
            }
            current[column] = best;
        }
        beforeLast.swap(last);
        last.swap(current);
    }
    return last[width - 1];
}

QStringList similarNames(const QString &name, const QStringList &candidates, int count)
{
    constexpr double near = 0.4;
    constexpr qsizetype longestUseful = 80; // longer input is no slip of the keyboard
    const QString asked = bare(name.left(longestUseful));
    QList<Scored> found;
    for (const QString &candidate : candidates) {
        const double distance = distanceOf(asked, bare(candidate));
        if (distance <= near) {
            found.append({distance, candidate});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Scored &left, const Scored &right) { return left.distance < right.distance; });
    QStringList result;
    for (const Scored &scored : found) {
        if (result.size() < count && !result.contains(scored.name, Qt::CaseInsensitive)) {
            result.append(scored.name);
        }
    }
    return result;
}

} // namespace lightwell
