// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/poster/headline.h"

#include <algorithm>

namespace lightwell::sketchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortEnough = 4;
constexpr qsizetype longest = 6; // words of a title

/// The words [from, to) of a prompt.
struct Part
{
    qsizetype from = 0;
    qsizetype to = 0;
    [[nodiscard]] bool isEmpty() const { return to <= from; }
    [[nodiscard]] qsizetype size() const { return to - from; }
};

QString bare(const QString &word)
{
    QString letters;
    for (const QChar letter : word) {
        if (letter.isLetterOrNumber()) {
            letters += letter.toLower();
        }
    }
    return letters;
}

bool isOneOf(const QString &word, const char *words)
{
    const QStringList list = QString::fromUtf8(words).split(u' ');
    return list.contains(bare(word));
}

bool isQuote(QChar sign)
{
    return QStringView(u"\"\u201c\u201d\u201e\u00ab\u00bb").contains(sign);
}

Part quoted(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!isQuote(words.at(i).front())) {
            continue;
        }
        for (qsizetype k = i; k < std::min(words.size(), i + longest); ++k) {
            const QString &word = words.at(k);
            const bool closes = std::any_of(word.cbegin() + 1, word.cend(), isQuote);
            if (closes && (k > i || word.size() > 2)) {
                return {i, k + 1};
            }
        }
    }
    return {};
}

bool isLoud(const QString &word)
{
    const auto letters = std::count_if(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter(); });
    return letters > 0 && word == word.toUpper() && word != word.toLower();
}

/// The longest run of words in capitals, unless everything is.
Part loud(const QStringList &words)
{
    Part best;
    for (qsizetype i = 0; i < words.size();) {
        qsizetype k = i;
        qsizetype letters = 0;
        for (; k < words.size() && (isLoud(words.at(k)) || (k > i && bare(words.at(k)) == bare(words.at(k)).toUpper()));
             ++k) {
            letters += bare(words.at(k)).size();
            if (words.at(k).back().isPunct() && words.at(k).back() != u'-') {
                ++k;
                break;
            }
        }
        if (letters > 2 && k - i > best.size() && k - i <= longest) {
            best = {i, k};
        }
        i = std::max(i + 1, k);
    }
    return best.size() == words.size() ? Part() : best;
}

Part beforeColon(const QStringList &words)
{
    for (qsizetype i = 0; i < std::min(words.size() - 1, longest); ++i) {
        const bool dash =
            bare(words.at(i + 1)).isEmpty() && words.at(i + 1).front().category() == QChar::Punctuation_Dash;
        if (words.at(i).endsWith(u':') || dash) {
            return {0, i + 1};
        }
    }
    return {};
}

bool isArticle(const QString &word)
{
    return isOneOf(word, "a an the ein eine der die das un une le la el");
}

/// Up to the first sign or the first small word after something was said.
Part firstPhrase(const QStringList &words)
{
    Part part;
    while (part.from < words.size() - 1 && isArticle(words.at(part.from))) {
        ++part.from;
    }
    part.to = part.from;
    while (part.to < words.size() && part.size() < shortEnough) {
        const QString &word = words.at(part.to);
        if (!part.isEmpty()
            && isOneOf(word,
                       "with in on at by and for from over under near of to that which is are mit im am auf und "
                       "bei avec dans sur et con en y")) {
            break;
        }
        ++part.to;
        if (QStringView(u",.;!?").contains(word.back())) {
            break;
        }
    }
    return part;
}

QStringList withoutLead(const QStringList &words)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(words.size(), 5); ++i) {
        if (!isOneOf(words.at(i), "poster flyer plakat affiche cartel")) {
            continue;
        }
        qsizetype next = i + 1;
        while (next < words.size()
               && isOneOf(words.at(next),
                          "for of about saying that says with the words word text title reading "
                          "fur zu mit dem pour de con para a an")) {
            ++next;
        }
        return next < words.size() && next > i + 1 ? words.mid(next) : words;
    }
    return words;
}

/// Signs that only divided the words are not set.
void trim(QStringList &words)
{
    if (words.isEmpty()) {
        return;
    }
    QString &first = words.first();
    while (!first.isEmpty() && (isQuote(first.front()) || QStringView(u",;:-\u2013\u2014").contains(first.front()))) {
        first.remove(0, 1);
    }
    QString &last = words.last();
    while (!last.isEmpty() && (isQuote(last.back()) || QStringView(u",;:.-\u2013\u2014").contains(last.back()))) {
        last.chop(1);
    }
    words.removeAll(QString());
}

} // namespace

Wording wordingOf(const QStringList &prompt)
{
    Part title = quoted(prompt);
    const QStringList words = title.isEmpty() ? withoutLead(prompt) : prompt;
    for (Part (*rule)(const QStringList &) : {loud, beforeColon}) {
        if (title.isEmpty() && words.size() > 1) {
            title = rule(words);
        }
    }
    if (title.isEmpty()) {
        title = words.size() <= shortEnough ? Part {0, words.size()} : firstPhrase(words);
    }
    const QStringList before = words.mid(0, title.from);
    const bool onlyArticles = std::all_of(before.cbegin(), before.cend(), isArticle);
    Wording wording {words.mid(title.from, title.size()),
                     (onlyArticles ? QStringList() : before) + words.mid(title.to)};
    trim(wording.title);
    trim(wording.text);
    if (!wording.title.isEmpty()) {
        QString &first = wording.title.first();
        first.replace(0, 1, first.at(0).toUpper());
    }
    return wording;
}

QStringList wordsOutsideQuotes(const QStringList &words)
{
    const Part title = quoted(words);
    return words.mid(0, title.from) + words.mid(title.to);
}

} // namespace lightwell::sketchbook
