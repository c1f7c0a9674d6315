// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/sketchbookorders.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QThread>

namespace lightwell::test {

using namespace Qt::StringLiterals;

Plan sketchbookPlan(const QString &model, const QString &prompt)
{
    Plan plan;
    plan.request.model = model;
    plan.request.prompt = prompt;
    plan.offer.model = model;
    plan.offer.provider = u"sketchbook"_s;
    plan.offer.providerModel = model;
    plan.offer.fields = {{u"prompt"_s, u"prompt"_s}, {u"seed"_s, u"seed"_s}};
    if (model == u"sketchbook-scene"_s) {
        plan.offer.fields.insert(u"aspect_ratio"_s, u"aspect_ratio"_s);
        plan.offer.fields.insert(u"output_format"_s, u"output_format"_s);
        plan.size.ratio = AspectRatio {3, 2};
    } else {
        plan.offer.fields.insert(u"size"_s, u"size"_s);
        plan.size.pixels = QSize(512, 512);
    }
    if (model == u"sketchbook-poster"_s) {
        for (const QString &field : {u"n"_s, u"output_format"_s, u"output_compression"_s}) {
            plan.offer.fields.insert(field, field);
        }
        plan.output.upstreamFormat = ImageFormat::Webp;
    }
    plan.calls = {PlannedCall {1, 7}};
    return plan;
}

HttpResponse commission(Studio &studio, const QJsonObject &body)
{
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"sketchbook://studio/v1/paintings"_s);
    request.setHeader("Content-Type", "application/json");
    request.body = QJsonDocument(body).toJson();
    return studio.handle(request).result();
}

HttpResponse ask(Studio &studio, const QByteArray &method, const QUrl &url)
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    return studio.handle(request).result();
}

QJsonObject untilOver(Studio &studio, const QUrl &status)
{
    const QDeadlineTimer deadline(60'000);
    QJsonObject answer;
    do {
        answer = ask(studio, "GET", status).json();
        if (answer.value(u"retry_after_ms"_s).isUndefined()) {
            return answer;
        }
        QThread::yieldCurrentThread();
    } while (!deadline.hasExpired());
    return answer;
}

} // namespace lightwell::test
