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
#include "core/gateway/dialects/openai/responsestool.h"
#include "core/gateway/dialects/openrouter/chatimages.h"

#include <QCryptographicHash>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

std::optional<Error> OpenAiDialect::faultInHead(const GatewayRequest &request) const
{
    return openai::faultInHead(request);
}

bool OpenAiDialect::chatAsksForPictures(const GatewayRequest &request) const
{
    return openrouter::asksForPictures(request.body);
}

Result<GenerationCall> OpenAiDialect::readCall(const GatewayRequest &request, CallKind kind) const
{
    // Pictures through a chat are OpenRouter's invention: OpenAI's own has words alone.
    return kind == CallKind::Chat ? openrouter::readChatPictures(request) : openai::readCall(request, kind);
}

Result<std::optional<PictureTool>> OpenAiDialect::pictureTool(const GatewayRequest &request, TextKind kind) const
{
    return kind == TextKind::Responses ? readResponsesTool(request)
                                       : Result<std::optional<PictureTool>>(std::optional<PictureTool>());
}

std::unique_ptr<ToolAnswer> OpenAiDialect::toolAnswer(const PictureTool &tool) const
{
    return std::make_unique<ResponsesToolAnswer>(tool);
}

GenerationCall OpenAiDialect::inNamesOf(const Catalog &catalog, GenerationCall call) const
{
    return call.kind == CallKind::Chat ? openrouter::inCatalogNames(catalog, std::move(call)) : call;
}

// Journals hold such fingerprints: what goes in must stay the same from release to release.
QByteArray OpenAiDialect::fingerprint(const GatewayRequest &request, CallKind kind) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(request.query.toString(QUrl::FullyEncoded).toUtf8() + '\n'));
    hash.addData(QByteArray(request.header("X-Lightwell-Strict") + '\n'));
    switch (kind) {
    case CallKind::Generation:
        break;
    case CallKind::Edit:
        hash.addData("edit\n"_ba);
        break;
    case CallKind::Variation:
        hash.addData("variation\n"_ba);
        break;
    case CallKind::Chat:
        hash.addData("chat\n"_ba);
        break;
    }
    forEachPiece(request, [&hash](const QByteArray &piece) { hash.addData(piece); });
    return hash.result();
}

GatewayResponse OpenAiDialect::answer(const GenerationCall &call, const Generation &generation,
                                      const QList<DeliveredPicture> &pictures) const
{
    const bool isChat = call.kind == CallKind::Chat;
    if (!call.streams) {
        return isChat ? openrouter::chatPicturesAnswer(call, generation, pictures)
                      : generationAnswer(generation, pictures, call.source);
    }
    GatewayResponse events {200,
                            {},
                            isChat ? openrouter::chatPicturesEvents(call, generation, pictures)
                                   : completedEvents(call, generation, pictures)};
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

void OpenAiDialect::addOutcome(GatewayResponse &response, const Generation &generation, const Telling &) const
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

GatewayResponse OpenAiDialect::modelSchema(const Catalog &catalog, const TextModels &texts, const QString &name,
                                           QDate today) const
{
    const std::optional<GatewayResponse> text = textSchemaAnswer(texts, name, today); // first, as in modelOrText()
    return text ? *text : modelSchemaAnswer(catalog, name);
}

GatewayResponse OpenAiDialect::model(const Catalog &catalog, const QString &name) const
{
    return modelAnswer(catalog, name);
}

GatewayResponse OpenAiDialect::modelsWithTexts(const Catalog &catalog, const TextModels &texts, QDate today) const
{
    return modelsAnswer(catalog, texts, today);
}

GatewayResponse OpenAiDialect::modelOrText(const Catalog &catalog, const TextModels &texts, const QString &name,
                                           QDate today) const
{
    const std::optional<GatewayResponse> text = textModelAnswer(texts, name, today);
    return text ? *text : model(catalog, name);
}

QByteArray OpenAiDialect::previewEvent(CallKind kind, const QByteArray &preview, int index, qint64 createdAt) const
{
    // A chat has no place for a sketch: each picture in it is an answer.
    return kind == CallKind::Chat ? QByteArray() : partialEvent(kind, preview, index, createdAt);
}

QByteArray OpenAiDialect::errorEvent(CallKind kind, const GatewayResponse &response) const
{
    Q_UNUSED(kind)
    return openai::errorEvent(response);
}

} // namespace lightwell::openai
