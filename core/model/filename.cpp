// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filename.h"

#include "core/model/displaytext.h"

#include <QList>
#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

bool isMark(char32_t c)
{
    return QChar::category(c) == QChar::Mark_NonSpacing || QChar::category(c) == QChar::Mark_SpacingCombining;
}

/// Chooses among forms of the character before it, and is not seen itself.
bool isSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x180B && c <= 0x180F) || c >= 0xE0000;
}

qsizetype bytesOf(char32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/// Windows takes these for devices, whatever ending they have, and files travel.
bool isDevice(const QString &stem)
{
    static const QRegularExpression devices(u"^(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return devices.match(stem).hasMatch();
}

} // namespace

QString fileStem(const QString &words, qsizetype maxBytes)
{
    QString stem;
    qsizetype bytes = 0;
    bool afterLetter = false;
    const QList<uint> letters = displayText(words).toUcs4();
    for (const char32_t c : letters) {
        if (isSelector(c)) {
            continue;
        }
        const bool isLetter = QChar::isLetterOrNumber(c) || (afterLetter && isMark(c));
        const bool isPoint = c == U'.' || c == U'_';
        const bool kept = isLetter || (isPoint && !(stem.isEmpty() && c == U'.'));
        afterLetter = isLetter;
        if (!kept && (stem.isEmpty() || stem.endsWith(u'-'))) {
            continue;
        }
        const char32_t next = kept ? c : U'-';
        bytes += bytesOf(next);
        if (bytes > maxBytes) {
            break;
        }
        stem += QChar::fromUcs4(next);
    }
    while (stem.endsWith(u'-') || stem.endsWith(u'.')) {
        stem.chop(1);
    }
    if (stem.isEmpty()) {
        return u"picture"_s;
    }
    return isDevice(stem) ? QString(u"picture-"_s + stem) : stem;
}

} // namespace lightwell
