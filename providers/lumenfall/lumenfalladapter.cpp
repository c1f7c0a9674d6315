// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/lumenfall/lumenfalladapter.h"

#include "providers/common/openailike.h"
#include "providers/common/toldcost.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorCode codes[] = {
    {"AUTHENTICATION_FAILED"_L1, ErrorKind::Auth},
    {"INSUFFICIENT_BALANCE"_L1, ErrorKind::Funds},
    {"CONTENT_POLICY_VIOLATION"_L1, ErrorKind::ContentPolicy},
    {"MODEL_NOT_FOUND"_L1, ErrorKind::NotFound},
    {"MODEL_DISABLED"_L1, ErrorKind::NotFound},
    {"RATE_LIMITED"_L1, ErrorKind::RateLimit},
};

constexpr ErrorPhrase refusals[] = {
    {"expected string to have"_L1, ErrorKind::Invalid, "prompt"_L1},
    {"multiple input images"_L1, ErrorKind::Invalid, "image"_L1},
    {"invalid image file"_L1, ErrorKind::Invalid, "image"_L1},
    {"does not support"_L1, ErrorKind::Unsupported},
};

void readCost(Done &done, const Plan &, const QJsonObject &answer)
{
    const QJsonValue told = answer.value("metadata"_L1);
    const QString currency = told["cost_currency"_L1].toString(u"USD"_s);
    if (told["cost"_L1].isUndefined()) {
        return;
    }
    if (currency == "USD"_L1) {
        takeToldCost(done, told["cost"_L1]);
    } else {
        keepUnreadableCost(done, told["cost"_L1].toVariant().toString() + u' ' + currency);
    }
}

/// Prompt, picture or what was made of them: it does not say which.
void refine(Error &error, const HttpResponse &, const VendorMessage &)
{
    if (error.kind == ErrorKind::ContentPolicy) {
        error.billing = Billing::MayBeBilled;
    }
}

} // namespace

std::unique_ptr<Adapter> lumenfallAdapter()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"lumenfall"_s;
    profile.info.name = u"Lumenfall"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.lumenfall.ai"_s);
    profile.info.keyPage = QUrl(u"https://lumenfall.ai/app/api_keys"_s);
    profile.info.keyVariables = {u"LUMENFALL_API_KEY"_s};
    profile.version = u"/openai/v1"_s;
    profile.severalUploads = u"image"_s;
    profile.complete = readCost;
    profile.errors = codes;
    profile.refusals = refusals;
    profile.refine = refine;
    return std::make_unique<OpenAiLikeAdapter>(std::move(profile));
}

} // namespace lightwell
