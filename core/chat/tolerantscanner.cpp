// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/tolerantscanner.h"

#include "core/chat/barewords.h"
#include "core/chat/tolerantletters.h"

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace tolerantletters;

namespace {

constexpr qsizetype maxCommentLength = 4096;
constexpr int maxRecoveries = 64; ///< each has read to the end of the text in vain

bool isJsonSpace(QChar letter)
{
    return letter == u' ' || letter == u'\n' || letter == u'\r' || letter == u'\t';
}

bool isHexadecimal(QStringView digits)
{
    return std::all_of(digits.begin(), digits.end(), [](QChar letter) {
        return (letter >= u'0' && letter <= u'9') || (letter.toLower() >= u'a' && letter.toLower() <= u'f');
    });
}

} // namespace

bool TolerantScanner::isQuote(QChar letter)
{
    return letter == u'"' || letter == u'\'' || letter == u'`' || closing(letter) != letter;
}

void TolerantScanner::skipFiller()
{
    bool isForeign = false;
    m_at = pastFiller(m_at, &isForeign);
    countRepair(isForeign);
}

/// `isForeign`: it is not white space by JSON's grammar.
qsizetype TolerantScanner::pastFiller(qsizetype at, bool *isForeign) const
{
    while (at < m_text.size()) {
        const QChar letter = m_text.at(at);
        qsizetype next = at;
        if (isSpace(letter)) {
            next = at + 1;
        } else {
            next = pastComment(at);
        }
        if (next == at) {
            break;
        }
        if (isForeign && !isJsonSpace(letter)) {
            *isForeign = true;
        }
        at = next;
    }
    return at;
}

/// `at` itself where there is none.
qsizetype TolerantScanner::pastComment(qsizetype at) const
{
    const bool isLine = letterAt(at) == u'#' || (letterAt(at) == u'/' && letterAt(at + 1) == u'/');
    const bool isBlock = letterAt(at) == u'/' && letterAt(at + 1) == u'*';
    if (!isLine && !isBlock) {
        return at;
    }
    const QStringView near = m_text.mid(at, maxCommentLength);
    const qsizetype end = isLine ? near.indexOf(u'\n') : near.indexOf("*/"_L1, 2);
    return at + (end < 0 ? near.size() : end + (isLine ? 1 : 2));
}

bool TolerantScanner::skipPlus()
{
    const qsizetype plus = pastFiller(m_at);
    const qsizetype next = pastFiller(plus + 1);
    if (letterAt(plus) != u'+' || !isQuote(letterAt(next))) {
        return false;
    }
    countRepair();
    m_at = next;
    return true;
}

void TolerantScanner::takeText(Place place, qsizetype depth, QString &json)
{
    const QChar quote = peek();
    countRepair(quote != u'"');
    if (letterAt(m_at + 1) == quote && letterAt(m_at + 2) == quote) {
        takeTriple(quote, json);
        return;
    }
    const qsizetype start = ++m_at;
    const qsizetype written = json.size();
    const int repaired = m_repairs;
    const QChar closer = closing(quote);
    qsizetype inner = -1; // the last quote inside of the text
    qsizetype end = -1; // where it ends, as its own quote is missing
    while (!atEnd()) {
        if (peek() != closer) {
            takePlainLetters(closer, json);
            continue;
        }
        if (isEndOfText(m_at, place)) {
            skip();
            return;
        }
        if (place == Place::Member && inner >= 0 && letterAt(pastFiller(m_at + 1)) == u':'
            && isBetweenMembers(inner - 1)) {
            end = withoutSpaceOrComma(start, inner); // these two quotes are those of the next name
            break;
        }
        countRepair();
        json += barewords::escaped(closer);
        inner = m_at;
        skip();
    }
    json.truncate(written);
    m_at = start;
    m_repairs = repaired + 1;
    if (end < 0) {
        end = ++m_recoveries > maxRecoveries ? m_text.size() : likelyEnd(start, depth);
    }
    while (m_at < end) {
        takeLetter(json);
    }
    if (end == m_text.size()) {
        runOut();
    }
}

/// Python's """ """.
void TolerantScanner::takeTriple(QChar quote, QString &json)
{
    constexpr qsizetype quotes = 3;
    countRepair();
    skip(quotes);
    const QString closer(quotes, quote);
    const qsizetype found = m_text.indexOf(closer, m_at);
    const qsizetype end = found < 0 ? m_text.size() : found;
    while (m_at < end) {
        takeLetter(json);
    }
    if (found < 0) {
        runOut();
    }
    skip(quotes);
}

/// All that can stand as it is, or one letter that cannot.
void TolerantScanner::takePlainLetters(QChar closer, QString &json)
{
    constexpr char16_t firstPrintable = 0x20;
    qsizetype end = m_at;
    while (end < m_text.size() && m_text.at(end) != closer && m_text.at(end) != u'\\' && m_text.at(end) != u'"'
           && m_text.at(end).unicode() >= firstPrintable) {
        ++end;
    }
    if (end == m_at) {
        takeLetter(json);
        return;
    }
    json += m_text.mid(m_at, end - m_at);
    m_at = end;
}

void TolerantScanner::takeLetter(QString &json)
{
    const QChar letter = peek();
    if (letter == u'\\') {
        takeEscape(json);
        return;
    }
    if (letter == u'"' || letter.unicode() < 0x20) {
        countRepair();
        json += barewords::escaped(letter);
    } else {
        json += letter;
    }
    skip();
}

void TolerantScanner::takeEscape(QString &json)
{
    constexpr qsizetype unicodeDigits = 4;
    const QChar kind = letterAt(m_at + 1);
    const QStringView four = m_text.mid(std::min(m_at + 2, m_text.size()), unicodeDigits);
    if (kind == u'u' && four.size() == unicodeDigits && isHexadecimal(four)) {
        json += m_text.mid(m_at, 2 + unicodeDigits);
        skip(2 + unicodeDigits);
        return;
    }
    if (QStringView(u"\"\\/bfnrt").contains(kind) && !kind.isNull()) {
        json += m_text.mid(m_at, 2);
        skip(2);
        return;
    }
    countRepair();
    const QStringView two = m_text.mid(std::min(m_at + 2, m_text.size()), 2);
    if (kind == u'x' && two.size() == 2 && isHexadecimal(two)) {
        json += "\\u00"_L1 + two;
        skip(4);
    } else if (kind == u'\n') { // the line goes on
        skip(2);
    } else if (kind == u'\'' || kind == u'`') {
        json += kind;
        skip(2);
    } else { // C:\pictures
        json += "\\\\"_L1;
        skip();
    }
}

QString TolerantScanner::takeBareName()
{
    const qsizetype start = m_at;
    while (!atEnd() && !isBracket(peek()) && peek() != u':' && peek() != u'=' && peek() != u',' && peek() != u'\n'
           && !isQuote(peek())) {
        skip();
    }
    const QString name = m_text.mid(start, m_at - start).trimmed().toString();
    if (name.isEmpty()) {
        m_at = start;
    }
    return name;
}

QString TolerantScanner::takeWord()
{
    const qsizetype start = m_at;
    while (!atEnd() && !isBracket(peek()) && !isSpace(peek()) && peek() != u',' && peek() != u';' && peek() != u'"'
           && !(peek() == u'/' && letterAt(m_at + 1) == u'*')) {
        skip();
    }
    return m_text.mid(start, m_at - start).toString();
}

QString TolerantScanner::takeRestOfBareText()
{
    const qsizetype start = m_at;
    while (!atEnd() && peek() != u',' && peek() != u'}' && peek() != u']' && peek() != u'\n'
           && !(isQuote(peek()) && looksLikeMember(m_at)) && !(isSpace(peek()) && pastComment(m_at + 1) > m_at + 1)) {
        skip();
    }
    qsizetype end = m_at;
    while (end > start && isSpace(m_text.at(end - 1))) {
        --end;
    }
    return m_text.mid(start, end - start).toString();
}

} // namespace lightwell
