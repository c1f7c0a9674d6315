// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/calls/textwork.h"
#include "core/gateway/services/service.h"

namespace lightwell {

/// Asks text models for programs: chats, responses and embeddings.
class TextService : public Service
{
public:
    explicit TextService(GatewayContext &context);
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::Chat, RouteCall::Responses, RouteCall::Embeddings};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;

private:
    /// A client's body, understood.
    struct ReadCall
    {
        std::optional<TextCall> call; ///< nothing: it asks for pictures, which others make
        QByteArray fingerprint;
    };
    [[nodiscard]] static Result<ReadCall> understand(const Dialect &dialect, const GatewayRequest &request,
                                                     TextKind kind);
    void take(Exchange *exchange, const TextCall &call, const QByteArray &fingerprint);
    void dryRun(Exchange *exchange, const TextOrder &order);
    /// What is ordered, and what is made of its answer.
    struct Prepared
    {
        TextOrder order;
        TextWork::Wish wish;
    };
    [[nodiscard]] Result<Prepared> prepare(const TextCall &call) const;
    [[nodiscard]] static Prepared prepared(const TextCall &call, const TextModels &models,
                                           const TextCatalog::Found &found);
    [[nodiscard]] Error unknownModel(const QString &name) const;

    TextWork::Tools m_tools;
};

} // namespace lightwell
