// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingfile.h"
#include "ui/imageservice.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

namespace lightwell {
class Catalog;
}

namespace lightwell::test {

/// An engine that does what the test says: generations wait until they are told how they go on. Pictures are
/// painted and written as real files.
class FakeImageService : public QObject, public ImageService
{
    Q_OBJECT
public:
    explicit FakeImageService(const Catalog &catalog);

    struct Job
    {
        QString id;
        Request request;
        QPointer<QObject> context;
        OnFinished onFinished;
        OnProgress onProgress;
        QDateTime startedAt;
        bool ended = false;
        std::optional<Generation> outcome; ///< once it has ended
    };

    QString generate(const Request &request, const QString &project, QObject *context, OnFinished onFinished,
                     OnProgress onProgress) override;
    void follow(const QString &generationId, QObject *context, OnFinished onFinished, OnProgress onProgress) override;
    void cancel(const QString &generationId) override;
    void find(const QStringList &generationIds, QObject *context, OnFound onFound) override;
    void onEnded(QObject *context, OnEnded then) override;
    void plan(const Request &request, QObject *context, OnRoute onRoute) override;
    void billsLike(const Plan &plan, QObject *context, OnBills onBills) override;
    void offerRecords(QObject *context, OnRecords onRecords) override;
    void lookUp(const QString &generationId, QObject *context, OnLookedUp onLookedUp) override;
    void plansOf(const QString &generationId, QObject *context, OnPlans onPlans) override;
    void prepare(const QStringList &providers) override { prepared.append(providers); }
    void checkKey(const KeyId &key, QObject *context, OnKeyCheck onChecked) override;
    [[nodiscard]] int underWay() const override { return waiting(); }
    void onChange(QObject *context, std::function<void()> then) override;

    [[nodiscard]] const QList<Job> &jobs() const { return m_jobs; }
    [[nodiscard]] int waiting() const; ///< not ended yet
    void progress(int job, const Progress &progress);
    void complete(int job, QSize size = {}); ///< an invalid size: as planned
    void completeAll();
    void fail(int job, GenerationStatus status, const Error &error);

    bool automatic = false; ///< go on by itself, with some progress on the way
    bool diskIsFull = false; ///< pictures come in memory, with a word about it
    QString revisedPrompt; ///< what pictures tell, from now on
    QList<Reason> notices; ///< what budgets tell of them, from now on
    bool ignoreCancel = false; ///< as a vendor that cannot stop
    QStringList cancelled;
    const RoutingFile *routing = nullptr; ///< plans go by these rules; null: the first offer
    int planned = 0; ///< plans that were asked for
    QList<QStringList> prepared; ///< providers to which calls were announced, each time
    QStringList followed;
    QHash<QString, Generation> journal; ///< of all that have ended
    std::optional<Error> keyError; ///< what checkKey() finds
    Result<QList<OfferRecord>> records = QList<OfferRecord>();
    QHash<int, Plan> plans; ///< what plansOf() finds, whatever it is asked for
    QStringList projects; ///< that were named, one a job
    QHash<QString, Money> bills; ///< model -> what billsLike() finds: one
    QHash<QString, Money> prices; ///< model -> estimate, in place of the catalogue's
    std::function<void(Generation &)> before; ///< changes what find() answers with
    QStringList atMost; ///< models whose estimate is an upper bound

Q_SIGNALS:
    void changed();
    void ended(const lightwell::Generation &generation);

private:
    void advance(int job, int step);
    void end(int job, Generation generation);
    [[nodiscard]] Result<Plan> planFor(const Request &request) const;
    [[nodiscard]] Result<Route> routeFor(const Request &request) const;
    [[nodiscard]] Generation outcome(const Job &job) const;
    const Catalog &m_catalog;
    QList<Job> m_jobs;
    QTemporaryDir m_folder;
};

} // namespace lightwell::test
