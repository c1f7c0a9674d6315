// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/openai/openaiadapter.h"

#include "providers/common/httperrors.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"
#include "providers/openai/openaianswer.h"
#include "providers/openai/openaibody.h"
#include "providers/openai/openaierror.h"
#include "providers/openai/openaistream.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::OpenAiAdapter)
};

void identify(HttpRequest &request, const Credentials &credentials)
{
    authorize(request, "Bearer"_ba, credentials.key);
    const QByteArray organization = credentials.extra.value(u"organization"_s);
    if (!organization.isEmpty()) {
        request.setHeader("OpenAI-Organization"_ba, organization);
    }
    const QByteArray project = credentials.extra.value(u"project"_s);
    if (!project.isEmpty()) {
        request.setHeader("OpenAI-Project"_ba, project);
    }
}

} // namespace

OpenAiAdapter::OpenAiAdapter(ProviderInfo info)
    : m_info(std::move(info))
{
}

Step OpenAiAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    const Result<HttpRequest> written = openAiSubmission(
        plan, call, [&](const QString &path) { return endpoint(credentials.baseUrl, m_info.defaultBaseUrl, path); });
    if (!written) {
        return Failed {written.error()};
    }
    HttpRequest request = written.value();
    if (!request.url.isValid()) {
        return Failed {noAddress(m_info.name)};
    }
    identify(request, credentials);
    return Send {request, {}, plan.previews > 0};
}

Step OpenAiAdapter::advance(const Plan &plan, const AdapterState &, const HttpResponse &response,
                            const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        return Failed {openAiError(response, plan.offer, m_info.name, credentials.key)};
    }
    if (isEventStream(response.header("Content-Type"_ba))) {
        return openAiStreamAnswer(plan, response, m_info.name, credentials.key);
    }
    return openAiAnswer(plan, response, m_info.name, credentials.key);
}

QList<Interim> OpenAiAdapter::streamed(const Plan &plan, const AdapterState &, const StreamEvent &event) const
{
    return openAiInterim(event, plan.previews);
}

std::optional<HttpRequest> OpenAiAdapter::keyCheck(const Credentials &credentials) const
{
    HttpRequest request = getRequest(endpoint(credentials.baseUrl, m_info.defaultBaseUrl, u"/v1/models"_s));
    if (!request.url.isValid()) {
        return std::nullopt;
    }
    identify(request, credentials);
    return request;
}

std::optional<Error> OpenAiAdapter::readKeyCheck(const HttpResponse &response) const
{
    if (response.isSuccess()) {
        return std::nullopt;
    }
    Error error = openAiError(response, {}, m_info.name, {});
    error.billing = Billing::NotBilled; // asking for the list of models never is
    if (error.kind == ErrorKind::NotFound) {
        error.message = Text::tr("Nothing at this address speaks OpenAI's language. Check the base address of %1.")
                            .arg(m_info.name);
    }
    return error;
}

std::unique_ptr<Adapter> openAiAdapter()
{
    ProviderInfo info;
    info.id = u"openai"_s;
    info.name = u"OpenAI"_s;
    info.defaultBaseUrl = QUrl(u"https://api.openai.com"_s);
    info.keyPage = QUrl(u"https://platform.openai.com/api-keys"_s);
    info.keyVariables = {u"OPENAI_API_KEY"_s};
    return std::make_unique<OpenAiAdapter>(std::move(info));
}

std::unique_ptr<Adapter> openAiCompatibleAdapter()
{
    ProviderInfo info;
    info.id = u"openai-compatible"_s;
    info.name = Text::tr("OpenAI-compatible server");
    info.keyVariables = {u"LIGHTWELL_OPENAI_COMPATIBLE_API_KEY"_s};
    info.needsKey = false;
    info.needsBaseUrl = true;
    info.note =
        Text::tr("Your own server, such as LocalAI or stable-diffusion.cpp. A key is only needed if it asks for "
                 "one.");
    return std::make_unique<OpenAiAdapter>(std::move(info));
}

} // namespace lightwell
