// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engineimageservice.h"

#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/journal/journal.h"

namespace lightwell {

EngineImageService::EngineImageService(Engine &engine, Journal &journal)
    : m_engine(engine)
    , m_journal(journal)
{
    QObject::connect(&engine, &Engine::generationChanged, &m_live, &LiveGenerations::note);
}

QString EngineImageService::generate(const Request &request, const QString &project, QObject *context,
                                     OnFinished onFinished, OnProgress onProgress)
{
    Origin origin {Origin::Kind::Window, {}};
    origin.project = project;
    origin.acceptsUnknownPrice = true;
    const QString id = m_engine.generate(request, origin, context, std::move(onFinished), std::move(onProgress));
    m_live.begin(id, request, origin);
    return id;
}

void EngineImageService::follow(const QString &generationId, QObject *context, OnFinished onFinished,
                                OnProgress onProgress)
{
    m_engine.fetchJob(generationId, context, std::move(onFinished), std::move(onProgress));
}

void EngineImageService::cancel(const QString &generationId)
{
    m_engine.cancel(generationId);
}

/// One question each, so that what is paid for meanwhile does not wait for all of them.
void EngineImageService::find(const QStringList &generationIds, QObject *context, OnFound onFound)
{
    struct Answer
    {
        QHash<QString, Generation> found;
        qsizetype awaited;
    };
    const auto answer = std::make_shared<Answer>(Answer {{}, generationIds.size()});
    for (const QString &id : generationIds) {
        whenDone(m_journal.find(id), context, [answer, id, onFound](const std::optional<Generation> &generation) {
            if (generation) {
                answer->found.insert(id, *generation);
            }
            if (--answer->awaited == 0) {
                onFound(answer->found);
            }
        });
    }
}

void EngineImageService::onEnded(QObject *context, OnEnded then)
{
    QObject::connect(&m_engine, &Engine::generationChanged, context,
                     [then = std::move(then)](const Generation &generation) {
                         if (generation.status != GenerationStatus::Running) {
                             then(generation);
                         }
                     });
}

void EngineImageService::plan(const Request &request, QObject *context, OnRoute onRoute)
{
    m_engine.plan(
        request, context,
        [onRoute = std::move(onRoute)](const Result<Route> &route, const QList<KeyState> &) { onRoute(route); });
}

void EngineImageService::billsLike(const Plan &plan, QObject *context, OnBills onBills)
{
    whenDone(m_journal.billsLike(plan), context,
             [onBills = std::move(onBills)](const Result<PastBills> &bills) { onBills(bills ? *bills : PastBills()); });
}

void EngineImageService::offerRecords(QObject *context, OnRecords onRecords)
{
    whenDone(m_journal.offerRecords(), context, std::move(onRecords));
}

void EngineImageService::lookUp(const QString &generationId, QObject *context, OnLookedUp onLookedUp)
{
    if (const std::optional<Generation> live = m_live.underWay(generationId)) {
        QMetaObject::invokeMethod(
            context, [live, onLookedUp = std::move(onLookedUp)] { onLookedUp(live); }, Qt::QueuedConnection);
        return;
    }
    whenDone(m_journal.find(generationId), context,
             [route = m_live.route(generationId), onLookedUp = std::move(onLookedUp)](std::optional<Generation> found) {
                 if (found) {
                     found->route = route;
                 }
                 onLookedUp(found);
             });
}

void EngineImageService::plansOf(const QString &generationId, QObject *context, OnPlans onPlans)
{
    whenDone(m_journal.plans(generationId), context, std::move(onPlans));
}

void EngineImageService::prepare(const QStringList &providers)
{
    m_engine.prepare(providers);
}

void EngineImageService::checkKey(const KeyId &key, QObject *context, OnKeyCheck onChecked)
{
    m_engine.checkKey(key, context, std::move(onChecked));
}

int EngineImageService::underWay() const
{
    return m_engine.begun();
}

void EngineImageService::onChange(QObject *context, std::function<void()> then)
{
    QObject::connect(&m_engine, &Engine::generationChanged, context, [then = std::move(then)] { then(); });
}

} // namespace lightwell
