// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/offer.h"
#include "core/model/request.h"

namespace lightwell {

class Catalog;

/// Where none of a model's offers, `refused`, takes a request's links, the error with a few models that do the same
/// kind of work and could carry out the very same; any other error as it is. Pure.
[[nodiscard]] Error withLinkTakers(const Error &error, const Request &request, const QList<Offer> &refused,
                                   const Catalog &catalog);

} // namespace lightwell
