// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/offerrecords.h"
#include "core/ledger/pastbills.h"
#include "core/model/generation.h"
#include "core/routing/route.h"
#include "core/secrets/secrets.h"

#include <QHash>

#include <functional>

class QObject;

namespace lightwell {

/// What the window asks of the engine. A seam, so that the window can be tested with failures that a real provider
/// gives only on a bad day. Callbacks come on `context`'s thread, never from within the call, and are dropped when
/// the context is gone.
class ImageService
{
public:
    using OnFinished = std::function<void(const Generation &)>;
    using OnProgress = std::function<void(const Progress &)>;
    using OnRoute = std::function<void(const Result<Route> &)>;
    using OnBills = std::function<void(const PastBills &)>;
    using OnRecords = std::function<void(const Result<QList<OfferRecord>> &)>;
    using OnEnded = std::function<void(const Generation &)>;
    using OnFound = std::function<void(const QHash<QString, Generation> &)>;
    using OnPlans = std::function<void(const QHash<int, Plan> &)>;
    using OnLookedUp = std::function<void(const std::optional<Generation> &)>;
    using OnKeyCheck = std::function<void(const Status &)>;

    virtual ~ImageService() = default;
    /// Returns the generation's id at once; the end is told exactly once.
    /// `project` is what it is for; empty: nothing in particular. An unknown price was asked about before.
    virtual QString generate(const Request &request, const QString &project, QObject *context, OnFinished onFinished,
                             OnProgress onProgress) = 0;
    /// Asks once more for the job of a generation that ended without its pictures; costs nothing, and ends like
    /// generate().
    virtual void follow(const QString &generationId, QObject *context, OnFinished onFinished,
                        OnProgress onProgress) = 0;
    virtual void cancel(const QString &generationId) = 0;
    /// What the journal has of these; a record that is not there or cannot be read is left out.
    virtual void find(const QStringList &generationIds, QObject *context, OnFound onFound) = 0;
    /// Calls `then` for every generation that ends, whoever began it or asked for it, as long as `context` lives.
    virtual void onEnded(QObject *context, OnEnded then) = 0;
    /// The plans in the order they would be tried; spends nothing.
    virtual void plan(const Request &request, QObject *context, OnRoute onRoute) = 0;
    /// What a plan of unknown price will probably cost, by the bills of like pictures.
    virtual void billsLike(const Plan &plan, QObject *context, OnBills onBills) = 0;
    /// How the calls to each offer ended so far.
    virtual void offerRecords(QObject *context, OnRecords onRecords) = 0;
    /// A generation as it stands, whoever asked for it: under way, or as it is kept, with its input pictures; nothing:
    /// there is none. What was begun in this run has its route.
    virtual void lookUp(const QString &generationId, QObject *context, OnLookedUp onLookedUp) = 0;
    /// What each of its attempts was to do, by the attempt's number from 0, as far as that is kept (Journal::plans).
    virtual void plansOf(const QString &generationId, QObject *context, OnPlans onPlans) = 0;
    /// Calls to these providers may come soon, several where one is named more than once.
    virtual void prepare(const QStringList &) { }
    virtual void checkKey(const KeyId &key, QObject *context, OnKeyCheck onChecked) = 0;
    /// How many generations were begun and have not ended, those of other programs through the gateway among them.
    [[nodiscard]] virtual int underWay() const = 0;
    /// Calls `then` whenever a generation has begun, gone on or ended, as long as `context` lives.
    virtual void onChange(QObject *context, std::function<void()> then) = 0;
};

} // namespace lightwell
