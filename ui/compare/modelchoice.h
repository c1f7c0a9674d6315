// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"
#include "core/model/request.h"

#include <QFuture>
#include <QHash>

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
    QString price; ///< of one picture as the form stands; empty: it is not reckoned yet
    QString note; ///< one honest sentence
    bool available = false;
    QString reason; ///< why it is not
    QString searched; ///< everything a person may type to find it, lower case
};

/// Every model that makes pictures from words, or of the pictures of the request; the available ones first. Without
/// prices, for which all of their offers are planned.
[[nodiscard]] QList<ModelChoice> modelChoices(const Catalog &catalog, const ProviderKeys &keys, const Request &request);

/// By slug: the lowest known price of one picture among the offers with a key, else among all; unknown: none is known.
using ModelPrices = QHash<QString, Money>;

/// Of the models that modelChoices() has. Planned on the thread pool.
[[nodiscard]] QFuture<ModelPrices> modelPrices(const Catalog &catalog, const ProviderKeys &keys,
                                               const Request &request);
/// A model of the user's own server, which no catalog can know: offered for whatever name was typed.
[[nodiscard]] ModelChoice ownServerChoice(const QString &name);
[[nodiscard]] bool isOwnServerModel(const QString &slug);
/// How a model is called in front of people, whether the catalog lists it or not.
[[nodiscard]] QString modelName(const Catalog &catalog, const QString &slug);
/// The built-in painters, for a first start without any key.
[[nodiscard]] QStringList builtInModels(const Catalog &catalog);

} // namespace lightwell
