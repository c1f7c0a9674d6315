// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/openai/openaidialect.h"

namespace lightwell::mcp {

/// How the gateway refuses at the path of the Model Context Protocol before a message is read there: as OpenAI's does,
/// within an error of JSON-RPC. What the messages themselves mean, core/mcp knows.
class McpDialect : public openai::OpenAiDialect
{
public:
    [[nodiscard]] std::optional<Error> faultInHead(const GatewayRequest &request) const override;
    [[nodiscard]] GatewayResponse error(const Error &error) const override;
    [[nodiscard]] GatewayResponse refusal(const Refusal &refusal) const override;
    [[nodiscard]] QByteArray errorEvent(CallKind, const GatewayResponse &response) const override;
};

} // namespace lightwell::mcp
