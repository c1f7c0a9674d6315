// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QJsonDocument>

namespace lightwell {

/// How much JSON is taken from somebody. A tree costs many times its text (16 bytes for a "1,"), so all of this is
/// counted before there is one.
struct JsonLimits
{
    /// Of the text, in bytes; long base64 strings (4096 characters and more: pictures) do not count.
    qint64 bytes = 4LL * 1024 * 1024;
    qsizetype longStrings = 1000; ///< of those pictures
    qsizetype values = 200'000; ///< objects, lists, texts, numbers and words together; names do not count
    qsizetype keys = 100'000; ///< names, in all objects together
    qsizetype keyLength = 4096; ///< in bytes
    qsizetype numberLength = 1000; ///< in digits
    int depth = 128; ///< of objects and lists in each other
    bool uniqueKeys = false; ///< refuse an object that has one name twice: which of them counts depends on the reader
};

namespace jsonlimits {

/// What a vendor says. Pictures may make it long, nothing else.
inline constexpr JsonLimits answer {};
/// What a client of the gateway sends.
inline constexpr JsonLimits clientBody {.bytes = 1024LL * 1024,
                                        .longStrings = 64,
                                        .values = 20'000,
                                        .keys = 10'000,
                                        .keyLength = 256,
                                        .depth = 32,
                                        .uniqueKeys = true};
/// Models and offers, ours or the user's own.
inline constexpr JsonLimits catalog {.bytes = 16LL * 1024 * 1024, .values = 3'000'000, .keys = 2'000'000, .depth = 64};
/// What lies in a picture that came from anywhere.
inline constexpr JsonLimits recipe {.bytes = 1024LL * 1024, .longStrings = 0, .values = 10'000, .keys = 1000};
/// What Lightwell wrote itself, to its database and settings: only kept from hanging the program when it is damaged.
inline constexpr JsonLimits own {
    .bytes = 64LL * 1024 * 1024, .values = 5'000'000, .keys = 5'000'000, .keyLength = 1024LL * 1024, .depth = 512};

} // namespace jsonlimits

/// Reads JSON that somebody else wrote: first counts it in one pass that builds nothing, and stops where a limit is
/// passed. Takes what QJsonDocument takes (a byte order mark, lone surrogates, bare line breaks in texts), as it takes
/// it. The error says what was too much or where the text is broken; its code is json_syntax, json_bytes,
/// json_long_strings, json_values, json_keys, json_key_length, json_number_length, json_depth or json_duplicate (then
/// `param` is the name, if it is a plain one). Nothing is billed by reading, but what was read may be paid for:
/// whoever knows sets `billing`.
[[nodiscard]] Result<QJsonDocument> readJson(const QByteArray &text, const JsonLimits &limits);
[[nodiscard]] Result<QJsonObject> readJsonObject(const QByteArray &text, const JsonLimits &limits);

} // namespace lightwell
