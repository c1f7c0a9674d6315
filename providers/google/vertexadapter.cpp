// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/vertexadapter.h"

#include "providers/common/requests.h"
#include "providers/common/urls.h"
#include "providers/google/geminianswer.h"
#include "providers/google/geminibody.h"
#include "providers/google/geminierror.h"
#include "providers/google/imagenanswer.h"
#include "providers/google/imagenbody.h"
#include "providers/google/serviceaccount.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString project = QStringLiteral("project");
const QString location = QStringLiteral("region");

ProviderInfo vertexInfo()
{
    const QUrl accounts(u"https://console.cloud.google.com/iam-admin/serviceaccounts"_s);
    ProviderInfo info;
    info.id = u"google-vertex"_s;
    info.name = u"Google Vertex AI"_s;
    info.defaultBaseUrl = QUrl(u"https://aiplatform.googleapis.com"_s);
    info.keyPage = accounts;
    info.keyVariables = {u"GOOGLE_APPLICATION_CREDENTIALS"_s};
    info.keyIsDocument = true;
    info.fields = {{.id = project,
                    .label = u"Project ID, where it is not the service account’s"_s,
                    .variable = u"GOOGLE_CLOUD_PROJECT"_s,
                    .optional = true,
                    .hint = u"my-project-123456"_s,
                    .form = serviceaccount::projectForm()},
                   {.id = location,
                    .label = u"Region"_s,
                    .variable = u"GOOGLE_CLOUD_LOCATION"_s,
                    .fallback = u"global"_s,
                    .hint = u"global, us-central1, eu"_s,
                    .form = CredentialField::regionForm()}};
    info.note = u"The key is the JSON file of a service account, or the path of that file."_s;
    return info;
}

QUrl hostOf(const QString &place)
{
    if (place == "global"_L1) {
        return QUrl(u"https://aiplatform.googleapis.com"_s);
    }
    const bool isMultiRegion = place == "us"_L1 || place == "eu"_L1;
    return QUrl(
        (isMultiRegion ? u"https://aiplatform.%1.rep.googleapis.com"_s : u"https://%1-aiplatform.googleapis.com"_s)
            .arg(place));
}

bool isImagen(const Plan &plan)
{
    return plan.offer.providerModel.startsWith("imagen"_L1)
        || plan.offer.providerModel.startsWith("imagegeneration"_L1);
}

} // namespace

VertexAdapter::VertexAdapter()
    : SynchronousAdapter(vertexInfo())
{
}

std::optional<Result<HttpRequest>> VertexAdapter::signIn(const Credentials &credentials) const
{
    return serviceaccount::isDocument(credentials.key)
        ? std::optional(serviceaccount::tokenRequest(credentials, name()))
        : std::nullopt;
}

SignedIn VertexAdapter::readSignIn(const HttpResponse &response) const
{
    return serviceaccount::readToken(response, name());
}

/// With version, project and location, or, in express mode, with the version alone.
QUrl VertexAdapter::home(const Credentials &credentials) const
{
    const QString place = credentials.field(location);
    if (!serviceaccount::isDocument(credentials.key)) {
        return endpoint(credentials.baseUrl, defaultBaseUrl(), u"/v1"_s);
    }
    const QString said = credentials.field(project);
    const QString owner = said.isEmpty() ? serviceaccount::projectOf(credentials.key) : said;
    if (!info().field(location)->fits(place.toUtf8()) || owner.isEmpty()) {
        return {};
    }
    return endpoint(credentials.baseUrl, hostOf(place),
                    "/v1/projects/"_L1 + pathSegment(owner) + "/locations/"_L1 + place);
}

Result<HttpRequest> VertexAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    const QString path = "/publishers/google/models/"_L1 + pathSegment(plan.offer.providerModel);
    if (!isImagen(plan)) {
        return submission(endpoint(baseUrl, {}, path + ":generateContent"_L1), geminiBody(plan, call));
    }
    const Result<QJsonObject> body = imagenBody(plan, call);
    if (!body) {
        return body.error();
    }
    return submission(endpoint(baseUrl, {}, path + ":predict"_L1), *body);
}

/// Counting the tokens of a word is free, and asks for the very right that making pictures does.
HttpRequest VertexAdapter::writeKeyCheck(const QUrl &baseUrl) const
{
    HttpRequest request =
        getRequest(endpoint(baseUrl, {}, u"/publishers/google/models/gemini-3-pro-image:countTokens"_s));
    const QJsonObject word {{u"role"_s, u"user"_s}, {u"parts"_s, QJsonArray {QJsonObject {{u"text"_s, u"a"_s}}}}};
    postJson(request, QJsonDocument(QJsonObject {{u"contents"_s, QJsonArray {word}}}));
    return request;
}

void VertexAdapter::identify(HttpRequest &request, const Credentials &credentials) const
{
    if (credentials.token.isEmpty()) {
        request.setHeader("x-goog-api-key"_ba, credentials.key);
    } else {
        authorize(request, {}, credentials.token);
    }
}

Step VertexAdapter::readAnswer(const Plan &plan, const AdapterState &, const HttpResponse &response,
                               const QByteArray &key) const
{
    return isImagen(plan) ? imagenAnswer(response, name(), key) : geminiAnswer(plan, response, name(), key);
}

Error VertexAdapter::readError(const HttpResponse &response, const Offer &offer, const QByteArray &key) const
{
    return geminiError(response, offer, name(), key);
}

std::unique_ptr<Adapter> vertexAdapter()
{
    return std::make_unique<VertexAdapter>();
}

} // namespace lightwell
