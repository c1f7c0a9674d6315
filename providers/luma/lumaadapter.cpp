// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/luma/lumaadapter.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString agentsKey = u"agents_api_key"_s;

bool isOfAgents(const Plan &plan)
{
    return !plan.offer.providerModel.startsWith("photon"_L1);
}

Credentials forAgents(const Credentials &credentials)
{
    Credentials own = credentials;
    own.key = credentials.extra.value(agentsKey, credentials.key);
    return own;
}

} // namespace

ProviderInfo LumaAdapter::info() const
{
    ProviderInfo info = m_dreamMachine.info();
    info.keyVariables.append(u"LUMA_AGENTS_API_KEY"_s); // alone, it is the key
    info.fields.append({.id = agentsKey,
                        .label = u"Agents API key"_s,
                        .variable = u"LUMA_AGENTS_API_KEY"_s,
                        .secret = true,
                        .optional = true,
                        .page = info.keyPage});
    return info;
}

Step LumaAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    return isOfAgents(plan) ? m_agents.begin(plan, call, forAgents(credentials))
                            : m_dreamMachine.begin(plan, call, credentials);
}

Step LumaAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                          const Credentials &credentials) const
{
    return isOfAgents(plan) ? m_agents.advance(plan, state, response, forAgents(credentials))
                            : m_dreamMachine.advance(plan, state, response, credentials);
}

std::optional<HttpRequest> LumaAdapter::resume(const AdapterState &state, const Credentials &credentials) const
{
    return LumaAgentsAdapter::isItsJob(state) ? m_agents.resume(state, forAgents(credentials))
                                              : m_dreamMachine.resume(state, credentials);
}

std::optional<HttpRequest> LumaAdapter::cancel(const AdapterState &, const Credentials &) const
{
    return std::nullopt; // neither API can
}

/// Keys of the Agents API say that they are, and the Dream Machine would refuse one.
std::optional<HttpRequest> LumaAdapter::keyCheck(const Credentials &credentials) const
{
    return credentials.key.startsWith("luma-api-") ? m_agents.keyCheck(credentials)
                                                   : m_dreamMachine.keyCheck(credentials);
}

std::optional<Error> LumaAdapter::readKeyCheck(const HttpResponse &response) const
{
    return m_dreamMachine.readKeyCheck(response); // the other's answer has no credits to look at
}

} // namespace lightwell
