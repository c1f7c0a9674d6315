// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/byteplus/byteplusadapter.h"

#include "providers/common/openailike.h"
#include "providers/common/tokencost.h"
#include "providers/common/unitcost.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorCode codes[] = {
    {"AuthenticationError"_L1, ErrorKind::Auth},
    {"AccessDenied"_L1, ErrorKind::Auth},
    {"AccountOverdueError"_L1, ErrorKind::Funds},
    {"ModelNotOpen"_L1, ErrorKind::NotFound},
    {"InvalidEndpoint.NotFound"_L1, ErrorKind::NotFound},
    {"InvalidEndpointOrModel.NotFound"_L1, ErrorKind::NotFound},
    {"InvalidEndpoint.ClosedEndpoint"_L1, ErrorKind::NotFound},
    {"ServerOverloaded"_L1, ErrorKind::Overloaded},
};

/// "InputTextSensitiveContentDetected", "SensitiveContentDetected.Violence", …
bool isRefusal(const QString &code)
{
    return code.contains("SensitiveContentDetected"_L1);
}

void embed(QJsonObject &body, const QStringList &pictures)
{
    body.insert("image"_L1, pictures.size() == 1 ? QJsonValue(pictures.first()) : QJsonArray::fromStringList(pictures));
}

std::optional<QString> withheld(const QJsonObject &part)
{
    const QJsonValue error = part.value("error"_L1);
    return isRefusal(error["code"_L1].toString()) ? std::optional(error["message"_L1].toString()) : std::nullopt;
}

void readCost(Done &done, const Plan &plan, const QJsonObject &answer)
{
    if (const auto made = tokenCount(answer.value("usage"_L1)["generated_images"_L1])) {
        done.cost =
            *made == 0 ? Money::zero() : unitCost(plan.offer, static_cast<double>(*made), {PriceLine::Unit::Image});
    }
}

void refine(Error &error, const HttpResponse &, const VendorMessage &said)
{
    if (error.billing == Billing::NotBilled && isRefusal(said.code)) {
        error.kind = ErrorKind::ContentPolicy;
        explain(error, u"BytePlus"_s);
    }
}

} // namespace

std::unique_ptr<Adapter> bytePlusAdapter()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"byteplus"_s;
    profile.info.name = u"BytePlus"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://ark.ap-southeast.bytepluses.com"_s);
    profile.info.keyPage = QUrl(u"https://console.byteplus.com/ark/apiKey"_s);
    profile.info.keyVariables = {u"ARK_API_KEY"_s};
    profile.version = u"/api/v3"_s;
    profile.embed = embed;
    profile.withheld = withheld;
    profile.complete = readCost;
    profile.errors = codes;
    profile.refine = refine;
    return std::make_unique<OpenAiLikeAdapter>(std::move(profile));
}

} // namespace lightwell
