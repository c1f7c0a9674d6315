// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/searchwords.h"

using namespace Qt::StringLiterals;

namespace lightwell::searchwords {

namespace {

bool hasNoSpaces(char32_t letter)
{
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
    case QChar::Script_Yi:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
        return true;
    default:
        return false;
    }
}

enum class Part {
    OfWord, ///< goes on with the word before it
    Word, ///< of its own
    Sign, ///< which no index would take as a word
    Nothing, ///< parts words
};

Part partOf(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return Part::OfWord;
    case QChar::Symbol_Other:
        return Part::Sign;
    default:
        break;
    }
    if (!QChar::isLetterOrNumber(letter)) {
        return Part::Nothing;
    }
    constexpr char32_t longVowel = 0x30FC; // of Japanese, in Unicode of no script
    return hasNoSpaces(letter) || letter == longVowel ? Part::Word : Part::OfWord;
}

/// It chooses how the sign before it looks, or stands for half a letter.
bool meansNothing(char32_t letter)
{
    return letter == QChar::ReplacementCharacter || (letter >= 0xFE00 && letter <= 0xFE0F)
        || (letter >= 0xE0100 && letter <= 0xE01EF);
}

/// By a word of letters that nobody writes.
QString nameOfSign(char32_t sign)
{
    return u"zzsign%1"_s.arg(static_cast<uint>(sign), 0, 16);
}

} // namespace

QString of(const QStringList &texts)
{
    QString words;
    bool isParted = true;
    const auto part = [&words, &isParted] {
        if (!isParted) {
            words += u' ';
            isParted = true;
        }
    };
    for (const QString &text : texts) {
        part();
        const auto letters = text.normalized(QString::NormalizationForm_KC).toUcs4();
        bool isOwnWord = false;
        for (const char32_t letter : letters) {
            if (meansNothing(letter)) {
                continue;
            }
            const Part kind = partOf(letter);
            const bool isMark = kind == Part::OfWord && QChar::isMark(letter);
            if (kind != Part::OfWord || (isOwnWord && !isMark)) {
                part();
            }
            if (kind == Part::Nothing) {
                isOwnWord = false;
                continue;
            }
            words += kind == Part::Sign ? nameOfSign(letter) : QString::fromUcs4(&letter, 1);
            isParted = false;
            isOwnWord = isMark ? isOwnWord : kind != Part::OfWord;
        }
    }
    return words.trimmed();
}

QStringList phrasesIn(const QString &input)
{
    constexpr qsizetype maxPhrases = 64;
    QStringList phrases;
    const QStringList parts = input.split(u'"');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isQuoted = i % 2 == 1;
        const QStringList terms = isQuoted ? QStringList(parts.at(i)) : parts.at(i).simplified().split(u' ');
        for (const QString &term : terms) {
            const QString words = of({term});
            if (!words.isEmpty()) {
                phrases.append(words);
            }
        }
    }
    phrases.removeDuplicates();
    return phrases.mid(0, maxPhrases);
}

} // namespace lightwell::searchwords
