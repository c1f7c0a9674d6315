// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/displaytext.h"

#include <algorithm>
#include <array>

namespace lightwell {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t pictures = 0x2400; ///< of the ASCII controls, in their order
constexpr char32_t pictureOfDelete = 0x2421;

struct Range
{
    char32_t first;
    char32_t last;
};

template<std::size_t N>
constexpr bool contains(const std::array<Range, N> &ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const Range &range) { return c >= range.first && c <= range.last; });
}

/// Acts, hides or is no character, above ASCII.
constexpr std::array hidden {
    Range {0x80, 0x9F}, // C1: terminals take U+009B for an escape and a bracket
    Range {0xAD, 0xAD}, // soft hyphen
    Range {0x34F, 0x34F}, // grapheme joiner
    Range {0x61C, 0x61C}, // Arabic letter mark
    Range {0x115F, 0x1160}, // Hangul fillers
    Range {0x17B4, 0x17B5}, // Khmer inherent vowels
    Range {0x180E, 0x180E},   Range {0x200B, 0x200B}, // zero-width space
    Range {0x200E, 0x200F}, // marks, embeddings, overrides and isolates of direction; line and paragraph separator
    Range {0x2028, 0x202E},   Range {0x2060, 0x206F},
    Range {0x3164, 0x3164},   Range {0xD800, 0xDFFF}, // a half of a pair
    Range {0xFDD0, 0xFDEF},   Range {0xFEFF, 0xFEFF},
    Range {0xFFA0, 0xFFA0},   Range {0xFFF0, 0xFFFB}, // interlinear annotations
    Range {0x1BCA0, 0x1BCA3}, Range {0x1D173, 0x1D17A},
    Range {0xE0000, 0xE00FF}, // tags: whole sentences that nobody sees
    Range {0xE01F0, 0xE0FFF},
};

constexpr std::array selectors {
    Range {0x180B, 0x180D},
    Range {0x180F, 0x180F},
    Range {0xFE00, 0xFE0F},
    Range {0xE0100, 0xE01EF},
};

constexpr std::array wide {
    Range {0x1100, 0x115F},   Range {0x231A, 0x231B},   Range {0x2E80, 0x303E},   Range {0x3041, 0xA4CF},
    Range {0xA960, 0xA97F},   Range {0xAC00, 0xD7A3},   Range {0xF900, 0xFAFF},   Range {0xFE30, 0xFE6F},
    Range {0xFF01, 0xFF60},   Range {0xFFE0, 0xFFE6},   Range {0x16FE0, 0x18DFF}, Range {0x1B000, 0x1B2FF},
    Range {0x1F200, 0x1F2FF}, Range {0x1F300, 0x1F64F}, Range {0x1F680, 0x1F6FF}, Range {0x1F900, 0x1F9FF},
    Range {0x1FA70, 0x1FAFF}, Range {0x20000, 0x3FFFD},
};

constexpr bool isJoiner(char32_t c)
{
    return c == 0x200C || c == 0x200D;
}

bool isHidden(char32_t c)
{
    return (c & 0xFFFE) == 0xFFFE || contains(hidden, c);
}

/// The character at `at`, which is moved behind it.
char32_t next(const QString &text, qsizetype &at)
{
    const QChar first = text.at(at++);
    if (first.isHighSurrogate() && at < text.size() && text.at(at).isLowSurrogate()) {
        return QChar::surrogateToUcs4(first, text.at(at++));
    }
    return first.unicode();
}

void append(QString &text, char32_t c)
{
    text += QChar::fromUcs4(c);
}

/// What the next character may be hung on.
enum class Before { Nothing, Visible, Selector };

char32_t shownFor(char32_t c, LineBreaks breaks, Before &before)
{
    if (c == U'\n' && breaks == LineBreaks::Kept) {
        before = Before::Nothing;
        return c;
    }
    if (contains(selectors, c) || isJoiner(c)) {
        const bool belongs = before == Before::Visible || (before == Before::Selector && isJoiner(c));
        before = belongs && !isJoiner(c) ? Before::Selector : Before::Nothing;
        return belongs ? c : replacement;
    }
    before = Before::Visible;
    if (c == U'\t') {
        c = U' ';
    }
    if (c == U' ') {
        before = Before::Nothing;
        return c;
    }
    if (c < 0x20) {
        return pictures + c;
    }
    return c == 0x7F ? pictureOfDelete : isHidden(c) ? replacement : c;
}

bool isPlainAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

/// Above ASCII there is nothing in JSON but what stands inside of strings.
QByteArray escapedRun(const QString &text)
{
    QString escaped;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype begin = at;
        const char32_t c = next(text, at);
        const QStringView units = QStringView(text).sliced(begin, at - begin);
        if (c != 0x7F && !isHidden(c)) {
            escaped += units;
            continue;
        }
        for (const QChar unit : units) {
            escaped += QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
        }
    }
    return escaped.toUtf8();
}

} // namespace

QString displayText(const QString &text, LineBreaks breaks)
{
    if (isPlainAscii(text)) {
        return text;
    }
    QString shown;
    shown.reserve(text.size());
    Before before = Before::Nothing;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = next(text, at);
        if (c == U'\r' && breaks == LineBreaks::Kept && at < text.size() && text.at(at) == u'\n') {
            continue; // one line's end of two characters
        }
        append(shown, shownFor(c, breaks, before));
    }
    return shown;
}

bool isDisplayable(const QString &text)
{
    return displayText(text) == text;
}

QString shortened(const QString &text, qsizetype most)
{
    if (text.size() <= most) {
        return text;
    }
    qsizetype kept = std::max<qsizetype>(most - 1, 0);
    if (kept > 0 && text.at(kept - 1).isHighSurrogate()) {
        --kept;
    }
    return text.left(kept) + u'…';
}

qsizetype columnsOf(const QString &text)
{
    qsizetype columns = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = next(text, at);
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || isJoiner(c)) {
            continue;
        }
        columns += contains(wide, c) ? 2 : 1;
    }
    return columns;
}

QByteArray escapedJson(const QByteArray &json)
{
    const auto isPlain = [](char c) { return static_cast<unsigned char>(c) < 0x7F; };
    auto rest = std::find_if_not(json.cbegin(), json.cend(), isPlain);
    if (rest == json.cend()) {
        return json;
    }
    QByteArray escaped;
    escaped.reserve(json.size() + 64);
    auto plain = json.cbegin();
    while (rest != json.cend()) {
        escaped.append(plain, rest - plain);
        plain = std::find_if(rest, json.cend(), isPlain);
        escaped += escapedRun(QString::fromUtf8(rest, plain - rest));
        rest = std::find_if_not(plain, json.cend(), isPlain);
    }
    return escaped.append(plain, rest - plain);
}

} // namespace lightwell
