// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"

namespace lightwell {

class Catalog;
class ProviderKeys;

/// A model as the picker offers it.
struct ModelChoice
{
    QString slug;
    QString name;
    QString maker;
    QString providers; ///< "fal.ai, Replicate"
    QString price; ///< of one picture as the form stands
    QString note; ///< one honest sentence
    bool available = false;
    QString reason; ///< why it is not
    QString searched; ///< everything a person may type to find it, lower case
};

/// Every model that makes pictures from words, or of the pictures of the request; the available ones first.
[[nodiscard]] QList<ModelChoice> modelChoices(const Catalog &catalog, const ProviderKeys &keys, const Request &request);
/// A model of the user's own server, which no catalog can know: offered for whatever name was typed.
[[nodiscard]] ModelChoice ownServerChoice(const QString &name);
[[nodiscard]] bool isOwnServerModel(const QString &slug);
/// How a model is called in front of people, whether the catalog lists it or not.
[[nodiscard]] QString modelName(const Catalog &catalog, const QString &slug);
/// The built-in painters, for a first start without any key.
[[nodiscard]] QStringList builtInModels(const Catalog &catalog);

} // namespace lightwell
