// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/qualityscale.h"

#include <cstdlib>
#include <optional>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Rank
{
    const char *word;
    int level;
};

constexpr Rank ranks[] = {
    {"draft", 1},    {"flash", 1},   {"fast", 1},   {"low", 1},      {"turbo", 1}, {"medium", 2},
    {"standard", 2}, {"default", 2}, {"normal", 2}, {"balanced", 2}, {"high", 3},  {"hd", 3},
    {"quality", 3},  {"premium", 3}, {"xhigh", 4},  {"ultra", 4},    {"max", 5},
};

std::optional<int> levelOf(const QString &word)
{
    for (const Rank &rank : ranks) {
        if (word.compare(QLatin1StringView(rank.word), Qt::CaseInsensitive) == 0) {
            return rank.level;
        }
    }
    return std::nullopt;
}

} // namespace

bool isOnQualityScale(const QString &word)
{
    return levelOf(word).has_value() || word.compare("auto"_L1, Qt::CaseInsensitive) == 0;
}

QString nearestQuality(const QString &asked, const QStringList &known)
{
    const std::optional<int> wanted = levelOf(asked);
    QString best;
    int bestLevel = 0;
    for (const QString &word : known) {
        const std::optional<int> level = levelOf(word);
        if (!wanted || !level) {
            continue;
        }
        const int distance = std::abs(*level - *wanted);
        const int bestDistance = std::abs(bestLevel - *wanted);
        if (best.isEmpty() || distance < bestDistance || (distance == bestDistance && *level < bestLevel)) {
            best = word;
            bestLevel = *level;
        }
    }
    return best;
}

} // namespace lightwell
