// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/clientlimits.h"

#include "core/catalog/catalog.h"
#include "core/catalog/modelpatterns.h"
#include "core/gateway/shownmodels.h"
#include "core/wording/gatewayreasons.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr std::chrono::seconds span(60);

} // namespace

void ClientLimits::know(const Client &client)
{
    Entry &entry = m_clients[client.id];
    entry.terms = client.terms;
    entry.isThisComputer = client.name == ClientRegistry::thisComputer();
    entry.scope = client.scope;
}

bool ClientLimits::seesAll(const QString &client) const
{
    return client.isEmpty() || m_clients.value(client).isThisComputer;
}

bool ClientLimits::manages(const QString &client) const
{
    return m_clients.value(client).scope == KeyScope::Management;
}

bool ClientLimits::mayUse(const QString &client, const QString &model, const Catalog &catalog) const
{
    const auto known = m_clients.constFind(client);
    return known == m_clients.constEnd() || isModelAmong(known->terms.models, model, catalog);
}

Catalog ClientLimits::shownTo(const QString &client, const Catalog &all) const
{
    const auto mayUse = [this, &client, &all](const QString &name) { return this->mayUse(client, name, all); };
    return modelsOf(client).isEmpty() ? all : shownModels(all, {}, mayUse).catalog;
}

std::optional<Refusal> ClientLimits::refusalOf(const QString &client, const QStringList &models,
                                               const Catalog &catalog) const
{
    if (manages(client)) {
        return Refusal {Refusal::Kind::KeyOnlyManages};
    }
    for (const QString &model : models) {
        if (!mayUse(client, model, catalog)) {
            Refusal refusal {Refusal::Kind::ModelNotAllowed};
            refusal.models = m_clients.value(client).terms.models;
            return refusal;
        }
    }
    return std::nullopt;
}

std::optional<Refusal> ClientLimits::take(const QString &client, const QStringList &models, const Catalog &catalog,
                                          Clock::time_point now)
{
    if (std::optional<Refusal> refusal = refusalOf(client, models, catalog)) {
        return refusal;
    }
    const auto known = m_clients.find(client);
    if (known == m_clients.end() || !known->terms.perMinute) {
        return std::nullopt;
    }
    QList<Clock::time_point> &calls = known->calls;
    calls.removeIf([now](Clock::time_point call) { return now - call >= span; });
    const int most = *known->terms.perMinute;
    if (calls.size() >= most) {
        // The one whose going makes room; the limit may have been lowered meanwhile.
        const Clock::time_point frees = calls.at(calls.size() - most) + span;
        Refusal refusal {Refusal::Kind::TooManyCalls, most};
        refusal.retryAfter = std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(frees - now));
        return refusal;
    }
    calls.append(now);
    return std::nullopt;
}

AnswerDefaults ClientLimits::answersOf(const QString &client, const AnswerDefaults &usual) const
{
    AnswerDefaults answers = usual;
    answers.replay = m_clients.value(client).terms.replay.value_or(usual.replay);
    return answers;
}

Error faultOf(const Refusal &refusal, const QString &model)
{
    if (refusal.kind == Refusal::Kind::TooManyCalls) {
        return notSent(ErrorKind::RateLimit, reasons::clientCallsTooOften(refusal.limit));
    }
    if (refusal.kind == Refusal::Kind::KeyOnlyManages) {
        return notSent(ErrorKind::Unsupported, reasons::clientOnlyManages());
    }
    return notSent(ErrorKind::Unsupported, reasons::clientMayNotUse(model));
}

} // namespace lightwell
