// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/entryfault.h"
#include "core/model/fieldreader.h"
#include "core/model/offer.h"

#include <QUrl>

#include <optional>

namespace lightwell {

/// A server of OpenAI's dialect that the user named: a provider like any other, under that name.
struct Endpoint
{
    QString id; ///< "garage": small letters, digits and dashes
    QString name; ///< as it is shown; the id where nothing is said
    QUrl address;
    bool needsKey = false; ///< else a key is sent if there is one
    bool bills = true; ///< "free": false where nothing it does costs anything
    QStringList models; ///< the names it knows its models by; it takes others too
    bool edits = true;
    int maxPerCall = 0; ///< 0: as usual
    Wire wire; ///< how it wants sizes and pictures, and what is always sent

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// Reads what a person wrote: {"id": "garage", "address": "http://garage.lan:8080", "models": ["sdxl"], "edits":
/// "none", "size_as": "width-height", "b64": true, "free": true, "needs_key": true, "max_per_call": 1}.
[[nodiscard]] Endpoint readEndpoint(const QJsonObject &object, QList<FieldFault> &faults);

/// A field that would hold a key, which this file is no place for.
[[nodiscard]] std::optional<EntryFault> findSecret(const QJsonObject &object);

/// The first thing that cannot be meant. `taken` are ids that are a provider's, kept for one, or used further up.
[[nodiscard]] std::optional<EntryFault> findFault(const Endpoint &endpoint, const QStringList &taken);

/// What is assumed of any model there: `usual`, what is assumed of a server of OpenAI's dialect, as far as the user
/// did not say otherwise.
[[nodiscard]] Offer openOffer(const Endpoint &endpoint, const Offer &usual);

} // namespace lightwell
