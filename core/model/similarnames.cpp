// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/similarnames.h"

#include <QList>
#include <QVarLengthArray>

#include <algorithm>
#include <bit>

namespace lightwell {

namespace {

constexpr double near = 0.4; // 0 is the same, 1 has nothing in common

/// A name as it is compared: only letters and digits, small.
struct Compared
{
    QString letters;
    quint64 kinds = 0; ///< a bit for each kind of letter there is
};

QChar small(QChar letter)
{
    const char16_t code = letter.unicode();
    constexpr char16_t ascii = 0x80;
    return code < ascii ? (code >= u'A' && code <= u'Z' ? QChar(char16_t(code + (u'a' - u'A'))) : letter)
                        : letter.toLower();
}

/// Into what is there, since a catalog has tens of thousands of names.
void compare(const QString &name, Compared &result)
{
    constexpr uint bits = 64;
    result.letters.resize(0);
    result.kinds = 0;
    for (const QChar letter : name) {
        if (letter.isLetterOrNumber()) {
            const QChar plain = small(letter);
            result.letters.append(plain);
            result.kinds |= quint64(1) << (plain.unicode() % bits);
        }
    }
}

/// "flux-2pro" has "flux", "2", "pro".
QStringList wordsOf(const QString &name)
{
    QStringList words;
    QChar before = u' ';
    for (const QChar letter : name) {
        if (letter.isLetterOrNumber()) {
            if (!before.isLetterOrNumber() || before.isDigit() != letter.isDigit()) {
                words.append(QString());
            }
            words.last().append(small(letter));
        }
        before = letter;
    }
    return words;
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

/// Whether all letters of one are letters of the other, as they must be where its words are.
bool hasLettersOf(const Compared &whole, const Compared &part)
{
    return (part.kinds & ~whole.kinds) == 0;
}

/// Whoever writes "pro flux 2" or "kontext max" means the name that has all these words, in whatever order.
bool hasWords(const QString &name, const QStringList &asked)
{
    constexpr qsizetype shortestBeginning = 3;
    const QStringList words = wordsOf(name);
    return std::all_of(asked.cbegin(), asked.cend(), [&words](const QString &word) {
        return std::any_of(words.cbegin(), words.cend(), [&word](const QString &other) {
            return word.size() >= shortestBeginning ? other.startsWith(word) : other == word;
        });
    });
}

double distanceOf(const Compared &asked, const QStringList &words, const Compared &candidate, const QString &name)
{
    constexpr qsizetype shortestPart = 3;
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
    const bool contained = shorter >= shortestPart
        && ((hasLettersOf(candidate, asked) && candidate.letters.contains(asked.letters))
            || (hasLettersOf(asked, candidate) && asked.letters.contains(candidate.letters)));
    if (contained || (words.size() > 1 && hasLettersOf(candidate, asked) && hasWords(name, words))) {
        distance = std::min(distance, 0.35 - 0.3 * static_cast<double>(shorter) / static_cast<double>(longer));
    }
    return distance;
}

} // namespace

int editDistance(const QString &left, const QString &right)
{
    const qsizetype width = right.size() + 1;
    constexpr qsizetype usual = 128;
    QVarLengthArray<int, usual> beforeLast(width);
    QVarLengthArray<int, usual> last(width);
    QVarLengthArray<int, usual> current(width);
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
        std::copy(last.cbegin(), last.cend(), beforeLast.begin());
        std::copy(current.cbegin(), current.cend(), last.begin());
    }
    return last[width - 1];
}

QStringList similarNames(const QString &name, const QStringList &candidates, int count)
{
    constexpr qsizetype longestUseful = 80; // longer input is no slip of the keyboard
    Compared asked;
    compare(name.left(longestUseful), asked);
    const QStringList words = wordsOf(name.left(longestUseful));
    Compared other;
    QList<Scored> found;
    for (const QString &candidate : candidates) {
        compare(candidate, other);
        const double distance = distanceOf(asked, words, other, candidate);
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
