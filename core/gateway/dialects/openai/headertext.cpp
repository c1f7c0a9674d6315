// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/headertext.h"

#include <QUrl>

#include <algorithm>

namespace lightwell::openai {

namespace {

constexpr qsizetype longest = 512;

/// Whether it stands in a header as it is; QUrl's unreserved characters and those of names of models.
bool isPlain(QChar letter)
{
    const char16_t code = letter.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') || (code >= u'0' && code <= u'9')
        || code == u'-' || code == u'.' || code == u'_' || code == u'~' || code == u'/' || code == u':' || code == u'@';
}

} // namespace

QByteArray headerText(const QString &name)
{
    if (name.size() <= longest && std::all_of(name.begin(), name.end(), isPlain)) {
        return name.toLatin1();
    }
    QByteArray value;
    const QList<uint> letters = name.left(longest).toUcs4();
    for (const char32_t letter : letters) {
        const QByteArray next = QUrl::toPercentEncoding(QString::fromUcs4(&letter, 1), "/:@.");
        if (value.size() + next.size() > longest) {
            break;
        }
        value += next;
    }
    return value;
}

} // namespace lightwell::openai
