// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/openailike.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/openaikinds.h"
#include "providers/common/openailikeanswer.h"
#include "providers/common/openailikebody.h"
#include "providers/common/openailikestream.h"
#include "providers/common/urls.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

std::optional<ErrorKind> kindSaid(const VendorMessage &said, std::span<const ErrorCode> own)
{
    if (const std::optional<ErrorKind> kind = openAiErrorKind(said, own)) {
        return kind;
    }
    const bool refused =
        said.type == "image_generation_user_error"_L1 && said.text.contains("safety"_L1, Qt::CaseInsensitive);
    return refused ? std::optional(ErrorKind::ContentPolicy) : std::nullopt;
}

void settleKind(Error &error, const VendorMessage &said, const OpenAiLikeProfile &profile)
{
    if (const std::optional<ErrorKind> kind = kindSaid(said, profile.errors)) {
        error.kind = *kind;
    } else if (const ErrorPhrase *row = phraseIn(profile.refusals, said.text)) {
        error.kind = row->kind;
        error.param = row->param.isEmpty() ? error.param : QString(row->param);
    }
}

/// The reason for a settled kind.
void explain(Error &error, const VendorMessage &said, const QString &provider)
{
    lightwell::explain(error, provider);
    if (error.kind == ErrorKind::Unsupported && isCountryRefused(said)) {
        error.setReason(reasons::regionNotServed(provider));
    }
}

/// "input" is the only stage besides none that is certain to come before any picture.
bool isRefusedLate(const HttpResponse &response)
{
    const QJsonObject details = response.json().value("error"_L1)["moderation_details"_L1].toObject();
    const QString stage = details.value("moderation_stage"_L1).toString();
    return !stage.isEmpty() && stage != "input"_L1;
}

} // namespace

OpenAiLikeAdapter::OpenAiLikeAdapter(OpenAiLikeProfile profile)
    : SynchronousAdapter(profile.info)
    , m_profile(std::move(profile))
{
}

QUrl OpenAiLikeAdapter::address(const QUrl &baseUrl, const QString &path) const
{
    return versionedEndpoint(baseUrl, defaultBaseUrl(), m_profile.version, path);
}

Result<HttpRequest> OpenAiLikeAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    const OpenAiLikePlaces places {address(baseUrl, m_profile.generations), address(baseUrl, m_profile.edits)};
    return openAiLikeSubmission(plan, call, places, m_profile, streams(plan));
}

HttpRequest OpenAiLikeAdapter::writeKeyCheck(const QUrl &baseUrl) const
{
    return getRequest(m_profile.models.isEmpty() ? QUrl() : address(baseUrl, m_profile.models));
}

void OpenAiLikeAdapter::identify(HttpRequest &request, const Credentials &credentials) const
{
    authorize(request, m_profile.key, credentials.key);
}

bool OpenAiLikeAdapter::streams(const Plan &plan) const
{
    return m_profile.streams && plan.previews > 0;
}

QList<Interim> OpenAiLikeAdapter::streamed(const Plan &plan, const AdapterState &, const StreamEvent &event) const
{
    return m_profile.streams ? openAiInterim(event, plan.previews) : QList<Interim>();
}

Step OpenAiLikeAdapter::readAnswer(const Plan &plan, const AdapterState &, const HttpResponse &response,
                                   const QByteArray &key) const
{
    if (m_profile.streams && isEventStream(response.header("Content-Type"_ba))) {
        const auto errorOf = [&](const HttpResponse &told) { return readError(told, plan.offer, key); };
        return openAiStreamAnswer(plan, response, name(), key, errorOf);
    }
    Step step = openAiLikeAnswer(plan, response, m_profile, key);
    if (auto *failed = std::get_if<Failed>(&step); failed && response.json().contains("error"_L1)) {
        const VendorMessage said = VendorMessage::read(response.body, key); // an error that came as a success
        settleKind(failed->error, said, m_profile);
        if (failed->error.kind != ErrorKind::Upstream) {
            failed->error.code = said.code.isEmpty() ? said.type : said.code;
            explain(failed->error, said, name());
        }
    }
    return step;
}

Error OpenAiLikeAdapter::readError(const HttpResponse &response, const Offer &offer, const QByteArray &key) const
{
    const VendorMessage said = VendorMessage::read(response.body, key);
    Error error = errorFromStatus(response, said, name());
    error.param = parameterOf(offer, said.param);
    // Codes decide only where the status already says that nothing was made: a 500 stays one whatever it carries.
    if (error.billing == Billing::NotBilled) {
        settleKind(error, said, m_profile);
    }
    if (!info().bills) {
        error.billing = Billing::NotBilled;
    }
    if (error.kind == ErrorKind::ContentPolicy && isRefusedLate(response) && info().bills) {
        error.billing = Billing::MayBeBilled;
    }
    if (response.status >= 400) {
        explain(error, said, name());
    }
    if (m_profile.refine) {
        m_profile.refine(error, response, said);
    }
    return error;
}

std::optional<Error> OpenAiLikeAdapter::readKeyCheck(const HttpResponse &response) const
{
    std::optional<Error> error = SynchronousAdapter::readKeyCheck(response);
    if (error && error->kind == ErrorKind::NotFound) {
        error->setReason(reasons::addressSpeaksOtherwise(name()));
    }
    return error;
}

} // namespace lightwell
