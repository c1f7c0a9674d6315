// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/words/lexicon.h"

#include "providers/sketchbook/words/vocabulary.h"

#include <QHash>

namespace lightwell::sketchbook {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, Sense> build()
{
    QHash<QString, Sense> table;
    for (const QList<Entry> *entries : {&sceneWords(), &subjectWords(), &colourWords()}) {
        for (const Entry &entry : *entries) {
            const QStringList words = QString::fromLatin1(entry.words).split(u' ', Qt::SkipEmptyParts);
            for (const QString &word : words) {
                if (const QString key = QString(word).replace(u'_', u' '); !table.contains(key)) {
                    table.insert(key, entry.sense);
                }
            }
        }
    }
    return table;
}

/// The word without the endings of plurals and adjectives, most likely first.
QStringList stems(const QString &word)
{
    struct Ending
    {
        QLatin1StringView ending;
        QLatin1StringView instead;
    };
    static const Ending endings[] = {
        {"ies"_L1, "y"_L1}, {"ves"_L1, "f"_L1}, {"es"_L1, ""_L1},  {"s"_L1, ""_L1},   {"men"_L1, "man"_L1},
        {"ish"_L1, ""_L1},  {"y"_L1, ""_L1},    {"en"_L1, ""_L1},  {"er"_L1, ""_L1},  {"n"_L1, ""_L1},
        {"e"_L1, ""_L1},    {"ed"_L1, ""_L1},   {"lit"_L1, ""_L1}, {"ing"_L1, ""_L1},
    };
    QStringList result;
    for (const Ending &entry : endings) {
        if (word.endsWith(entry.ending) && word.size() - entry.ending.size() >= 3) {
            result.append(QString(word.chopped(entry.ending.size()) + entry.instead));
        }
    }
    return result;
}

/// What a sign of plain text does to the word it stands in: silent ones (accents, apostrophes) neither add nor end.
enum class Sign { Letter, Silent, Gap };

Sign signOf(QChar sign)
{
    if (sign.isMark()) {
        return Sign::Silent;
    }
    if (sign.isLetterOrNumber() || sign.isSurrogate()) {
        return Sign::Letter;
    }
    return sign == u'\'' || sign == u'\u2019' ? Sign::Silent : Sign::Gap;
}

} // namespace

QStringList splitWords(const QString &text)
{
    const QString plain = text.toLower().normalized(QString::NormalizationForm_KD);
    QStringList words;
    QString word;
    for (const QChar sign : plain) {
        const Sign kind = signOf(sign);
        if (kind == Sign::Letter) {
            word += sign;
        } else if (kind == Sign::Gap && !word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty()) {
        words.append(word);
    }
    for (QString &entry : words) {
        entry.replace(u"\u00df"_s, u"ss"_s);
    }
    return words;
}

QList<SpelledWord> spellWords(const QString &text)
{
    QList<SpelledWord> words;
    SpelledWord word;
    const auto close = [&] {
        while (word.written.endsWith(u'\'') || word.written.endsWith(u'\u2019')) {
            word.written.chop(1);
        }
        if (!word.plain.isEmpty()) {
            word.plain.replace(u"\u00df"_s, u"ss"_s);
            words.append(word);
        }
        word = {};
    };
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const QString written = text.mid(i, pair ? 2 : 1);
        i += written.size();
        // One sign can be several letters, even words: a ligature, "\u00bd".
        const QString plain = written.toLower().normalized(QString::NormalizationForm_KD);
        bool spelled = false;
        for (const QChar sign : plain) {
            const Sign kind = signOf(sign);
            if (kind == Sign::Gap) {
                close();
                spelled = false;
                continue;
            }
            if (!spelled && (kind == Sign::Letter || !word.plain.isEmpty())) {
                word.written += written;
                spelled = true;
            }
            if (kind == Sign::Letter) {
                word.plain += sign;
            }
        }
    }
    close();
    return words;
}

std::optional<Meaning> lookUp(const QString &word)
{
    static const QHash<QString, Sense> table = build();
    if (const auto found = table.constFind(word); found != table.cend()) {
        return Meaning {*found, false};
    }
    const QStringList candidates = stems(word);
    for (const QString &stem : candidates) {
        if (const auto found = table.constFind(stem); found != table.cend()) {
            return Meaning {*found, word.endsWith(u's') || word.endsWith(u"en"_s)};
        }
    }
    return std::nullopt;
}

} // namespace lightwell::sketchbook
