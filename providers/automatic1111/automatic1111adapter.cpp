// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/automatic1111/automatic1111adapter.h"

#include "core/model/boundedjson.h"
#include "providers/automatic1111/automatic1111answer.h"
#include "providers/automatic1111/automatic1111body.h"
#include "providers/common/foundpictures.h"
#include "providers/common/httperrors.h"
#include "providers/common/joberrors.h"
#include "providers/common/polling.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString name = QStringLiteral("Automatic1111");

QUrl address(const Credentials &credentials, const QString &path)
{
    return endpoint(credentials.baseUrl, QUrl(u"http://127.0.0.1:7860"_s), u"/sdapi/v1"_s + path);
}

HttpRequest authorized(HttpRequest request, const Credentials &credentials)
{
    authorize(request, {"Authorization"_ba, "Basic"_ba},
              credentials.key.isEmpty() ? QByteArray() : credentials.key.toBase64());
    return request;
}

HttpRequest checkpoints(const Credentials &credentials)
{
    return authorized(getRequest(address(credentials, u"/sd-models"_s)), credentials);
}

Step send(const Result<Automatic1111Order> &order, const QString &phase, int n, const Credentials &credentials)
{
    if (!order) {
        return Failed {order.error()};
    }
    const HttpRequest request = submission(address(credentials, order->path), order->body);
    return Send {authorized(request, credentials), {{u"phase"_s, phase}, {u"n"_s, n}}};
}

} // namespace

ProviderInfo Automatic1111Adapter::info() const
{
    ProviderInfo info;
    info.id = u"automatic1111"_s;
    info.name = QCoreApplication::translate("Provider", "Automatic1111 or Forge");
    info.defaultBaseUrl = QUrl(u"http://127.0.0.1:7860"_s);
    info.keyVariables = {u"LIGHTWELL_AUTOMATIC1111_API_KEY"_s};
    info.needsKey = false;
    info.bills = false;
    info.callsAtOnce = 1; // it paints one picture after another
    info.note = QCoreApplication::translate(
        "Provider",
        "Your own server, started with --api. It does not tell how far it is, and goes on when a picture is cancelled. "
        "A key is only needed with --api-auth: user:password.");
    return info;
}

Step Automatic1111Adapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    if (plan.request.operation == Operation::Upscale) {
        return send(automatic1111Upscaling(plan), u"upscale"_s, 1, credentials);
    }
    AdapterState state {{u"phase"_s, u"models"_s}, {u"n"_s, call.n}};
    if (call.seed) {
        state.insert("seed"_L1, *call.seed);
    }
    return Send {checkpoints(credentials), state};
}

Step Automatic1111Adapter::order(const Plan &plan, const AdapterState &state, const QString &checkpoint,
                                 const Credentials &credentials) const
{
    PlannedCall call;
    call.n = state.value("n"_L1).toInt(1);
    if (state.contains("seed"_L1)) {
        call.seed = state.value("seed"_L1).toInteger();
    }
    return send(automatic1111Order(plan, call, checkpoint), u"picture"_s, call.n, credentials);
}

Step Automatic1111Adapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                   const Credentials &credentials) const
{
    const QString phase = state.value("phase"_L1).toString();
    const bool isQuestion = phase == "models"_L1;
    if (!response.isSuccess()) {
        const Error error = automatic1111Error(response, plan.offer, name, credentials.key);
        return isQuestion && isPassing(response.status) ? Step(oddAnswer(response, error)) : Step(Failed {error});
    }
    if (!isQuestion) {
        return orFoundPictures(phase == "upscale"_L1
                                   ? automatic1111Upscaled(response, name)
                                   : automatic1111Pictures(response, state.value("n"_L1).toInt(1), name),
                               response);
    }
    if (const auto read = readJson(response.body, jsonlimits::answer); !read || !read->isArray()) {
        return oddAnswer(response, missingInAnswer(response, name, u"sd-models"_s));
    }
    const std::optional<QString> checkpoint = automatic1111Checkpoint(response, plan.offer.providerModel);
    return checkpoint ? order(plan, state, *checkpoint, credentials)
                      : Step(Failed {noSuchModel(plan.offer.providerModel, name)});
}

std::optional<HttpRequest> Automatic1111Adapter::keyCheck(const Credentials &credentials) const
{
    return checkpoints(credentials);
}

std::optional<Error> Automatic1111Adapter::readKeyCheck(const HttpResponse &response) const
{
    return response.isSuccess() ? std::nullopt : std::optional(automatic1111Error(response, {}, name, {}));
}

} // namespace lightwell
