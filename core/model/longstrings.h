// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/boundedjson.h"

#include <QList>

namespace lightwell {

/// A JSON text without its long base64 strings (pictures): in their place stand short texts that say which.
struct ShortenedJson
{
    struct Span
    {
        qsizetype begin = 0; ///< in the whole text, after the quote
        qsizetype length = 0;
    };
    QByteArray text; ///< the whole text itself where it has no such string
    QList<Span> spans;
};

/// Strings of 4096 characters and more count as base64 when every character may stand in it (also in the URL alphabet,
/// behind the head of a data URL, or escaped as some writers do). Needs no tree and reads each byte once; what is no
/// JSON comes out as broken as it is. Stops with json_bytes or json_long_strings.
[[nodiscard]] Result<ShortenedJson> shortenJson(const QByteArray &json, const JsonLimits &limits);

/// The number of the string that such a placeholder stands for; nothing: it is a text like any other.
[[nodiscard]] std::optional<qsizetype> longStringNumber(const QString &text);

} // namespace lightwell
