// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openaidialect.h"

#include "core/gateway/dialects/openai/callbody.h"
#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/dialects/openai/openaievents.h"
#include "core/gateway/dialects/openai/openaimodels.h"
#include "core/gateway/dialects/openai/openairequest.h"
#include "core/gateway/dialects/openai/requestnames.h"

#include <QCryptographicHash>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

std::optional<Error> OpenAiDialect::faultInHead(const GatewayRequest &request) const
{
    return openai::faultInHead(request);
}

Result<GenerationCall> OpenAiDialect::readCall(const GatewayRequest &request, CallKind kind) const
{
    return openai::readCall(request, kind);
}

// Journals hold such fingerprints: what goes in must stay the same from release to release.
QByteArray OpenAiDialect::fingerprint(const GatewayRequest &request, CallKind kind) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(request.query.toString(QUrl::FullyEncoded).toUtf8() + '\n'));
    hash.addData(QByteArray(request.header("X-Lightwell-Strict") + '\n'));
    if (kind != CallKind::Generation) {
        hash.addData(kind == CallKind::Edit ? "edit\n"_ba : "variation\n"_ba);
    }
    forEachPiece(request, [&hash](const QByteArray &piece) { hash.addData(piece); });
    return hash.result();
}

GatewayResponse OpenAiDialect::answer(const GenerationCall &call, const Generation &generation,
                                      const QList<DeliveredPicture> &pictures) const
{
    if (!call.streams) {
        return generationAnswer(generation, pictures, call.source);
    }
    GatewayResponse events {200, {}, completedEvents(call, generation, pictures)};
    addGenerationHeaders(events, generation);
    return events;
}

GatewayResponse OpenAiDialect::failure(const Generation &generation) const
{
    return failureAnswer(generation);
}

GatewayResponse OpenAiDialect::dryRun(const Route &route, const QJsonObject &keys) const
{
    return dryRunAnswer(route, keys);
}

void OpenAiDialect::addHeaders(GatewayResponse &response, const Generation &generation) const
{
    addGenerationHeaders(response, generation);
}

GatewayResponse OpenAiDialect::error(const Error &error) const
{
    return errorAnswer(error);
}

GatewayResponse OpenAiDialect::refusal(const Refusal &refusal) const
{
    return refusalAnswer(refusal);
}

GatewayResponse OpenAiDialect::models(const Catalog &catalog) const
{
    return modelsAnswer(catalog);
}

GatewayResponse OpenAiDialect::modelSchema(const Catalog &catalog, const QString &name) const
{
    return modelSchemaAnswer(catalog, name);
}

GatewayResponse OpenAiDialect::model(const Catalog &catalog, const QString &name) const
{
    return modelAnswer(catalog, name);
}

GatewayResponse OpenAiDialect::modelsWithTexts(const Catalog &catalog, const TextModels &texts) const
{
    return modelsAnswer(catalog, texts);
}

GatewayResponse OpenAiDialect::modelOrText(const Catalog &catalog, const TextModels &texts, const QString &name) const
{
    const std::optional<GatewayResponse> text = textModelAnswer(texts, name);
    return text ? *text : model(catalog, name);
}

QByteArray OpenAiDialect::previewEvent(CallKind kind, const QByteArray &preview, int index, qint64 createdAt) const
{
    return partialEvent(kind, preview, index, createdAt);
}

QByteArray OpenAiDialect::errorEvent(const GatewayResponse &response) const
{
    return openai::errorEvent(response);
}

} // namespace lightwell::openai
