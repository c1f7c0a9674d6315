// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/synchronousadapter.h"

#include "providers/common/foundpictures.h"
#include "providers/common/httperrors.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView seedPlace = "seed"_L1;

/// The seed of a single picture: what several ones of a call have, their vendors say in different ways.
AdapterState keptSeed(const Plan &plan, const PlannedCall &call)
{
    const bool isSent = call.seed && call.n == 1 && plan.offer.supports(seedPlace);
    return isSent ? AdapterState {{seedPlace, *call.seed}} : AdapterState();
}

/// To pictures whose seed the answer does not repeat.
void tellKeptSeed(Step &step, const AdapterState &state)
{
    auto *done = std::get_if<Done>(&step);
    if (done == nullptr || !state.contains(seedPlace)) {
        return;
    }
    for (ProducedMedia &picture : done->media) {
        picture.seed = picture.seed.value_or(state.value(seedPlace).toInteger());
    }
}

} // namespace

SynchronousAdapter::SynchronousAdapter(ProviderInfo info)
    : m_info(std::move(info))
{
}

Step SynchronousAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    const Result<HttpRequest> written = write(localized(plan, credentials), call, home(credentials));
    if (!written) {
        return Failed {written.error()};
    }
    HttpRequest request = written.value();
    if (!request.url.isValid()) {
        return Failed {noAddress(m_info.name)};
    }
    identify(request, credentials);
    return Send {request, keptSeed(plan, call), streams(plan)};
}

Step SynchronousAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                 const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        return Failed {readError(response, plan.offer, credentials.key)};
    }
    Step step = orFoundPictures(readAnswer(plan, state, response, credentials.key), response);
    tellKeptSeed(step, state);
    return step;
}

std::optional<HttpRequest> SynchronousAdapter::keyCheck(const Credentials &credentials) const
{
    HttpRequest request = writeKeyCheck(home(credentials));
    if (!request.url.isValid()) {
        return std::nullopt;
    }
    identify(request, credentials);
    return request;
}

std::optional<Error> SynchronousAdapter::readKeyCheck(const HttpResponse &response) const
{
    if (response.isSuccess()) {
        return std::nullopt;
    }
    Error error = readError(response, {}, {});
    error.billing = Billing::NotBilled; // such a question never is
    return error;
}

Plan SynchronousAdapter::localized(const Plan &plan, const Credentials &) const
{
    return plan;
}

bool SynchronousAdapter::streams(const Plan &) const
{
    return false;
}

} // namespace lightwell
