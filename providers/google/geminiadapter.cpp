// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/geminiadapter.h"

#include "providers/common/requests.h"
#include "providers/common/urls.h"
#include "providers/google/geminianswer.h"
#include "providers/google/geminibody.h"
#include "providers/google/geminierror.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

ProviderInfo geminiInfo()
{
    ProviderInfo info;
    info.id = u"google-gemini"_s;
    info.name = u"Google Gemini"_s;
    info.defaultBaseUrl = QUrl(u"https://generativelanguage.googleapis.com"_s);
    info.keyPage = QUrl(u"https://aistudio.google.com/apikey"_s);
    info.keyVariables = {u"GEMINI_API_KEY"_s};
    return info;
}

} // namespace

GeminiAdapter::GeminiAdapter()
    : SynchronousAdapter(geminiInfo())
{
}

Result<HttpRequest> GeminiAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    const QString path = "/v1beta/models/"_L1 + pathSegment(plan.offer.providerModel) + ":generateContent"_L1;
    return submission(endpoint(baseUrl, defaultBaseUrl(), path), geminiBody(plan, call));
}

HttpRequest GeminiAdapter::writeKeyCheck(const QUrl &baseUrl) const
{
    return getRequest(endpoint(baseUrl, defaultBaseUrl(), u"/v1beta/models?pageSize=1"_s));
}

/// In a header and never in the address, where proxies and logs would see it.
void GeminiAdapter::identify(HttpRequest &request, const Credentials &credentials) const
{
    request.setHeader("x-goog-api-key"_ba, credentials.key);
}

Step GeminiAdapter::readAnswer(const Plan &plan, const AdapterState &, const HttpResponse &response,
                               const QByteArray &key) const
{
    return geminiAnswer(plan, response, name(), key);
}

Error GeminiAdapter::readError(const HttpResponse &response, const Offer &offer, const QByteArray &key) const
{
    return geminiError(response, offer, name(), key);
}

std::unique_ptr<Adapter> geminiAdapter()
{
    return std::make_unique<GeminiAdapter>();
}

} // namespace lightwell
