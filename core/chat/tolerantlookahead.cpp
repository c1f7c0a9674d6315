// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text of damaged JSON ends, told by what follows.
#include "core/chat/tolerantletters.h"
#include "core/chat/tolerantscanner.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace tolerantletters;

namespace {

/// How far is looked for the end of a name: each quote inside a text looks, and all of it must not take long.
constexpr qsizetype maxNameLength = 512;

} // namespace

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

} // namespace lightwell
