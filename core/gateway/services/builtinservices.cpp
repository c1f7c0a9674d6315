// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/accountservice.h"
#include "core/gateway/services/fileservice.h"
#include "core/gateway/services/generationservice.h"
#include "core/gateway/services/jobservice.h"
#include "core/gateway/services/keyservice.h"
#include "core/gateway/services/mcpservice.h"
#include "core/gateway/services/modelservice.h"
#include "core/gateway/services/openapiservice.h"
#include "core/gateway/services/presetservice.h"
#include "core/gateway/services/requestservice.h"
#include "core/gateway/services/responseservice.h"
#include "core/gateway/services/spendingservice.h"
#include "core/gateway/services/startpageservice.h"
#include "core/gateway/services/statusservice.h"
#include "core/gateway/services/textservice.h"

namespace lightwell {

std::vector<std::unique_ptr<Service>> builtInServices(GatewayContext &context)
{
    std::vector<std::unique_ptr<Service>> services;
    services.push_back(std::make_unique<StatusService>(context));
    services.push_back(std::make_unique<StartPageService>(context));
    services.push_back(std::make_unique<OpenApiService>(context));
    services.push_back(std::make_unique<FileService>(context));
    services.push_back(std::make_unique<ModelService>(context));
    services.push_back(std::make_unique<McpService>(context));
    services.push_back(std::make_unique<GenerationService>(context));
    services.push_back(std::make_unique<JobService>(context));
    services.push_back(std::make_unique<RequestService>(context));
    services.push_back(std::make_unique<AccountService>(context));
    services.push_back(std::make_unique<TextService>(context));
    services.push_back(std::make_unique<ResponseService>(context));
    services.push_back(std::make_unique<SpendingService>(context));
    services.push_back(std::make_unique<PresetService>(context));
    services.push_back(std::make_unique<KeyService>(context));
    return services;
}

} // namespace lightwell
