// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/dialect.h"
#include "core/gateway/dialects/openai/openaiaccount.h"

namespace lightwell::openai {

/// OpenAI's images API with Lumenfall's additions.
class OpenAiDialect : public Dialect
{
public:
    [[nodiscard]] std::optional<Error> faultInHead(const GatewayRequest &request) const override;
    [[nodiscard]] bool chatAsksForPictures(const GatewayRequest &request) const override;
    [[nodiscard]] Result<GenerationCall> readCall(const GatewayRequest &request, CallKind kind) const override;
    [[nodiscard]] Result<std::optional<PictureTool>> pictureTool(const GatewayRequest &request,
                                                                 TextKind kind) const override;
    [[nodiscard]] std::unique_ptr<ToolAnswer> toolAnswer(const PictureTool &tool) const override;
    [[nodiscard]] GenerationCall inNamesOf(const Catalog &catalog, GenerationCall call) const override;
    [[nodiscard]] QByteArray fingerprint(const GatewayRequest &request, CallKind kind) const override;
    [[nodiscard]] GatewayResponse answer(const GenerationCall &call, const Generation &generation,
                                         const QList<DeliveredPicture> &pictures) const override;
    [[nodiscard]] GatewayResponse failure(const Generation &generation) const override;
    [[nodiscard]] GatewayResponse dryRun(const Route &route, const QJsonObject &keys) const override;
    void addOutcome(GatewayResponse &response, const Generation &generation, const Telling &telling) const override;
    [[nodiscard]] GatewayResponse error(const Error &error) const override;
    [[nodiscard]] GatewayResponse refusal(const Refusal &refusal) const override;
    [[nodiscard]] GatewayResponse models(const Catalog &catalog) const override;
    [[nodiscard]] GatewayResponse model(const Catalog &catalog, const QString &name) const override;
    [[nodiscard]] GatewayResponse modelsWithTexts(const Catalog &catalog, const TextModels &texts,
                                                  QDate today) const override;
    [[nodiscard]] GatewayResponse modelOrText(const Catalog &catalog, const TextModels &texts, const QString &name,
                                              QDate today) const override;
    [[nodiscard]] GatewayResponse modelSchema(const Catalog &catalog, const TextModels &texts, const QString &name,
                                              QDate today) const override;
    [[nodiscard]] QByteArray previewEvent(CallKind kind, const QByteArray &preview, int index,
                                          qint64 createdAt) const override;
    [[nodiscard]] QByteArray errorEvent(CallKind kind, const GatewayResponse &response) const override;
    [[nodiscard]] const AccountDialect *account() const override { return &m_account; }

private:
    OpenAiAccount m_account;
};

} // namespace lightwell::openai
