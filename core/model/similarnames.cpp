// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/similarnames.h"

#include <QList>

#include <algorithm>
#include <bit>

namespace lightwell {

namespace {

constexpr double near = 0.4; // 0 is the same, 1 has nothing in common

/// A name as it is compared: only letters and digits, small.
struct Compared
{
    QString letters;
    QStringList words; ///< "flux-2pro" has "flux", "2", "pro"
    quint64 kinds = 0; ///< a bit for each kind of letter there is
};

enum class Kind { Letter, Digit, Between };

Kind kindOf(QChar letter)
{
    return letter.isDigit() ? Kind::Digit : letter.isLetter() ? Kind::Letter : Kind::Between;
}

Compared compared(const QString &name)
{
    constexpr uint bits = 64;
    Compared result;
    result.letters.reserve(name.size());
    Kind before = Kind::Between;
    for (const QChar letter : name) {
        const Kind kind = letter.isLetterOrNumber() ? kindOf(letter) : Kind::Between;
        if (kind != Kind::Between) {
            const QChar small = letter.toLower();
            if (kind != before) {
                result.words.append(QString());
            }
            result.letters.append(small);
            result.words.last().append(small);
            result.kinds |= quint64(1) << (small.unicode() % bits);
        }
        before = kind;
    }
    return result;
}

struct Scored
{
    double distance = 0;
    QString name;
};

/// So many edits it takes at least: what only one of them has must come or go.
int leastEdits(const Compared &left, const Compared &right)
{
    const int only = std::max(std::popcount(left.kinds & ~right.kinds), std::popcount(right.kinds & ~left.kinds));
    return std::max(only, static_cast<int>(std::abs(left.letters.size() - right.letters.size())));
}

/// Whoever writes "pro flux 2" or "kontext max" means the name that has all these words, in whatever order.
bool hasWordsOf(const Compared &asked, const Compared &candidate)
{
    return asked.words.size() > 1
        && std::all_of(asked.words.cbegin(), asked.words.cend(), [&candidate](const QString &word) {
               return std::any_of(candidate.words.cbegin(), candidate.words.cend(), [&word](const QString &other) {
                   return word.size() > 2 ? other.startsWith(word) : other == word;
               });
           });
}

double distanceOf(const Compared &asked, const Compared &candidate)
{
    const qsizetype longer = std::max(asked.letters.size(), candidate.letters.size());
    const qsizetype shorter = std::min(asked.letters.size(), candidate.letters.size());
    if (shorter == 0) {
        return 1;
    }
    double distance = 1;
    if (leastEdits(asked, candidate) <= near * static_cast<double>(longer)) {
        distance = static_cast<double>(editDistance(asked.letters, candidate.letters)) / static_cast<double>(longer);
    }
    // "flux" is near "flux2pro": whoever writes the beginning means one of these.
    const bool contained =
        shorter >= 3 && (candidate.letters.contains(asked.letters) || asked.letters.contains(candidate.letters));
    if (contained || hasWordsOf(asked, candidate)) {
        distance = std::min(distance, 0.35 - 0.3 * static_cast<double>(shorter) / static_cast<double>(longer));
    }
    return distance;
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
    constexpr qsizetype longestUseful = 80; // longer input is no slip of the keyboard
    const Compared asked = compared(name.left(longestUseful));
    QList<Scored> found;
    for (const QString &candidate : candidates) {
        const double distance = distanceOf(asked, compared(candidate));
        if (distance <= near) {
            found.append({distance, candidate});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Scored &left, const Scored &right) { return left.distance < right.distance; });
    QStringList result;
    for (const Scored &scored : found) {
        if (result.size() >= count) {
            break;
        }
        if (!result.contains(scored.name, Qt::CaseInsensitive)) {
            result.append(scored.name);
        }
    }
    return result;
}

} // namespace lightwell
