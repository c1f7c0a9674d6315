// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/glob.h"

#include <QString>

namespace lightwell {

namespace {

char16_t folded(QChar letter)
{
    const char16_t code = letter.unicode();
    return code >= u'A' && code <= u'Z' ? static_cast<char16_t>(code + (u'a' - u'A')) : code;
}

} // namespace

bool matchesGlob(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1; // the last one met, and the text it is tried at: no pattern takes more than product of both
    qsizetype resumed = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            resumed = t;
        } else if (p < pattern.size() && (pattern[p] == u'?' || folded(pattern[p]) == folded(text[t]))) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resumed;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*') {
        ++p;
    }
    return p == pattern.size();
}

bool isGlob(QStringView pattern)
{
    return pattern.contains(u'*') || pattern.contains(u'?');
}

QString likePattern(const QString &glob)
{
    QString like;
    for (const QChar letter : glob) {
        if (letter == u'*') {
            like += u'%';
        } else if (letter == u'?') {
            like += u'_';
        } else {
            if (letter == u'%' || letter == u'_' || letter == u'\\') {
                like += u'\\';
            }
            like += letter;
        }
    }
    return like;
}

} // namespace lightwell
