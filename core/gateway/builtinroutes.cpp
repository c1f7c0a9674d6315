// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/mcp/mcpdialect.h"
#include "core/gateway/dialects/openai/openaidialect.h"
#include "core/gateway/dialects/openrouter/openrouterdialect.h"
#include "core/gateway/routes.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// What OpenAI's API has beside pictures and words: a program that asks for it learns that it is not here, rather than
/// that its address is wrong.
QList<PathRoute> unservedRoutes()
{
    QList<PathRoute> routes;
    // Those of /responses that would be taken for the name of an answer.
    for (const QString &path : {u"/responses/compact"_s, u"/responses/input_tokens"_s, u"/responses/{id}/cancel"_s}) {
        routes.append({path, RouteCall::Unserved});
    }
    for (const QString &name :
         {u"assistants"_s, u"audio"_s, u"batches"_s, u"completions"_s, u"containers"_s, u"conversations"_s, u"evals"_s,
          u"fine_tuning"_s, u"files"_s, u"messages"_s, u"moderations"_s, u"organization"_s, u"realtime"_s, u"rerank"_s,
          u"threads"_s, u"uploads"_s, u"vector_stores"_s, u"videos"_s}) {
        routes.append({u'/' + name, RouteCall::Unserved});
        if (name != "files"_L1) { // pictures stand there
            routes.append({u'/' + name + u"/{name}"_s, RouteCall::Unserved});
        }
    }
    return routes;
}

/// The same of OpenRouter's.
QList<PathRoute> unservedByRouter()
{
    QList<PathRoute> routes {{u"/models/user"_s, RouteCall::Unserved}, {u"/embeddings/models"_s, RouteCall::Unserved}};
    for (const QString &name : {u"analytics"_s,    u"audio"_s,           u"auth/keys"_s,   u"benchmarks"_s,
                                u"byok"_s,         u"classifications"_s, u"completions"_s, u"containers"_s,
                                u"credits"_s,      u"datasets"_s,        u"endpoints"_s,   u"files"_s,
                                u"generation"_s,   u"guardrails"_s,      u"messages"_s,    u"observability"_s,
                                u"organization"_s, u"providers"_s,       u"rerank"_s,      u"responses"_s,
                                u"scim"_s,         u"videos"_s,          u"workspaces"_s}) {
        if (name != "credits"_L1 && name != "generation"_L1) { // of which only what lies below is not here
            routes.append({u'/' + name, RouteCall::Unserved});
        }
        routes.append({u'/' + name + u"/{name}"_s, RouteCall::Unserved});
    }
    return routes;
}

} // namespace

QList<Mount> builtInMounts()
{
    const QByteArrayList get {"GET", "HEAD"};
    const QByteArrayList post {"POST"};
    constexpr auto json = BodyForm::Json;
    constexpr auto form = BodyForm::JsonOrForm;
    constexpr bool open = false; // needs no key

    const auto openai = std::make_shared<openai::OpenAiDialect>();
    const auto router = std::make_shared<openrouter::OpenRouterDialect>();
    return {
        {openai,
         {u"/v1"_s, u"/openai/v1"_s},
         {
             {u"/images/generations"_s, RouteCall::Generations, post, form},
             {u"/images/edits"_s, RouteCall::Edits, post, form},
             {u"/images/variations"_s, RouteCall::Variations, post, form},
             {u"/chat/completions"_s, RouteCall::Chat, post},
             {u"/responses"_s, RouteCall::Responses, post},
             {u"/responses/{id}"_s, RouteCall::KeptResponse, {"GET", "HEAD", "DELETE"}},
             {u"/responses/{id}/input_items"_s, RouteCall::KeptResponseInput, get},
             {u"/embeddings"_s, RouteCall::Embeddings, post},
             {u"/models"_s, RouteCall::Models, get},
             {u"/models/{name}"_s, RouteCall::Model, get},
             {u"/files/{name}"_s, RouteCall::File, get, json, open}, // the name is signed
             {u"/requests"_s, RouteCall::Requests, get},
             {u"/requests/{id}"_s, RouteCall::Request, get},
             {u"/requests/{id}/payloads"_s, RouteCall::RequestPayloads, {"DELETE"}},
             {u"/balance"_s, RouteCall::Balance, get},
             {u"/keys"_s, RouteCall::ClientKeys, get},
             {u"/webhooks/secret"_s, RouteCall::WebhookSecret, get},
             {u"/jobs/{id}"_s, RouteCall::Job, {"GET", "HEAD", "DELETE"}},
             {u"/jobs/{id}/events"_s, RouteCall::JobEvents, {"GET"}},
             {u"/jobs/{id}/cancel"_s, RouteCall::JobCancel, post},
         }},
        {openai, {u"/v1"_s, u"/openai/v1"_s}, unservedRoutes()},
        {router,
         {u"/api/v1"_s},
         {
             {u"/images"_s, RouteCall::Generations, post},
             {u"/chat/completions"_s, RouteCall::Chat, post},
             {u"/embeddings"_s, RouteCall::Embeddings, post},
             {u"/images/models"_s, RouteCall::ImageModels, get},
             {u"/images/models/{name}/endpoints"_s, RouteCall::ImageModelEndpoints, get},
             {u"/models"_s, RouteCall::ModelSearch, get},
             {u"/models/count"_s, RouteCall::ModelCount, get},
             {u"/models/{name}/endpoints"_s, RouteCall::ModelEndpoints, get},
             {u"/model/{name}"_s, RouteCall::Model, get},
             {u"/presets"_s, RouteCall::Presets, get},
             {u"/presets/{slug}"_s, RouteCall::Preset, get},
             // A preset is the user's own file: none is made of what a client sends.
             {u"/presets/{slug}/versions"_s, RouteCall::Unserved},
             {u"/presets/{slug}/chat/completions"_s, RouteCall::Unserved},
             {u"/presets/{slug}/messages"_s, RouteCall::Unserved},
             {u"/presets/{slug}/responses"_s, RouteCall::Unserved},
             {u"/key"_s, RouteCall::KeyFacts, get},
             {u"/auth/key"_s, RouteCall::KeyFacts, get}, // its older place
             {u"/keys"_s, RouteCall::ManagedKeys, {"GET", "HEAD", "POST"}},
             {u"/keys/{hash}"_s, RouteCall::ManagedKey, {"GET", "HEAD", "PATCH", "DELETE"}},
             {u"/credits"_s, RouteCall::Credits, get},
             {u"/generation"_s, RouteCall::Receipt, get},
             {u"/activity"_s, RouteCall::Activity, get},
         }},
        {router, {u"/api/v1"_s}, unservedByRouter()},
        {openai,
         {QString()},
         {
             {u"/"_s, RouteCall::StartPage, get, json, open},
             {u"/healthz"_s, RouteCall::Health, get, json, open},
             {u"/openapi.json"_s, RouteCall::OpenApi, get, json, open},
             {u"/metrics"_s, RouteCall::Metrics, get},
         }},
        {std::make_shared<mcp::McpDialect>(), {u"/mcp"_s}, {{QString(), RouteCall::Mcp, {"POST", "DELETE"}}}},
    };
}

} // namespace lightwell
