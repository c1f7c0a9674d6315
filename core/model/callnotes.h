// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace lightwell {

class JsonText;

/// What a gateway client says of itself and of its call beside what it asks for. It is only told again: nothing depends
/// on it, nobody searches it, and it goes with the words of its request.
struct CallNotes
{
    /// Through which API it was asked: "image", or the name of a TextKind ("chat" for pictures in a chat, too); empty:
    /// not known.
    QString api;
    QString path; ///< of the gateway at which it was asked: "/v1/images/generations"; empty: not known
    std::optional<bool> streamed; ///< whether its answer came in pieces; nothing: not known
    QString userAgent; ///< of its program; empty: it does not say
    QString referer; ///< the page or program it is for, an address without query; empty: it does not say
    QString preset; ///< the slug of the user's preset that it names; empty: none
    QString session; ///< by which it groups its calls (OpenRouter's `session_id`); empty: by nothing
    QString answeredBy; ///< the id of an earlier generation whose kept answer it got; empty: of none

    [[nodiscard]] bool isEmpty() const { return *this == CallNotes(); }
    [[nodiscard]] QJsonObject toJson() const;
    void writeFields(JsonText &json) const; ///< the same, into the object that is open there
    [[nodiscard]] static CallNotes fromJson(const QJsonObject &object);
    friend bool operator==(const CallNotes &, const CallNotes &) = default;
};

/// What is known of a vendor's answer beside what it brought; likewise only told again.
struct AnswerNotes
{
    QString id; ///< the vendor's own name of it, of its job, or of the request; empty: it told none
    QString finish; ///< why a text model ended, in the vendor's word ("stop", "max_output_tokens"); empty: not told
    QString tier; ///< on which service tier it ran, in the vendor's word; empty: not told
    std::optional<qint64> firstMs; ///< until the first word of a stream had come, from the start of the call

    [[nodiscard]] bool isEmpty() const { return *this == AnswerNotes(); }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static AnswerNotes fromJson(const QJsonObject &object);
    friend bool operator==(const AnswerNotes &, const AnswerNotes &) = default;
};

/// A word from outside as it is noted: in one line, with nothing in it that acts instead of being seen, and not long.
[[nodiscard]] QString notedWord(const QString &text);

} // namespace lightwell
