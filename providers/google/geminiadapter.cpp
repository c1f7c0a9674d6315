// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/geminiadapter.h"

#include "providers/common/httperrors.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"
#include "providers/google/geminianswer.h"
#include "providers/google/geminibody.h"
#include "providers/google/geminierror.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString providerName = u"Google Gemini"_s;

QUrl address(const Credentials &credentials, const QString &path)
{
    return endpoint(credentials.baseUrl, QUrl(u"https://generativelanguage.googleapis.com"_s), path);
}

/// In a header and never in the address, where proxies and logs would see it.
void identify(HttpRequest &request, const Credentials &credentials)
{
    request.setHeader("x-goog-api-key"_ba, credentials.key);
}

} // namespace

ProviderInfo GeminiAdapter::info() const
{
    ProviderInfo info;
    info.id = u"google-gemini"_s;
    info.name = providerName;
    info.defaultBaseUrl = address({}, {});
    info.keyPage = QUrl(u"https://aistudio.google.com/apikey"_s);
    info.keyVariables = {u"GEMINI_API_KEY"_s};
    return info;
}

Step GeminiAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    const QString path = "/v1beta/models/"_L1 + pathSegment(plan.offer.providerModel) + ":generateContent"_L1;
    HttpRequest request = submission(address(credentials, path), geminiBody(plan, call));
    if (!request.url.isValid()) {
        return Failed {noAddress(providerName)};
    }
    identify(request, credentials);
    AdapterState state;
    if (call.seed && plan.offer.supports(u"seed"_s)) {
        state.insert(u"seed"_s, *call.seed);
    }
    return Send {request, state};
}

Step GeminiAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                            const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        return Failed {geminiError(response, plan.offer, providerName, credentials.key)};
    }
    Step step = geminiAnswer(plan, response, providerName, credentials.key);
    if (auto *done = std::get_if<Done>(&step); done && state.contains("seed"_L1)) {
        for (ProducedMedia &image : done->media) {
            image.seed = state.value("seed"_L1).toInteger();
        }
    }
    return step;
}

std::optional<HttpRequest> GeminiAdapter::keyCheck(const Credentials &credentials) const
{
    HttpRequest request = getRequest(address(credentials, u"/v1beta/models?pageSize=1"_s));
    if (!request.url.isValid()) {
        return std::nullopt;
    }
    identify(request, credentials);
    return request;
}

std::optional<Error> GeminiAdapter::readKeyCheck(const HttpResponse &response) const
{
    if (response.isSuccess()) {
        return std::nullopt;
    }
    Error error = geminiError(response, {}, providerName, {});
    error.billing = Billing::NotBilled; // asking for the list of models never is
    return error;
}

std::unique_ptr<Adapter> geminiAdapter()
{
    return std::make_unique<GeminiAdapter>();
}

} // namespace lightwell
