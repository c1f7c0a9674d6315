// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/openrouterdialect.h"

#include "core/chat/textvendor.h"
#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openai/openaijobs.h"
#include "core/gateway/dialects/openai/requestnames.h"
#include "core/gateway/dialects/openrouter/accountpages.h"
#include "core/gateway/dialects/openrouter/catalognames.h"
#include "core/gateway/dialects/openrouter/chatimages.h"
#include "core/gateway/dialects/openrouter/chatwords.h"
#include "core/gateway/dialects/openrouter/imagesanswer.h"
#include "core/gateway/dialects/openrouter/imagesrequest.h"
#include "core/gateway/dialects/openrouter/modelpages.h"
#include "core/gateway/dialects/openrouter/presetwords.h"
#include "core/gateway/dialects/openrouter/routererrors.h"
#include "core/gateway/dialects/openrouter/servertool.h"

#include <QCryptographicHash>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

std::optional<Error> OpenRouterDialect::faultInHead(const GatewayRequest &request) const
{
    return openai::faultInHead(request);
}

Result<FilledRequest> OpenRouterDialect::withPreset(const GatewayRequest &request, const Presets &presets) const
{
    return openrouter::withPreset(request, presets);
}

bool OpenRouterDialect::chatAsksForPictures(const GatewayRequest &request) const
{
    return asksForPictures(request.body);
}

Result<GenerationCall> OpenRouterDialect::readCall(const GatewayRequest &request, CallKind kind) const
{
    return kind == CallKind::Chat ? readChatPictures(request) : readImagesCall(request);
}

Result<std::optional<PictureTool>> OpenRouterDialect::pictureTool(const GatewayRequest &request, TextKind kind) const
{
    return kind == TextKind::Chat ? readServerTool(request)
                                  : Result<std::optional<PictureTool>>(std::optional<PictureTool>());
}

GenerationCall OpenRouterDialect::inNamesOf(const Catalog &catalog, GenerationCall call) const
{
    return inCatalogNames(catalog, std::move(call));
}

Result<ConversationCall> OpenRouterDialect::readConversation(const GatewayRequest &request, TextKind kind) const
{
    return openrouter::readConversation(request, kind);
}

QString OpenRouterDialect::textName(const TextModels &texts, const QString &written) const
{
    return openrouter::textName(texts, written);
}

QByteArray OpenRouterDialect::fingerprint(const GatewayRequest &request, CallKind kind) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(kind == CallKind::Chat ? "openrouter chat\n"_ba : "openrouter images\n"_ba);
    hash.addData(QByteArray(request.query.toString(QUrl::FullyEncoded).toUtf8() + '\n'));
    hash.addData(QByteArray(request.header("X-Lightwell-Strict") + '\n'));
    hash.addData(QByteArray(request.header("X-OpenRouter-Metadata") + '\n'));
    hash.addData(request.body);
    return hash.result();
}

GatewayResponse OpenRouterDialect::answer(const GenerationCall &call, const Generation &generation,
                                          const QList<DeliveredPicture> &pictures) const
{
    const bool isChat = call.kind == CallKind::Chat;
    if (!call.streams) {
        return isChat ? chatPicturesAnswer(call, generation, pictures) : imagesAnswer(call, generation, pictures);
    }
    GatewayResponse events {
        200, {}, isChat ? chatPicturesEvents(call, generation, pictures) : imagesEvents(call, generation, pictures)};
    addHeaders(events, generation);
    return events;
}

GatewayResponse OpenRouterDialect::failure(const Generation &generation) const
{
    return failureAnswer(generation);
}

/// OpenRouter has none; Lightwell's is the same in all its dialects.
GatewayResponse OpenRouterDialect::dryRun(const Route &route, const QJsonObject &keys) const
{
    return openai::dryRunAnswer(route, keys);
}

/// OpenRouter's API has no jobs but those of videos. Lightwell's own stand at /v1/jobs, for calls of all its dialects;
/// the answer in them is one of this API.
GatewayResponse OpenRouterDialect::accepted(const JobView &job) const
{
    GatewayResponse response = openai::jobAnswer(job);
    response.setHeader("X-Generation-Id", job.id.toLatin1());
    return response;
}

void OpenRouterDialect::addOutcome(GatewayResponse &response, const Generation &generation,
                                   const Telling &telling) const
{
    addHeaders(response, generation);
    addOutcomeOfWords(response.body, generation, telling);
}

QByteArray OpenRouterDialect::tailOfWords(const QByteArray &tail, const Generation &generation,
                                          const Telling &telling) const
{
    return endOfWords(tail, generation, telling);
}

QByteArray OpenRouterDialect::echoEvent(const Generation &begun, const QByteArray &body) const
{
    return echoOfWords(begun, body);
}

GatewayResponse OpenRouterDialect::error(const Error &error) const
{
    return errorAnswer(error);
}

GatewayResponse OpenRouterDialect::refusal(const Refusal &refusal) const
{
    return refusalAnswer(refusal);
}

GatewayResponse OpenRouterDialect::models(const Catalog &catalog) const
{
    return modelsPage(catalog, {}, {}, {});
}

GatewayResponse OpenRouterDialect::model(const Catalog &catalog, const QString &name) const
{
    return singleModelPage(catalog, {}, name, {});
}

GatewayResponse OpenRouterDialect::modelOrText(const Catalog &catalog, const TextModels &texts, const QString &name,
                                               QDate today) const
{
    return singleModelPage(catalog, texts, name, today);
}

QList<OfferKey> OpenRouterDialect::measuredOn(ModelPage page, const Catalog &catalog, const TextModels &texts,
                                              const QString &name, const QUrlQuery &query, const QDateTime &now) const
{
    switch (page) {
    case ModelPage::Endpoints:
    case ModelPage::ImageEndpoints:
        return offersOn(catalog, texts, name);
    case ModelPage::Search:
        return offersSortedBy(catalog, texts, query, now);
    case ModelPage::Count:
    case ModelPage::ImageModels:
        break;
    }
    return {};
}

GatewayResponse OpenRouterDialect::modelPage(ModelPage page, const Catalog &catalog, const TextModels &texts,
                                             const QString &name, const QUrlQuery &query,
                                             const PageMoment &moment) const
{
    switch (page) {
    case ModelPage::Search:
        return modelsPage(catalog, texts, query, moment.now, moment.figures);
    case ModelPage::Count:
        return modelCountPage(catalog, texts, query, moment.now);
    case ModelPage::Endpoints:
        return endpointsPage(catalog, texts, name, moment.now.toUTC().date(), moment.figures);
    case ModelPage::ImageModels:
        return imageModelsPage(catalog);
    case ModelPage::ImageEndpoints:
        return imageEndpointsPage(catalog, name, moment.figures);
    }
    return refusalAnswer({Refusal::Kind::UnknownPath});
}

GatewayResponse OpenRouterDialect::presets(const Presets &presets, const QUrlQuery &query) const
{
    return presetsPage(presets, query);
}

GatewayResponse OpenRouterDialect::preset(const Presets &presets, const QString &slug) const
{
    return presetPage(presets, slug);
}

GatewayResponse OpenRouterDialect::key(const KeyFacts &facts) const
{
    return keyPage(facts);
}

GatewayResponse OpenRouterDialect::credits(const CreditFacts &facts) const
{
    return creditsPage(facts);
}

GatewayResponse OpenRouterDialect::receipt(const Generation &generation) const
{
    return generationPage(generation);
}

GatewayResponse OpenRouterDialect::activity(const QList<ActivityRow> &rows) const
{
    return activityPage(rows);
}

std::unique_ptr<ToolAnswer> OpenRouterDialect::toolAnswer(const PictureTool &tool) const
{
    return std::make_unique<ServerToolAnswer>(tool);
}

QByteArray OpenRouterDialect::previewEvent(CallKind kind, const QByteArray &preview, int index, qint64 createdAt) const
{
    Q_UNUSED(createdAt)
    // A chat has no place for a sketch: each picture in it is an answer.
    return kind == CallKind::Chat ? QByteArray() : partialImageEvent(preview, index);
}

QByteArray OpenRouterDialect::errorEvent(CallKind kind, const GatewayResponse &response) const
{
    const QJsonObject error = errorIn(response);
    return kind == CallKind::Chat ? chatErrorEvent(error) : imagesErrorEvent(error);
}

QByteArray OpenRouterDialect::keepAlive() const
{
    return ": OPENROUTER PROCESSING\n\n";
}

} // namespace lightwell::openrouter
