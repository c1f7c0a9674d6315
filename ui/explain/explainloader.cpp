// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/explainloader.h"

#include "core/async/whendone.h"
#include "core/catalog/catalog.h"
#include "core/secrets/keyring.h"
#include "ui/imageservice.h"

#include <QtConcurrentRun>

#include <chrono>
#include <functional>
#include <utility>

namespace lightwell {

namespace {

constexpr std::chrono::milliseconds together(50); ///< news that come side by side are told once

} // namespace

ExplainLoader::ExplainLoader(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(together);
    connect(&m_soon, &QTimer::timeout, this, &ExplainLoader::find);
    services.images.onChange(this, [this] {
        if (m_isRunning && !m_id.isEmpty()) {
            m_soon.start();
        }
    });
}

/// The adapters that are asked on the thread pool go with the program.
ExplainLoader::~ExplainLoader()
{
    m_work.waitForFinished();
}

void ExplainLoader::load(const QString &generationId)
{
    m_id = generationId;
    m_isRunning = false;
    find();
}

void ExplainLoader::stop()
{
    m_id.clear();
    m_soon.stop();
    ++m_round;
}

void ExplainLoader::find()
{
    const int round = ++m_round;
    m_services.images.lookUp(m_id, this, [this, round](const std::optional<Generation> &found) {
        if (round != m_round) {
            return;
        }
        if (!found) {
            Q_EMIT missing();
            return;
        }
        m_isRunning = found->status == GenerationStatus::Running;
        findOffers(*found, round);
    });
}

/// What the order was then is known as long as the program runs; afterwards as it would be now.
void ExplainLoader::findOffers(const Generation &generation, int round)
{
    ExplainFacts facts;
    facts.generation = generation;
    if (!generation.route.isEmpty()) {
        findRecords(facts, generation.route, round);
        return;
    }
    facts.isOrderOfNow = true;
    m_services.images.plan(generation.request, this, [this, facts, round](const Result<Route> &route) {
        if (round == m_round) {
            findRecords(facts, route ? placesOf(*route) : QList<RoutePlace>(), round);
        }
    });
}

void ExplainLoader::findRecords(const ExplainFacts &facts, const QList<RoutePlace> &places, int round)
{
    auto take = [this, known = facts, places, round](const Result<QList<OfferRecord>> &records) mutable {
        if (round == m_round) {
            known.offers = knownOffers(places, m_services.catalog, records ? *records : QList<OfferRecord>());
            findPlans(known, round);
        }
    };
    m_services.images.offerRecords(this, std::move(take));
}

/// Of those before the last; the last one's is the generation's own.
void ExplainLoader::findPlans(const ExplainFacts &facts, int round)
{
    const QStringList providers = providersOf(facts.generation);
    if (facts.generation.attempts.size() < 2) {
        findAddresses(facts, providers, round);
        return;
    }
    m_services.images.plansOf(facts.generation.id, this,
                              [this, facts, providers, round](const QHash<int, Plan> &plans) {
                                  if (round == m_round) {
                                      ExplainFacts more = facts;
                                      more.plans = plans;
                                      findAddresses(more, providers, round);
                                  }
                              });
}

/// Of each provider, where the user put another in its place. No key is asked for.
void ExplainLoader::findAddresses(const ExplainFacts &facts, QStringList providers, int round)
{
    if (providers.isEmpty()) {
        explainNow(facts, round);
        return;
    }
    const QString provider = providers.takeFirst();
    m_services.keyring.address(provider, this, [this, facts, providers, provider, round](const Result<QUrl> &address) {
        if (round == m_round) {
            ExplainFacts more = facts;
            more.addresses.insert(provider, address ? *address : QUrl());
            findAddresses(more, providers, round);
        }
    });
}

void ExplainLoader::explainNow(const ExplainFacts &facts, int round)
{
    m_work = QtConcurrent::run(&explain, facts, std::cref(m_services.adapters));
    whenDone(m_work, this, [this, round](const Explanation &explanation) {
        if (round == m_round) {
            Q_EMIT explained(explanation);
        }
    });
}

} // namespace lightwell
