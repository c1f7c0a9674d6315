// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyvalue.h"

#include "core/secrets/keyreasons.h"

#include <QString>

#include <algorithm>

namespace lightwell {

namespace {

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

bool isForeign(QChar c)
{
    return c.unicode() > 0xFF || c.category() == QChar::Other_Format || (c.isSpace() && c != u' ');
}

} // namespace

bool isKeyName(const QString &name)
{
    constexpr qsizetype longest = 40;
    return name.size() <= longest && std::all_of(name.begin(), name.end(), [](QChar c) {
               return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_';
           });
}

Reason keyProblem(const QByteArray &key)
{
    const QString text = QString::fromUtf8(key);
    if (std::any_of(text.begin(), text.end(), isControl)) {
        return reasons::keyWithControlCharacter();
    }
    if (!key.isValidUtf8() || std::any_of(text.begin(), text.end(), isForeign)) {
        return reasons::keyWithForeignCharacter();
    }
    return {};
}

} // namespace lightwell
