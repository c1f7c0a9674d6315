// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/azure.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/support/multipart.h"

#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString classic = QStringLiteral("/openai/deployments/");
const QString alias = QStringLiteral("my-pictures");

QString modelOf(const QString &deployment)
{
    return deployment == alias ? u"gpt-image-2"_s : deployment;
}

/// The deployment a request names, in its path or in its body.
QString deploymentOf(const Received &request)
{
    if (request.path.startsWith(classic)) {
        return request.path.section(u'/', 3, 3);
    }
    const QString said = request.json().value("model"_L1).toString();
    return said.isEmpty() ? QString::fromUtf8(formField(formParts(request), u"model"_s).value_or(QByteArray())) : said;
}

/// The same to OpenAI itself.
Received asOpenAi(Received request, const QString &deployment)
{
    request.path = u"/v1/images/"_s + request.path.section(u'/', -1);
    request.headers.append({"Authorization"_ba, "Bearer " + OpenAiStandIn::key()});
    if (QJsonObject body = request.json(); !body.isEmpty()) {
        body.insert(u"model"_s, modelOf(deployment));
        request.body = QJsonDocument(body).toJson();
    } else {
        const auto line = [](const QString &value) { return QByteArray("\r\n\r\n" + value.toUtf8() + "\r\n"); };
        request.body.replace(line(deployment), line(modelOf(deployment)));
    }
    return request;
}

} // namespace

Reply AzureStandIn::refusal(int status, const QJsonObject &error)
{
    return Reply::json({{u"error"_s, error}}, status);
}

QString AzureStandIn::pointOf(const Received &request) const
{
    return request.path.endsWith("/images/generations"_L1) ? u"generation"_s
        : request.path.endsWith("/images/edits"_L1)        ? u"edit"_s
                                                           : u"models"_s;
}

Reply AzureStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("api-key"_ba) != key()) {
        return refusal(401,
                       {{u"code"_s, u"401"_s},
                        {u"message"_s, u"Access denied due to invalid subscription key or wrong API endpoint."_s}});
    }
    const QString version = request.queryItem(u"api-version"_s);
    const bool isClassic = request.path.startsWith(classic) || request.path == "/openai/models"_L1;
    const bool isVersionGood = isClassic ? version.startsWith(u'2') : !version.startsWith(u'2');
    const bool isOwn = request.path.startsWith("/mai/v1/"_L1);
    if (!isVersionGood || (!isClassic && !isOwn && !request.path.startsWith("/openai/v1/"_L1))) {
        return refusal(404, {{u"code"_s, u"404"_s}, {u"message"_s, u"Resource not found"_s}});
    }
    if (point == "models"_L1) {
        return Reply::json({{u"data"_s, QJsonArray {}}, {u"object"_s, u"list"_s}});
    }
    if (isOwn) {
        return makeOwn(request.json());
    }
    const QString deployment = deploymentOf(request);
    if (deployment.startsWith("FLUX"_L1)) {
        return makeFlux(request);
    }
    if (!OpenAiModel::find(modelOf(deployment))) {
        return refusal(404,
                       {{u"code"_s, u"DeploymentNotFound"_s},
                        {u"message"_s, u"The API deployment for this resource does not exist."_s}});
    }
    const QString format = request.json().value("output_format"_L1).toString();
    if (format == "webp"_L1) {
        return refusal(400,
                       {{u"code"_s, u"invalid_value"_s},
                        {u"param"_s, u"output_format"_s},
                        {u"message"_s, u"webp is not supported"_s}});
    }
    return OpenAiStandIn::answer(asOpenAi(request, deployment), point);
}

Reply AzureStandIn::makeOwn(const QJsonObject &body)
{
    const QSize size(body.value("width"_L1).toInt(1024), body.value("height"_L1).toInt(1024));
    for (const QString &field : body.keys()) {
        if (field != "model"_L1 && field != "prompt"_L1 && field != "width"_L1 && field != "height"_L1) {
            return refusal(400,
                           {{u"code"_s, u"unknown_parameter"_s}, {u"param"_s, field}, {u"message"_s, u"unknown"_s}});
        }
    }
    if (size.width() < 768 || size.height() < 768 || size.width() * size.height() > 1'048'576) {
        return refusal(400, {{u"code"_s, u"invalid_value"_s}, {u"param"_s, u"width"_s}, {u"message"_s, u"size"_s}});
    }
    bill();
    const QByteArray picture = paintedPicture(size, ImageFormat::Png, 3);
    return Reply::json(
        {{u"data"_s, QJsonArray {QJsonObject {{u"b64_json"_s, QString::fromLatin1(picture.toBase64())}}}}});
}

Reply AzureStandIn::makeFlux(const Received &request)
{
    const QList<FormPart> parts = formParts(request);
    const QString said = parts.isEmpty() ? request.json().value("size"_L1).toString()
                                         : QString::fromUtf8(formField(parts, u"size"_s).value_or(QByteArray()));
    const QList<QSize> sizes {{1024, 1024}, {1024, 1536}, {1536, 1024}};
    const QSize size = said.isEmpty() ? sizes.first() : sizeFromString(said).value_or(QSize());
    if (!sizes.contains(size)) {
        return refusal(400, {{u"code"_s, u"invalid_value"_s}, {u"param"_s, u"size"_s}, {u"message"_s, u"size"_s}});
    }
    bill();
    const QByteArray picture = paintedPicture(size, ImageFormat::Png, 5);
    return Reply::json(
        {{u"data"_s, QJsonArray {QJsonObject {{u"b64_json"_s, QString::fromLatin1(picture.toBase64())}}}}});
}

} // namespace lightwell::test
