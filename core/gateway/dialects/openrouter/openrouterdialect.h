// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/dialect.h"
#include "core/gateway/dialects/openrouter/openrouterkeys.h"

namespace lightwell::openrouter {

/// OpenRouter's API for images (POST /images), for chats, which may ask for pictures, and what it tells of models and
/// accounts.
class OpenRouterDialect : public Dialect
{
public:
    [[nodiscard]] std::optional<Error> faultInHead(const GatewayRequest &request) const override;
    [[nodiscard]] Result<FilledRequest> withPreset(const GatewayRequest &request,
                                                   const Presets &presets) const override;
    [[nodiscard]] bool chatAsksForPictures(const GatewayRequest &request) const override;
    [[nodiscard]] Result<GenerationCall> readCall(const GatewayRequest &request, CallKind kind) const override;
    [[nodiscard]] Result<std::optional<PictureTool>> pictureTool(const GatewayRequest &request,
                                                                 TextKind kind) const override;
    [[nodiscard]] GenerationCall inNamesOf(const Catalog &catalog, GenerationCall call) const override;
    [[nodiscard]] Result<ConversationCall> readConversation(const GatewayRequest &request,
                                                            TextKind kind) const override;
    [[nodiscard]] QString textName(const TextModels &texts, const QString &written) const override;
    [[nodiscard]] QByteArray fingerprint(const GatewayRequest &request, CallKind kind) const override;
    [[nodiscard]] GatewayResponse answer(const GenerationCall &call, const Generation &generation,
                                         const QList<DeliveredPicture> &pictures) const override;
    [[nodiscard]] GatewayResponse failure(const Generation &generation) const override;
    [[nodiscard]] GatewayResponse dryRun(const Route &route, const QJsonObject &keys) const override;
    void addOutcome(GatewayResponse &response, const Generation &generation, const Telling &telling) const override;
    [[nodiscard]] QByteArray tailOfWords(const QByteArray &tail, const Generation &generation,
                                         const Telling &telling) const override;
    [[nodiscard]] GatewayResponse error(const Error &error) const override;
    [[nodiscard]] GatewayResponse refusal(const Refusal &refusal) const override;
    [[nodiscard]] GatewayResponse models(const Catalog &catalog) const override;
    [[nodiscard]] GatewayResponse model(const Catalog &catalog, const QString &name) const override;
    [[nodiscard]] GatewayResponse modelOrText(const Catalog &catalog, const TextModels &texts, const QString &name,
                                              QDate today) const override;
    [[nodiscard]] QList<OfferKey> measuredOn(ModelPage page, const Catalog &catalog, const TextModels &texts,
                                             const QString &name, const QUrlQuery &query,
                                             const QDateTime &now) const override;
    [[nodiscard]] GatewayResponse modelPage(ModelPage page, const Catalog &catalog, const TextModels &texts,
                                            const QString &name, const QUrlQuery &query,
                                            const PageMoment &moment) const override;
    [[nodiscard]] GatewayResponse presets(const Presets &presets, const QUrlQuery &query) const override;
    [[nodiscard]] GatewayResponse preset(const Presets &presets, const QString &slug) const override;
    [[nodiscard]] GatewayResponse accepted(const JobView &job) const override;
    [[nodiscard]] const KeysDialect *keys() const override { return &m_keys; }
    [[nodiscard]] GatewayResponse key(const KeyFacts &facts) const override;
    [[nodiscard]] GatewayResponse credits(const CreditFacts &facts) const override;
    [[nodiscard]] GatewayResponse receipt(const Generation &generation) const override;
    [[nodiscard]] GatewayResponse activity(const QList<ActivityRow> &rows) const override;
    [[nodiscard]] std::unique_ptr<ToolAnswer> toolAnswer(const PictureTool &tool) const override;
    [[nodiscard]] QByteArray previewEvent(CallKind kind, const QByteArray &preview, int index,
                                          qint64 createdAt) const override;
    [[nodiscard]] QByteArray errorEvent(CallKind kind, const GatewayResponse &response) const override;
    [[nodiscard]] QByteArray echoEvent(const Generation &begun, const QByteArray &body) const override;
    [[nodiscard]] bool alwaysTellsUsage() const override { return true; }
    [[nodiscard]] bool hitsAreGenerations() const override { return true; }
    [[nodiscard]] QByteArray keepAlive() const override;

private:
    OpenRouterKeys m_keys;
};

} // namespace lightwell::openrouter
