// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/polling.h"

#include "providers/common/keyhosts.h"
#include "providers/common/requests.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {
// With the engine's back-off of up to five seconds this outlasts several minutes of trouble at the vendor.
constexpr int kMostMisses = 60;
constexpr std::chrono::milliseconds kShortestPause(100);
} // namespace

std::optional<HttpRequest> keptRequest(const AdapterState &state, QLatin1StringView name,
                                       const Credentials &credentials, const QStringList &vendorHosts)
{
    const QUrl url(state.value(name).toString(), QUrl::StrictMode);
    return mayCarryKey(url, credentials.baseUrl, vendorHosts) ? std::optional(getRequest(url)) : std::nullopt;
}

Wait waitOn(const HttpRequest &request, AdapterState state, const HttpResponse &response)
{
    state.remove("misses"_L1);
    return {request, state, pauseAskedBy(response), std::nullopt, std::nullopt};
}

Step retryPoll(const std::optional<HttpRequest> &request, AdapterState state, const HttpResponse &response,
               const Error &error)
{
    const int misses = state.value("misses"_L1).toInt() + 1;
    if (!request || misses > kMostMisses) {
        return Failed {error};
    }
    Wait wait = waitOn(*request, state, response);
    wait.state.insert("misses"_L1, misses);
    return wait;
}

Step retryPollIfPassing(const std::optional<HttpRequest> &request, const AdapterState &state,
                        const HttpResponse &response, const Error &error)
{
    return isPassing(response.status) ? retryPoll(request, state, response, error) : Step(Failed {error});
}

std::optional<std::chrono::milliseconds> pauseAskedBy(const HttpResponse &response)
{
    const std::optional<std::chrono::milliseconds> asked = response.retryAfter();
    return asked ? std::optional(std::max(*asked, kShortestPause)) : std::nullopt;
}

bool isPassing(int httpStatus)
{
    return httpStatus == 408 || httpStatus == 425 || httpStatus == 429 || (httpStatus >= 500 && httpStatus < 600);
}

} // namespace lightwell
