// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/words/unread.h"

#include "providers/sketchbook/words/lexicon.h"
#include "providers/sketchbook/words/smallwords.h"

#include <QSet>

namespace lightwell::sketchbook {

namespace {

/// "vitamin c", "plan b": a letter alone says nothing; a sign of Chinese or an emoji does.
bool isLoneLetter(const QString &plain)
{
    return plain.size() == 1 && plain.at(0) >= u'a' && plain.at(0) <= u'z';
}

} // namespace

QStringList unreadWords(const QString &prompt, const std::function<bool(const QString &)> &known)
{
    constexpr qsizetype reachOfNegation = 2; // words, as the reader has it
    const QList<SpelledWord> words = spellWords(prompt);
    QStringList unread;
    QSet<QString> seen;
    qsizetype unwantedUntil = -1;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &plain = words.at(i).plain;
        if (i + 1 < words.size() && lookUp(QString(plain + u' ' + words.at(i + 1).plain))) {
            ++i;
            unwantedUntil = -1;
            continue;
        }
        if (const auto meaning = lookUp(plain)) {
            unwantedUntil = std::holds_alternative<Negation>(meaning->sense) ? i + reachOfNegation : -1;
            continue;
        }
        if (i <= unwantedUntil || isLoneLetter(plain) || isSmallWord(words.at(i).written.toLower())
            || (known && known(plain)) || seen.contains(plain)) {
            continue;
        }
        seen.insert(plain);
        unread.append(words.at(i).written);
    }
    return unread;
}

} // namespace lightwell::sketchbook
