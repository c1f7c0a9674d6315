// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/azure/azureadapter.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/openailike.h"
#include "providers/common/openailikebody.h"
#include "providers/common/urls.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString apiVersion = QStringLiteral("api_version");
const QString deployments = QStringLiteral("deployments");

constexpr ErrorCode codes[] = {
    {"contentFilter"_L1, ErrorKind::ContentPolicy}, {"ResponsibleAIPolicyViolation"_L1, ErrorKind::ContentPolicy},
    {"DeploymentNotFound"_L1, ErrorKind::NotFound}, {"RateLimitReached"_L1, ErrorKind::RateLimit},
    {"PermissionDenied"_L1, ErrorKind::Auth},
};

/// "… Please retry after 45 seconds. …", where no header says it.
std::optional<std::chrono::milliseconds> pauseIn(const QString &words)
{
    static const QRegularExpression expression(u"retry after (\\d{1,5}) second"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = expression.match(words);
    return match.hasMatch() ? std::optional(std::chrono::milliseconds(std::chrono::seconds(match.captured(1).toInt())))
                            : std::nullopt;
}

void refine(Error &error, const HttpResponse &response, const VendorMessage &said)
{
    const bool isBlocked = response.status == 403 && said.text.contains("temporarily blocked"_L1, Qt::CaseInsensitive);
    if (isBlocked) {
        error.setReason(reasons::accountLocked(u"Azure OpenAI"_s));
    }
    if (error.kind == ErrorKind::RateLimit && !error.retryAfter) {
        error.retryAfter = pauseIn(said.text);
    }
    const bool wasMade = said.text.startsWith("Generated image"_L1, Qt::CaseInsensitive);
    if (error.kind == ErrorKind::ContentPolicy && wasMade) { // and filtered afterwards
        error.billing = Billing::MayBeBilled;
        explain(error, u"Azure OpenAI"_s);
    }
}

OpenAiLikeProfile azureProfile()
{
    const QUrl portal(u"https://ai.azure.com"_s);
    OpenAiLikeProfile profile;
    profile.info.id = u"azure-openai"_s;
    profile.info.name = u"Azure OpenAI"_s;
    profile.info.keyPage = portal;
    profile.info.keyVariables = {u"AZURE_OPENAI_API_KEY"_s, u"AZURE_API_KEY"_s};
    profile.info.fields = {{.id = CredentialField::address(),
                            .label = u"Endpoint"_s,
                            .variable = u"AZURE_OPENAI_ENDPOINT"_s,
                            .hint = u"https://my-resource.openai.azure.com"_s,
                            .page = portal},
                           {.id = apiVersion,
                            .label = u"API version"_s,
                            .variable = u"OPENAI_API_VERSION"_s,
                            .optional = true,
                            .hint = u"2025-04-01-preview"_s,
                            .form = u"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"_s},
                           {.id = deployments,
                            .label = u"Deployments, where their names are not the models’"_s,
                            .variable = {},
                            .optional = true,
                            .hint = u"gpt-image-2=my-pictures, gpt-image-1.5=old"_s,
                            .form = u"\\s*NAME\\s*=\\s*NAME\\s*(,\\s*(NAME\\s*=\\s*NAME\\s*)?)*"_s.replace(
                                u"NAME"_s, u"[A-Za-z0-9][A-Za-z0-9._-]{0,127}"_s)}};
    profile.key = {"api-key"_ba, {}};
    profile.version = u"/openai/v1"_s;
    profile.streams = true;
    profile.errors = codes;
    profile.refine = refine;
    return profile;
}

bool isDated(const QString &version)
{
    return version.startsWith(u'2');
}

/// By the list of "model=deployment"; the model's own name where it does not stand there.
QString deploymentOf(const QString &model, const QString &list)
{
    const QStringList entries = list.split(u',', Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        if (entry.section(u'=', 0, 0).trimmed().compare(model, Qt::CaseInsensitive) == 0) {
            return entry.section(u'=', 1).trimmed();
        }
    }
    return model;
}

class AzureAdapter : public OpenAiLikeAdapter
{
public:
    AzureAdapter()
        : OpenAiLikeAdapter(azureProfile())
    {
    }

protected:
    [[nodiscard]] Plan localized(const Plan &plan, const Credentials &credentials) const override
    {
        Plan own = plan;
        own.offer.providerModel = deploymentOf(plan.offer.providerModel, credentials.field(deployments));
        return own;
    }

    /// The user's address, without a version of its own where the call is dated: its query carries what was asked for.
    [[nodiscard]] QUrl home(const Credentials &credentials) const override
    {
        const QString version = credentials.field(apiVersion);
        QUrl url = credentials.baseUrl;
        if (url.isEmpty()) {
            return url;
        }
        const bool isVersioned = url.path().contains("/openai/v1"_L1);
        if (!version.isEmpty() || !isVersioned) {
            url.setQuery(QUrlQuery {{u"api-version"_s, version.isEmpty() ? u"v1"_s : version}});
        }
        return url;
    }

    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override
    {
        const OpenAiLikePlaces places {place(plan, baseUrl, u"/images/generations"_s),
                                       place(plan, baseUrl, u"/images/edits"_s)};
        return openAiLikeSubmission(plan, call, places, profile(), streams(plan));
    }

    /// The list of models; that of deployments stands elsewhere, behind another sign-in.
    [[nodiscard]] HttpRequest writeKeyCheck(const QUrl &baseUrl) const override
    {
        const QString version = QUrlQuery(baseUrl).queryItemValue(u"api-version"_s);
        const QString path = isDated(version) ? u"/openai/models"_s : u"/models"_s;
        const QUrl url = isDated(version) ? endpoint(root(baseUrl), {}, path)
                                          : versionedEndpoint(baseUrl, {}, u"/openai/v1"_s, path);
        return getRequest(withQuery(url, baseUrl));
    }

private:
    /// Without what people paste behind the resource's own address.
    [[nodiscard]] static QUrl root(QUrl url)
    {
        url.setPath(url.path().section("/openai"_L1, 0, 0));
        return url;
    }

    [[nodiscard]] static QUrl place(const Plan &plan, const QUrl &baseUrl, const QString &path)
    {
        if (plan.offer.model.startsWith("mai-image"_L1)) {
            return endpoint(root(baseUrl), {}, "/mai/v1"_L1 + path);
        }
        const bool isClassic = isDated(QUrlQuery(baseUrl).queryItemValue(u"api-version"_s));
        const QString deployment = QString::fromLatin1(QUrl::toPercentEncoding(plan.offer.providerModel));
        const QUrl url = isClassic ? endpoint(root(baseUrl), {}, "/openai/deployments/"_L1 + deployment + path)
                                   : versionedEndpoint(baseUrl, {}, u"/openai/v1"_s, path);
        return withQuery(url, baseUrl);
    }

    /// Nothing stays nothing.
    [[nodiscard]] static QUrl withQuery(QUrl url, const QUrl &baseUrl)
    {
        if (url.isValid()) {
            url.setQuery(baseUrl.query());
        }
        return url;
    }
};

} // namespace

std::unique_ptr<Adapter> azureAdapter()
{
    return std::make_unique<AzureAdapter>();
}

} // namespace lightwell
