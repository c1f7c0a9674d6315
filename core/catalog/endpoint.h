// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

#include <QUrl>

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

/// What is assumed of any model there: `usual`, what is assumed of a server of OpenAI's dialect, as far as the user
/// did not say otherwise.
[[nodiscard]] Offer openOffer(const Endpoint &endpoint, const Offer &usual);

} // namespace lightwell
