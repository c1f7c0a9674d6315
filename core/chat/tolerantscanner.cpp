// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/tolerantscanner.h"

#include "core/chat/barewords.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// How far is looked for the end of a name: each quote inside a text looks, and all of it must not take long.
constexpr qsizetype maxNameLength = 512;
constexpr qsizetype maxCommentLength = 4096;
constexpr int maxRecoveries = 64; ///< each has read to the end of the text in vain

bool isJsonSpace(QChar letter)
{
    return letter == u' ' || letter == u'\n' || letter == u'\r' || letter == u'\t';
}

bool isSpace(QChar letter)
{
    constexpr char16_t byteOrderMark = 0xfeff;
    constexpr char16_t zeroWidthSpace = 0x200b;
    return letter.isSpace() || letter == byteOrderMark || letter == zeroWidthSpace;
}

bool isBracket(QChar letter)
{
    return letter == u'{' || letter == u'}' || letter == u'[' || letter == u']' || letter == u'(' || letter == u')';
}

/// What ends a text that begins with this quote.
QChar closing(QChar quote)
{
    switch (quote.unicode()) {
    case u'\u201c':
        return u'\u201d';
    case u'\u2018':
        return u'\u2019';
    case u'\u00ab':
        return u'\u00bb';
    default:
        return quote;
    }
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

bool TolerantScanner::isEndOfText(qsizetype quote, Place place) const
{
    const qsizetype next = pastFiller(quote + 1);
    const QStringView between = m_text.mid(quote + 1, next - quote - 1);
    const bool newLine = between.contains(u'\n');
    if (next >= m_text.size()) {
        return true;
    }
    const QChar letter = m_text.at(next);
    if (place == Place::Name) {
        const bool isValue = isQuote(letter) || isBracket(letter) || letter == u'-' || letter.isDigit();
        return letter == u':' || letter == u'=' || letter == u',' || letter == u'}' || (!between.isEmpty() && isValue);
    }
    if (letter == u'}' || letter == u']' || letter == u')') {
        return true;
    }
    if (letter == u'+' && isQuote(letterAt(pastFiller(next + 1)))) {
        return true;
    }
    return place == Place::Member ? isEndOfMember(next, newLine) : isEndOfItem(next, newLine);
}

bool TolerantScanner::isEndOfMember(qsizetype next, bool newLine) const
{
    if (m_text.at(next) == u',' || m_text.at(next) == u';') {
        const qsizetype after = pastFiller(next + 1);
        const QChar letter = letterAt(after);
        return after >= m_text.size() || letter == u'}' || letter == u']' || letter == u',' || looksLikeMember(after);
    }
    return (newLine || isQuote(m_text.at(next))) && looksLikeMember(next);
}

bool TolerantScanner::isEndOfItem(qsizetype next, bool newLine) const
{
    const QChar letter = m_text.at(next);
    if (letter == u',' || letter == u';' || letter == u'{' || letter == u'[') {
        return true;
    }
    if (!isQuote(letter)) {
        return false;
    }
    const QChar after = letterAt(pastFiller(pastQuoted(next)));
    return newLine || after == u',' || after == u']' || isQuote(after);
}

/// Behind a text by JSON's grammar, or so far that nobody looks any further.
qsizetype TolerantScanner::pastQuoted(qsizetype at) const
{
    const QChar closer = closing(letterAt(at));
    const qsizetype end = std::min(m_text.size(), at + maxNameLength);
    for (qsizetype next = at + 1; next < end; ++next) {
        if (m_text.at(next) == u'\\') {
            ++next;
        } else if (m_text.at(next) == closer) {
            return next + 1;
        }
    }
    return end;
}

bool TolerantScanner::looksLikeMember(qsizetype at) const
{
    const qsizetype start = at;
    if (isQuote(letterAt(at))) {
        at = pastQuoted(at);
        if (at - start >= maxNameLength) {
            return true;
        }
    } else {
        while (at < m_text.size() && at - start < maxNameLength
               && (m_text.at(at).isLetterOrNumber() || m_text.at(at) == u'_' || m_text.at(at) == u'-'
                   || m_text.at(at) == u'$')) {
            ++at;
        }
        if (at == start) {
            return false;
        }
    }
    return letterAt(pastFiller(at)) == u':';
}

/// Whether a comma or the end of a line stands there, and nothing but white space behind it up to `at`.
bool TolerantScanner::isBetweenMembers(qsizetype at) const
{
    while (at >= 0 && isSpace(m_text.at(at)) && m_text.at(at) != u'\n') {
        --at;
    }
    return at >= 0 && (m_text.at(at) == u',' || m_text.at(at) == u'\n');
}

qsizetype TolerantScanner::withoutSpaceOrComma(qsizetype from, qsizetype end) const
{
    while (end > from && (isSpace(m_text.at(end - 1)) || m_text.at(end - 1) == u',')) {
        --end;
    }
    return end;
}

/// Where a text ends whose quote is missing: before what looks like the next member, or before the brackets that close
/// the whole; else at the end.
qsizetype TolerantScanner::likelyEnd(qsizetype from, qsizetype depth) const
{
    for (qsizetype at = from; at < m_text.size(); ++at) {
        const QChar letter = m_text.at(at);
        if ((letter == u',' || letter == u'\n') && looksLikeMember(pastFiller(at + 1))) {
            return withoutSpaceOrComma(from, at);
        }
    }
    qsizetype end = m_text.size();
    qsizetype closed = 0;
    for (qsizetype at = m_text.size(); at > from && closed < depth; --at) {
        const QChar letter = m_text.at(at - 1);
        if (letter == u'}' || letter == u']') {
            ++closed;
            end = at - 1;
        } else if (!isSpace(letter) && letter != u',') {
            break;
        }
    }
    return closed == 0 ? m_text.size() : withoutSpaceOrComma(from, end);
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
