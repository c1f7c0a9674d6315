// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/operation.h"
#include "ui/compare/compareexpectation.h"

#include <QList>
#include <QString>

namespace lightwell {

class Catalog;
class ProviderKeys;

/// Something to be made of a finished picture by one model.
struct PictureWork
{
    Operation operation = Operation::Upscale;
    QString model; ///< slug
    QString offer; ///< "fal/clarity-upscaler": the one whose price is told, and no other, is asked
    QString name; ///< of the model
    QString prompt; ///< goes along; empty where the model takes none
    CompareExpectation expected;
    Tuning tuning = {}; ///< how it is to be made; empty: as usual

    [[nodiscard]] bool isSame(const PictureWork &other) const
    {
        return operation == other.operation && model == other.model && tuning == other.tuning;
    }
};

/// The same work made otherwise.
struct WorkVariant
{
    QString text; ///< "A little changed"
    PictureWork work;
};

/// What of the common parameters about a picture (strength, input fidelity, scale) the work's offer takes, with the
/// price of each; empty: it takes none of them.
[[nodiscard]] QList<WorkVariant> variantsOf(const PictureWork &work, const Catalog &catalog, const Picture &picture);

/// What can be made of a picture with the keys at hand, the cheapest first, for a menu.
[[nodiscard]] QList<PictureWork> pictureWorks(const Catalog &catalog, const ProviderKeys &keys, Operation operation,
                                              const Picture &picture, const QString &prompt);

/// "Made larger", for a title; empty for Create.
[[nodiscard]] QString operationLabel(Operation operation);

} // namespace lightwell
