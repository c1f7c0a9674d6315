// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QVariantList>

namespace lightwell {

/// Which pictures of the collection are meant; whatever is left empty leaves nothing out. Deleted ones never are.
struct LibraryFilter
{
    QString words =
        {}; ///< as somebody typed them (searchwords::phrasesIn): of prompt, revised prompt, model, provider, tags
    QString model = {}; ///< the catalog's id, or a pattern (see matchesGlob())
    QString provider = {};
    QString project = {};
    QString tag = {}; ///< in any case
    std::optional<Origin::Kind> origin = {};
    QDateTime since = {}; ///< asked for then or later
    QDateTime until = {}; ///< asked for before
    Money atMost = {}; ///< what each cost is known and no more; unknown: it may have cost anything
    enum class Shape { Any, Square, Wide, Tall };
    Shape shape = Shape::Any; ///< a square may be a twentieth wider or taller
    qint64 minPixels = 0; ///< of the picture
    qint64 maxPixels = 0; ///< of the picture, 0: any
    bool starredOnly = false;
    enum class Hidden { LeftOut, Too, Only };
    Hidden hidden = Hidden::LeftOut;
    qint64 fromGeneration = 0; ///< only of this and later ones, as searchindex::keyOf() counts them

    friend bool operator==(const LibraryFilter &, const LibraryFilter &) = default;
};

/// A condition about `pictures`, `generations` and `picture_marks`, its words apart.
struct LibraryCondition
{
    QString sql;
    QVariantList values;
};
[[nodiscard]] LibraryCondition conditionOf(const LibraryFilter &filter);

} // namespace lightwell
