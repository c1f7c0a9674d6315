// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/drive.h"

#include "core/catalog/catalog.h"
#include "core/engine/pictureconversation.h"
#include "core/media/fittedinputs.h"
#include "core/planning/planner.h"
#include "core/wording/wording.h"
#include "tests/providers/plans.h"

#include <QEventLoop>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

Error noEnd()
{
    Error error;
    error.kind = ErrorKind::Internal;
    error.message = u"the call did not end"_s;
    return error;
}

/// The vendor's own fields without which it does nothing.
QJsonObject neededFields(const Offer &offer)
{
    QJsonObject fields;
    for (const QString &field : offer.wire.required) {
        fields.insert(field, u"the hat"_s);
    }
    return fields;
}

} // namespace

Offer catalogOffer(const QString &id)
{
    const auto found = Catalog::builtIn().resolve(id);
    if (!found || found->offers.isEmpty()) {
        qFatal("no such offer: %s", qPrintable(id));
    }
    return found->offers.first();
}

Plan catalogPlan(const QString &offer, Request request)
{
    request.model = offer;
    const auto plan = makePlan(request, catalogOffer(offer));
    if (!plan) {
        qFatal("no plan for %s: %s", qPrintable(offer), qPrintable(wording::sentence(plan.error())));
    }
    return *plan;
}

QStringList catalogOffers(const QString &provider)
{
    QStringList ids;
    const QList<Model> models = Catalog::builtIn().models();
    for (const Model &model : models) {
        for (const Offer &offer : model.offers) {
            if (offer.provider == provider) {
                ids.append(offer.id());
            }
        }
    }
    return ids;
}

Request wishFor(const QString &offer)
{
    const Offer served = catalogOffer(offer);
    Request request;
    request.prompt = served.supports(u"prompt"_s) ? u"a red fox"_s : QString();
    request.extra = neededFields(served);
    if (served.hasMode(u"text-to-image"_s)) {
        return request;
    }
    request.images = {{pngOf({288, 320}), {}}};
    for (const Operation operation :
         {Operation::Vary, Operation::Upscale, Operation::RemoveBackground, Operation::Vectorize}) {
        if (served.hasMode(modeFor(operation))) {
            request.operation = operation;
        }
    }
    if (served.modes == QStringList {u"inpaint"_s}) {
        request.mask = InputImage {pngOf({288, 320}, Qt::transparent), {}};
    }
    if (served.modes == QStringList {u"outpaint"_s}) {
        request.extra.insert("top"_L1, 64);
    }
    return request;
}

CallPatience hastyPatience()
{
    using namespace std::chrono_literals;
    return {30s, 45s, 30s, 5ms, 300ms, 300ms};
}

CallOutcome drive(const Adapter &adapter, const Plan &plan, const Credentials &credentials,
                  const CallPatience &patience)
{
    HttpClient http;
    const Result<Plan> sent = withFittedInputs(plan);
    if (!sent) {
        CallOutcome outcome;
        outcome.error = sent.error();
        return outcome;
    }
    CallDriver driver(pictureConversation(adapter, *sent, plan.calls.value(0), credentials), http, patience);
    std::optional<CallOutcome> outcome;
    // No qWaitFor: it sleeps 10 ms after each step, and a call takes dozens of them.
    QEventLoop loop;
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    QObject::connect(&driver, &CallDriver::finished, &loop, [&](const CallOutcome &end) {
        outcome = end;
        loop.quit();
    });
    driver.start();
    if (!outcome) { // what is refused before it is sent ends at once
        loop.exec();
    }
    QThreadPool::globalInstance()->waitForDone(); // what still reads there knows the adapter
    return outcome.value_or(CallOutcome {noEnd(), {}, 0, {}, {}});
}

std::optional<Error> driveKeyCheck(const Adapter &adapter, const Credentials &credentials)
{
    const std::optional<HttpRequest> request = adapter.keyCheck(credentials);
    if (!request) {
        return noEnd();
    }
    HttpClient http;
    std::optional<HttpResult> result;
    HttpCall *call = http.send(*request);
    QObject::connect(call, &HttpCall::finished, &http, [&](const HttpResult &end) { result = end; });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000) || result->delivery != Delivery::Answered) {
        return noEnd();
    }
    return adapter.readKeyCheck(result->response);
}

} // namespace lightwell::test
