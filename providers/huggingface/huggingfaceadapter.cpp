// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/huggingface/huggingfaceadapter.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/body.h"
#include "providers/common/urls.h"

#include <QHash>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorPhrase refusals[] = {
    {"not supported by provider"_L1, ErrorKind::NotFound},
    {"insufficient credit"_L1, ErrorKind::Funds},
    {"included credits"_L1, ErrorKind::Funds},
    {"nsfw"_L1, ErrorKind::ContentPolicy},
    {"content policy"_L1, ErrorKind::ContentPolicy},
};

void refine(Error &error, const HttpResponse &response, const VendorMessage &said)
{
    constexpr double longestWait = 3600;
    const double seconds = response.json().value("estimated_time"_L1).toDouble();
    if (response.status == 503 && !error.retryAfter && seconds > 0 && seconds <= longestWait) {
        error.retryAfter = std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
    }
    // Together's safety checker, for one, looks at the finished picture.
    if (error.kind == ErrorKind::ContentPolicy && said.text.contains("nsfw"_L1, Qt::CaseInsensitive)) {
        error.billing = Billing::MayBeBilled;
    }
}

OpenAiLikeProfile huggingFaceProfile()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"huggingface"_s;
    profile.info.name = u"Hugging Face"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://router.huggingface.co"_s);
    profile.info.keyPage = QUrl(u"https://huggingface.co/settings/tokens"_s);
    profile.info.keyVariables = {u"HF_TOKEN"_s};
    profile.refusals = refusals;
    profile.refine = refine;
    return profile;
}

const QString ownServers = u"hf-inference"_s;

/// Of the vendors that speak OpenAI's dialect; empty: it is none of these.
QString routeOf(const QString &vendor)
{
    static const QHash<QString, QString> routes {
        {u"together"_s, u"/together/v1/images/generations"_s},
        {u"nscale"_s, u"/nscale/v1/images/generations"_s},
        {u"deepinfra"_s, u"/deepinfra/v1/openai/images/generations"_s},
    };
    return routes.value(vendor);
}

} // namespace

HuggingFaceAdapter::HuggingFaceAdapter()
    : OpenAiLikeAdapter(huggingFaceProfile())
{
}

Result<HttpRequest> HuggingFaceAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    const QString vendor = plan.offer.providerModel.section(u'/', 0, 0);
    const QString model = plan.offer.providerModel.section(u'/', 1);
    QJsonObject fields = plannedFields(plan, call);
    if (vendor == ownServers) {
        const QString path = u"/hf-inference/models/"_s + pathSegments(model);
        const QJsonValue prompt = fields.take("inputs"_L1);
        const QJsonObject body {{u"inputs"_s, prompt}, {u"parameters"_s, fields}};
        HttpRequest request = submission(endpoint(baseUrl, defaultBaseUrl(), path), body);
        request.setHeader("Accept"_ba, "image/*, application/json"_ba);
        return request;
    }
    const QString path = routeOf(vendor);
    if (path.isEmpty()) {
        return notSent(ErrorKind::NotFound, reasons::modelUnknown(name()), u"model"_s);
    }
    fields.insert("model"_L1, model);
    return submission(endpoint(baseUrl, defaultBaseUrl(), path), fields);
}

HttpRequest HuggingFaceAdapter::writeKeyCheck(const QUrl &baseUrl) const
{
    return getRequest(endpoint(baseUrl, QUrl(u"https://huggingface.co"_s), u"/api/whoami-v2"_s));
}

std::unique_ptr<Adapter> huggingFaceAdapter()
{
    return std::make_unique<HuggingFaceAdapter>();
}

} // namespace lightwell
