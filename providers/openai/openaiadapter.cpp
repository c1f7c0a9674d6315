// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/openai/openaiadapter.h"

#include "core/adapter/vendorreasons.h"
#include "core/catalog/endpoint.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::OpenAiAdapter)
};

OpenAiLikeProfile profileOf(ProviderInfo info)
{
    OpenAiLikeProfile profile;
    profile.info = std::move(info);
    profile.streams = true;
    return profile;
}

} // namespace

OpenAiAdapter::OpenAiAdapter(ProviderInfo info)
    : OpenAiLikeAdapter(profileOf(std::move(info)))
{
}

void OpenAiAdapter::identify(HttpRequest &request, const Credentials &credentials) const
{
    OpenAiLikeAdapter::identify(request, credentials);
    const QByteArray organization = credentials.extra.value(u"organization"_s);
    if (!organization.isEmpty()) {
        request.setHeader("OpenAI-Organization"_ba, organization);
    }
    const QByteArray project = credentials.extra.value(u"project"_s);
    if (!project.isEmpty()) {
        request.setHeader("OpenAI-Project"_ba, project);
    }
}

Error OpenAiAdapter::readError(const HttpResponse &response, const Offer &offer, const QByteArray &key) const
{
    Error error = OpenAiLikeAdapter::readError(response, offer, key);
    if (response.status == 403 && error.detail.contains("verif"_L1, Qt::CaseInsensitive)) {
        error.setReason(reasons::onlyForVerified(name()));
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

std::unique_ptr<Adapter> openAiEndpointAdapter(const Endpoint &endpoint)
{
    ProviderInfo info;
    info.id = endpoint.id;
    info.name = endpoint.name;
    info.defaultBaseUrl = endpoint.address;
    info.keyVariables = {u"LIGHTWELL_%1_API_KEY"_s.arg(QString(endpoint.id).replace(u'-', u'_').toUpper())};
    info.needsKey = endpoint.needsKey;
    info.bills = endpoint.bills;
    info.note = Text::tr("Your own server, from catalog.json in the configuration folder.");
    return std::make_unique<OpenAiAdapter>(std::move(info));
}

} // namespace lightwell
