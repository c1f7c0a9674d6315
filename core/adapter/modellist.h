// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/model/offer.h"
#include "core/model/result.h"

#include <QDateTime>

namespace lightwell {

/// A model as its vendor lists it.
struct ListedModel
{
    QString id; ///< the vendor's own
    QString name = {}; ///< as the vendor shows it; empty: it does not say
    bool makesPictures = true; ///< false: the list does not tell, so only ids that are known count
    QStringList modes = {}; ///< of core/model/modes.h; empty: it does not say
    /// Empty: it does not say, or not in a form that is clear. 0 only where the vendor says so.
    QList<PriceLine> prices = {};
    QString shutdown = {}; ///< the day the vendor switches it off: "2026-12-01"; empty: none is said

    friend bool operator==(const ListedModel &, const ListedModel &) = default;
};

/// What a vendor says it has.
struct ModelList
{
    QString provider;
    QString source; ///< where it was read, for the person who wants to check: "openrouter.ai/api/v1/models"
    QDateTime read;
    bool isWhole = false; ///< all its models: those that are not in it are gone
    QList<ListedModel> models;
    qsizetype leftOut = 0; ///< entries that nobody can read: what is not in it may stand in one of them
    QStringList gone; ///< ids that were asked for, and that the vendor says it does not have any more

    friend bool operator==(const ModelList &, const ModelList &) = default;
};

/// Where the reading of a list is.
struct ListProgress
{
    QStringList known; ///< the vendor's ids of the models that are known, for vendors that are asked for these
    ModelList list;
    qsizetype asked = 0; ///< pages or questions that were answered
    QString cursor; ///< the vendor's own word for where to go on
};

/// Reads one vendor's list of models. Pure, like an adapter; every question is a free GET.
class ModelLister
{
public:
    virtual ~ModelLister() = default;
    [[nodiscard]] virtual QString provider() const = 0;
    [[nodiscard]] virtual bool needsKey() const { return true; } ///< false: everybody may read it
    /// What to ask next; nothing: all is read.
    [[nodiscard]] virtual std::optional<HttpRequest> next(const ListProgress &progress,
                                                          const Credentials &credentials) const = 0;
    /// Takes the answer to it. An error: it is no such list, and what was read before counts for nothing either.
    [[nodiscard]] virtual Status read(ListProgress &progress, const HttpResponse &answer) const = 0;
};

} // namespace lightwell
