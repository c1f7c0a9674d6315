// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

struct Offer;

/// What a model and its provider are called in front of people. Sentences of plans and errors name both by their ids,
/// as the command line and programs write them.
struct SpokenNames
{
    QString model = {}; ///< "FLUX.2 [pro]"; empty: not known
    QString provider = {}; ///< "fal.ai"; empty: not known

    /// The sentence with the offer's ids said as names.
    [[nodiscard]] QString in(const QString &sentence, const Offer &offer) const;
};

} // namespace lightwell
