// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/accountdialect.h"

namespace lightwell::openai {

/// Lumenfall's account API (GET /requests, /requests/{id}, /balance, /keys, /webhooks/secret, DELETE
/// /requests/{id}/payloads) with Lightwell's own additions, Lightwell's jobs (openaijobs.h), and OpenAI's
/// responses that are kept (keptresponses.cpp). Lumenfall's lists are paged as
/// there: limit, starting_after, ending_before, next_page_url, previous_page_url.
class OpenAiAccount : public AccountDialect
{
public:
    [[nodiscard]] Result<RequestsWish> readRequests(const GatewayRequest &request) const override;
    [[nodiscard]] Result<KeysWish> readKeys(const GatewayRequest &request) const override;
    [[nodiscard]] GatewayResponse requests(const RequestPage &page, const std::optional<RequestSummary> &summary,
                                           const GatewayRequest &asked, const QString &address) const override;
    [[nodiscard]] GatewayResponse request(const LoggedRequest &request,
                                          const std::optional<QStringList> &links) const override;
    [[nodiscard]] GatewayResponse purged(const QString &id, bool already, int pictures) const override;
    [[nodiscard]] GatewayResponse balance(const QList<BudgetState> &budgets, const QDateTime &now) const override;
    [[nodiscard]] GatewayResponse keys(const ClientPage &page, const GatewayRequest &asked, const QString &address,
                                       const QDateTime &now) const override;
    [[nodiscard]] GatewayResponse webhookSecret(const QByteArray &secret) const override;
    [[nodiscard]] Result<responseitems::PageWish> readItems(const GatewayRequest &request) const override;
    [[nodiscard]] GatewayResponse keptResponse(const QByteArray &response) const override;
    [[nodiscard]] GatewayResponse keptItems(const responseitems::Page &page) const override;
    [[nodiscard]] GatewayResponse responseRemoved(const QString &id) const override;
    [[nodiscard]] GatewayResponse job(const JobView &job) const override;
    [[nodiscard]] QByteArray jobEvent(const JobView &job) const override;
    [[nodiscard]] QByteArray webhookBody(const JobView &job) const override;
};

} // namespace lightwell::openai
