// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/headertext.h"

#include <QUrl>

namespace lightwell::openai {

namespace {

constexpr qsizetype longest = 512;

} // namespace

QByteArray headerText(const QString &name)
{
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
