// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textcatalog.h"
#include "core/model/offer.h"

#include <QStringList>

namespace lightwell {

/// What goes into a model and what comes out of it, in the words that lists of models have for it: "text", "image",
/// "embeddings". Words before pictures.
struct Modalities
{
    QStringList input;
    QStringList output;

    friend bool operator==(const Modalities &, const Modalities &) = default;
};

/// Of a model of pictures: what any of its offers takes.
[[nodiscard]] Modalities modalitiesOf(const Model &model);
[[nodiscard]] Modalities modalitiesOf(const TextOffer &offer);

} // namespace lightwell
