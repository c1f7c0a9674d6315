// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/openai/openaierror.h"

#include "providers/common/httperrors.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::OpenAiError)
};

struct Row
{
    QLatin1StringView code; ///< error.code, or error.type where a server has no code
    ErrorKind kind;
};

constexpr Row rows[] = {
    {"moderation_blocked"_L1, ErrorKind::ContentPolicy},
    {"content_policy_violation"_L1, ErrorKind::ContentPolicy},
    {"content_filter"_L1, ErrorKind::ContentPolicy},
    {"insufficient_quota"_L1, ErrorKind::Funds},
    {"billing_hard_limit_reached"_L1, ErrorKind::Funds},
    {"billing_not_active"_L1, ErrorKind::Funds},
    {"invalid_api_key"_L1, ErrorKind::Auth},
    {"model_not_found"_L1, ErrorKind::NotFound},
    {"unsupported_country_region_territory"_L1, ErrorKind::Unsupported},
    {"rate_limit_exceeded"_L1, ErrorKind::RateLimit},
};

/// Codes decide only where the status already says that nothing was made: a 500 stays one whatever it carries.
std::optional<ErrorKind> kindOfCode(const VendorMessage &said)
{
    for (const QString &word : {said.code, said.type}) {
        for (const Row &row : rows) {
            if (word == row.code) {
                return row.kind;
            }
        }
    }
    const bool refused =
        said.type == "image_generation_user_error"_L1 && said.text.contains("safety"_L1, Qt::CaseInsensitive);
    return refused ? std::optional(ErrorKind::ContentPolicy) : std::nullopt;
}

/// "input" is the only stage besides none that is certain to come before any picture.
bool refusedLate(const HttpResponse &response)
{
    const QJsonObject details = response.json().value("error"_L1)["moderation_details"_L1].toObject();
    const QString stage = details.value("moderation_stage"_L1).toString();
    return !stage.isEmpty() && stage != "input"_L1;
}

} // namespace

Error openAiError(const HttpResponse &response, const Offer &offer, const QString &provider, const QByteArray &key)
{
    const VendorMessage said = VendorMessage::read(response.body, key);
    Error error = errorFromStatus(response, said, provider);
    error.param = parameterOf(offer, said.param);
    if (error.billing == Billing::NotBilled) {
        error.kind = kindOfCode(said).value_or(error.kind);
    }
    if (error.kind == ErrorKind::ContentPolicy && refusedLate(response)) {
        error.billing = Billing::MayBeBilled;
    }
    if (response.status >= 400) {
        explain(error, provider);
    }
    if (response.status == 403 && said.text.contains("verif"_L1, Qt::CaseInsensitive)) {
        error.message =
            Text::tr("%1 makes pictures with this model only for verified organizations. Verify yours in its "
                     "settings, or choose another model.")
                .arg(provider);
    }
    return error;
}

} // namespace lightwell
