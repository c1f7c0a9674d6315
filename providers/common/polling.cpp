// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/polling.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/reasonsearch.h"
#include "providers/common/keyhosts.h"
#include "providers/common/requests.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds kShortestPause(100);
} // namespace

std::optional<HttpRequest> keptRequest(const AdapterState &state, QLatin1StringView name,
                                       const Credentials &credentials, const QStringList &vendorHosts)
{
    const QUrl url(state.value(name).toString(), QUrl::StrictMode);
    return isVendorAddress(url, credentials.baseUrl, vendorHosts) ? std::optional(getRequest(url)) : std::nullopt;
}

Wait waitOn(const HttpRequest &request, const AdapterState &state, const HttpResponse &response)
{
    return {request, state, pauseAskedBy(response), std::nullopt, std::nullopt};
}

Odd oddAnswer(const HttpResponse &response, const Error &error)
{
    return {error, pauseAskedBy(response)};
}

Odd endIfItStays(const HttpResponse &response, const Error &error)
{
    Odd odd = oddAnswer(response, error);
    odd.mayBeSo = true;
    return odd;
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

Step settledEnd(Step read, const HttpResponse &response, const QString &provider)
{
    const auto *failed = std::get_if<Failed>(&read);
    if (!failed || !response.isSuccess() || !holdsReason(failed->error.why(), reasons::noUsablePicture.code)) {
        return read;
    }
    Error error = failed->error;
    error.setReason(withReplaced(error.why(), reasons::noUsablePicture.code, reasons::jobWithoutPicture(provider)));
    return endIfItStays(response, error);
}

} // namespace lightwell
