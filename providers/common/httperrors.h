// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/offer.h"
#include "providers/common/vendormessage.h"

#include <span>

namespace lightwell {

/// A row of a vendor's error table: its own word for what is wrong.
struct ErrorCode
{
    QLatin1StringView code;
    ErrorKind kind;
};

/// A row of a vendor's table of words, for vendors that have no codes: what its message says, in any case.
struct ErrorPhrase
{
    QLatin1StringView words;
    ErrorKind kind;
    QLatin1StringView param {}; ///< the request's field at fault, if one is
};

/// Nothing where the message has none of the phrases; else the first.
[[nodiscard]] const ErrorPhrase *phraseIn(std::span<const ErrorPhrase> table, const QString &message);

/// Nothing where the table does not have the word.
[[nodiscard]] std::optional<ErrorKind> kindOfCode(std::span<const ErrorCode> table, const QString &code);

/// Whether an answer with this status to a paid submission can stand on a bill. Only refusals that start no work are
/// certainly free; 408, 409, 500, 502, 504 and everything unheard of may be billed.
[[nodiscard]] Billing billingOfStatus(int status);

/// The error as far as the HTTP status tells: kind, billing, reason, the vendor's wording, Retry-After. Adapters
/// refine it by the vendor's own codes; after a change of `kind` they call explain() again.
[[nodiscard]] Error errorFromStatus(const HttpResponse &response, const VendorMessage &said, const QString &provider);

/// Sets the reason that fits the error's kind, param and billing.
void explain(Error &error, const QString &provider);

/// A success that holds no usable picture, or is no readable answer at all: it may be billed all the same.
/// `found` is what Lightwell misses in it, `words` are the vendor's.
[[nodiscard]] Error brokenAnswer(const HttpResponse &response, const QString &provider, const Reason &found,
                                 const QString &words = {});

/// There is no address to send to: the provider needs the user's own.
[[nodiscard]] Error noAddress(const QString &provider);

/// The field that a vendor's words begin with: "some-field: is required" is about some_field. Empty: they do not.
[[nodiscard]] QString fieldComplainedOf(const QString &message);

/// Lightwell's name of the first of the offer's fields that a vendor's words name; empty: they name none. For vendors
/// that have no place for it; names of one or two letters may be anything.
[[nodiscard]] QString parameterNamedIn(const Offer &offer, const QString &message);

/// Lightwell's name of the vendor's field; the field itself where it has none.
[[nodiscard]] QString parameterOf(const Offer &offer, const QString &field);

} // namespace lightwell
