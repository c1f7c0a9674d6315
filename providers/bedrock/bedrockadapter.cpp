// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bedrock/bedrockadapter.h"

#include "providers/bedrock/bedrockanswer.h"
#include "providers/bedrock/bedrockbody.h"
#include "providers/bedrock/bedrockerror.h"
#include "providers/common/awssignature.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString region = QStringLiteral("region");
const QString secret = QStringLiteral("secret_access_key");
const QString session = QStringLiteral("session_token");
const QString runtimeHost = QStringLiteral("bedrock-runtime.");

/// How Bedrock's own API keys begin, which need no signature.
const QStringList &apiKeys()
{
    static const QStringList beginnings {u"ABSK"_s, u"bedrock-api-key-"_s};
    return beginnings;
}

ProviderInfo bedrockInfo()
{
    const QUrl credentialsPage(u"https://console.aws.amazon.com/iam/home#/security_credentials"_s);
    ProviderInfo info;
    info.id = u"amazon-bedrock"_s;
    info.name = u"Amazon Bedrock"_s;
    info.defaultBaseUrl = QUrl(u"https://bedrock-runtime.us-west-2.amazonaws.com"_s);
    info.keyPage = credentialsPage;
    info.keyVariables = {u"AWS_ACCESS_KEY_ID"_s, u"AWS_BEARER_TOKEN_BEDROCK"_s};
    info.fields = {{.id = secret,
                    .label = u"Secret access key"_s,
                    .variable = u"AWS_SECRET_ACCESS_KEY"_s,
                    .secret = true,
                    .page = credentialsPage,
                    .notWithKeys = apiKeys()},
                   {.id = session,
                    .label = u"Session token"_s,
                    .variable = u"AWS_SESSION_TOKEN"_s,
                    .secret = true,
                    .optional = true},
                   {.id = region,
                    .label = u"Region"_s,
                    .variable = u"AWS_REGION"_s,
                    .fallback = u"us-west-2"_s,
                    .hint = u"us-west-2"_s,
                    .form = CredentialField::regionForm()}};
    return info;
}

bool isApiKey(const QByteArray &key)
{
    return std::any_of(apiKeys().begin(), apiKeys().end(),
                       [&key](const QString &beginning) { return key.startsWith(beginning.toLatin1()); });
}

} // namespace

BedrockAdapter::BedrockAdapter()
    : SynchronousAdapter(bedrockInfo())
{
}

QUrl BedrockAdapter::home(const Credentials &credentials) const
{
    if (!credentials.baseUrl.isEmpty()) {
        return credentials.baseUrl;
    }
    const QString place = credentials.field(region);
    return info().field(region)->fits(place.toUtf8()) ? QUrl(u"https://%1%2.amazonaws.com"_s.arg(runtimeHost, place))
                                                      : QUrl();
}

Result<HttpRequest> BedrockAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    const Result<QJsonObject> body = bedrockBody(plan, call);
    if (!body) {
        return body.error();
    }
    const QString model = QString::fromLatin1(QUrl::toPercentEncoding(plan.offer.providerModel));
    return submission(endpoint(baseUrl, {}, "/model/"_L1 + model + "/invoke"_L1), *body);
}

/// The list of models stands at the control plane, beside the runtime.
HttpRequest BedrockAdapter::writeKeyCheck(const QUrl &baseUrl) const
{
    QUrl url = endpoint(baseUrl, {}, u"/foundation-models?byOutputModality=IMAGE"_s);
    if (url.host().startsWith(runtimeHost)) {
        url.setHost("bedrock."_L1 + url.host().mid(runtimeHost.size()));
    }
    return getRequest(url);
}

void BedrockAdapter::identify(HttpRequest &request, const Credentials &credentials) const
{
    if (isApiKey(credentials.key)) {
        authorize(request, {}, credentials.key);
        return;
    }
    signForAws(request, {credentials.key, credentials.extra.value(secret), credentials.extra.value(session)},
               {credentials.extra.value(region), "bedrock"_ba, credentials.now});
}

Step BedrockAdapter::readAnswer(const Plan &, const AdapterState &, const HttpResponse &response,
                                const QByteArray &key) const
{
    return bedrockAnswer(response, name(), key);
}

Error BedrockAdapter::readError(const HttpResponse &response, const Offer &offer, const QByteArray &key) const
{
    return bedrockError(response, offer, name(), key);
}

std::unique_ptr<Adapter> bedrockAdapter()
{
    return std::make_unique<BedrockAdapter>();
}

} // namespace lightwell
